using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Features;
using static ChatBot.Tests.Goldens.SheetMaker;

namespace ChatBot.Tests.Goldens;

/// <summary>The cards of the programme office about appeals, and the message to whoever is corrected, in every state.</summary>
internal static class OfficeStates
{
    private const string Finding = "0199aaaaaaaa7bbb8cccddddddddeeee";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Quarter Q4 = new(2026, 4);

    private static Wording Wording => Parts.Wording;

    public static IReadOnlyList<(string Template, string State, object Data)> All { get; } =
    [
        ("officeonly", "closed", new OfficeOnlyCard()),
        ("findings", "many", new FindingsCard { Said = FindingSaid.Nothing, One = Many, MayDecide = true, More = true, Elsewhere = true }),
        ("findings", "few", new FindingsCard { Said = FindingSaid.Nothing, One = Few, MayDecide = true }),
        ("findings", "many, who ruled", new FindingsCard { Said = FindingSaid.Nothing, One = Many with { Verdicts = null } }),
        ("findings", "private mode", new FindingsCard { Said = FindingSaid.Nothing, One = Few with { People = null }, MayDecide = true }),
        ("findings", "nothing", new FindingsCard { Said = FindingSaid.Nothing, One = null }),
        ("findings", "approved", new FindingsCard { Said = FindingSaid.Approved, Corrected = "241 people", LeftOut = "fewer than 10 people", One = null }),
        ("findings", "approved in private mode", new FindingsCard { Said = FindingSaid.Approved, One = null }),
        ("findings", "dismissed", new FindingsCard { Said = FindingSaid.Dismissed, One = Few, MayDecide = true }),
        ("findings", "moved on", new FindingsCard { Said = FindingSaid.MovedOn, One = null, Elsewhere = true }),
        ("findingform", "approve", new FindingFormCard(true, Many, ReasonProblem.None, "0", null, CardStates.Token)),
        ("findingform", "dismiss", new FindingFormCard(false, Few, ReasonProblem.None, "0", null, CardStates.Token)),
        ("findingform", "too short", new FindingFormCard(true, Many, ReasonProblem.TooShort, "12", new Supplied(CardStates.Hostile), CardStates.Token)),
        ("findingform", "too long", new FindingFormCard(true, Many, ReasonProblem.TooLong, "2,345", new Supplied("All of the team."), CardStates.Token)),
        Correction("usual", Before(), After()),
        Correction("under review, second copy", Before(), After(), underReview: true, again: true),
        Correction("nothing counted before", Nothing(), After()),
        ("appealstats", "full", Statistics(Appeals("Risk"))),
        ("appealstats", "hostile", Statistics(Appeals(CardStates.Hostile), first: CardStates.Hostile)),
        ("appealstats", "empty", Statistics([])),
        ("appealstats", "small", Statistics([.. Appeals("Risk").Take(9)])),
        ("appealstats", "some cells hidden", Statistics([.. Appeals("Risk").Take(34)])),
        ("appealstats", "private mode", Statistics([], isPrivate: true)),
    ];

    private static FindingLine Many => new(Finding, "GitHub Copilot", FindingCards.Because(Reason.TelemetryOff), "5–16 Oct", "Q4 2026", "241 people", "2,318 days", "57");

    private static FindingLine Few => new(Finding, "GitHub Copilot", FindingCards.Because(Reason.ClientTooOld), "5–16 Oct", "Q4 2026", "fewer than 10 people", null, null);

    private static ScoreSheet Before() => Sheet(Q4, new(2026, 11, 23), Parts.Rubric, day => day < 12 ? [Hidden(Tool.Copilot, Reason.TelemetryOff)] : [Use(Tool.Copilot, 5)]);

    private static ScoreSheet Nothing() => Sheet(Q4, new(2026, 11, 23), Parts.Rubric, _ => [Hidden(Tool.Copilot, Reason.TelemetryOff)]);

    private static ScoreSheet After() => Sheet(
        Q4, new(2026, 11, 23), Parts.Rubric,
        day => day < 12 ? [new ToolDay(Tool.Copilot, new Coverage(CoverageState.Credited, null), new Signals(4, 1, null, null, null), Use: true)] : [Use(Tool.Copilot, 5)]);

    private static (string, string, object) Correction(string state, ScoreSheet before, ScoreSheet after, bool underReview = false, bool again = false)
    {
        var row = new FindingRow
        {
            Id = Guid.Empty, Appeal = Guid.Empty, Reviewer = Guid.Empty, Quarter = "2026-Q4", Tool = Tool.Copilot.Id, Reason = Reason.TelemetryOff.Name, FromDay = new(2026, 10, 5),
            ToDay = new(2026, 10, 16), State = FindingState.Approved, StateAt = Now,
        };
        Correction.CreditDays[] credited = [new(new DateSpan(new(2026, 10, 5), new(2026, 10, 9)), Tool.Copilot, "regular"), new(new DateSpan(new(2026, 10, 12), new(2026, 10, 16)), Tool.Copilot, "regular")];
        return ("correction", state, MakeCorrection.Card(row, credited, before, after, underReview, again, Wording));
    }

    private static StatisticsCard Statistics(IReadOnlyCollection<CountedAppeal> appeals, string first = "Rob Example", bool isPrivate = false) => ShowStatistics.Card(
        AppealStatistics.Of(appeals, Now), new Dictionary<Guid, string> { [Reviewer(0)] = first, [Reviewer(1)] = "Rita Example" }, Now.AddMonths(-12), Now, isPrivate, Wording);

    private static Guid Reviewer(int number) => new(number + 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    /// <summary>Sixty appeals on three grounds, ruled on by two people, some escalated.</summary>
    private static IReadOnlyList<CountedAppeal> Appeals(string area) =>
    [
        .. Enumerable.Range(0, 60).Select(number =>
        {
            var filed = Now.AddDays(-40 - number);
            Outcome[] outcomes = [Outcome.Upheld, Outcome.Declined, Outcome.PartlyUpheld, Outcome.Declined, Outcome.Declined];
            var first = new Ruling(1, Reviewer(number % 2), null, filed.AddDays(3 + (number % 17)), "2026.1", [new PartRuling(0, outcomes[number % 5], string.Empty, [])]);
            var second = first with { Level = 2, Reviewer = Reviewer((number + 1) % 2), Parts = [new PartRuling(0, number % 3 == 0 ? Outcome.Upheld : outcomes[number % 5], string.Empty, [])] };
            var ground = number % 6 == 5 ? Ground.Removal : number % 2 == 0 ? Ground.NotCaptured : Ground.Leave;
            return new CountedAppeal(
                new Appeal
                {
                    Id = Reviewer(number + 100), Person = Reviewer(number + 200), Quarter = Q4, Ground = ground, FiledAt = filed, State = AppealState.Closed, FirstClaimedAt = filed.AddDays(number % 7),
                    Parts = [new AppealPart(new(2026, 10, 5), new(2026, 10, 9), number % 4 == 0 ? null : Tool.Copilot)],
                    Calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(), filed), EscalatedAt = number % 3 == 0 ? filed.AddDays(25) : null,
                    Rulings = number % 3 == 0 ? [first, second] : [first],
                },
                number % 5 == 0 ? area : "Payments");
        }),
    ];
}
