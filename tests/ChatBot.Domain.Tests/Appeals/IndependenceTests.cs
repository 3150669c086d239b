using ChatBot.Domain.Appeals;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>Who may review what, by name and in 200 random directories.</summary>
public sealed class IndependenceTests
{
    [Fact]
    public void Each_kind_of_conflict_is_found()
    {
        var appeal = Cast.New();
        Guid report = Cast.Id(60), below = Cast.Id(61), aside = Cast.Id(62);
        var chart = Cast.ChartWith(
            [new(report, Cast.Appellant), new(below, report), new(aside, Cast.Id(100))],
            new StandsIn(Cast.Other, Cast.Stranger), new StandsIn(Cast.Stranger, Cast.Head));
        Conflict Of(Guid person, Appeal? of = null) => Independence.Of(chart, of ?? appeal, person);
        Assert.Equal(
            [Conflict.OwnCase, Conflict.SameLine, Conflict.SameLine, Conflict.SameLine, Conflict.SameLine, Conflict.SameLine, Conflict.SameTeam, Conflict.NotListed, Conflict.None],
            new[] { Cast.Appellant, Cast.Manager, Cast.Head, Cast.Chief, report, below, Cast.Peer, Cast.Id(999), Cast.Holder }.Select(one => Of(one)));
        Assert.Equal(Conflict.SameLine, Of(Cast.Other));
        Assert.Equal(Conflict.SetTheValue, Of(Cast.Holder, appeal with { SetBy = [Cast.Holder] }));
        Assert.Equal(Conflict.FirstLevel, Of(Cast.Holder, appeal with { FirstReviewers = [Cast.Holder] }));
        Assert.Equal(Conflict.FirstLevelLine, Of(aside, appeal with { FirstReviewers = [Cast.Holder] }));
        Assert.Equal([Cast.Holder, Cast.First], Independence.IndependentReviewers(chart, appeal));
        Assert.Empty(Independence.IndependentReviewers(chart, appeal with { Person = Cast.Id(998) }));
    }

    [Fact]
    public void A_second_manager_counts_as_much_as_the_first()
    {
        var chart = Cast.ChartWith([new(Cast.Appellant, Cast.Holder)]);
        Assert.Equal(Conflict.SameLine, Independence.Of(chart, Cast.New(), Cast.Holder));
        Assert.Equal(Conflict.None, Independence.Of(chart, Cast.New(), Cast.Other));
    }

    [Fact]
    public void With_no_independent_reviewer_the_office_names_one_who_need_be_none_by_role_and_the_clock_runs()
    {
        var setBy = Cast.New() with { SetBy = [Cast.Holder, Cast.Other, Cast.First] };
        Assert.Empty(Independence.IndependentReviewers(Cast.Chart, setBy));
        Assert.Equal(Refusal.NotIndependent, setBy.Refused(new AppealEvent.Name(Cast.Holder), Cast.Office));
        Assert.Equal(Refusal.NotIndependent, setBy.Refused(new AppealEvent.Name(Cast.Peer), Cast.Office));
        var named = setBy.After((new AppealEvent.Name(Cast.Stranger), Cast.Office));
        Assert.Equal((AppealState.InReview, Cast.Stranger, setBy.Clock), (named.State, named.Reviewer, named.Clock));
        Assert.Equal(AppealState.Ruled, named.After((Cast.Uphold(named), Cast.Stranger)).State);
        Assert.Equal(AppealState.Escalated, setBy.At(Cast.Filed.AddDays(15), (new AppealEvent.ClockMissed(), null)).State);
    }

    [Fact]
    public void Handing_over_takes_another_independent_reviewer()
    {
        var held = Cast.New().After((new AppealEvent.Claim(), Cast.Holder));
        Assert.All([Cast.Holder, Cast.Peer, Cast.Manager, Cast.Stranger, Cast.Appellant], to => Assert.Equal(Refusal.NotIndependent, held.Refused(new AppealEvent.HandOver(to), Cast.Holder)));
        Assert.Equal(Cast.Other, held.After((new AppealEvent.HandOver(Cast.Other), Cast.Holder)).Reviewer);
    }

