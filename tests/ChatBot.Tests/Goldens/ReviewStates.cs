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
        .. Enum.GetValues<ReviewSaid>().Select(said => ("reviewsaid", Named(said), (object)Said(said))),
    ];

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

    private static string Named(ReviewSaid said) => string.Concat(said.ToString().Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString())).Trim();

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
