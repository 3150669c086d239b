using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>What <c>cards/coverage.json</c> is given.</summary>
/// <param name="Quarter">The quarter in words.</param>
/// <param name="QuarterId">The quarter for buttons.</param>
/// <param name="AsOf">The day of the answer.</param>
/// <param name="SettledTo">The last settled day.</param>
/// <param name="Tools">Coverage of each tool on the person's working days.</param>
/// <param name="NotSeen">What could not be seen, by tool and reason.</param>
/// <param name="UsesClaudeCode">Whether Claude Code is among the tools.</param>
/// <param name="Rubric">Version of the rubric.</param>
/// <param name="Credited">Days that count by a decision, a sentence for each tool.</param>
internal sealed record CoverageCard(
    string Quarter, string QuarterId, string AsOf, string SettledTo, IReadOnlyList<ToolLine> Tools, IReadOnlyList<UnseenLine> NotSeen, bool UsesClaudeCode, string Rubric,
    IReadOnlyList<string> Credited);

/// <summary>One tool on the working days so far.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Seen">Days on which use was seen.</param>
/// <param name="Quiet">Days on which the source looked and saw none.</param>
/// <param name="Hidden">Days that could not be seen.</param>
/// <param name="LatestReport">The latest day that a complete report covers; null when there is none.</param>
internal sealed record ToolLine(string Tool, string Seen, string Quiet, string Hidden, string? LatestReport);

/// <summary>Answers "what can't you see about me?".</summary>
internal sealed class ShowCoverage(PersonDoor door, Wording wording) : IHandler
{
    private const int MostTools = 8;
    private const int MostReasons = 12;

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "coverage");
        var sheet = await file.Sheet(Quarter.Of(asked.Today), asked.Today, cancel);
        var reports = await file.LatestReports(cancel);
        return new Reply(new CardContent("coverage", Card(sheet.Sheet, reports, asked.Today, wording)));
    }

    /// <summary>The card's data.</summary>
    public static CoverageCard Card(ScoreSheet sheet, IReadOnlyDictionary<string, DateOnly> reports, DateOnly today, Wording wording)
    {
        var tools = sheet.Days.Where(day => day.LeftOut is LeftOut.No or LeftOut.NotCovered)
            .SelectMany(day => day.Tools).Where(tool => tool.Coverage.State is not (CoverageState.NotTheirs or CoverageState.Pending))
            .GroupBy(tool => tool.Tool).OrderBy(tool => tool.Key).ToList();
        return new CoverageCard(
            wording.Quarter(sheet.Quarter),
            sheet.Quarter.ToString(),
            wording.Day(today),
            wording.Day(SettledDay.Last(sheet.Quarter, today), today),
            [.. tools.Take(MostTools).Select(tool => Line(tool, reports, today, wording))],
            [.. Unseen.Of(sheet.Days, wording).Take(MostReasons)],
            tools.Any(tool => tool.Key == Tool.ClaudeCode),
            sheet.Rubric,
            [
                .. tools.Take(MostTools).Select(tool => (tool.Key, Days: tool.Count(day => day.Coverage.State == CoverageState.Credited))).Where(tool => tool.Days > 0)
                    .Select(tool => $"{wording.Count(tool.Days, "day")} of {wording.Name(tool.Key)} could not be seen and {(tool.Days == 1 ? "counts" : "count")} by a decision."),
            ]);
    }

    private static ToolLine Line(IGrouping<Tool, ToolDay> tool, IReadOnlyDictionary<string, DateOnly> reports, DateOnly today, Wording wording) => new(
        wording.Name(tool.Key),
        Days(tool, CoverageState.Seen, wording),
        Days(tool, CoverageState.Silent, wording),
        Days(tool, CoverageState.NotMeasurable, wording),
        reports.TryGetValue(tool.Key.Id, out var day) ? wording.Day(day, today) : null);

    private static string Days(IGrouping<Tool, ToolDay> tool, CoverageState state, Wording wording) => wording.Number(tool.Count(day => day.Coverage.State == state));
}
