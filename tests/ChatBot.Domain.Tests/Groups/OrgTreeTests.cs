using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

public sealed class OrgTreeTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public void A_circle_is_opened_above_its_lowest_id(int length)
    {
        var tree = Tree([.. Enumerable.Range(0, length).Select(i => (i, (int?)((i + 1) % length))), (length, 1)]);
        Assert.Equal(length, tree.Members(Company.Id(0)).Count);
        Assert.True(tree.IsBelow(Company.Id(1), Company.Id(0)));
        Assert.False(tree.IsBelow(Company.Id(0), Company.Id(1)));
        Assert.True(tree.IsBelow(Company.Id(length), Company.Id(1)));
    }

    [Fact]
    public void Who_manages_themselves_or_is_managed_by_nobody_known_is_at_the_top()
    {
        var tree = Tree([(0, 0), (1, 99), (2, null), (3, 0)]);
        Assert.Equal([Company.Id(0)], tree.Heads);
        Assert.Equal(4, tree.Count);
        Assert.False(tree.Contains(Company.Id(99)));
        Assert.Empty(tree.Members(Company.Id(99)));
    }

    [Fact]
    public void Of_two_managers_the_lower_id_counts_whatever_the_order()
    {
        (int, int?)[] lines = [(0, null), (1, null), (2, 1), (2, 0), (2, 77), (3, 2)];
        foreach (var tree in new[] { Tree(lines), Tree([.. lines.Reverse()]) })
        {
            Assert.Equal([Company.Id(2), Company.Id(3)], tree.Members(Company.Id(0)));
            Assert.Empty(tree.Members(Company.Id(1)));
        }
    }

    [Fact]
    public void Five_thousand_direct_reports_are_one_team()
    {
        var tree = Tree([(0, null), .. Enumerable.Range(1, 5000).Select(i => (i, (int?)0))]);
        Assert.Equal(5000, tree.Members(Company.Id(0)).Count);
        var publication = Publication.Of(tree, new Cohort(RandomOrganisation.Quarter, tree), RandomOrganisation.Week, new Dictionary<Guid, MemberClass>(), Threshold.Default);
        Assert.Equal("more than 4995", Assert.Single(publication.Figures).Other.ToString());
    }

    [Fact]
    public void A_chain_of_five_thousand_is_walked()
    {
        var tree = Tree([.. Enumerable.Range(0, 5000).Select(i => (i, i == 0 ? (int?)null : i - 1))]);
        Assert.Equal(4999, tree.Members(Company.Id(0)).Count);
        Assert.Single(tree.Members(Company.Id(4998)));
    }

    [Fact]
    public void Nobody_is_still_a_tree() => Assert.Equal(0, Tree([]).Count);

    [Fact]
    public void Members_are_those_whose_way_up_leads_by_the_head() => Seeds.Hold(100, seed =>
    {
        var organisation = new RandomOrganisation(seed);
        var below = Enumerable.Range(0, organisation.Managers.Length)
            .SelectMany(person => organisation.Above(person), (person, head) => (person, head)).ToLookup(pair => pair.head, pair => Company.Id(pair.person));
        Assert.Equal(below.Select(unit => Company.Id(unit.Key)).Order(), organisation.Tree.Heads.Order());
        Assert.All(below, unit => Assert.Equal(unit.Order(), organisation.Tree.Members(Company.Id(unit.Key)).Order()));
    });

    private static OrgTree Tree(IEnumerable<(int Person, int? Manager)> lines) =>
        OrgTree.Of(lines.Select(line => new ReportsTo(Company.Id(line.Person), line.Manager is { } manager ? Company.Id(manager) : null)));
}
