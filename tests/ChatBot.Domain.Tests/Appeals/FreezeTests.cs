using ChatBot.Domain.Appeals;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>From filing or escalation until the ruling's message is sent, five working days have passed after the ruling, or withdrawal.</summary>
public sealed class FreezeTests
{
    private static readonly DateOnly Today = new(2026, 11, 4);

    [Fact]
    public void It_holds_in_every_state_that_waits_for_a_ruling()
    {
        var claimed = Cast.New().After((new AppealEvent.Claim(), Cast.First));
        Appeal[] open = [Cast.New(), claimed, claimed.After((new AppealEvent.Ask(), Cast.First)), Ruled.After((new AppealEvent.Escalate(), Cast.Appellant))];
        Assert.All(open, appeal => Assert.True(Freeze.IsFrozen(appeal, null, new DateOnly(2028, 1, 1))));
        Assert.False(Freeze.IsFrozen(Cast.New().After((new AppealEvent.Withdraw(), Cast.Appellant)), null, Today));
    }

    [Fact]
    public void It_ends_when_the_rulings_message_is_sent()
    {
        Assert.True(Freeze.IsFrozen(Ruled, null, Today));
        Assert.False(Freeze.IsFrozen(Ruled, Cast.Filed.AddDays(1), Today));
        Assert.False(Freeze.IsFrozen(Ruled.At(Cast.Filed.AddDays(60), (new AppealEvent.Close(), null)), null, new DateOnly(2027, 1, 4)));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void It_ends_five_working_days_after_the_ruling_when_nobody_can_be_reached(int day, bool frozen) =>
        Assert.Equal(frozen, Freeze.IsFrozen(Ruled, null, new DateOnly(2026, 11, day)));

    [Fact]
    public void The_message_of_the_first_ruling_does_not_end_the_freeze_of_the_second()
    {
        var final = Ruled.At(Cast.Filed.AddDays(10), (new AppealEvent.Escalate(), Cast.Appellant), (new AppealEvent.Claim(), Cast.Other), (Cast.Uphold(Ruled), Cast.Other));
        Assert.True(Freeze.IsFrozen(final, Cast.Filed.AddDays(2), new DateOnly(2026, 11, 13)));
        Assert.False(Freeze.IsFrozen(final, Cast.Filed.AddDays(10), new DateOnly(2026, 11, 13)));
    }

    private static Appeal Ruled => Cast.New().After((new AppealEvent.Claim(), Cast.First), (Cast.Uphold(Cast.New()), Cast.First));
}
