using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

public sealed class SuppressionTests
{
    private static readonly int Times = Environment.GetEnvironmentVariable("CHATBOT_FULL") == "1" ? 1000 : 200;

    [Fact]
    public void No_cell_has_fewer_people_than_k_without_its_head() => Seeds.Hold(Times, seed =>
    {
        var organisation = new RandomOrganisation(seed);
        var sizes = Enumerable.Range(0, organisation.Managers.Length).SelectMany(organisation.Above).CountBy(head => head).ToDictionary();
        Assert.All(organisation.Publish().Figures, figure => Assert.True(sizes[Company.Number(figure.Unit)] >= organisation.Threshold.People));
    });

    [Fact]
    public void Nothing_that_can_be_added_up_or_taken_away_speaks_of_fewer_than_k() => Seeds.Hold(Times, seed =>
    {
        var organisation = new RandomOrganisation(seed);
        var published = organisation.Publish().Figures.Select(figure => Company.Number(figure.Unit)).ToHashSet();

        // People whom the same published cells contain cannot be told apart; whatever is computed from cells is made of such sets.
        var atoms = Enumerable.Range(0, organisation.Managers.Length)
            .GroupBy(person => string.Join(',', organisation.Above(person).Where(published.Contains)), StringComparer.Ordinal)
            .Where(atom => atom.Key.Length > 0);
        Assert.All(atoms, atom => Assert.True(atom.Count() >= organisation.Threshold.People, $"{atom.Count()} people stand alone"));
    });

    [Fact]
    public void Nor_for_a_head_who_is_shown_the_cell_around_their_own_and_takes_themselves_away() => Seeds.Hold(Times, seed =>
    {
        var organisation = new RandomOrganisation(seed);
        var publication = organisation.Publish();
        var published = publication.Figures.Select(figure => Company.Number(figure.Unit)).ToHashSet();
        string Atom(int person) => string.Join(',', organisation.Above(person).Where(published.Contains));
        var sizes = Enumerable.Range(0, organisation.Managers.Length).CountBy(Atom).ToDictionary();
        foreach (var head in organisation.Tree.Heads)
        {
            if (publication.For(head, head) is GroupAnswer.TooSmall { Enclosing: not null })
            {
                Assert.True(sizes[Atom(Company.Number(head))] > organisation.Threshold.People);
            }
        }
    });

    [Fact]
    public void Who_is_too_small_gets_the_smallest_published_cell_around_them_as_its_own_head_sees_it() => Seeds.Hold(Times, seed =>
    {
        var organisation = new RandomOrganisation(seed);
        var publication = organisation.Publish();
        var published = publication.Figures.ToDictionary(figure => Company.Number(figure.Unit));
        foreach (var head in organisation.Tree.Heads)
        {
            var answer = publication.For(head, head);
            var nearest = organisation.Above(Company.Number(head)).Where(published.ContainsKey).Select(above => published[above]).FirstOrDefault();
            Assert.Equal(published.TryGetValue(Company.Number(head), out var own) ? new GroupAnswer.Shown(own) : new GroupAnswer.TooSmall(nearest), answer);
            if (answer is GroupAnswer.TooSmall { Enclosing: { } enclosing })
            {
                Assert.Equal(new GroupAnswer.Shown(enclosing), publication.For(enclosing.Unit, enclosing.Unit));
            }
        }
    });

    [Fact]
    public void Where_everybody_is_alike_no_figure_says_nobody_or_everybody() => Seeds.Hold(Times, seed =>
    {
        var organisation = new RandomOrganisation(seed);
        foreach (var id in organisation.Classes.Keys)
        {
            organisation.Classes[id] = (MemberClass)(seed % 4);
        }

        foreach (var figure in organisation.Publish().Figures)
        {
            var size = organisation.Tree.Members(figure.Unit).Count;
            Assert.All(new[] { figure.Heavy, figure.Light, figure.Other, figure.Active }, count => Assert.InRange(figure.Percent(count), 10, 90));
            Assert.All(new[] { figure.Heavy, figure.Light, figure.Other }, count => Assert.InRange(count.People, 5, Math.Max(5, figure.Size - 5)));
            foreach (var (low, high) in Told.By(figure, new int[size]).Bounds)
            {
                Assert.True(low < size && high > 0, $"{figure} is about {size} people and leaves no doubt");
            }
        }
    });

    [Fact]
    public void The_last_number_is_split_only_where_both_halves_are_large_enough() => Seeds.Hold(Times, seed =>
    {
        var organisation = new RandomOrganisation(seed);
        foreach (var figure in organisation.Publish().Figures)
        {
            var members = organisation.Tree.Members(figure.Unit).CountBy(id => organisation.Classes[id]).ToDictionary();
            var smaller = Math.Min(members.GetValueOrDefault(MemberClass.NoUseSeen), members.GetValueOrDefault(MemberClass.NotClassified));
            Assert.Equal(smaller >= organisation.Threshold.People, figure.Split is not null);
        }
    });

    [Fact]
    public void A_threshold_lowered_in_mid_quarter_adds_no_cell_and_a_raised_one_holds_at_once() => Seeds.Hold(Times / 4, seed =>
    {
        var organisation = new RandomOrganisation(seed);
        var cohort = new Cohort(RandomOrganisation.Quarter, organisation.Tree);
        Publication Publish(int k, int weeksOn, Publication? before) => Publication.Of(
            organisation.Tree, cohort, weeksOn == 0 ? RandomOrganisation.Week : RandomOrganisation.Week.Next, organisation.Classes, Threshold.Of(k), before);
        HashSet<Guid> Units(Publication publication) => [.. publication.Figures.Select(figure => figure.Unit)];

        var ten = Publish(10, 0, null);
        Assert.Equal(Units(ten), Units(Publish(5, 1, ten)));
        var twenty = Publish(20, 1, ten);
        Assert.Subset(Units(ten), Units(twenty));
        Assert.All(twenty.Figures, figure => Assert.True(organisation.Tree.Members(figure.Unit).Count >= 20));
    });
}
