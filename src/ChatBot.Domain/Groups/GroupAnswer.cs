using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Groups;

/// <summary>What somebody is told who asks for a unit's figure.</summary>
public abstract record GroupAnswer
{
    private GroupAnswer()
    {
    }

    /// <summary>The unit's own figure.</summary>
    /// <param name="Figure">The figure.</param>
    public sealed record Shown(GroupFigure Figure) : GroupAnswer;

    /// <summary>The unit has no figure of its own. To be said, and the enclosing one shown where there is one.</summary>
    /// <param name="Enclosing">The smallest published cell around the unit, the same that its own head sees; null where there is none.</param>
    public sealed record TooSmall(GroupFigure? Enclosing) : GroupAnswer;

    /// <summary>The unit was not this head's on the quarter's first day. To be said, with the day.</summary>
    /// <param name="Until">First day of the quarter in which they are counted.</param>
    public sealed record ManagerTooNew(DateOnly Until) : GroupAnswer;

    /// <summary>The viewer asks for their own team and nobody reports to them today.</summary>
    public sealed record NoTeam : GroupAnswer;

    /// <summary>The viewer is not above this unit in today's directory, or there is no such unit.</summary>
    public sealed record NotYours : GroupAnswer;
}

/// <summary>All that is ever told about a unit: counts and the unit's id. It has no room for a name.</summary>
public sealed record GroupFigure
{
    /// <summary>The unit that the figure is about.</summary>
    public required Guid Unit { get; init; }

    /// <summary>The quarter on whose first day the members were taken.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>The week the figure is for.</summary>
    public required Week Week { get; init; }

    /// <summary>How many people it speaks of, rounded to 5; the counts below add up to it ("fewer than" standing for 0).</summary>
    public required int Size { get; init; }

    /// <summary>People of tier heavy.</summary>
    public required GroupCount Heavy { get; init; }

    /// <summary>People of tier light.</summary>
    public required GroupCount Light { get; init; }

    /// <summary>People without use seen or not classified, as one number.</summary>
    public required GroupCount Other { get; init; }

    /// <summary>The two halves of <see cref="Other"/>; null unless both have at least k people.</summary>
    public GroupSplit? Split { get; init; }

    /// <summary>The change since the week before; null unless both weeks are published for the same members.</summary>
    public GroupTrend? Trend { get; init; }

    /// <summary>Heavy and light together, of <see cref="Size"/>.</summary>
    public GroupCount Active => GroupCount.Of(Size - Rounded(Other), Size);

    /// <summary>
    /// About what share of the size the count is, in percent and a multiple of 5. Never below 10 nor above 90: at the ends a share would say "nobody" or "everybody".
    /// </summary>
    public int Percent(GroupCount count) =>
        Math.Clamp(((Rounded(count) * 100 / Size) + 2) / Rounding.Step * Rounding.Step, 10, 90);

    /// <summary>The rounded counts: heavy, light and other; or heavy, light and the two halves.</summary>
    internal int[] Rounded() => Split is { } split
        ? [Rounded(Heavy), Rounded(Light), Rounded(split.NoUseSeen), Rounded(split.NotClassified)]
        : [Rounded(Heavy), Rounded(Light), Rounded(Other)];

    /// <summary>The multiple of 5 that one of the figure's counts stands for: what is stored of it.</summary>
    public int Rounded(GroupCount count) => count.Sense switch
    {
        CountSense.FewerThan => 0,
        CountSense.MoreThan => Size,
        _ => count.People,
    };
}

/// <summary>The halves of the number that is otherwise one. The second is the coverage figure: "about 15 of 60 are not classified".</summary>
/// <param name="NoUseSeen">People of tier non.</param>
/// <param name="NotClassified">People without a tier, for whatever reason.</param>
public sealed record GroupSplit(GroupCount NoUseSeen, GroupCount NotClassified);

/// <summary>Steps of the rounded counts since the week before: multiples of 5 that add up to 0, and nothing that the two figures do not say already.</summary>
/// <param name="Heavy">More heavy people, or fewer where negative.</param>
/// <param name="Light">The same of light people.</param>
/// <param name="Other">The same of the rest.</param>
public sealed record GroupTrend(int Heavy, int Light, int Other);
