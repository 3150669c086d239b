using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Digests;
using ChatBot.Domain.Groups;

namespace ChatBot.Features.Digests;

/// <summary>What an operator can set about the weekly summaries.</summary>
/// <param name="SmallestGroup">How many people a figure about a group speaks of at least, its head not counted.</param>
/// <param name="Day">The usual day, in the week after; a working week of Monday to Friday settles on the Tuesday.</param>
/// <param name="Time">The usual time, by each person's own clock.</param>
internal sealed record DigestSettings(int SmallestGroup, DayOfWeek Day, TimeOnly Time) : ISettings
{
    private const int Largest = 1000;

    /// <inheritdoc />
    public static string Section => "Digests";

    /// <summary>k. The type's own floor holds whatever is set.</summary>
    public Threshold Threshold => Threshold.Of(SmallestGroup);

    /// <summary>The usual slot.</summary>
    public DigestChoice Usual => new(Day, Time);

    /// <inheritdoc />
    public string? Problem() =>
        SmallestGroup is < Threshold.Floor or > Largest ? $"Digests:SmallestGroup is {SmallestGroup}; it is {Threshold.Floor} at the least and {Largest} at the most."
        : !SendingHours.Usual.Contain(Time) ? $"Digests:Time is {Time:HH\\:mm}; people may be written to from 09:00 to 16:59."
        : null;
}
