using ChatBot.Domain.Groups;

namespace ChatBot.Features.Digests;

/// <summary>What an operator can set about the weekly summaries.</summary>
/// <param name="SmallestGroup">How many people a figure about a group speaks of at least, its head not counted.</param>
internal sealed record DigestSettings(int SmallestGroup) : ISettings
{
    private const int Largest = 1000;

    /// <inheritdoc />
    public static string Section => "Digests";

    /// <summary>k. The type's own floor holds whatever is set.</summary>
    public Threshold Threshold => Threshold.Of(SmallestGroup);

    /// <inheritdoc />
    public string? Problem() =>
        SmallestGroup is < Threshold.Floor or > Largest ? $"Digests:SmallestGroup is {SmallestGroup}; it is {Threshold.Floor} at the least and {Largest} at the most." : null;
}
