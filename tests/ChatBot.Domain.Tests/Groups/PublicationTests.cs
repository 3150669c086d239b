using System.Reflection;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

/// <summary>A head (0) with two teams: 1 leads 100–119, 2 leads 200–217; 3 leads 300–303.</summary>
public sealed class PublicationTests
{
    private static readonly Quarter Quarter = new(2026, 4);
    private static readonly Week Week = new(2026, 45);

    private readonly Dictionary<int, int> managers = new[] { 1, 2, 3 }.Select(head => (Person: head, Manager: 0))
        .Concat(Enumerable.Range(100, 20).Select(person => (person, 1)))
        .Concat(Enumerable.Range(200, 18).Select(person => (person, 2)))
        .Concat(Enumerable.Range(300, 4).Select(person => (person, 3)))
        .Append((0, -1)).ToDictionary();

    private readonly Dictionary<Guid, MemberClass> classes = [];

    public PublicationTests()
    {
        Class(MemberClass.Heavy, 100, 9);
        Class(MemberClass.Light, 109, 6);
    }

    [Fact]
    public void A_team_is_told_in_counts_rounded_to_5()
    {
        var figure = Shown(Publish(), viewer: 1, unit: 1);
        Assert.Equal(("about 10", "about 5", "about 5", "about 15", 20), (figure.Heavy.ToString(), figure.Light.ToString(), figure.Other.ToString(), figure.Active.ToString(), figure.Size));
        Assert.Equal((50, 25, 75), (figure.Percent(figure.Heavy), figure.Percent(figure.Light), figure.Percent(figure.Active)));
    }

    [Fact]
    public void Of_three_teams_with_one_too_small_the_next_is_hidden_too_so_that_taking_away_gives_nothing()
    {
        var publication = Publish();
        var shown = Shown(publication, 0, 0);
        Assert.Equal(new GroupAnswer.TooSmall(shown), publication.For(Id(3), Id(3)));
        Assert.Single(new[] { 1, 2 }, head => publication.For(Id(head), Id(head)) is GroupAnswer.Shown);
    }

    [Fact]
    public void Coverage_is_told_where_both_halves_are_large_enough()
    {
        Assert.Null(Shown(Publish(), 1, 1).Split);
        Class(MemberClass.NoUseSeen, 200, 18);
        Class(MemberClass.NotClassified, 100, 20);
        var split = Shown(Publish(), 0, 0).Split;
        Assert.Equal(new GroupSplit(new(20, CountSense.About), new(25, CountSense.About)), split);
    }

    [Fact]
    public void Rights_follow_todays_directory()
    {
        var cohort = new Cohort(Quarter, Tree());
        managers[1] = 2;
        var publication = Publish(cohort);
        Assert.IsType<GroupAnswer.Shown>(publication.For(Id(2), Id(1)));
        Assert.IsType<GroupAnswer.NotYours>(publication.For(Id(3), Id(1)));
        Assert.IsType<GroupAnswer.NotYours>(publication.For(Id(1), Id(0)));
        Assert.IsType<GroupAnswer.NotYours>(publication.For(Id(0), Id(100)));
        Assert.IsType<GroupAnswer.NoTeam>(publication.For(Id(100), Id(100)));
        Assert.IsType<GroupAnswer.NoTeam>(publication.For(Id(999), Id(999)));
    }

    [Fact]
    public void Who_gets_a_team_in_mid_quarter_is_told_the_day_they_start_and_who_gave_it_up_sees_it_no_more()
    {
        var cohort = new Cohort(Quarter, Tree());
        foreach (var person in managers.Where(link => link.Value == 1).Select(link => link.Key).ToList())
        {
            managers[person] = 50;
        }

        managers[50] = 0;
        var publication = Publish(cohort);
        Assert.Equal(new GroupAnswer.ManagerTooNew(new DateOnly(2027, 1, 1)), publication.For(Id(50), Id(50)));
        Assert.IsType<GroupAnswer.NoTeam>(publication.For(Id(1), Id(1)));
        Assert.IsType<GroupAnswer.NotYours>(publication.For(Id(0), Id(1)));
    }

    [Fact]
    public void Two_heads_who_change_teams_both_start_anew()
    {
        var cohort = new Cohort(Quarter, Tree());
        foreach (var person in managers.Keys.Where(person => person >= 100).ToList())
        {
            managers[person] = managers[person] switch { 1 => 2, 2 => 1, var other => other };
        }

        Assert.All(new[] { 1, 2 }, head => Assert.IsType<GroupAnswer.ManagerTooNew>(Publish(cohort).For(Id(head), Id(head))));
    }

