using ChatBot.Domain.Appeals;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>Figures that can be recounted from the cases, and none of fewer than ten.</summary>
public sealed class StatisticsTests
{
    private static readonly DateTimeOffset Now = Cast.Filed.AddDays(100);

    [Fact]
    public void Cells_under_ten_are_not_told_and_cannot_be_worked_out_from_the_others()
    {
        var told = Of([.. Some(30, Ground.Leave), .. Some(12, Ground.NotCaptured), .. Some(11, Ground.Other), .. Some(3, Ground.Removal)]);
        Assert.Equal(56, told.Received);
        Assert.Equal([(Ground.Leave, 30), (Ground.NotCaptured, 12)], told.ByGround.Select(one => (one.Key, one.Value)));
        Assert.Equal([(Ground.Leave, 30), (Ground.Other, 11)], Of([.. Some(30, Ground.Leave), .. Some(11, Ground.Other), .. Some(9, Ground.Removal), .. Some(1, Ground.NoLicence)]).ByGround.Select(one => (one.Key, one.Value)));
        var few = Of([.. Some(9, Ground.Leave)]);
        Assert.Null(few.Received);
        Assert.Empty(few.ByGround);
    }

    [Fact]
    public void Tools_and_work_areas_are_counted()
    {
        var both = Cast.New(Ground.NotCaptured, Cast.Part with { Tool = Tool.Copilot }, Cast.Part with { Tool = Tool.ClaudeCode }, Cast.Part with { Tool = Tool.Copilot });
        var told = Of([.. Enumerable.Repeat(new CountedAppeal(both, "Search"), 10), .. Some(15, Ground.Leave, "Ads")]);
        Assert.Equal([("claude-code", 10), ("copilot", 10)], told.ByTool.Select(one => (one.Key.Id, one.Value)).Order());
        Assert.Equal([("Ads", 15), ("Search", 10)], told.ByWorkArea.Select(one => (one.Key, one.Value)).Order());
    }

    [Fact]
    public void Days_to_the_first_ruling_have_a_median_and_a_ninetieth_percentile()
    {
        var told = Of([.. Enumerable.Range(1, 10).Select(day => Ruled(Ground.Other, upheld: false, after: day))]);
        Assert.Equal((5.5m, 9), (told.MedianDays, told.NinetiethDays));
        Assert.Equal((1m, 11), (Of([.. Enumerable.Repeat(1, 9).Append(11).Append(11).Select(day => Ruled(Ground.Other, false, day))]).MedianDays, Of([.. Enumerable.Repeat(1, 9).Append(11).Append(11).Select(day => Ruled(Ground.Other, false, day))]).NinetiethDays));
        Assert.Null(Of([.. Enumerable.Repeat(Ruled(Ground.Other, false), 9)]).MedianDays);
    }

    [Theory]
    [InlineData(2, 8, false)]
    [InlineData(3, 9, true)]
    [InlineData(5, 20, false)]
    [InlineData(5, 19, true)]
    [InlineData(9, 0, false)]
    [InlineData(10, 0, true)]
    public void A_ground_upheld_in_more_than_one_of_five_opens_a_note(int upheld, int declined, bool note)
    {
        var told = Of([.. Enumerable.Repeat(Ruled(Ground.Other, true), upheld), .. Enumerable.Repeat(Ruled(Ground.Other, false), declined)]);
        Assert.Equal(note ? [new RuleNote(Ground.Other, new Share(upheld, upheld + declined))] : [], told.Notes);
    }

    [Fact]
    public void Overturning_is_told_by_level_and_by_reviewer_and_level()
    {
        var declined = Ruled(Ground.Other, false);
        var reversed = Final(declined.Appeal, upheld: true);
        var confirmed = Final(declined.Appeal, upheld: false);
        var told = Of([.. Enumerable.Repeat(reversed, 8), .. Enumerable.Repeat(confirmed, 4), .. Enumerable.Repeat(Ruled(Ground.Other, true), 8)]);
        Assert.Equal(
            [
                new RulingRate(null, 1, new Share(8, 20), new Share(8, 20)), new RulingRate(Cast.First, 1, new Share(8, 20), new Share(8, 20)),
                new RulingRate(null, 2, new Share(8, 12), null), new RulingRate(Cast.Other, 2, new Share(8, 12), null),
            ],
            told.Rates);
        Assert.Empty(told.ByOutcome);
    }

