using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Groups;

namespace ChatBot.Features.Digests;

/// <summary>What is said to somebody about their team.</summary>
internal enum TeamKind
{
    /// <summary>The team's own figures.</summary>
    Shown,

    /// <summary>The team is too small; those of the smallest group around it that can be shown.</summary>
    Enclosing,

    /// <summary>The team is too small, and so is every group around it.</summary>
    TooSmall,

    /// <summary>The team was not this head's on the quarter's first day.</summary>
    ManagerTooNew,

    /// <summary>Nobody reports to them today.</summary>
    NoTeam,

    /// <summary>Nothing about groups is told at all.</summary>
    PrivateMode,
}

/// <summary>What <c>cards/team.json</c> is given. It has no room for a name, nor for a number that is not a multiple of 5.</summary>
internal sealed record TeamCard
{
    /// <summary>What is said.</summary>
    public required TeamKind Kind { get; init; }

    /// <summary>The figures, for <see cref="TeamKind.Shown"/> and <see cref="TeamKind.Enclosing"/>.</summary>
    public TeamNumbers? Numbers { get; init; }

    /// <summary>The quarter's first day, on which the members were taken; null where no figures come into it.</summary>
    public string? CountedOn { get; init; }

    /// <summary>First day of the next quarter.</summary>
    public string? NextStarts { get; init; }

    /// <summary>The next quarter.</summary>
    public string? NextQuarter { get; init; }

    /// <summary>How many people a figure speaks of at least.</summary>
    public string? SmallestGroup { get; init; }

    /// <summary>The human to turn to; supplied text. Null where none is named.</summary>
    public Supplied? Contact { get; init; }

    /// <summary>Whether it came unasked, so that it must say how to stop it.</summary>
    public bool Unasked { get; init; }
}

/// <summary>A group's figures in words.</summary>
/// <param name="Week">The week's days.</param>
/// <param name="MadeOn">The day on which they were made.</param>
/// <param name="Size">How many people, rounded.</param>
/// <param name="Active">Heavy and light together: <c>About 20</c>, <c>Fewer than 5</c>.</param>
/// <param name="ActiveShare">Their share.</param>
/// <param name="Mix">The parts of the whole.</param>
/// <param name="NotClassified">How many are not classified; null where it may not be told.</param>
/// <param name="Trend">The change since the week before; null where there is none to tell.</param>
internal sealed record TeamNumbers(
    string Week, string MadeOn, string Size, string Active, string ActiveShare, IReadOnlyList<TeamPart> Mix, string? NotClassified, TeamSteps? Trend);

/// <summary>One part of a group.</summary>
/// <param name="Name">Which.</param>
/// <param name="People">How many, in words, with the share.</param>
internal sealed record TeamPart(string Name, string People);

/// <summary>Steps since the week before.</summary>
/// <param name="None">Whether no count moved by 5.</param>
/// <param name="Heavy"><c>5 more</c>, <c>5 fewer</c>, <c>as before</c>.</param>
/// <param name="Light">The same of light people.</param>
/// <param name="Other">The same of the rest.</param>
internal sealed record TeamSteps(bool None, string Heavy, string Light, string Other);
