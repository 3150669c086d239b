using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>What is known of days in dispute, gathered from the data alone before anybody looks. It proposes nothing and decides nothing.</summary>
/// <param name="Coverage">What could be seen on the days on which the person was there, in runs, by tool.</param>
/// <param name="Off">How many days were left out for another reason than that they could not be seen, by that reason.</param>
/// <param name="Sources">What each source said of them.</param>
/// <param name="Lines">Which rule of the rubric made which points of them, summed.</param>
/// <param name="Counted">How many of them count.</param>
/// <param name="Points">Their points.</param>
public sealed record Evidence(
    IReadOnlyList<CoverageRun> Coverage, IReadOnlyList<(LeftOut Why, int Days)> Off, IReadOnlyList<SourceWord> Sources, IReadOnlyList<RuleSum> Lines, int Counted, int Points)
{
    /// <summary>The evidence on one part.</summary>
    /// <param name="part">The days in dispute.</param>
    /// <param name="sheet">The sheet as it is now.</param>
    /// <param name="inputs">What it was computed from, of the person.</param>
    /// <param name="facts">The same of the organisation.</param>
    /// <param name="rubric">The sheet's rubric.</param>
    public static Evidence Of(AppealPart part, ScoreSheet sheet, ScoreInputs inputs, OrganisationFacts facts, Rubric rubric)
    {
        var days = sheet.Days.Where(day => day.Day >= part.From && day.Day <= part.To).ToList();
        var counted = days.Where(day => day.LeftOut == LeftOut.No).ToList();
        return new Evidence(
            CoverageRun.Of(part, days, facts),
            [.. days.Where(day => day.LeftOut is not (LeftOut.No or LeftOut.NotCovered)).GroupBy(day => day.LeftOut).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))],
            SourceWord.Of(part, inputs, facts),
            RuleSum.Of(counted, rubric),
            counted.Count,
            counted.Sum(day => day.Points));
    }
}

/// <summary>Which rule made which points: count up to the cap of each day, times the weight.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Count">As measured.</param>
/// <param name="Counted">What counts after the cap of each day.</param>
/// <param name="Rule">Weight and cap.</param>
/// <param name="Points">The points.</param>
public sealed record RuleSum(Signal Signal, int Count, int Counted, SignalRule Rule, int Points)
{
    /// <summary>The sums over days that count, in the order of the signals.</summary>
    public static IReadOnlyList<RuleSum> Of(IEnumerable<SheetDay> counted, Rubric rubric) =>
    [
        .. counted.SelectMany(day => day.Lines).GroupBy(line => line.Signal).OrderBy(lines => lines.Key)
            .Select(lines => new RuleSum(lines.Key, lines.Sum(line => line.Count), lines.Sum(line => line.Counted), rubric[lines.Key], lines.Sum(line => line.Points))),
    ];
}

/// <summary>What one source said of the person in some days, whether it counts or not.</summary>
/// <param name="Source">The source.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Rows">Days of which it has a row of one of their accounts.</param>
/// <param name="Use">Days of which such a row shows use.</param>
/// <param name="TelemetryOff">Days whose rows show that the editor's telemetry was off.</param>
/// <param name="ClientTooOld">Days whose rows show a client that is too old to report.</param>
public sealed record SourceWord(Source Source, Tool Tool, int Rows, int Use, int TelemetryOff, int ClientTooOld)
{
    /// <summary>What each source with a row said of the days, in the order of the tools.</summary>
    public static IReadOnlyList<SourceWord> Of(AppealPart part, ScoreInputs inputs, OrganisationFacts facts)
    {
        var scopes = facts.Scopes.ToDictionary(scope => scope.Id);
        return
        [
            .. inputs.Readings.Where(reading => reading.Day >= part.From && reading.Day <= part.To && scopes.ContainsKey(reading.Scope))
                .GroupBy(reading => (scopes[reading.Scope].Tool, scopes[reading.Scope].Source))
                .Where(group => part.Tool is null || part.Tool == group.Key.Tool)
                .OrderBy(group => group.Key.Tool).ThenBy(group => group.Key.Source)
                .Select(group => new SourceWord(
                    group.Key.Source,
                    group.Key.Tool,
                    Days(group, _ => true),
                    Days(group, one => one.Marks.HasFlag(Marks.Use) || one.Signals.Any),
                    Days(group, one => one.Marks.HasFlag(Marks.TelemetryOff)),
                    Days(group, one => one.Marks.HasFlag(Marks.ClientTooOld)))),
        ];

        static int Days(IEnumerable<Reading> readings, Func<Reading, bool> which) => readings.Where(which).Select(one => one.Day).Distinct().Count();
    }
}
