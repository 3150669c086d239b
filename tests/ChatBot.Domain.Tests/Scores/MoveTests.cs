using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Scores;

/// <summary>What would move me: a promise that has to come true.</summary>
public sealed class MoveTests
{
    private static readonly DateOnly Closed = new(2027, 1, 4);

    [Fact]
    public void What_is_suggested_comes_true_and_nothing_less_does()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Seeds.Hold(600, seed =>
        {
            var asOf = Case.Day(10, 15).AddDays(new Random(seed).Next(0, 77));
            var sheet = Random(seed, asOf).As(asOf).Score();
            var left = DaysLeft.Of(Random(seed, asOf).Person, [], Random(seed, asOf).Facts.Holidays, sheet.Quarter, asOf);
            var move = Moves.ToHeavy(sheet, left, Rubrics.Current);
            SheetVerdict After(int days, Signals daily) => Applied(Random(seed, asOf), asOf, days, daily).As(Closed).Score().Verdict;
            switch (move)
            {
                case Move.NoTier:
                    Assert.Null(Verdicts.Of(sheet).Tier);
                    break;
                case Move.NotThisQuarter or Move.AlreadyHeavy { CanBeKept: false }:
                    Assert.NotEqual(SheetVerdict.Heavy, After(99, new Signals(10, 2, 1, 20, 0)));
                    break;
                case Move.AlreadyHeavy { Keep: null } or Move.Reachable { Least: null }:
                    Assert.Equal(SheetVerdict.Heavy, After(0, default));
                    break;
                case Move.AlreadyHeavy { Keep: { } keep }:
                    AssertLeast(keep, After);
                    break;
                case Move.Reachable { Least: { } least }:
                    AssertLeast(least, After);
                    break;
            }

            var name = move switch
            {
                Move.Reachable { Least: { Daily.AgentSessions: null } } => "by prompts",
                Move.Reachable { Least: not null } => "by more",
                Move.AlreadyHeavy { Keep: not null } => "to keep",
                _ => move.GetType().Name,
            };
            seen[name] = seen.GetValueOrDefault(name) + 1;
        });
        Assert.Superset(new HashSet<string> { "by prompts", "by more", "to keep", "NotThisQuarter", "AlreadyHeavy", "NoTier" }, seen.Keys.ToHashSet());
    }

    [Fact]
    public void Somebody_light_is_told_days_and_prompts()
    {
        // 44 days of 3 prompts are 660 points; 10 days are left to be counted, so 54 × 25 = 1,350 are needed.
        var sheet = new Case().Score() with { Verdict = SheetVerdict.Light, Points = 660, EligibleDays = 44, ActiveDays = 44 };
        Assert.Equal(new Move.NotThisQuarter(), Moves.ToHeavy(sheet, 5, Rubrics.Current));
        Assert.Equal(new Move.NotThisQuarter(), Moves.ToHeavy(sheet, 0, Rubrics.Current));
        Assert.Equal(new Move.Reachable(new Suggestion(10, 10, new Signals(10, 2, null, null, null), 70)), Moves.ToHeavy(sheet, 10, Rubrics.Current));
        Assert.Equal(new Move.Reachable(new Suggestion(19, 20, new Signals(10, null, null, null, null), 50)), Moves.ToHeavy(sheet, 20, Rubrics.Current));
    }

    [Fact]
    public void Days_left_are_working_days_after_the_last_settled_one()
    {
        var some = Case.WithSeat().As(Case.Day(12, 15)).With(p => p with { Leave = [new DateSpan(Case.Day(12, 21), Case.Day(12, 22))], EndDate = Case.Day(12, 30), Country = new([(Case.Day(1, 1), "DE")]) });
        some.GermanHolidays.Add(Case.Day(12, 25));
        var left = DaysLeft.Of(some.Person, [], some.Facts.Holidays, some.Quarter, some.AsOf);
        Assert.Equal([Case.Day(12, 14), Case.Day(12, 15)], left.Pending);
        Assert.Equal(3 + 2 + 3, left.Ahead);
    }

    private static void AssertLeast(Suggestion least, Func<int, Signals, SheetVerdict> after)
    {
        Assert.InRange(least.Days, 1, least.Of);
        Assert.Equal(SheetVerdict.Heavy, after(least.Days, least.Daily));
        var kinds = least.Daily;
        var fullest = new Signals(10, kinds.AgentSessions is null ? 0 : 2, kinds.ReviewRequests is null ? 0 : 1, kinds.Acceptances is null ? 0 : 20, 0);
        Assert.NotEqual(SheetVerdict.Heavy, after(least.Days - 1, fullest));
        if (kinds is { AgentSessions: null, Prompts: > 1 })
        {
            Assert.NotEqual(SheetVerdict.Heavy, after(least.Days, new Signals(kinds.Prompts - 1, null, null, null, null)));
        }
    }

    /// <summary>Somebody whose tool is covered on every day, with some use up to the as-of day.</summary>
    private static Case Random(int seed, DateOnly asOf)
    {
        var random = new Random(seed);
        var some = new Case().Account(1, Tool.ChatGpt).Reads(Case.Day(9, 30), default, scope: Case.CodexScope).As(Closed);
        some.With(p => p with { Leave = [new DateSpan(Case.Day(11, 2), Case.Day(11, 2).AddDays(random.Next(0, 30)))] });
        var (share, volume) = (random.Next(0, 101), random.Next(1, 15));
        for (var day = Case.Day(10, 1); day <= asOf; day = day.AddDays(1))
        {
            if (random.Next(100) < share)
            {
                some.Reads(day, new Signals(random.Next(0, volume), random.Next(0, 2), 0, 0, 0), scope: Case.CodexScope);
            }
        }

        return some;
    }

    private static Case Applied(Case some, DateOnly asOf, int days, Signals daily)
    {
        var holidays = some.Facts.Holidays;
        for (var day = asOf.AddDays(1); day <= some.Quarter.Last && days > 0; day = day.AddDays(1))
        {
            if (Attendance.On(some.Person, [], holidays, day) == LeftOut.No)
            {
                some.Reads(day, daily, scope: Case.CodexScope);
                days--;
            }
        }

        return some;
    }
}
