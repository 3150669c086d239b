using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Appeals;

/// <summary>Somebody who stands in for another, and has that person's conflicts for it.</summary>
/// <param name="Delegate">Who stands in.</param>
/// <param name="For">For whom.</param>
public readonly record struct StandsIn(Guid Delegate, Guid For);

/// <summary>
/// The directory as it is at one moment, as it is: people with several managers, circles and managers whom it does not list are all taken for what
/// they say, unlike in <see cref="OrgTree"/>. Immutable.
/// </summary>
public sealed class OrgChart
{
    private readonly Dictionary<Guid, Guid[]> managers;
    private readonly Dictionary<Guid, Guid[]> standIns;
    private readonly HashSet<Guid> reviewers;
    private readonly HashSet<Guid> office;
    private readonly HashSet<Guid> left;

    /// <summary>The chart of a directory.</summary>
    /// <param name="lines">Everybody at least once, with each manager a line.</param>
    /// <param name="standIns">Who stands in for whom now.</param>
    /// <param name="reviewers">Whoever has the role of a reviewer now.</param>
    /// <param name="office">Whoever has the role of the programme office now.</param>
    /// <param name="left">Whoever has left: they are listed no more, but the lines through them hold until somebody changes them.</param>
    public OrgChart(IEnumerable<ReportsTo> lines, IEnumerable<StandsIn> standIns, IEnumerable<Guid> reviewers, IEnumerable<Guid> office, IEnumerable<Guid>? left = null)
    {
        managers = lines.GroupBy(line => line.Person).ToDictionary(
            person => person.Key, person => person.Select(line => line.Manager).OfType<Guid>().Where(manager => manager != person.Key).Distinct().ToArray());
        this.standIns = standIns.GroupBy(one => one.Delegate).ToDictionary(one => one.Key, one => one.Select(x => x.For).ToArray());
        this.reviewers = [.. reviewers];
        this.office = [.. office];
        this.left = [.. left ?? []];
    }

    /// <summary>Whoever has the role of a reviewer, in the order of their ids.</summary>
    public IEnumerable<Guid> Reviewers => reviewers.Order();

    /// <summary>Whoever has the role of the programme office, in the order of their ids.</summary>
    public IEnumerable<Guid> Office => office.Order();

    /// <summary>Whether the directory lists the person, who has not left.</summary>
    public bool Contains(Guid person) => managers.ContainsKey(person) && !left.Contains(person);

    /// <summary>Whether the person has the role of a reviewer.</summary>
    public bool IsReviewer(Guid person) => reviewers.Contains(person);

    /// <summary>Whether the person has the role of the programme office.</summary>
    public bool IsOffice(Guid person) => office.Contains(person);

    /// <summary>Whether one is above the other, at any depth and through any manager. In a circle everybody is above everybody.</summary>
    public bool IsAbove(Guid above, Guid person) => Reach(person, managers, above) is null;

    /// <summary>Whether two people share a direct manager.</summary>
    public bool ShareManager(Guid one, Guid other) =>
        managers.TryGetValue(one, out var ofOne) && managers.TryGetValue(other, out var ofOther) && ofOne.AsSpan().ContainsAny(ofOther);

    /// <summary>The person, and everybody for whom they stand in, directly or through others.</summary>
    public IReadOnlyCollection<Guid> SpeaksFor(Guid person) => standIns.ContainsKey(person) ? [.. Reach(person, standIns, null)!, person] : [person];

    /// <summary>Everybody who can be reached in one step or more; null as soon as the one looked for is found.</summary>
    private static HashSet<Guid>? Reach(Guid from, Dictionary<Guid, Guid[]> steps, Guid? lookedFor)
    {
        var seen = new HashSet<Guid>();
        var open = new Stack<Guid>();
        open.Push(from);
        while (open.TryPop(out var at))
        {
            foreach (var next in steps.GetValueOrDefault(at, []))
            {
                if (next == lookedFor)
                {
                    return null;
                }

                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }
}
