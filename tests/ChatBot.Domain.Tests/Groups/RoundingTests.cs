using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

public sealed class RoundingTests
{
    [Fact]
    public void Counts_become_multiples_of_5_that_add_up_and_none_moves_by_5() => Seeds.Hold(2000, seed =>
    {
        var random = new Random(seed);
        var counts = Enumerable.Range(0, random.Next(3, 5)).Select(_ => random.Next(random.Next(1, 200))).ToArray();
        var rounded = Rounding.Of(counts);
        Assert.Equal(Rounding.Of(counts.Sum()), rounded.Sum());
        Assert.All(rounded.Zip(counts), pair => Assert.True(pair.First % 5 == 0 && Math.Abs(pair.First - pair.Second) < 5));
        Assert.Equal(rounded, Rounding.Of(counts));
    });

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 5)]
    [InlineData(7, 5)]
    [InlineData(8, 10)]
    public void A_size_goes_to_the_nearest(int size, int rounded) => Assert.Equal(rounded, Rounding.Of(size));

    [Fact]
    public void Every_rounded_cell_of_10_or_more_has_several_solutions()
    {
        for (var size = 10; size <= 40; size++)
        {
            var origins = from heavy in Enumerable.Range(0, size + 1)
                          from light in Enumerable.Range(0, size - heavy + 1)
                          group (heavy, light) by string.Join(',', Rounding.Of(heavy, light, size - heavy - light));
            Assert.All(origins, told => Assert.True(told.Count() >= 3, $"{told.Key} of {size} has {told.Count()} solutions"));
        }
    }

    [Fact]
    public void What_is_told_is_true_of_what_was_counted()
    {
        for (var size = 5; size <= 40; size++)
        {
            for (var heavy = 0; heavy <= size; heavy++)
            {
                var rounded = Rounding.Of(heavy, 0, size - heavy);
                var told = GroupCount.Of(rounded[0], rounded.Sum());
                Assert.True(
                    told.Sense switch
                    {
                        CountSense.FewerThan => heavy < told.People,
                        CountSense.MoreThan => heavy > told.People,
                        _ => Math.Abs(heavy - told.People) < 5,
                    },
                    $"{heavy} of {size} is told as {told}");
            }
        }
    }
}
