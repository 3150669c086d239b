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

/// <summary>What people are told of a case, on every step.</summary>
internal static class NewsStates
{
    private const string Why = "The editor's telemetry was switched off by policy in that week; the server saw a chat on each of the days.";
    private static readonly DateOnly Today = new(2026, 12, 1);
    private static readonly DateSpan Week = new(new(2026, 10, 5), new(2026, 10, 9));

    public static IReadOnlyList<(string Template, string State, object Data)> All { get; } =
    [
        News("new", NewsStep.New),
        News("new, second level", NewsStep.New, level: 2),
        News("new, second copy", NewsStep.New, copy: 2),
        News("again", NewsStep.Again),
        News("triage", NewsStep.Triage),
        News("warning", NewsStep.Warning),
        News("warning, second level", NewsStep.Warning, level: 2),
        News("given", NewsStep.Given),
        News("second", NewsStep.Second),
        News("disagreed", NewsStep.Disagreed),
        News("answered", NewsStep.Answered),
        News("unanswered", NewsStep.Unanswered),
        News("withdrawn", NewsStep.Withdrawn),
        News("unassigned", NewsStep.Unassigned),
        Told("question", NewsStep.Question, Asked(), "Which editor did you work in from 5 to 9 October?"),
        Told("question, hostile, second copy", NewsStep.Question, Asked(), CardStates.Hostile, copy: 2),
        Told("escalated", NewsStep.Escalated, Appeal() with { EscalatedAt = At(12, 8), State = AppealState.Escalated }, null),
        Ruled("upheld in part", [Upheld(0, Outcome.Upheld), Declined(1)], Light(), More(), VerdictKind.Light),
        Ruled("upheld, other tier", [Upheld(0, Outcome.Upheld), Upheld(1, Outcome.Upheld)], Light(), Heavy(), VerdictKind.Heavy),
        Ruled("declined by two", [Declined(0), Declined(1)], Light(), Light(), VerdictKind.Light, byTwo: true),
        Ruled("verdict still open", [Upheld(0, Outcome.Upheld), Declined(1)], Light(), More(), verdict: null),
        Ruled("hostile, second copy", [Upheld(0, Outcome.PartlyUpheld) with { Reason = CardStates.Hostile }, Declined(1) with { Reason = CardStates.Hostile }], Declared(), More(), VerdictKind.Light, further: CardStates.Hostile, copy: 2),
        Ruled("second level", [Declined(0), Declined(1)], Light(), Light(), VerdictKind.Light, level: 2, further: "works-council@example.com"),
        Ruled("every correction", [Everything(), Declined(1)], Light(), More(), VerdictKind.Exempt),
        Ruled("no score before", [Upheld(0, Outcome.Upheld), Declined(1)], Of(_ => [Hidden(Tool.Copilot, Reason.TelemetryOff)]), More(), VerdictKind.Light),
        ("posted", "corrected", new PostedCard("A-7K3QX", "Q4 2026", "Tue 1 Dec")),
    ];

    private static Appeal Appeal() => new()
    {
        Id = Guid.Empty,
        Person = Guid.Empty,
        Quarter = new Quarter(2026, 4),
        Ground = Ground.NotCaptured,
        Parts = [new AppealPart(new(2026, 10, 5), new(2026, 10, 9), Tool.Copilot), new AppealPart(new(2026, 10, 12), new(2026, 10, 16))],
        FiledAt = At(11, 23),
        Calendar = new CaseCalendar("DE", TimeZoneInfo.Utc, WorkingDays.MondayToFriday, []),
    };

    private static Appeal Asked() => Appeal() with { State = AppealState.NeedsInfo, AskedAt = At(11, 24) };

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 9, 0, 0, TimeSpan.Zero);

    private static Case Case(Appeal appeal) => new(appeal, "A-7K3QX", 3, Guid.Empty, "Risk");

    private static (string, string, object) News(string state, NewsStep step, int level = 1, int copy = 1) => (
        "casenews", state, MakeCaseNews.Card(Case(level == 1 ? Appeal() : Appeal() with { EscalatedAt = At(12, 8), State = AppealState.Escalated }), new NumberedStep(step, level), copy, Parts.Wording));

    private static (string, string, object) Told(string state, NewsStep step, Appeal appeal, string? question, int copy = 1) =>
        ("appealnews", state, MakeAppealNews.Card(Case(appeal), new NumberedStep(step, 2), copy, question, Parts.Wording));

    private static (string, string, object) Ruled(
        string state, PartRuling[] parts, ScoreSheet before, ScoreSheet after, VerdictKind? verdict, int level = 1, bool byTwo = false, string? further = null, int copy = 1)
    {
        var ruling = new Ruling(level, Guid.Empty, byTwo ? Guid.Empty : null, At(12, 1), "2026.1", parts);
        var found = Case(Appeal() with { State = level == 1 ? AppealState.Ruled : AppealState.RuledFinally, Rulings = [ruling] });
        var until = level == 1 ? found.Appeal.EscalateBy : null;
        return ("ruling", state, RulingMessage.Card(found, ruling, before, after, verdict, until, Today, Parts.Wording) with
        {
            EscalateToken = until is null ? null : CardStates.Token, IsCopy = copy > 1, Further = further is null ? null : new Supplied(further),
        });
    }

    private static PartRuling Upheld(int part, Outcome outcome) =>
        new(part, outcome, Why, [new Correction.CreditDays(part == 0 ? Week : new DateSpan(new(2026, 10, 12), new(2026, 10, 16)), Tool.Copilot, "regular")]);

    private static PartRuling Declined(int part) => new(part, Outcome.Declined, "The source looked on each of these days and saw no use; the report of the server and the editor agree.", []);

    private static PartRuling Everything() => new(0, Outcome.Upheld, Why,
    [
        new Correction.ExcludeDays(Week), new Correction.RemapAccount(7, Guid.Empty), new Correction.ChangeWorkArea(CardStates.Hostile, new DateSpan(new(2026, 10, 1), null)),
        new Correction.ChangeWorkingPattern(WorkingDays.MondayToFriday, Week), new Correction.ExemptUntil(new(2026, 12, 31)),
    ]);

    private static ScoreSheet Light() => Of(day => day is >= 2 and < 7 ? [Hidden(Tool.Copilot, Reason.TelemetryOff)] : day % 3 > 0 ? [Use(Tool.Copilot, 3, 0, 0, 11)] : [Quiet(Tool.Copilot)]);

    private static ScoreSheet Declared() => Of(day => day is >= 2 and < 7 ? [Hidden(Tool.Copilot, new Reason(CardStates.Hostile))] : [Use(Tool.Copilot, 3), Quiet(Tool.ClaudeCode)]);

    private static ScoreSheet More() => Of(day => day % 3 > 0 ? [Use(Tool.Copilot, 3, 0, 0, 11)] : [Use(Tool.Copilot, 5)]);

    private static ScoreSheet Heavy() => Of(day => [Use(Tool.Copilot, 14, 4, 1, 14)]);

    private static ScoreSheet Of(Func<int, ToolDay[]> plan) => Sheet(new Quarter(2026, 4), Today, Parts.Rubric, plan);
}
