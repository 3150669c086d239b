namespace ChatBot.Domain.Groups;

/// <summary>One line of a directory: who reports to whom.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Manager">The manager's id; null where none is known.</param>
public readonly record struct ReportsTo(Guid Person, Guid? Manager);

/// <summary>
/// Who reports to whom on one day, as a forest. A unit is named by the id of its head, whoever has a report; its members are everybody below the head,
/// the head not among them.
/// </summary>
/// <remarks>
/// Directories are not trees, so: a manager who is not in the directory, or is the person, is no manager; of two managers the one with the lower id counts;
/// a circle is opened above the lowest id in it. The outcome does not depend on the order of the lines.
/// </remarks>
public sealed class OrgTree
{
    private readonly Dictionary<Guid, int> placeOf;
    private readonly Guid[] people;
    private readonly int[] parents;
    private readonly int[] ends;

    private OrgTree(Guid[] people, int[] parents, int[] ends)
    {
        this.people = people;
        this.parents = parents;
        this.ends = ends;
        placeOf = new Dictionary<Guid, int>(people.Length);
        for (var place = 0; place < people.Length; place++)
        {
            placeOf.Add(people[place], place);
        }
    }

    /// <summary>Number of people.</summary>
    public int Count => people.Length;

    /// <summary>The ids of all units' heads, each above before below.</summary>
    public IEnumerable<Guid> Heads => Enumerable.Range(0, Count).Where(IsHead).Select(place => people[place]);

    /// <summary>The forest of a directory's lines.</summary>
    public static OrgTree Of(IEnumerable<ReportsTo> lines) => OrgTreeBuilder.Build(lines, (people, parents, ends) => new OrgTree(people, parents, ends));

    /// <summary>Whether the person is in the directory.</summary>
    public bool Contains(Guid person) => placeOf.ContainsKey(person);

    /// <summary>Whether somebody reports to the person.</summary>
    public bool IsHead(Guid person) => placeOf.TryGetValue(person, out var place) && IsHead(place);

    /// <summary>Whether the person is below the head, at any depth. Nobody is below themselves.</summary>
    public bool IsBelow(Guid person, Guid head) =>
        placeOf.TryGetValue(person, out var place) && placeOf.TryGetValue(head, out var above) && place > above && place < ends[above];

    /// <summary>Everybody below the head, at any depth; none for who is no head.</summary>
    public IReadOnlyList<Guid> Members(Guid head) =>
        placeOf.TryGetValue(head, out var place) ? new ArraySegment<Guid>(people, place + 1, MemberCount(place)) : Array.Empty<Guid>();

    /// <summary>People in the order of the walk: each above before below, and everybody below a place right behind it.</summary>
    internal Guid At(int place) => people[place];

    internal int? PlaceOf(Guid person) => placeOf.TryGetValue(person, out var place) ? place : null;

    /// <summary>The place of the person's manager; −1 at the top.</summary>
    internal int Parent(int place) => parents[place];

    /// <summary>The place after the last person below.</summary>
    internal int End(int place) => ends[place];

    internal int MemberCount(int place) => ends[place] - place - 1;

    internal bool IsHead(int place) => ends[place] > place + 1;
}
