using ChatBot.Cards;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Features;
using static ChatBot.Tests.Goldens.SheetMaker;

namespace ChatBot.Tests.Goldens;

/// <summary>The cards about one's own appeals in every state; filed on Monday 23 November 2026, in Berlin.</summary>
internal static class OwnAppealStates
{
    private const string Reason = "GitHub reported chat activity and no prompts on these days, which is what it does while the editor's telemetry is off.";

    private static readonly Quarter Q4 = new(2026, 4);
    private static readonly DateTimeOffset Filed = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ada = new("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Rita = new("00000000-0000-7000-8000-000000000002");
    private static readonly Supplied Council = new("the works council, council@example.com");
    private static readonly Correction Credit = new Correction.CreditDays(new DateSpan(new(2026, 10, 5), new(2026, 10, 9)), Tool.Copilot, "regular");

    private static readonly Appeal Open = new()
    {
        Id = new Guid("00000000-0000-7000-8000-000000000003"), Person = Ada, Quarter = Q4, Ground = Ground.NotCaptured, FiledAt = Filed,
        Parts = [new AppealPart(new(2026, 10, 5), new(2026, 10, 9), Tool.Copilot), new AppealPart(new(2026, 11, 10), new(2026, 11, 10))],
        Calendar = CaseCalendar.Of("DE", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new Dictionary<string, IReadOnlySet<DateOnly>>(), Filed),
    };

    private static readonly Appeal Asks = Open with { State = AppealState.NeedsInfo, Reviewer = Rita, AskedAt = Filed.AddDays(2) };

    private static readonly Appeal Ruled = Open with { State = AppealState.Ruled, Rulings = [Ruling(1, Filed.AddDays(3), Reason)] };

    private static readonly Appeal Final = Ruled with { State = AppealState.RuledFinally, EscalatedAt = Filed.AddDays(5), Rulings = [.. Ruled.Rulings, Ruling(2, Filed.AddDays(7), Reason)] };

    private static IReadOnlyList<AppealEventRow> FiledStep => [Step(1, 0, "Filed", Ada, "My editor's telemetry was off.")];

    private static IReadOnlyList<AppealEventRow> AskedSteps => [.. FiledStep, Step(2, 1, "Claim", Rita), Step(3, 2, "Ask", Rita, "Which editor was it?")];

    private static IReadOnlyList<AppealEventRow> RuledSteps => [.. AskedSteps, Step(4, 2, "Answer", Ada, "Visual Studio Code."), Step(5, 3, "Rule", Rita)];

    /// <summary>Each state.</summary>
    public static IReadOnlyList<(string Template, string State, object Data)> All { get; } =
    [
        Form("usual", Gap()),
        Form("by weeks", Sheet(Q4, new(2026, 11, 22), Parts.Rubric, day => day % 3 > 0 ? [Use(Tool.Copilot, 3)] : [Quiet(Tool.Copilot)])),
        Form("filled in from a sentence", Gap(), FormSaid.Nothing, FormFilled.Empty with { Ground = "2", From = "2026-11-16", To = "2026-11-22" }),
        Form("without a reason", Gap(), FormSaid.NoGround),
        Form("without days", Gap(), FormSaid.NoDays, FormFilled.Empty with { Ground = "1", Text = new WrittenText("I was in the terminal.") }),
        Form("days outside", Gap(), FormSaid.DaysOutside),
        Form("days crossed", Gap(), FormSaid.DaysCrossed),
        Form("too long, hostile", Gap(), FormSaid.TextTooLong, FormFilled.Empty with { Ground = "8", Days = "all", Text = new WrittenText(CardStates.Hostile + new string('x', 2000)) }),
        Appeal("receipt", Open, FiledStep, AppealSaid.Filed),
        Appeal("receipt in part", Open, FiledStep, AppealSaid.FiledInPart),
        Appeal("open already", Open, FiledStep, AppealSaid.OpenAlready),
        Appeal("in review", Open with { State = AppealState.InReview, Reviewer = Rita }, [.. FiledStep, Step(2, 1, "Claim", Rita)]),
        Appeal("question", Asks, AskedSteps),
        Appeal("question, hostile", Asks, [Step(1, 0, "Filed", Ada, CardStates.Hostile), Step(2, 1, "Ask", Rita, CardStates.Hostile)]),
        Appeal("added", Open, [.. FiledStep, Step(2, 0, "Add", Ada, "It was the whole team.")], AppealSaid.Added),
        Appeal("answered", Open with { State = AppealState.InReview, Reviewer = Rita }, [.. AskedSteps, Step(4, 2, "Answer", Ada, "Visual Studio Code.")], AppealSaid.Answered),
        Appeal("ruled", Ruled, RuledSteps),
        Appeal("ruled, hostile and long", Ruled with { Rulings = [Ruling(1, Filed.AddDays(3), CardStates.Hostile + new string('w', 1800))] }, [Step(1, 0, "Filed", Ada, new string('W', 2000)), .. Many(), Step(40, 3, "Rule", Rita)]),
        Appeal("decided before", Ruled, RuledSteps, AppealSaid.DecidedBefore),
        Appeal("decided before and final", Final, RuledSteps, AppealSaid.DecidedBefore),
        Appeal("escalated", Ruled with { State = AppealState.Escalated, EscalatedAt = Filed.AddDays(5) }, [.. RuledSteps, Step(6, 5, "Escalate", Ada)], AppealSaid.Escalated),
        Appeal("clock missed", Open with { State = AppealState.Escalated, EscalatedAt = Filed.AddDays(15) }, [.. FiledStep, new AppealEventRow { Appeal = Open.Id, Version = 2, At = Filed.AddDays(15), What = "ClockMissed" }]),
        Appeal("ruled finally", Final, [.. RuledSteps, Step(6, 5, "Escalate", Ada), Step(7, 7, "Rule", Rita)]),
        Appeal("closed", Ruled with { State = AppealState.Closed, EndedAt = Filed.AddDays(34) }, [.. RuledSteps, new AppealEventRow { Appeal = Open.Id, Version = 6, At = Filed.AddDays(34), What = "Close" }]),
        Appeal("withdrawn", Open with { State = AppealState.Withdrawn, EndedAt = Filed }, [.. FiledStep, Step(2, 0, "Withdraw", Ada)], AppealSaid.Withdrawn),
        Appeal("moved on", Asks, AskedSteps, AppealSaid.MovedOn),
        Appeal("not now", Ruled, RuledSteps, AppealSaid.NotNow),
        Appeal("too late", Ruled with { State = AppealState.Closed }, RuledSteps, AppealSaid.TooLate),
        Appeal("another is open", Ruled, RuledSteps, AppealSaid.AnotherIsOpen),
        Appeal("leave, second reviewer", Open with { Ground = Ground.Leave, State = AppealState.InReview, Reviewer = Rita }, [.. FiledStep, Step(2, 1, "Claim", Rita), Step(3, 2, "Rule", Rita), Step(4, 3, "Disagree", Rita)]),
        List("three", AppealsSaid.Nothing, Case(Asks), Case(Ruled, "A-9F2KD"), Case(Open with { State = AppealState.Withdrawn }, "A-4HTNP")),
        List("none", AppealsSaid.Nothing),
        List("none to withdraw", AppealsSaid.NoneToWithdraw, Case(Ruled)),
        List("none to escalate", AppealsSaid.NoneToEscalate),
        List("none to add to", AppealsSaid.NoneToAddTo, Case(Final)),
        List("which", AppealsSaid.Which, Case(Open), Case(Asks, "A-9F2KD")),
        List("many", AppealsSaid.Nothing, [.. Enumerable.Range(2, 8).SelectMany(one => new[] { Case(Open, $"A-2222{one}"), Case(Final, $"A-3333{one}") })]),
        ("appeals", "window closed", AppealsCard.Of([], AppealsSaid.WindowClosed, Filed, "Mon 12 Oct", Parts.Wording)),
        Sheets("corrected", VerdictKind.Light, "A-7K3QX", "00000000-0000-7000-8000-000000000003"),
        Sheets("under review again", VerdictKind.UnderReview, "A-7K3QX", "00000000-0000-7000-8000-000000000003"),
        Sheets("corrected otherwise", VerdictKind.Light, null, "00000000-0000-7000-8000-000000000009"),
        Sheets("computed anew", VerdictKind.Light, null, SheetStore.Recomputed),
        Sheets("unchanged", VerdictKind.Light, null, null),
        ("appealgone", "gone", new AppealGoneCard()),
        Say("add", SayFormSaid.Nothing),
        Say("answer", SayFormSaid.Nothing, question: "Which editor was it?"),
        Say("answer, hostile", SayFormSaid.MovedOn, CardStates.Hostile, CardStates.Hostile),
        Say("empty", SayFormSaid.Empty),
        Say("too long", SayFormSaid.TooLong, new string('x', 2001)),
    ];

    private static Case Case(Appeal appeal, string reference = "A-7K3QX") => new(appeal, reference, 1, Guid.Empty, "Payments");

    private static ScoreSheet Gap() => Sheet(Q4, new(2026, 11, 22), Parts.Rubric, day => day switch
    {
        >= 2 and <= 11 => [Hidden(Tool.Copilot, Off)],
        27 => [Quiet(Tool.Copilot)],
        _ => [Use(Tool.Copilot, 5)],
    });

    private static (string, string, object) Sheets(string state, VerdictKind verdict, string? because, string? why)
    {
        var now = why is null ? Gap() : Sheet(Q4, new(2026, 11, 26), Parts.Rubric, day => day == 27 ? [Quiet(Tool.Copilot)] : [Use(Tool.Copilot, 5)]);
        var before = new KeptSheet(Gap(), Filed, why is null ? null : Filed.AddDays(3), why);
        return ("appealsheets", state, AppealSheetsCard.Of(Case(why is null ? Open : Ruled), before, now, verdict, because, new(2026, 11, 26), Parts.Wording));
    }

    private static Domain.Usage.Reason Off => Domain.Usage.Reason.TelemetryOff;

    private static Ruling Ruling(int level, DateTimeOffset at, string reason) => new(level, Rita, null, at, "2026.1",
        [new PartRuling(0, Outcome.Upheld, reason, [Credit]), new PartRuling(1, Outcome.Declined, "The reports for this day are complete and show no use of any tool.", [])]);

    private static AppealEventRow Step(int version, int days, string what, Guid by, string? text = null) =>
        new() { Appeal = Open.Id, Version = version, At = Filed.AddDays(days), Actor = by, What = what, Text = text };

    private static IEnumerable<AppealEventRow> Many() => Enumerable.Range(2, 38).Select(version => Step(version, 1, "Add", Ada, new string('ä', 2000)));

    private static (string, string, object) Form(string state, ScoreSheet sheet, FormSaid said = FormSaid.Nothing, FormFilled? filled = null) =>
        ("appealform", state, AppealFormCard.Of(sheet, said, filled ?? FormFilled.Empty, CardStates.Token, new(2026, 11, 22), Parts.Wording));

    private static (string, string, object) Appeal(string state, Appeal appeal, IReadOnlyList<AppealEventRow> steps, AppealSaid said = AppealSaid.Nothing)
    {
        var now = steps[^1].At;
        var tokens = new AppealTokens(WriteAppeal.MayWithdraw(appeal) ? CardStates.Token : null, WriteAppeal.MayEscalate(appeal, now) ? CardStates.Token : null);
        return ("appeal", state, WriteAppeal.Card(Case(appeal), steps, said, tokens, now, Council, Parts.Wording));
    }

    private static (string, string, object) List(string state, AppealsSaid said, params Case[] cases) => ("appeals", state, AppealsCard.Of(cases, said, Filed.AddDays(3), null, Parts.Wording));

    private static (string, string, object) Say(string state, SayFormSaid said, string text = "", string? question = null) => ("appealsay", state, new AppealSayCard(
        said, "A-7K3QX", question is null ? null : new Supplied(question), question is null ? null : "Tue 1 Dec", new Supplied(text), Parts.Wording.Number(text.Length), "2,000",
        question is null ? OwnAppeals.Add : OwnAppeals.Answer, CardStates.Token));
}
