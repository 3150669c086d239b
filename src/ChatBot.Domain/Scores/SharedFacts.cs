using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>What a run computes once for everybody. Immutable, so that people can be scored in parallel.</summary>
internal sealed class SharedFacts
{
    public SharedFacts(OrganisationFacts facts, Quarter quarter, DateOnly asOf)
    {
        AsOf = asOf;
        FirstDay = ScoreWindow.FirstDay(quarter);
        // Rule 9 of coverage looks 28 days ahead; of later days only the last use matters.
        var last = quarter.Last.AddDays(28);
        Days = DayIndex.Between(FirstDay, last < asOf ? last : asOf);
        Reports = new Reports(facts.Scopes, facts.SourceDays, Days);
        Snapshots = new Snapshots(facts.SeatSnapshots, asOf);
        Gaps = new Gaps(facts.Gaps.Where(gap => gap.Span.From <= quarter.Last && !(gap.Span.To < FirstDay)));
        Holidays = facts.Holidays;
    }

    public DateOnly AsOf { get; }

    public DateOnly FirstDay { get; }

    public DayIndex Days { get; }

    public Reports Reports { get; }

    public Snapshots Snapshots { get; }

    public Gaps Gaps { get; }

    public IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> Holidays { get; }
}
