using ChatBot.Domain.Calendar;
using ChatBot.Domain.Digests;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Digests;

public sealed class TipTests
{
    private static readonly Person Ada = new() { Id = Guid.Empty, Email = "ada@contoso.example" };
    private static readonly Verdict Light = new(VerdictKind.Light);
    private static readonly Verdict Heavy = new(VerdictKind.Heavy);
    private static readonly Suggestion Small = new(5, 20, new Signals(6, null, null, null, null), 30);

    [Fact]
    public void What_hides_days_and_can_be_mended_comes_first()
    {
        var week = Week(SheetOf.Counted("2026-11-16"), SheetOf.Hidden("2026-11-17", Reason.ClientTooOld), SheetOf.Hidden("2026-11-18", Reason.TelemetryOff), SheetOf.Hidden("2026-11-19", Reason.TelemetryOff));

        Assert.Equal(new Tip.Mend(Reason.TelemetryOff), Tip.Choose(week, Light, borderline: false, new Move.Reachable(Small)));
    }

    [Fact]
    public void What_only_the_vendor_can_mend_is_no_tip()
    {
        var week = Week(SheetOf.Counted("2026-11-16"), SheetOf.Hidden("2026-11-17", Reason.ReportMissing), SheetOf.Hidden("2026-11-18", new Reason("Bedrock")));

        Assert.Null(Tip.Choose(week, new Verdict(VerdictKind.NotMeasurable, Reason.ReportMissing), borderline: false, new Move.NoTier()));
    }

    [Fact]
    public void The_reason_of_a_verdict_that_the_person_can_mend_is_one() =>
        Assert.Equal(
            new Tip.Mend(Reason.AccountNotLinked),
            Tip.Choose(Week(SheetOf.Counted("2026-11-16")), new Verdict(VerdictKind.NotMeasurable, Reason.AccountNotLinked), borderline: false, new Move.NoTier()));

    [Fact]
    public void A_small_step_is_named_and_a_programme_only_on_a_close_call()
    {
        var week = Week(SheetOf.Counted("2026-11-16", new ScoreLine(Signal.Prompt, 2, 2, 10)));

        Assert.Equal(new Tip.Reach(Small), Tip.Choose(week, Light, borderline: false, new Move.Reachable(Small)));
        Assert.Null(Tip.Choose(week, Light, borderline: false, new Move.Reachable(Small with { Days = 11 })));
        Assert.Equal(new Tip.Reach(Small with { Days = 11 }), Tip.Choose(week, Light, borderline: true, new Move.Reachable(Small with { Days = 11 })));
        Assert.Null(Tip.Choose(week, new Verdict(VerdictKind.Non), borderline: false, new Move.Reachable(Small)));
        Assert.Equal(new Tip.OnItsWay(), Tip.Choose(week, Light, borderline: false, new Move.Reachable(null)));
    }

    [Fact]
    public void At_the_top_a_close_call_is_kept_and_otherwise_there_is_nothing_to_gain()
    {
        var week = Week(SheetOf.Counted("2026-11-16", new ScoreLine(Signal.Prompt, 2, 2, 10)));

        Assert.Equal(new Tip.Keep(Small), Tip.Choose(week, Heavy, borderline: true, new Move.AlreadyHeavy(Small, CanBeKept: true)));
        Assert.Equal(new Tip.NothingToGain(), Tip.Choose(week, Heavy, borderline: false, new Move.AlreadyHeavy(Small, CanBeKept: true)));
        Assert.Null(Tip.Choose(week, Heavy, borderline: true, new Move.AlreadyHeavy(null, CanBeKept: false)));
    }

    [Fact]
    public void Who_only_accepts_is_told_that_asking_counts()
    {
        var accepting = Week(SheetOf.Counted("2026-11-16", new ScoreLine(Signal.Acceptance, 9, 9, 9)));
        var asking = Week(SheetOf.Counted("2026-11-16", new ScoreLine(Signal.Prompt, 1, 1, 5), new ScoreLine(Signal.Acceptance, 9, 9, 9)));

        Assert.Equal(new Tip.AskingCounts(), Tip.Choose(accepting, Light, borderline: false, new Move.NotThisQuarter()));
        Assert.Null(Tip.Choose(asking, Light, borderline: false, new Move.NotThisQuarter()));
    }

    private static WeekComparison Week(params SheetDay[] days) =>
        WeekComparison.Of(new Week(2026, 47), [SheetOf.Of("2026-11-24", days)], Ada, new Dictionary<string, IReadOnlySet<DateOnly>>())!;
}