    [Fact]
    public void Joiners_leavers_and_movers_change_no_figure_until_the_next_quarter()
    {
        var cohort = new Cohort(Quarter, Tree());
        var before = Publish(cohort).Figures.ToList();
        managers.Remove(100);
        managers[101] = 2;
        managers[150] = 1;
        classes[Id(150)] = MemberClass.Heavy;
        Assert.Equal(before, Publish(cohort).Figures);
    }

    [Fact]
    public void A_trend_is_told_for_the_same_members_and_the_week_right_before()
    {
        var cohort = new Cohort(Quarter, Tree());
        var before = Publish(cohort);
        Class(MemberClass.Heavy, 109, 6);
        Assert.Null(Shown(before, 1, 1).Trend);
        Assert.Equal(new GroupTrend(5, -5, 0), Shown(Publish(cohort, Week.Next, before), 1, 1).Trend);
        Assert.Null(Shown(Publish(cohort, Week.Next.Next, before), 1, 1).Trend);
        Assert.Null(Shown(Publish(new Cohort(Quarter.Next, Tree()), Week.Next, Publish(cohort)), 1, 1).Trend);
    }

    [Fact]
    public void A_told_figure_stays_until_it_is_no_longer_true()
    {
        var cohort = new Cohort(Quarter, Tree());
        var before = Publish(cohort);
        Class(MemberClass.NotClassified, 100, 3);
        Assert.Equal("about 5", Shown(Publish(cohort), 1, 1).Heavy.ToString());
        var next = Publish(cohort, Week.Next, before);
        Assert.Equal(("about 10", new GroupTrend(0, 0, 0)), (Shown(next, 1, 1).Heavy.ToString(), Shown(next, 1, 1).Trend));
        Class(MemberClass.NotClassified, 103, 1);
        Assert.Equal("about 5", Shown(Publish(cohort, Week.Next.Next, next), 1, 1).Heavy.ToString());
    }

    [Fact]
    public void A_stored_publication_goes_on_where_it_was()
    {
        var cohort = new Cohort(Quarter, Tree());
        var before = Publish(cohort);
        var restored = Publication.Restore(Tree(), cohort, Week, before.Figures.ToList());
        Assert.Equal(before.For(Id(3), Id(3)), restored.For(Id(3), Id(3)));
        Assert.Equal(Publish(cohort, Week.Next, before).Figures, Publish(cohort, Week.Next, restored).Figures);
    }

    [Fact]
    public void A_new_quarters_cell_that_would_tell_about_the_one_who_joined_is_not_told()
    {
        classes.Clear();
        Class(MemberClass.Heavy, 100, 2);
        Class(MemberClass.Light, 102, 1);
        managers[151] = 1;
        var before = Publish();
        Assert.Equal("fewer than 5", Shown(before, 1, 1).Heavy.ToString());
        managers[150] = 1;
        classes[Id(150)] = MemberClass.Heavy;

        var next = new Cohort(Quarter.Next, Tree());
        Assert.Equal("about 5", Shown(Publish(next, Week.Next), 1, 1).Heavy.ToString());
        var first = Publish(next, Week.Next, before);
        Assert.IsType<GroupAnswer.TooSmall>(first.For(Id(1), Id(1)));
        Class(MemberClass.Heavy, 100, 12);
        Assert.IsType<GroupAnswer.TooSmall>(Publish(next, Week.Next.Next, first).For(Id(1), Id(1)));
    }

    [Fact]
    public void What_is_told_has_room_for_counts_and_a_units_id_only()
    {
        Type[] allowed = [typeof(Guid), typeof(int), typeof(Quarter), typeof(Week), typeof(CountSense)];
        var seen = new HashSet<Type>();
        void Look(Type type)
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => seen.Add(property.PropertyType)))
            {
                if (!allowed.Contains(property.PropertyType))
                {
                    Assert.StartsWith("Group", property.PropertyType.Name, StringComparison.Ordinal);
                    Look(property.PropertyType);
                }
            }
        }

        Look(typeof(GroupFigure));
        Assert.Contains(typeof(GroupCount), seen);
        Assert.Single(typeof(GroupFigure).GetProperties(), property => property.PropertyType == typeof(Guid));
    }

    private static Guid Id(int person) => Company.Id(person);

    private static GroupFigure Shown(Publication publication, int viewer, int unit) =>
        Assert.IsType<GroupAnswer.Shown>(publication.For(Id(viewer), Id(unit))).Figure;

    private void Class(MemberClass of, int first, int count)
    {
        foreach (var person in Enumerable.Range(first, count))
        {
            classes[Id(person)] = of;
        }
    }

    private OrgTree Tree() => OrgTree.Of(managers.Select(link => new ReportsTo(Id(link.Key), link.Value < 0 ? null : Id(link.Value))));

    private Publication Publish(Cohort? cohort = null, Week? week = null, Publication? before = null) =>
        Publication.Of(Tree(), cohort ?? new Cohort(Quarter, Tree()), week ?? Week, classes, Threshold.Default, before);
}
