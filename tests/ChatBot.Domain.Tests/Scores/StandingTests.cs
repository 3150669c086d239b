using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Tests.Scores;

public sealed class StandingTests
{
    [Theory]
    [InlineData(17.9, Standing.Below)]
    [InlineData(18, Standing.About)]
    [InlineData(22, Standing.About)]
    [InlineData(22.1, Standing.Above)]
    public void About_is_within_a_tenth_of_the_median(double score, Standing standing) =>
        Assert.Equal(standing, Standings.Of((decimal)score, 20, 10, Rubrics.Current));

    [Theory]
    [InlineData(9, null, null, null)]
    [InlineData(10, Standing.Below, 10, null)]
    [InlineData(11, Standing.Below, 10, null)]
    [InlineData(12, Standing.Below, 15, null)]
    [InlineData(29, Standing.Below, 30, null)]
    [InlineData(30, Standing.Below, 30, 25)]
    public void Small_groups_say_nothing(int others, Standing? standing, int? size, int? median)
    {
        Assert.Equal(standing, Standings.Of(1, 22.5m, others, Rubrics.Current));
        Assert.Equal(size, Standings.GroupSize(others, Rubrics.Current));
        Assert.Equal(median, (int?)Standings.ShownMedian(22.5m, others, Rubrics.Current));
    }

    [Fact]
    public void The_median_is_the_middle_or_the_mean_of_the_middle_two()
    {
        Assert.Equal(20m, Standings.Median([30m, 10m, 20m]));
        Assert.Equal(15m, Standings.Median([30m, 10m, 20m, 5m]));
        Assert.Null(Standings.Median([]));
    }
}
