using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Groups;

/// <summary>
/// The one door for figures about groups: all that may be told of one week, decided once for the whole organisation and only then shown to viewers.
/// What is published does not depend on who asks, so viewers who compare notes learn no more than one who sees it all.
/// </summary>
public sealed class Publication
{
    private readonly OrgTree today;
    private readonly Cohort cohort;
    private readonly Week week;
    private readonly bool[] published;
    private readonly Dictionary<int, GroupFigure> figures = [];

    private Publication(OrgTree today, Cohort cohort, Week week, bool[] published)
    {
        this.today = today;
        this.cohort = cohort;
        this.week = week;
        this.published = published;
    }

    /// <summary>The published figures, each above before below.</summary>
    public IEnumerable<GroupFigure> Figures => figures.Values;

    /// <summary>Decides a week's figures.</summary>
    /// <param name="today">Today's directory: it gives the right to see, and nothing else.</param>
    /// <param name="cohort">The quarter's members: they are counted.</param>
    /// <param name="week">The week.</param>
    /// <param name="classes">The class of each person; who is missing is not classified.</param>
    /// <param name="threshold">k.</param>
    /// <param name="before">
    /// The last publication before this, where there was one. Within a quarter what it hid stays hidden, so that a threshold lowered in mid-quarter
    /// does not add cells that give hidden ones away. A quarter's first publication leaves out the cells that would tell too much
    /// next to the last ones of the quarter before: for the whole quarter, since what is hidden stays so.
    /// </param>
    public static Publication Of(
        OrgTree today, Cohort cohort, Week week, IReadOnlyDictionary<Guid, MemberClass> classes, Threshold threshold, Publication? before = null)
    {
        var last = before?.cohort == cohort ? before : null;
        var publication = new Publication(today, cohort, week, Suppression.Published(cohort.Tree, threshold, last?.published));
        var differencing = before is null || last is not null ? null : new Differencing(before.cohort.Tree, before.figures);
        var tally = Tally.Of(cohort.Tree, classes);
        for (var unit = 0; unit < cohort.Tree.Count; unit++)
        {
            if (publication.published[unit])
            {
                var figure = publication.Figure(unit, tally.Below(unit), threshold, last);
                if (differencing?.IsTelling(cohort.Tree, unit, figure, threshold) == true)
                {
                    publication.published[unit] = false;
                }
                else
                {
                    publication.figures.Add(unit, figure);
                }
            }
        }

        return publication;
    }

    /// <summary>A publication from its stored figures, so that a later run can go on from it. The figures are told as they were stored.</summary>
    public static Publication Restore(OrgTree today, Cohort cohort, Week week, IEnumerable<GroupFigure> figures)
    {
        var publication = new Publication(today, cohort, week, new bool[cohort.Tree.Count]);
        foreach (var figure in figures)
        {
            if (cohort.Tree.PlaceOf(figure.Unit) is { } unit)
            {
                publication.published[unit] = true;
                publication.figures.Add(unit, figure);
            }
        }

        return publication;
    }

    /// <summary>What the viewer is told about the unit: their own (the unit of their id) or one below them in today's directory.</summary>
    public GroupAnswer For(Guid viewer, Guid unit)
    {
        if (!today.IsHead(unit) || (viewer != unit && !today.IsBelow(unit, viewer)))
        {
            return viewer == unit ? new GroupAnswer.NoTeam() : new GroupAnswer.NotYours();
        }

        if (cohort.Tree.PlaceOf(unit) is not { } place || !IsStillTheirs(place))
        {
            return new GroupAnswer.ManagerTooNew(cohort.Quarter.Next.First);
        }

        return published[place] ? new GroupAnswer.Shown(figures[place]) : new GroupAnswer.TooSmall(Enclosing(place));
    }

    /// <summary>
    /// Whether at least half of the members who are still there are below the same head today.
    /// Else the figure would be of a team that the head has left for another.
    /// </summary>
    private bool IsStillTheirs(int place)
    {
        var head = cohort.Tree.At(place);
        var present = 0;
        var theirs = 0;
        foreach (var member in cohort.Tree.Members(head))
        {
            present += today.Contains(member) ? 1 : 0;
            theirs += today.IsBelow(member, head) ? 1 : 0;
        }

        return theirs > 0 && theirs * 2 >= present;
    }

    private GroupFigure? Enclosing(int place)
    {
        var unit = cohort.Tree.At(place);
        for (var above = cohort.Tree.Parent(place); above >= 0; above = cohort.Tree.Parent(above))
        {
            if (published[above] && today.IsBelow(unit, cohort.Tree.At(above)))
            {
                return figures[above];
            }
        }

        return null;
    }

    private GroupFigure Figure(int place, ClassCounts counts, Threshold threshold, Publication? last)
    {
        var before = last?.figures.GetValueOrDefault(place);
        var split = counts.NoUseSeen >= threshold.People && counts.NotClassified >= threshold.People;
        ReadOnlySpan<int> exact = split
            ? [counts.Heavy, counts.Light, counts.NoUseSeen, counts.NotClassified]
            : [counts.Heavy, counts.Light, counts.NoUseSeen + counts.NotClassified];
        var rounded = Rounding.Of(exact, before?.Rounded() ?? []);
        var size = rounded.Sum();
        var figure = new GroupFigure
        {
            Unit = cohort.Tree.At(place),
            Quarter = cohort.Quarter,
            Week = week,
            Size = size,
            Heavy = GroupCount.Of(rounded[0], size),
            Light = GroupCount.Of(rounded[1], size),
            Other = GroupCount.Of(size - rounded[0] - rounded[1], size),
            Split = split ? new GroupSplit(GroupCount.Of(rounded[2], size), GroupCount.Of(rounded[3], size)) : null,
        };
        return before is null || last?.week != week.Previous ? figure : figure with { Trend = Trend(before, figure) };
    }

    private static GroupTrend Trend(GroupFigure before, GroupFigure now) => new(
        now.Rounded(now.Heavy) - before.Rounded(before.Heavy),
        now.Rounded(now.Light) - before.Rounded(before.Light),
        now.Rounded(now.Other) - before.Rounded(before.Other));
}
