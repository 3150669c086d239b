using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>
/// Scores people for one quarter as of one day: a pure function of the facts, the rubric and a person's inputs. Made once per run; one scorer
/// may score people in parallel. What is dated after the as-of day is ignored.
/// </summary>
/// <param name="facts">What is the same for everybody.</param>
/// <param name="rubric">Weights, caps, thresholds.</param>
/// <param name="quarter">The quarter.</param>
/// <param name="asOf">The day as of which is scored.</param>
public sealed class Scorer(OrganisationFacts facts, Rubric rubric, Quarter quarter, DateOnly asOf)
{
    private readonly SharedFacts shared = new(facts, quarter, asOf);

    /// <summary>The person's sheet.</summary>
    public ScoreSheet Score(ScoreInputs inputs)
    {
        inputs = Corrected.Of(inputs);
        var usage = new PersonUsage(inputs, shared);
        var credits = new Credits(inputs.Corrections, rubric);
        usage.Credit(credits.LastUse(inputs.Person, shared));
        var look = new DayLook(inputs, usage, credits, shared, rubric);
        var last = Earlier(asOf, quarter.Last);
        var days = new SheetDay[Math.Max(0, last.DayNumber - quarter.First.DayNumber + 1)];
        var totals = new Totals();
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = look.At(quarter.First.AddDays(i));
            totals.Add(days[i], look);
        }

        var (verdict, reason) = Conclude(inputs, usage, look, days, totals);
        return new ScoreSheet
        {
            Quarter = quarter,
            AsOf = asOf,
            Rubric = rubric.Version,
            Verdict = verdict,
            Reason = reason,
            Borderline = verdict is SheetVerdict.Heavy or SheetVerdict.Light && rubric.IsBorderline(totals.Points, totals.Active, totals.Eligible),
            Points = totals.Points,
            EligibleDays = totals.Eligible,
            ActiveDays = totals.Active,
            LastUse = usage.LastUse,
            Days = days,
        };
    }

    /// <summary>Tier and verdict, first that applies.</summary>
    private (SheetVerdict Verdict, Reason? Reason) Conclude(ScoreInputs inputs, PersonUsage usage, DayLook look, SheetDay[] days, Totals totals)
    {
        if (IsTooNew(inputs, usage))
        {
            return (SheetVerdict.TooNew, null);
        }

        if (totals.WithoutTool.Commonest() is { } why && !totals.AnyTool)
        {
            return (SheetVerdict.NotMeasurable, why);
        }

        if (totals.Eligible < rubric.NeededDays)
        {
            return (SheetVerdict.NotMeasurable, totals.Uncovered.Commonest() ?? Reason.TooFewDays);
        }

        if (rubric.IsHeavy(totals.Points, totals.Active, totals.Eligible))
        {
            return (SheetVerdict.Heavy, null);
        }

        var windowLast = Earlier(Settling.Last(asOf), quarter.Last);
        var windowFirst = windowLast.AddDays(1 - rubric.NonDays);
        if (usage.LastPossibleUse >= windowFirst)
        {
            return (SheetVerdict.Light, null);
        }

        return IsCoveredEnough(look, days, windowFirst, windowLast) ? (SheetVerdict.Non, null) : (SheetVerdict.NotMeasurable, Reason.NotCovered);
    }

    private bool IsTooNew(ScoreInputs inputs, PersonUsage usage)
    {
        var (start, licence) = (inputs.Person.StartDate, usage.FirstLicence);
        var from = start is null || licence > start ? licence ?? start : start;
        return from is { } first && Earlier(asOf, quarter.Last).DayNumber - first.DayNumber < rubric.NewDays;
    }

    /// <summary>Whether at least half, and at least 4, of the window's days that are eligible but for coverage were covered. It may begin before the quarter.</summary>
    private bool IsCoveredEnough(DayLook look, SheetDay[] days, DateOnly first, DateOnly last)
    {
        var (coverable, covered) = (0, 0);
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            var place = date.DayNumber - quarter.First.DayNumber;
            var leftOut = (place >= 0 ? days[place] : look.At(date)).LeftOut;
            coverable += leftOut is LeftOut.No or LeftOut.NotCovered ? 1 : 0;
            covered += leftOut == LeftOut.No ? 1 : 0;
        }

        return covered >= rubric.NonCoveredDays && covered >= rubric.NonCoveredShare * coverable;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    /// <summary>What the days of the quarter add up to.</summary>
    private sealed class Totals
    {
        public int Points { get; private set; }

        public int Eligible { get; private set; }

        public int Active { get; private set; }

        /// <summary>Whether any settled, working, employed day, leave or not, has a tool.</summary>
        public bool AnyTool { get; private set; }

        /// <summary>Why the settled, working, employed days without a tool have none.</summary>
        public ReasonCount WithoutTool { get; } = new();

        /// <summary>Why days that would be eligible were not covered.</summary>
        public ReasonCount Uncovered { get; } = new();

        public void Add(SheetDay day, DayLook look)
        {
            if (day.LeftOut is LeftOut.No or LeftOut.NotCovered or LeftOut.OnLeave or LeftOut.Excluded)
            {
                if (DayLook.HasTool(day))
                {
                    AnyTool = true;
                }
                else
                {
                    WithoutTool.Add(look.WhyNoTool(day.Day));
                }
            }

            if (day.LeftOut == LeftOut.No)
            {
                Eligible++;
                Points += day.Points;
                Active += day.Use ? 1 : 0;
            }
            else if (day.Reason is { } reason)
            {
                Uncovered.Add(reason);
            }
        }
    }
}
