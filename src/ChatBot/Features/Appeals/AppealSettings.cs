using ChatBot.Cards;

namespace ChatBot.Features.Appeals;

/// <summary>What the organisation sets for appeals.</summary>
/// <param name="FurtherContact">
/// Whom people can turn to after the second level, and beside it at any time: the works council, the data protection officer. Empty: nobody is named.
/// </param>
internal sealed record AppealSettings(string FurtherContact) : ISettings
{
    private const int Longest = 200;

    /// <inheritdoc />
    public static string Section => "Appeals";

    /// <summary>The contact as supplied text; null where none is named.</summary>
    public Supplied? Further => string.IsNullOrWhiteSpace(FurtherContact) ? null : new Supplied(FurtherContact.Trim());

    /// <inheritdoc />
    public string? Problem() =>
        FurtherContact is null ? "Appeals:FurtherContact is missing."
        : FurtherContact.Length > Longest ? $"Appeals:FurtherContact has {FurtherContact.Length} characters; {Longest} is the most."
        : null;
}
