using ChatBot.Domain.Appeals;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>
/// A random sequence of up to 12 steps by anybody at any time, with what must hold checked after each. When a verdict is frozen is followed from the
/// steps that were accepted, not from the appeal.
/// </summary>
internal sealed class AppealRun(int seed)
{
    private static readonly Guid?[] Actors =
        [Cast.Appellant, Cast.Appellant, Cast.Appellant, Cast.Holder, Cast.Holder, Cast.Other, Cast.Other, Cast.First, Cast.Peer, Cast.Manager, Cast.Office, Cast.Stranger, null, null];

    private static readonly OrgChart Moved = Cast.ChartWith([new(Cast.Holder, Cast.Manager), new(Cast.Id(101), Cast.Head)], new StandsIn(Cast.Other, Cast.Peer));

    private static readonly HashSet<(AppealState, AppealState)> Legal =
    [
        (AppealState.Filed, AppealState.InReview), (AppealState.InReview, AppealState.NeedsInfo), (AppealState.NeedsInfo, AppealState.InReview),
        (AppealState.InReview, AppealState.Ruled), (AppealState.Ruled, AppealState.Closed), (AppealState.InReview, AppealState.Filed),
        (AppealState.Ruled, AppealState.Escalated), (AppealState.Filed, AppealState.Escalated), (AppealState.InReview, AppealState.Escalated),
        (AppealState.NeedsInfo, AppealState.Escalated), (AppealState.Escalated, AppealState.RuledFinally), (AppealState.RuledFinally, AppealState.Closed),
        (AppealState.Filed, AppealState.Withdrawn), (AppealState.InReview, AppealState.Withdrawn), (AppealState.NeedsInfo, AppealState.Withdrawn),
        (AppealState.Escalated, AppealState.Withdrawn),
    ];

    private readonly Random random = new(seed);
    private readonly List<Case> cases = [];
    private DateTimeOffset now = Cast.Filed;
    private OrgChart chart = Cast.Chart;

    public int Rulings { get; private set; }

    public int Escalations { get; private set; }

    public AppealRun Go()
    {
        for (var left = random.Next(1, 13); left > 0; left--)
        {
            now = now.AddHours(random.Next(8) == 0 ? random.Next(24 * 40) : random.Next(30));
            chart = random.Next(30) == 0 ? Moved : chart;
            if (cases.Count == 0 || random.Next(9) == 0)
            {
                File();
            }
            else if (random.Next(9) == 0)
            {
                cases[random.Next(cases.Count)].Deliver(now);
            }
            else
            {
                Step(cases[random.Next(cases.Count)]);
            }

            Check();
        }

        return this;
    }

    private void File()
    {
        var day = new DateOnly(2026, 10, 1).AddDays(random.Next(20));
        var contest = Cast.Contest(random.Next(3) == 0 ? Ground.NotCaptured : Ground.Leave, new AppealPart(day, day.AddDays(random.Next(5)))) with { Id = Cast.Id(1000 + cases.Count) };
        var filed = Filing.File(contest, [.. cases.Select(one => one.Appeal)], Cast.Calendar, now);
        if (filed.Appeal is { } appeal)
        {
            cases.Add(new Case(appeal, now));
        }
    }

    private void Step(Case one)
    {
        var was = one.Appeal;
        var (happened, actor) = random.Next(2) == 0 ? Likely(was) : (Any(was), new Actor(Actors[random.Next(Actors.Length)]));
        var another = cases.Exists(other => other != one && other.Appeal.IsOpen && other.Appeal.Ground == was.Ground);
        var applied = AppealRules.Apply(was, happened, actor, now, chart, another);
        if (applied.Appeal is not { } next)
        {
            Require(applied.Refusal is not null, "refused without a reason");
            return;
        }

        Require(next.State == was.State || Legal.Contains((was.State, next.State)), $"{was.State} became {next.State}");
        Require(actor.Person is { } by ? by == was.Person || !IsPartial(was, by) : next.Rulings.Count == was.Rulings.Count, $"{actor} did {happened}");
        if (next.Rulings.Count > was.Rulings.Count)
        {
            Rulings++;
            Require(happened is AppealEvent.Rule or AppealEvent.Agree && next.Rulings.Count == was.Rulings.Count + 1, "ruled by something else");
            Require(!IsPartial(was, next.Rulings[^1].Reviewer) && (next.Rulings[^1].Second is not { } second || !IsPartial(was, second)), "ruled by somebody partial");
        }

        Escalations += next.Level > was.Level ? 1 : 0;
        one.Take(next, happened, now);
    }

    /// <summary>In this cast, by hand: the appellant's line and team, after the move the holder and the other too; on the second level who had the first.</summary>
    private bool IsPartial(Appeal appeal, Guid person) =>
        person == Cast.Appellant || person == Cast.Manager || person == Cast.Peer || person == Cast.Stranger
        || (chart == Moved && (person == Cast.Holder || person == Cast.Other)) || appeal.FirstReviewers.Contains(person);

