using ChatBot.Cards;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Chat;

/// <summary>Days that the data could not see, told in half a line.</summary>
/// <param name="Days"><c>3 days</c>.</param>
/// <param name="Tool">The tool's name; null where the person had none at all.</param>
/// <param name="Why">The reason in half a sentence.</param>
/// <param name="Declared">The reason that an operator declared; supplied text.</param>
internal sealed record UnseenLine(string Days, string? Tool, string Why, Supplied? Declared);

/// <summary>What days of a sheet could not see, by tool and reason.</summary>
internal static class Unseen
{
    /// <summary>The lines, most days first.</summary>
    /// <param name="days">The days.</param>
    /// <param name="wording">The words.</param>
    /// <param name="but">A reason that is told elsewhere on the card.</param>
    public static IReadOnlyList<UnseenLine> Of(IEnumerable<SheetDay> days, Wording wording, Reason? but = null) =>
    [
        .. days.Where(day => day.LeftOut == LeftOut.NotCovered).SelectMany(Causes)
            .Where(cause => cause.Reason != but)
            .GroupBy(cause => (cause.Tool, cause.Reason))
            .Select(group => (group.Key, Days: group.Count()))
            .OrderByDescending(line => line.Days).ThenBy(line => line.Key.Tool?.Id, StringComparer.Ordinal).ThenBy(line => line.Key.Reason.Name, StringComparer.Ordinal)
            .Select(line => new UnseenLine(
                wording.Count(line.Days, "day"),
                line.Key.Tool is { } tool ? wording.Name(tool) : null,
                wording.Of(line.Key.Reason).Short,
                Declared(line.Key.Reason))),
    ];

    /// <summary>A reason that an operator declared, as supplied text; null for one of our own.</summary>
    public static Supplied? Declared(Reason? reason) => reason is { IsDeclared: true } declared ? new Supplied(declared.Name) : null;

    private static IEnumerable<(Tool? Tool, Reason Reason)> Causes(SheetDay day)
    {
        var blind = day.Tools.Where(tool => tool.Coverage is { State: CoverageState.NotMeasurable, Reason: not null }).ToList();
        return blind.Count > 0
            ? blind.Select(tool => ((Tool?)tool.Tool, tool.Coverage.Reason!.Value))
            : [(null, day.Reason ?? Reason.NotReported)];
    }
}
