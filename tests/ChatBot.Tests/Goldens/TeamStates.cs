using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using ChatBot.Features.Digests;
using ChatBot.Tests.Features;

namespace ChatBot.Tests.Goldens;

/// <summary>The team card in every state, from publications of small trees.</summary>
internal static class TeamStates
{
    private const MemberClass None = MemberClass.NotClassified;
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Quarter Q4 = new(2026, 4);
    private static readonly Week Week = new(2026, 47);
    private static readonly TeamAnswer Answer = new(Parts.Wording, new HelpSettings("ai-help@example.com"));
    private static readonly TeamAnswer WithoutContact = new(Parts.Wording, new HelpSettings(string.Empty));

    /// <summary>Each state: the card's template, the state's name, the card's data.</summary>
    public static IEnumerable<(string Template, string State, object Data)> All()
    {
        var before = Team(heavy: 14, light: 22, non: 13, none: 12);
        var now = Publish(before.Cohort.Tree, before.Cohort, Week, Classes(heavy: 21, light: 15, non: 13, none: 12), before.Publication);
        yield return ("team", "split and trend", Card(now));
        yield return ("team", "split and trend, unasked", Card(now, unasked: true));
        yield return ("team", "no step", Card(Publish(before.Cohort.Tree, before.Cohort, Week, Classes(heavy: 14, light: 22, non: 13, none: 12), before.Publication)));
        yield return ("team", "shown", Card(Team(heavy: 4, light: 12, non: 3, none: 5).Publication, week: Week.Previous));
        yield return ("team", "nearly all and nearly none", Card(Team(heavy: 29, light: 1, non: 0, none: 0).Publication, week: Week.Previous));
        yield return ("team", "without contact", Card(now, answer: WithoutContact));
        yield return ("team", "enclosing", Card(Within(teams: 3, of: 8), viewer: 1));
        yield return ("team", "too small", Card(Within(teams: 1, of: 6), viewer: 1));
        yield return ("team", "manager too new", Card(Newcomer()));
        yield return ("team", "no team", Card(now, viewer: 1));
        yield return ("team", "private mode", Answer.PrivateMode);
    }

    private static TeamCard Card(Publication publication, int viewer = 0, bool unasked = false, TeamAnswer? answer = null, Week? week = null) => (answer ?? Answer).Of(
        new TeamWeek(publication, OrgTree.Of([]), week ?? Week, Q4, Threshold.Default, Today), Organisation(viewer), Today, unasked);

    private static (Publication Publication, Cohort Cohort) Team(int heavy, int light, int non, int none)
    {
        var classes = Classes(heavy, light, non, none);
        var cohort = new Cohort(Q4, Tree(classes.Count));
        return (Publish(cohort.Tree, cohort, Week.Previous, classes), cohort);
    }

    private static Publication Publish(OrgTree today, Cohort cohort, Week week, Dictionary<Guid, MemberClass> classes, Publication? before = null) =>
        Publication.Of(today, cohort, week, classes, Threshold.Default, before);

    /// <summary>Some teams under one head.</summary>
    private static Publication Within(int teams, int of)
    {
        var lines = Enumerable.Range(1, teams).Select(team => new ReportsTo(Organisation(team), Organisation(0)))
            .Concat(Enumerable.Range(0, teams * of).Select(member => new ReportsTo(Organisation(teams + 1 + member), Organisation(1 + (member / of)))));
        var tree = OrgTree.Of([new ReportsTo(Organisation(0), null), .. lines]);
        return Publish(tree, new Cohort(Q4, tree), Week, tree.Members(Organisation(0)).Select((person, at) => (person, at)).ToDictionary(x => x.person, x => x.at % 3 == 0 ? MemberClass.Heavy : MemberClass.Light));
    }

    /// <summary>A head who was none on the quarter's first day.</summary>
    private static Publication Newcomer()
    {
        var cohort = new Cohort(Q4, OrgTree.Of(Enumerable.Range(0, 30).Select(person => new ReportsTo(Organisation(person), null))));
        return Publish(Tree(29), cohort, Week, []);
    }

    private static OrgTree Tree(int members) =>
        OrgTree.Of([new ReportsTo(Organisation(0), null), .. Enumerable.Range(1, members).Select(person => new ReportsTo(Organisation(person), Organisation(0)))]);

    private static Dictionary<Guid, MemberClass> Classes(int heavy, int light, int non, int none) =>
        Enumerable.Repeat(MemberClass.Heavy, heavy).Concat(Enumerable.Repeat(MemberClass.Light, light)).Concat(Enumerable.Repeat(MemberClass.NoUseSeen, non)).Concat(Enumerable.Repeat(None, none))
            .Select((of, at) => (of, at)).ToDictionary(x => Organisation(x.at + 1), x => x.of);

    private static Guid Organisation(int person) => Features.Digests.Organisation.Id(person);
}
