using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Usage;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Features;

namespace ChatBot.Tests.Goldens;

/// <summary>The reviewer's cards in every state, on a Monday.</summary>
internal static class ReviewStates
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Rita = Id(1);
    private static readonly OrgChart Chart = new(
        Enumerable.Range(1, 60).Select(number => new ReportsTo(Id(number), Id(number + 100))), [], [Rita, Id(2), Id(3)], []);

    private static Wording Wording => Parts.Wording;

    public static IReadOnlyList<(string Template, string State, object Data)> All { get; } =
    [
        ("queue", "few", Few("")),
        ("queue", "empty", Card([], "")),
        ("queue", "first page of many", Card(Many, "")),
        ("queue", "last page of many", Card(Many, "", page: 3)),
        ("queue", "only mine", Few("mine")),
        ("queue", "only leave", Few("leave")),
        ("queue", "free ones about a tool", Few("free copilot")),
        ("queue", "nothing fits", Few("second removal")),
        ("queue", "of somebody who reviews nothing", new QueueCard { Reviews = false }),
        .. Enum.GetValues<ReviewSaid>().Select(said => ("reviewsaid", Named(said.ToString()), (object)Said(said))),
        .. Enum.GetValues<QuestionSaid>().Select(said => ("caseask", Named(said.ToString()), (object)new CaseAskCard(
            "A-7K3QX", said, new Supplied(said is QuestionSaid.TooLong or QuestionSaid.Moved ? CardStates.Hostile : string.Empty), "2,412", "2,000", CardStates.Token))),
        ("casehandover", "two", new CaseHandOverCard("A-7K3QX", [Person("Rob Example (0 cases)", 1), Person("Ruth Example (3 cases)", 2)], CardStates.Token)),
        ("casehandover", "hostile", new CaseHandOverCard("A-7K3QX", [Person(CardStates.Hostile, 1)], CardStates.Token)),
        .. Enum.GetValues<RuleState>().Select(state => ("caserule", Named(state.ToString()), (object)Rule(state))),
        ("unassigned", "two", Unassigned(2)),
        ("unassigned", "none", Unassigned(0)),
        ("unassigned", "first page of many", Unassigned(9)),
        ("unassigned", "last page of many", Unassigned(9, page: 3)),
        ("unassigned", "of somebody outside the office", new UnassignedCard { Names = false }),
        .. Enum.GetValues<NameSaid>().Select(said => ("casename", Named(said.ToString()), (object)new CaseNameCard(
            "A-7K3QX", AppealWords.Of(Ground.NotCaptured), "9 working days left, to Fri 4 Dec", said, said == NameSaid.Nobody ? [] : [Person("Oscar Example (0 cases)", 3)],
            new Supplied(said == NameSaid.Unknown ? CardStates.Hostile : string.Empty), CardStates.Token))),
    ];

    private enum RuleState
    {
        OnePart,
        ThreePartsWithAProblem,
        ManyParts,
    }

    private static RuleFormCard Rule(RuleState state) => new()
    {
        Reference = "A-7K3QX",
        Ground = AppealWords.Of(state == RuleState.OnePart ? Ground.Leave : Ground.NotCaptured),
        Said = state == RuleState.ThreePartsWithAProblem ? ChoiceWords.Of(new ChoiceRefusal(1, ChoiceProblem.ReasonTooShort), 3, Wording) : string.Empty,
        TakesTwo = state == RuleState.OnePart,
        ReasonLength = "40",
        First = Part(0, state == RuleState.ThreePartsWithAProblem),
        Second = state == RuleState.OnePart ? null : Part(1, isFilled: false),
        Third = state == RuleState.OnePart ? null : Part(2, isFilled: false),
        Fourth = state == RuleState.ManyParts ? Part(3, isFilled: false) : null,
        More = state == RuleState.ManyParts ? [Part(4, isFilled: false), Part(5, isFilled: false)] : [],
        Until = string.Empty,
        Area = new Supplied(state == RuleState.ThreePartsWithAProblem ? CardStates.Hostile : string.Empty),
        Token = CardStates.Token,
    };

    private static RulePart Part(int number, bool isFilled) => new(
        $"{number}", $"{5 + number}–{6 + number} Oct, GitHub Copilot", isFilled ? "partly" : string.Empty, isFilled ? "exclude" : string.Empty,
        [new FixChoice(new Supplied("The days do not count"), "exclude"), new FixChoice(new Supplied("The days count as light use of GitHub Copilot"), "credit:copilot:light"), new FixChoice(new Supplied(number > 0 ? CardStates.Hostile : "GitHub account tess is theirs"), "account:17")],
        $"2026-10-{5 + number:00}", $"2026-10-{6 + number:00}", string.Empty, new Supplied(isFilled ? CardStates.Hostile : string.Empty));

    private static PersonChoice Person(string title, int number) => new(new Supplied(title), Id(number).ToString("N"));

    private static UnassignedCard Unassigned(int count, int page = 1) =>
        UnassignedCard.Of([.. Enumerable.Range(0, count).Select(number => File(number + 10, Now.AddDays(-number), null, number % 2 == 0 ? Ground.NotCaptured : Ground.Leave, one => number == 1 ? one with { State = AppealState.Escalated, EscalatedAt = Now.AddDays(-2) } : one)).Reverse()], page, Now, Wording);

    private static string Named(string words) => string.Concat(words.Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString())).Trim();

    private static IReadOnlyList<Case> Many => [.. Enumerable.Range(0, 23).Select(number => File(number + 10, Now.AddHours(-2 * number), number % 4 == 1 ? Rita : null)).Reverse()];

    private static QueueCard Few(string filter)
    {
        IReadOnlyList<Case> cases =
        [
            File(10, Now.AddDays(-16), Rita),
            File(11, Now.AddDays(-14), null, Ground.Leave),
            File(12, Now.AddDays(-11), Rita, change: one => one with { State = AppealState.NeedsInfo, AskedAt = Now.AddDays(-1) }),
            File(13, Now.AddDays(-7), Id(2), Ground.Leave, one => one with { Proposed = Proposed(one, Id(2)) }),
            File(14, Now.AddDays(-6), Rita, Ground.Leave, one => one with { Proposed = Proposed(one, Rita) }),
            File(15, Now.AddDays(-4), Id(3)),
            File(16, Now.AddDays(-3), null, Ground.WrongWorkArea, one => one with { State = AppealState.Escalated, EscalatedAt = Now.AddDays(-3) }),
            File(17, Now.AddHours(-1), null, change: one => one with { Parts = [new(new(2026, 10, 5), new(2026, 10, 9), Tool.Copilot), new(new(2026, 10, 12), new(2026, 10, 12), Tool.ClaudeCode), new(new(2026, 11, 2), new(2026, 11, 6))] }),
        ];
        return Card(cases, filter);
    }

    private static QueueCard Card(IReadOnlyList<Case> cases, string filter, int page = 1)
    {
        var card = QueueCard.Of(Queue.Of(cases, Chart, Rita), QueueFilter.Read(filter), page, Asked, Tokens, Wording);
        return card with { Take = card.Take is { } take ? take with { Token = CardStates.Token } : null };
    }

    private static ReviewSaidCard Said(ReviewSaid said)
    {
        var ruled = said is ReviewSaid.Ruled or ReviewSaid.Agreed;
        var free = said is ReviewSaid.Moved or ReviewSaid.Released;
        return new ReviewSaidCard(
            "A-7K3QX", said, ruled || said == ReviewSaid.Proposed ? Wording.Sentence(AppealWords.Of(said == ReviewSaid.Ruled ? Outcome.PartlyUpheld : Outcome.Declined)) : null,
            ruled ? null : "9 working days left, to Fri 4 Dec", free ? new QueueTake("A-7K3QX", CardStates.Token) : null, said is ReviewSaid.Claimed or ReviewSaid.Questioned or ReviewSaid.Proposed);
    }

    private static Asked Asked => new(
        new Turn { Key = "golden", Account = new Account(Channel.Web, "local", "rita@example.com"), Kind = TurnKind.Typed, At = Now },
        new Understood(Parts.Phrasebook.Find("queue.show")!, Guessed: false, []), Rita, Now);

    private static ActionTokens Tokens => new(null!, new TurnEffects());

    private static Case File(int person, DateTimeOffset at, Guid? reviewer, Ground ground = Ground.NotCaptured, Func<Appeal, Appeal>? change = null)
    {
        var appeal = new Appeal
        {
            Id = Id(person + 1000),
            Person = Id(person),
            Quarter = new Quarter(2026, 4),
            Ground = ground,
            Parts = [new AppealPart(new(2026, 10, 5), new(2026, 10, 16), ground == Ground.NotCaptured ? Tool.Copilot : null)],
            FiledAt = at,
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(), at),
            State = reviewer is null ? AppealState.Filed : AppealState.InReview,
            Reviewer = reviewer,
            FirstClaimedAt = reviewer is null ? null : at,
        };
        return new Case(change is null ? appeal : change(appeal), $"A-7K{person:000}", 1, Guid.Empty, "Payments");
    }

    private static Ruling Proposed(Appeal appeal, Guid reviewer) =>
        new(1, reviewer, null, Now, "2026.1", [new PartRuling(0, Outcome.Declined, "The calendar of the team shows work on every one of these days.", [])]);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
