using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

public sealed class ThresholdTests
{
    [Theory]
    [InlineData(int.MinValue, 5)]
    [InlineData(-1, 5)]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    [InlineData(7, 7)]
    [InlineData(20, 20)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Whatever_is_asked_it_is_never_under_5(int asked, int people) => Assert.Equal(people, Threshold.Of(asked).People);

    [Fact]
    public void A_threshold_that_nobody_set_is_10()
    {
        Assert.Equal(10, default(Threshold).People);
        Assert.Equal(10, new Threshold().People);
        Assert.Equal(10, (new Threshold[1])[0].People);
        Assert.Equal(Threshold.Default, Threshold.Of(10));
    }
}