    /// <summary>What people do who know what they do; left to chance alone hardly a sequence would come to a ruling.</summary>
    private (AppealEvent, Actor) Likely(Appeal appeal) => (appeal.State, appeal.Reviewer, appeal.Proposed) switch
    {
        (AppealState.NeedsInfo, _, _) => (new AppealEvent.Answer(), new Actor(Cast.Appellant)),
        (AppealState.Ruled, _, _) => (new AppealEvent.Escalate(), new Actor(Cast.Appellant)),
        (_, _, { } proposed) => (new AppealEvent.Agree(), new Actor(proposed.Reviewer == Cast.Other ? Cast.Holder : Cast.Other)),
        (_, { } holder, _) => (random.Next(2) == 0 ? Cast.Decline(appeal) : Cast.Uphold(appeal), new Actor(holder)),
        _ => (new AppealEvent.Claim(), new Actor(random.Next(2) == 0 ? Cast.Holder : Cast.First)),
    };

    private AppealEvent Any(Appeal appeal) => random.Next(17) switch
    {
        0 => new AppealEvent.Add(),
        1 => new AppealEvent.Answer(),
        2 => new AppealEvent.Withdraw(),
        3 => new AppealEvent.Escalate(),
        4 or 5 => new AppealEvent.Claim(),
        6 => new AppealEvent.Release(),
        7 => new AppealEvent.Ask(),
        8 => new AppealEvent.HandOver(Cast.Other),
        9 or 10 => random.Next(4) == 0 ? Cast.Uphold(appeal) with { Parts = [Cast.Upheld(0, appeal.Parts[0]) with { Reason = "No." }] } : Cast.Uphold(appeal),
        11 => Cast.Decline(appeal),
        12 => new AppealEvent.Agree(),
        13 => new AppealEvent.Disagree(),
        14 => new AppealEvent.Name(random.Next(2) == 0 ? Cast.Other : Cast.Manager),
        15 => new AppealEvent.ClockMissed(),
        _ => random.Next(2) == 0 ? new AppealEvent.AnswerTimeOver() : new AppealEvent.Close(),
    };

    private void Check()
    {
        var open = cases.Where(one => one.Appeal.IsOpen).Select(one => one.Appeal.Ground).ToList();
        Require(open.Count == open.Distinct().Count(), "two open of one key");
        foreach (var one in cases)
        {
            var appeal = one.Appeal;
            Require(appeal.Rulings.All(IsWhole) && appeal.Rulings.Select(ruling => ruling.Level).Distinct().Count() == appeal.Rulings.Count, "a ruling is not whole");
            Require(appeal.Rulings.All(ruling => ruling.Parts.Count == appeal.Parts.Count), "a part without a ruling");
            Require(appeal.Ground != Ground.Leave || appeal.Rulings.All(ruling => ruling.Outcome == Outcome.Upheld || (ruling.Second is { } second && second != ruling.Reviewer)), "leave declined by one");
            Require(Freeze.IsFrozen(appeal, one.DeliveredAt, Cast.Calendar.Day(now)) == one.IsFrozen(now), "frozen at the wrong time");
        }
    }

    private static bool IsWhole(Ruling ruling) => ruling.Parts.All(part => part.Reason.Length >= 40 && (part.Outcome == Outcome.Declined) == (part.Corrections.Count == 0));

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            Assert.Fail($"Seed {seed}, {now:O}: {what}.");
        }
    }

    /// <summary>An appeal, and since when and until when its verdict is to be frozen by what happened to it.</summary>
    private sealed class Case(Appeal appeal, DateTimeOffset filedAt)
    {
        private bool isFrozen = true;
        private DateTimeOffset? ruledAt;

        public Appeal Appeal { get; private set; } = appeal;

        public DateTimeOffset? DeliveredAt { get; private set; }

        public DateTimeOffset FiledAt => filedAt;

        public void Take(Appeal next, AppealEvent happened, DateTimeOffset now)
        {
            if (next.Rulings.Count > Appeal.Rulings.Count)
            {
                ruledAt = now;
            }
            else if (happened is AppealEvent.Escalate)
            {
                (isFrozen, ruledAt) = (true, null);
            }
            else if (happened is AppealEvent.Withdraw)
            {
                isFrozen = false;
            }

            Appeal = next;
        }

        public void Deliver(DateTimeOffset now)
        {
            if (ruledAt is not null)
            {
                (DeliveredAt, isFrozen) = (now, false);
            }
        }

        /// <summary>Five working days, Monday to Friday in this cast, are a week later; from a weekend the Friday after.</summary>
        public bool IsFrozen(DateTimeOffset now)
        {
            if (isFrozen && ruledAt is { } ruled)
            {
                var last = ruled.DayOfWeek switch { DayOfWeek.Saturday => 6, DayOfWeek.Sunday => 5, _ => 7 };
                return now.Date <= ruled.Date.AddDays(last);
            }

            return isFrozen;
        }
    }
}