    [Fact]
    public void A_reviewer_who_becomes_partial_in_mid_case_loses_it_and_is_told_that_nothing_is_there()
    {
        var held = Cast.New().After((new AppealEvent.Claim(), Cast.Holder));
        var moved = Cast.ChartWith([new(Cast.Holder, Cast.Manager)]);
        Assert.Equal(Refusal.NotThere, held.Refused(Cast.Uphold(held), Cast.Holder, chart: moved));
        Assert.Equal(Refusal.NotThere, held.Refused(new AppealEvent.Release(), Cast.Holder, chart: moved));
        Assert.Equal(Refusal.NotDue, held.Refused(new AppealEvent.Release(), null));
        var released = AppealRules.Apply(held, new AppealEvent.Release(), Actor.Clock, Cast.Filed.AddDays(1), moved).Appeal!;
        Assert.Equal((AppealState.Filed, (Guid?)null), (released.State, released.Reviewer));
    }

    [Fact]
    public void In_200_random_directories_no_conflicted_person_gets_or_decides_a_case_or_learns_that_there_is_one()
    {
        var (refused, claimed, withNone) = (0, 0, 0);
        Seeds.Hold(200, seed =>
        {
            var random = new Random(seed);
            var (before, after) = (RandomChart.Of(random), default(RandomChart)!);
            after = before.Moved(random);
            foreach (var appellant in Enumerable.Range(0, before.Listed))
            {
                int[] setters = random.Next(3) == 0 ? [random.Next(before.Listed)] : [];
                var appeal = Filing.File(Cast.Contest(Ground.NotCaptured) with { Person = Cast.Id(appellant), SetBy = [.. setters.Select(Cast.Id)] }, [], Cast.Calendar, Cast.Filed).Appeal!;
                withNone += Independence.IndependentReviewers(before.Chart, appeal).Count == 0 ? 1 : 0;
                for (var person = 0; person < before.Reviewers.Length; person++)
                {
                    var taken = Try(before, appeal, new AppealEvent.Claim(), person);
                    if (!before.Reviewers[person] || before.Conflicts(person, appellant, setters, []))
                    {
                        Assert.Equal(Try(before, null, new AppealEvent.Claim(), person), taken);
                        refused++;
                        continue;
                    }

                    Assert.Equal(person, Number(taken.Appeal!.Reviewer!.Value));
                    claimed++;
                    var ruled = Try(after, taken.Appeal, Cast.Uphold(appeal), person);
                    Assert.Equal(after.Conflicts(person, appellant, setters, []), ruled.Refusal == Refusal.NotThere);
                    if (ruled.Appeal is { } decided)
                    {
                        SecondLevel(after, decided, appellant, person, setters);
                    }
                }
            }
        });
        Assert.True(refused > 1000 && claimed > 1000 && withNone > 0, $"{refused} refused, {claimed} claimed, {withNone} with nobody independent");
    }

    [Fact]
    public void Whoever_names_a_reviewer_is_of_the_office_and_out_of_the_line() => Seeds.Hold(60, seed =>
    {
        var chart = RandomChart.Of(new Random(seed));
        foreach (var appellant in Enumerable.Range(0, chart.Listed))
        {
            var appeal = Cast.New() with { Person = Cast.Id(appellant) };
            Assert.All(Enumerable.Range(0, chart.Offices.Length), office => Assert.Equal(chart.MayName(office, appellant), Independence.MayName(chart.Chart, appeal, Cast.Id(office))));
        }
    });

    private static void SecondLevel(RandomChart chart, Appeal ruled, int appellant, int first, int[] setters)
    {
        var escalated = Try(chart, ruled, new AppealEvent.Escalate(), appellant).Appeal!;
        for (var person = 0; person < chart.Reviewers.Length; person++)
        {
            var may = chart.Reviewers[person] && !chart.Conflicts(person, appellant, setters, [first]);
            Assert.Equal(may ? null : Refusal.NotThere, Try(chart, escalated, new AppealEvent.Claim(), person).Refusal);
        }
    }

    private static Applied Try(RandomChart chart, Appeal? appeal, AppealEvent happened, int person) =>
        AppealRules.Apply(appeal, happened, new Actor(Cast.Id(person)), Cast.Filed.AddDays(1), chart.Chart);

    private static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}
