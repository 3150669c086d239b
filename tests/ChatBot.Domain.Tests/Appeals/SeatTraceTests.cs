using ChatBot.Domain.Appeals;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>What the snapshots of seats say, as of a day.</summary>
public sealed class SeatTraceTests
{
    private static readonly Case Some = new Case().Account(1, Tool.Copilot).Account(2, Tool.Copilot)
        .Seat(1, Case.Day(11, 1), lastActivity: Case.Day(10, 30)).Seat(1, Case.Day(11, 8), cancelled: Case.Day(11, 30)).Seat(2, Case.Day(11, 15)).Snapshot(Case.Day(11, 22));

    [Fact]
    public void Before_the_first_snapshot_there_is_nothing() => Assert.Empty(On(Case.Day(10, 31)));

    [Fact]
    public void The_last_snapshot_with_the_seat_speaks() =>
        Assert.Equal([new SeatTrace(Source.Copilot, Case.Day(1, 5), null, Case.Day(10, 30), Case.Day(11, 1), null)], On(Case.Day(11, 7)));

    [Fact]
    public void A_later_snapshot_without_it_is_when_it_was_gone_and_the_latest_trace_comes_first() => Assert.Equal(
        [
            new SeatTrace(Source.Copilot, Case.Day(1, 5), null, null, Case.Day(11, 15), Case.Day(11, 22)),
            new SeatTrace(Source.Copilot, Case.Day(1, 5), Case.Day(11, 30), null, Case.Day(11, 8), Case.Day(11, 15)),
        ],
        On(Case.Day(12, 1)));

    [Fact]
    public void What_was_taken_after_the_day_is_not_known_on_it() => Assert.All(On(Case.Day(11, 10)), trace => Assert.Null(trace.GoneOn));

    private static IReadOnlyList<SeatTrace> On(DateOnly day) => SeatTrace.Of(Some.Inputs, Some.Facts, day);
}