    [Fact]
    public void Missed_clocks_are_told_of_those_whose_time_is_over()
    {
        var filed = new CountedAppeal(Cast.New(), "");
        var missed = new CountedAppeal(Cast.New().At(Cast.Filed.AddDays(15), (new AppealEvent.ClockMissed(), null)), "");
        var withdrawn = new CountedAppeal(Cast.New().After((new AppealEvent.Withdraw(), Cast.Appellant)), "");
        var late = new CountedAppeal(missed.Appeal.At(Cast.Filed.AddDays(16), (new AppealEvent.Claim(), Cast.Other), (Cast.Uphold(missed.Appeal), Cast.Other)).At(Cast.Filed.AddDays(60), (new AppealEvent.Close(), null)), "");
        var told = Of([.. Enumerable.Repeat(Ruled(Ground.Other, true), 12), .. Enumerable.Repeat(filed, 3), .. Enumerable.Repeat(missed, 6), .. Enumerable.Repeat(withdrawn, 7), .. Enumerable.Repeat(late, 5)]);
        Assert.Equal((new Share(14, 26), new Share(14, 26), new Share(6, 11)), (told.TriageMissed, told.RulingMissed, told.FinalMissed));
        Assert.Null(AppealStatistics.Of([.. Enumerable.Repeat(filed, 20)], Cast.Filed.AddDays(1)).TriageMissed);
    }

    [Fact]
    public void No_number_of_fewer_than_ten_is_told_whatever_the_cases() => Seeds.Hold(200, seed =>
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, random.Next(0, 80)).Select(_ => random.Next(3) == 0
            ? new CountedAppeal(Cast.New((Ground)random.Next(1, 9)), random.Next(3) == 0 ? "Ads" : "Search")
            : Ruled((Ground)random.Next(1, 9), random.Next(2) == 0, random.Next(1, 10))).ToList();
        var told = Of(all);
        Assert.All([.. told.ByGround.Values, .. told.ByOutcome.Values, .. told.ByWorkArea.Values, .. told.Rates.Select(one => one.Overturning.Of), .. told.Notes.Select(one => one.Overturned.Of)], count => Assert.True(count >= 10, $"{count}"));
        Assert.All(told.ByGround, one => Assert.Equal(all.Count(appeal => appeal.Appeal.Ground == one.Key), one.Value));
        var left = all.Count - told.ByGround.Values.Sum();
        Assert.True(told.Received is null || left is 0 or >= 10 || told.ByGround.Count == 0, $"{left} can be worked out.");
    });

    private static AppealStatistics Of(IReadOnlyCollection<CountedAppeal> all) => AppealStatistics.Of(all, Now);

    private static IEnumerable<CountedAppeal> Some(int count, Ground ground, string area = "") => Enumerable.Repeat(new CountedAppeal(Cast.New(ground), area), count);

    private static CountedAppeal Ruled(Ground ground, bool upheld, int after = 1)
    {
        var claimed = Cast.New(ground).After((new AppealEvent.Claim(), Cast.First));
        var ruled = claimed.At(Cast.Filed.AddDays(after), (upheld ? Cast.Uphold(claimed) : Cast.Decline(claimed), Cast.First));
        return new CountedAppeal(ground == Ground.Leave && !upheld ? ruled.At(Cast.Filed.AddDays(after), (new AppealEvent.Agree(), Cast.Other)) : ruled, "Search");
    }

    private static CountedAppeal Final(Appeal ruled, bool upheld) => new(
        ruled.After((new AppealEvent.Escalate(), Cast.Appellant), (new AppealEvent.Claim(), Cast.Other), (upheld ? Cast.Uphold(ruled) : Cast.Decline(ruled), Cast.Other)), "");
}
