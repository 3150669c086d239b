using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>The days of a quarter that can still change its sheet.</summary>
/// <param name="Pending">Days that are over and not settled yet.</param>
/// <param name="Ahead">Number of days still to come.</param>
public sealed record DaysLeft(IReadOnlyList<DateOnly> Pending, int Ahead)
{
    /// <summary>Counts working days that are no holidays, no leave and within employment, after the last settled day up to the quarter's end.</summary>
    /// <param name="person">The person.</param>
    /// <param name="corrections">Corrections of their sheets.</param>
    /// <param name="holidays">Days per country code.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="asOf">The sheet's as-of day.</param>
    public static DaysLeft Of(
        Person person, IReadOnlyList<Correction> corrections, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays, Quarter quarter, DateOnly asOf)
    {
        var pending = new List<DateOnly>();
        var ahead = 0;
        var first = Settling.Last(asOf).AddDays(1);
        for (var day = first < quarter.First ? quarter.First : first; day <= quarter.Last; day = day.AddDays(1))
        {
            if (Attendance.On(person, corrections, holidays, day) != LeftOut.No)
            {
                continue;
            }

            if (day <= asOf)
            {
                pending.Add(day);
            }
            else
            {
                ahead++;
            }
        }

        return new DaysLeft(pending, ahead);
    }
}

/// <summary>Something to do: on so many of the days to come, so much on each.</summary>
/// <param name="Days">On how many days, at least 1.</param>
/// <param name="Of">Out of how many.</param>
/// <param name="Daily">What on each of them; null where a signal is not needed.</param>
/// <param name="Points">Points that such a day brings.</param>
public sealed record Suggestion(int Days, int Of, Signals Daily, int Points);

/// <summary>What would move a person, by the quarter's end.</summary>
public abstract record Move
{
    private Move()
    {
    }

    /// <summary>Heavy already.</summary>
    /// <param name="Keep">What keeps it; null when it stays whatever the days to come bring.</param>
    /// <param name="CanBeKept">False when even the fullest days to come cannot.</param>
    public sealed record AlreadyHeavy(Suggestion? Keep, bool CanBeKept) : Move;

    /// <summary>Heavy can be reached this quarter.</summary>
    /// <param name="Least">The fewest days that do it; null when what is seen already does once its days have settled.</param>
    public sealed record Reachable(Suggestion? Least) : Move;

    /// <summary>Not even the fullest days to come reach heavy this quarter.</summary>
    public sealed record NotThisQuarter : Move;

    /// <summary>There is no tier to move from.</summary>
    public sealed record NoTier : Move;
}

/// <summary>What would move me: from the real thresholds and the days left.</summary>
public static class Moves
{
    private static readonly Signal[] InOrder = [Signal.Prompt, Signal.AgentSession, Signal.ReviewRequest, Signal.Acceptance];

    /// <summary>The way to heavy by the quarter's end, provided that every day left counts and that nothing else is done on it.</summary>
    /// <param name="sheet">The sheet as it stands.</param>
    /// <param name="left">The days left as of the sheet's as-of day.</param>
    /// <param name="rubric">The sheet's rubric.</param>
    public static Move ToHeavy(ScoreSheet sheet, DaysLeft left, Rubric rubric)
    {
        if (Verdicts.Of(sheet).Tier is null)
        {
            return new Move.NoTier();
        }

        var (points, active) = Pending(sheet, left, rubric);
        var goal = new Goal(sheet.Points + points, sheet.ActiveDays + active, sheet.EligibleDays + left.Pending.Count + left.Ahead, left.Ahead, rubric);
        var reached = goal.Holds(0, 0);
        var least = reached ? null : Least(goal, rubric);
        return sheet.Verdict == SheetVerdict.Heavy ? new Move.AlreadyHeavy(least, reached || least is not null)
            : reached || least is not null ? new Move.Reachable(least)
            : new Move.NotThisQuarter();
    }

    /// <summary>The same where only the number of days to come is known.</summary>
    /// <inheritdoc cref="ToHeavy(ScoreSheet, DaysLeft, Rubric)"/>
    public static Move ToHeavy(ScoreSheet sheet, int remainingEligibleDays, Rubric rubric) =>
        ToHeavy(sheet, new DaysLeft([], remainingEligibleDays), rubric);

    /// <summary>The fewest days: by prompts alone where that can do it, else with agent sessions, review requests and acceptances too.</summary>
    private static Suggestion? Least(Goal goal, Rubric rubric)
    {
        for (var kinds = 1; kinds <= InOrder.Length; kinds++)
        {
            var most = InOrder.Take(kinds).Sum(rubric.Most);
            for (var days = 1; days <= goal.Ahead; days++)
            {
                if (goal.Holds(days, most))
                {
                    return Fill(goal, days, rubric);
                }
            }
        }

        return null;
    }

    /// <summary>The fewest acts a day that still do it: prompts first, up to their cap, then the next kind.</summary>
    private static Suggestion Fill(Goal goal, int days, Rubric rubric)
    {
        var points = 0;
        var counts = new int?[InOrder.Length];
        for (var kind = 0; kind < InOrder.Length && (points == 0 || !goal.Holds(days, points)); kind++)
        {
            var rule = rubric[InOrder[kind]];
            for (counts[kind] = 0; counts[kind] < rule.Cap && (points == 0 || !goal.Holds(days, points)); counts[kind]++)
            {
                points += rule.Weight;
            }
        }

        return new Suggestion(days, goal.Ahead, new Signals(counts[0], counts[1], counts[2], counts[3], null), points);
    }

    /// <summary>What is already seen of the days that are not settled yet.</summary>
    private static (int Points, int Active) Pending(ScoreSheet sheet, DaysLeft left, Rubric rubric)
    {
        var (points, active) = (0, 0);
        foreach (var day in sheet.Days)
        {
            if (day.LeftOut == LeftOut.Pending && left.Pending.Contains(day.Day))
            {
                points += ScoredDay.Lines(day.Tools, rubric).Sum(line => line.Points);
                active += day.Use ? 1 : 0;
            }
        }

        return (points, active);
    }

    /// <summary>Where the sheet would stand at the quarter's end.</summary>
    private sealed record Goal(int Points, int Active, int Eligible, int Ahead, Rubric Rubric)
    {
        /// <summary>Whether it would be heavy with so many more days of so many points.</summary>
        public bool Holds(int days, int pointsADay) =>
            Eligible >= Rubric.NeededDays && Rubric.IsHeavy(Points + (days * pointsADay), Active + days, Eligible);
    }
}
