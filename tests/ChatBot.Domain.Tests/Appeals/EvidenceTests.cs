using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Tests.Reference;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>What the data alone says of days in dispute.</summary>
public sealed class EvidenceTests
{
    private static readonly DateOnly From = Case.Day(10, 12);
    private static readonly DateOnly To = Case.Day(10, 25);
    private static readonly AppealPart Fortnight = new(From, To, Tool.Copilot);

    [Fact]
    public void A_run_goes_on_over_days_off_and_ends_where_the_data_says_something_else()
    {
        var some = Dark(Case.Day(10, 12), Case.Day(10, 20)).Prompts(Case.Day(10, 21)).Reads(Case.Day(10, 22), marks: Marks.Use | Marks.TelemetryOff);
        Assert.Equal(
            [
                (CoverageState.NotMeasurable, "TelemetryOff", Case.Day(10, 12), Case.Day(10, 20), 7),
                (CoverageState.Seen, null, Case.Day(10, 21), Case.Day(10, 21), 1),
                (CoverageState.NotMeasurable, "TelemetryOff", Case.Day(10, 22), Case.Day(10, 22), 1),
                (CoverageState.Silent, null, Case.Day(10, 23), Case.Day(10, 23), 1),
            ],
            Runs(some).Select(run => (run.State, run.Reason?.Name, run.From, run.To, run.Days)));
        Assert.Empty(Runs(some, Fortnight with { Tool = Tool.ClaudeCode }));
    }

    [Fact]
    public void What_was_wrong_with_a_report_is_told_apart()
    {
        var some = Case.WithSeat();
        for (var day = ScoreWindow.FirstDay(some.Quarter); day < some.AsOf; day = day.AddDays(1))
        {
            some.Report(day, rows: 100);
        }

        some.NoReport(Case.Day(10, 12)).Report(Case.Day(10, 13), rows: 100, complete: false).Report(Case.Day(10, 14), rows: 1)
            .Report(Case.Day(10, 15), rows: 100, written: Settling.Moment(Case.Day(10, 15)).AddSeconds(-1));
        Assert.Equal(
            [ReportFault.NoneArrived, ReportFault.Incomplete, ReportFault.TooSmall, ReportFault.ReadTooEarly, null],
            Runs(some, new AppealPart(Case.Day(10, 12), Case.Day(10, 16))).Select(run => run.Fault));
    }

    [Fact]
    public void Days_without_any_tool_are_a_run_of_none()
    {
        var run = Assert.Single(Runs(new Case(), Fortnight with { Tool = null }));
        Assert.Equal((null, CoverageState.NotMeasurable, 10), (run.Tool, run.State, run.Days));
        Assert.NotNull(run.Reason);
    }

    [Fact]
    public void Each_source_is_told_by_days_and_not_by_rows()
    {
        var (first, second) = (Case.Day(10, 12), Case.Day(10, 13));
        var some = Case.WithSeat().Reads(first, marks: Marks.Use | Marks.TelemetryOff).Reads(first, marks: Marks.Use | Marks.ClientTooOld, scope: Case.OrganisationScope)
            .Reads(second).Reads(second, new Signals(1, 0, 0, 0, 0), scope: Case.CopilotCsvScope).Reads(To.AddDays(1), new Signals(1, 0, 0, 0, 0)).Reads(first, scope: 99);
        Assert.Equal(
            [new SourceWord(Source.Copilot, Tool.Copilot, 2, 1, 1, 1), new SourceWord(Source.UsageCsv, Tool.Copilot, 1, 1, 0, 0)],
            Of(some).Sources.OrderBy(one => one.Source == Source.UsageCsv));
    }

    [Fact]
    public void Days_left_out_for_another_reason_are_counted_by_it()
    {
        var some = Case.WithSeat().Prompts(From).With(person => person with { Leave = [new DateSpan(Case.Day(10, 14), Case.Day(10, 15))] });
        var evidence = Of(some);
        Assert.Equal([(LeftOut.DayOff, 4), (LeftOut.OnLeave, 2)], evidence.Off);
        Assert.Equal(8, evidence.Counted);
    }

    [Fact]
    public void The_lines_name_the_rule_and_what_the_cap_left_out()
    {
        var rule = Rubrics.Current[Signal.Prompt];
        var line = Assert.Single(Of(Case.WithSeat().Prompts(From, rule.Cap + 5).Prompts(From.AddDays(1), 1)).Lines);
        Assert.Equal(new RuleSum(Signal.Prompt, rule.Cap + 6, rule.Cap + 1, rule, (rule.Cap + 1) * rule.Weight), line);
    }

    [Fact]
    public void The_lines_add_up_to_the_points_and_every_day_is_somewhere() => Seeds.Hold(200, seed =>
    {
        var (scene, random) = (RandomPeople.Of(seed), new Random(seed));
        var sheet = scene.Score();
        var from = scene.Quarter.First.AddDays(random.Next(-10, 90));
        var part = new AppealPart(from, from.AddDays(random.Next(0, 60)));
        var evidence = Evidence.Of(part, sheet, scene.Inputs, scene.Facts, Rubrics.Current);
        var days = sheet.Days.Where(day => day.Day >= part.From && day.Day <= part.To).ToList();
        Assert.Equal(evidence.Points, evidence.Lines.Sum(line => line.Points));
        Assert.Equal(days.Count(day => day.LeftOut != LeftOut.NotCovered), evidence.Counted + evidence.Off.Sum(one => one.Days));
        Assert.All(evidence.Coverage, run => Assert.True(run.From <= run.To && run.Days >= 1 && run.Days <= run.To.DayNumber - run.From.DayNumber + 1));
    });

    private static IReadOnlyList<CoverageRun> Runs(Case some, AppealPart? part = null) => Of(some, part).Coverage;

    private static Evidence Of(Case some, AppealPart? part = null) => Evidence.Of(part ?? Fortnight, some.Score(), some.Inputs, some.Facts, Rubrics.Current);

    private static Case Dark(DateOnly from, DateOnly to)
    {
        var some = Case.WithSeat();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                some.Reads(day, marks: Marks.Use | Marks.TelemetryOff);
            }
        }

        return some;
    }
}
