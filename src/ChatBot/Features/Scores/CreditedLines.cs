using ChatBot.Chat;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>Days that count by a decision, in words. A sheet says which they are; at which level, its corrections say.</summary>
internal static class CreditedLines
{
    /// <summary>The corrections that hold, where the sheet has such a day: few have one, and for the others nothing need be read.</summary>
    public static async Task<IReadOnlyList<Correction>> Corrections(PersonFile file, ScoreSheet sheet, CancellationToken cancel) =>
        sheet.Days.Any(day => Tools(day).Any()) ? await file.Corrections(cancel) : [];

    /// <summary>A sentence for each tool and level of a quarter.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<SheetDay> days, IReadOnlyList<Correction> corrections, Rubric rubric, Wording wording) =>
    [
        .. days.SelectMany(day => Tools(day).Select(tool => (Tool: tool, Level: LevelOf(day.Day, tool, corrections, rubric))))
            .GroupBy(credit => credit).OrderBy(credit => credit.Key.Tool).ThenBy(credit => credit.Key.Level, StringComparer.Ordinal)
            .Select(credit => $"{wording.Count(credit.Count(), "day")} {(credit.Count() == 1 ? "counts" : "count")} by a decision, as {Use(credit.Key.Tool, credit.Key.Level, wording)}."),
    ];

    /// <summary>The same of one day; empty on one that a decision does not credit.</summary>
    public static IReadOnlyList<string> On(SheetDay day, IReadOnlyList<Correction> corrections, Rubric rubric, Wording wording) =>
        [.. Tools(day).Select(tool => $"It counts by a decision, as {Use(tool, LevelOf(day.Day, tool, corrections, rubric), wording)}.")];

    private static IEnumerable<Tool> Tools(SheetDay day) =>
        day.LeftOut == LeftOut.No ? day.Tools.Where(tool => tool.Coverage.State == CoverageState.Credited).Select(tool => tool.Tool).Order() : [];

    private static string Use(Tool tool, string? level, Wording wording) => $"{(level is null ? string.Empty : level + " ")}use of {wording.Name(tool)}";

    /// <summary>Of several credits of a day the highest is what counts. Null where none is known any more.</summary>
    private static string? LevelOf(DateOnly day, Tool tool, IReadOnlyList<Correction> corrections, Rubric rubric) =>
        corrections.OfType<Correction.CreditDays>().Where(credit => credit.Tool == tool && credit.Span.Contains(day) && rubric.CreditLevels.ContainsKey(credit.Level))
            .Select(credit => credit.Level).MaxBy(level => rubric.Points(rubric.CreditLevels[level]));
}
