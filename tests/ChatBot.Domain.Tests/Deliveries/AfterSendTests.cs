using ChatBot.Domain.Deliveries;
using Xunit;

namespace ChatBot.Domain.Tests.Deliveries;

public sealed class AfterSendTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DeliveryClass.Quiet, Ending.Sent, DeliveryState.Sent)]
    [InlineData(DeliveryClass.Quiet, Ending.Refused, DeliveryState.Failed)]
    [InlineData(DeliveryClass.Quiet, Ending.Gone, DeliveryState.Failed)]
    [InlineData(DeliveryClass.Quiet, Ending.NotNow, DeliveryState.Planned)]
    [InlineData(DeliveryClass.Quiet, Ending.Unclear, DeliveryState.Unknown)]
    [InlineData(DeliveryClass.MustArrive, Ending.Sent, DeliveryState.Sent)]
    [InlineData(DeliveryClass.MustArrive, Ending.Refused, DeliveryState.Failed)]
    [InlineData(DeliveryClass.MustArrive, Ending.NotNow, DeliveryState.Planned)]
    [InlineData(DeliveryClass.MustArrive, Ending.Unclear, DeliveryState.Planned)]
    [InlineData(DeliveryClass.Reply, Ending.Unclear, DeliveryState.Unknown)]
    public void The_first_attempt_leads_where_the_class_says(DeliveryClass of, Ending ending, DeliveryState state) =>
        Assert.Equal(state, AfterSend.Of(ending, "c", null, new SendHistory(of, 1, 0, null), Now, 0.5).State);

    [Fact]
    public void What_must_arrive_is_sent_once_more_and_then_nobody_knows()
    {
        var second = AfterSend.Of(Ending.Unclear, "http-502", null, new SendHistory(DeliveryClass.MustArrive, 1, 0, null), Now, 1);
        var third = AfterSend.Of(Ending.Unclear, "http-502", null, new SendHistory(DeliveryClass.MustArrive, 2, second.Unclear, null), Now, 1);

        Assert.Equal(new NextStep(DeliveryState.Planned, 1, "http-502", Now + AfterSend.FirstPause), second);
        Assert.Equal(new NextStep(DeliveryState.Unknown, 2, "http-502"), third);
    }

    [Fact]
    public void A_copy_that_may_have_arrived_is_never_told_as_failed_expired_or_withheld()
    {
        var history = new SendHistory(DeliveryClass.MustArrive, 2, 1, Now);

        Assert.Equal(DeliveryState.Unknown, AfterSend.Of(Ending.Gone, "blocked", null, history, Now, 0).State);
        Assert.Equal(DeliveryState.Unknown, AfterSend.Of(Ending.NotNow, "Throttled", null, history, Now, 0).State);
        Assert.Equal(DeliveryState.Unknown, AfterSend.End(DeliveryState.WithheldAtSend, "Stopped", history).State);
    }

    [Fact]
    public void A_provider_that_asks_for_a_pause_gets_at_least_that() => Seeds.Hold(500, seed =>
    {
        var dice = new Random(seed);
        var after = TimeSpan.FromSeconds(dice.Next(0, 4000));
        var next = AfterSend.Of(Ending.NotNow, "Throttled", after, new SendHistory(DeliveryClass.Quiet, dice.Next(1, AfterSend.MostAttempts), 0, null), Now, dice.NextDouble());

        Assert.Equal(DeliveryState.Planned, next.State);
        Assert.InRange(next.DueAt!.Value, Now + after, Now + after + AfterSend.FirstPause);
    });

    [Fact]
    public void Without_one_the_bound_of_the_pause_doubles_up_to_its_end()
    {
        Assert.Equal([2, 4, 8, 16], Enumerable.Range(1, 4).Select(attempts => AfterSend.Pause(attempts, null, 1).TotalSeconds));
        Assert.Equal(AfterSend.LongestPause, AfterSend.Pause(1000, null, 1));
        Assert.Equal(TimeSpan.Zero, AfterSend.Pause(5, null, 0));
    }

    [Fact]
    public void Whatever_happens_a_delivery_ends_and_is_not_sent_more_often_than_its_class_allows() => Seeds.Hold(2000, seed =>
    {
        var dice = new Random(seed);
        var of = dice.Next(2) == 0 ? DeliveryClass.Quiet : DeliveryClass.MustArrive;
        DateTimeOffset? expires = dice.Next(2) == 0 ? Now.AddMinutes(dice.Next(1, 600)) : null;
        var (time, attempts, unclear, mayHaveArrived) = (Now, 0, 0, 0);
        for (var state = DeliveryState.Planned; state == DeliveryState.Planned;)
        {
            attempts++;
            Assert.InRange(attempts, 1, AfterSend.MostAttempts + 1);
            var ending = (Ending)dice.Next(5);
            mayHaveArrived += ending is Ending.Sent or Ending.Unclear ? 1 : 0;
            var next = AfterSend.Of(ending, "c", dice.Next(2) == 0 ? TimeSpan.FromSeconds(dice.Next(100)) : null, new SendHistory(of, attempts, unclear, expires), time, dice.NextDouble());
            (state, unclear) = (next.State, next.Unclear);
            if (state == DeliveryState.Planned)
            {
                Assert.True(next.DueAt >= time && !(next.DueAt >= expires));
                time = next.DueAt.Value;
            }

            Assert.Equal(ending == Ending.Sent, state == DeliveryState.Sent);
        }

        Assert.InRange(mayHaveArrived, 0, of == DeliveryClass.Quiet ? 1 : 2);
    });
}
