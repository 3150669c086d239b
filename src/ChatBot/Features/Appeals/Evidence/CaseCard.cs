using ChatBot.Cards;

namespace ChatBot.Features.Appeals;

/// <summary>What <c>cards/case.json</c> is given: a case as one of its reviewers sees it. Without a person it tells nothing by which one could be found.</summary>
internal sealed record CaseCard
{
    /// <summary>What people call it.</summary>
    public required string Reference { get; init; }

    /// <summary>What has just happened; empty for nothing.</summary>
    public required string Said { get; init; }

    /// <summary>The ground in words.</summary>
    public required string Ground { get; init; }

    /// <summary>The quarter in words.</summary>
    public required string Quarter { get; init; }

    /// <summary>The level in words.</summary>
    public required string Level { get; init; }

    /// <summary>The days in dispute with their tool, one text for each part.</summary>
    public required IReadOnlyList<string> Disputed { get; init; }

    /// <summary>Who has it, and what is awaited.</summary>
    public required string Stands { get; init; }

    /// <summary>Until when what must happen.</summary>
    public required string Clock { get; init; }

    /// <summary>Whom it is about; null until the reader may know.</summary>
    public CaseInside? Inside { get; init; }

    /// <summary>Token of the button that takes it; null where it cannot be taken.</summary>
    public string? ClaimToken { get; init; }

    /// <summary>Token of the button that gives it back; null where it cannot be.</summary>
    public string? ReleaseToken { get; init; }

    /// <summary>Token of the button that agrees to a proposed ruling; null where there is none to agree to.</summary>
    public string? AgreeToken { get; init; }

    /// <summary>Token of the button that disagrees.</summary>
    public string? DisagreeToken { get; init; }

    /// <summary>Whether the reader can rule.</summary>
    public bool CanRule { get; init; }

    /// <summary>Whether the reader can ask the person something.</summary>
    public bool CanAsk { get; init; }

    /// <summary>Whether the reader can hand it over.</summary>
    public bool CanHandOver { get; init; }
}

/// <summary>What only who opened the case sees.</summary>
internal sealed record CaseInside
{
    /// <summary>The person, as the directory writes it.</summary>
    public required Supplied Name { get; init; }

    /// <summary>Their work area when they filed; null where none is known.</summary>
    public required Supplied? WorkArea { get; init; }

    /// <summary>What they wrote when they filed; null where they wrote nothing.</summary>
    public required Supplied? Statement { get; init; }

    /// <summary>What happened since, the latest last.</summary>
    public required IReadOnlyList<CaseStep> History { get; init; }

    /// <summary>What is known of each part.</summary>
    public required IReadOnlyList<PartView> Parts { get; init; }

    /// <summary>How many more parts there are; null for none.</summary>
    public required string? MoreParts { get; init; }

    /// <summary>Seats and what the directory has, as a list.</summary>
    public required string OnRecord { get; init; }

    /// <summary>Accounts of theirs, and those that look like theirs.</summary>
    public required IReadOnlyList<AccountView> Accounts { get; init; }

    /// <summary>What they were told, what it is now and what it would be.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>What the claim would change if it were true.</summary>
    public required string IfTrue { get; init; }

    /// <summary>Rulings of this case: of the first level, and one that waits for agreement.</summary>
    public required IReadOnlyList<RulingView> Rulings { get; init; }

    /// <summary>Version of the rubric.</summary>
    public required string Rubric { get; init; }

    /// <summary>The day of the answer.</summary>
    public required string AsOf { get; init; }
}

/// <summary>The evidence on one part.</summary>
/// <param name="Title">Its days and its tool.</param>
/// <param name="Seen">What is known, as a list.</param>
/// <param name="Declared">Reasons for which an operator declared a gap on these days.</param>
/// <param name="Proposals">What is proposed for the reviewer to confirm, as a list; empty for nothing.</param>
internal sealed record PartView(string Title, string Seen, IReadOnlyList<DeclaredReason> Declared, string Proposals);

/// <summary>Why an operator declared a gap.</summary>
/// <param name="Reason">As written.</param>
internal sealed record DeclaredReason(Supplied Reason);

/// <summary>An account.</summary>
/// <param name="Where">Where it is, in words.</param>
/// <param name="Name">The name it goes by.</param>
/// <param name="What">Whether it counts for the person, and since when it is known.</param>
internal sealed record AccountView(string Where, Supplied Name, string What);

/// <summary>A sheet in one line.</summary>
/// <param name="Name">Which.</param>
/// <param name="Says">Its verdict, score and days.</param>
internal sealed record Figure(string Name, string Says);

/// <summary>One thing that happened.</summary>
/// <param name="When">The day.</param>
/// <param name="What">In words of our own.</param>
/// <param name="Text">What was written with it.</param>
internal sealed record CaseStep(string When, string What, Supplied? Text);

/// <summary>A ruling, or one that is proposed.</summary>
/// <param name="Title">Level, day and outcome.</param>
/// <param name="Parts">Its parts.</param>
internal sealed record RulingView(string Title, IReadOnlyList<RuledPart> Parts);

/// <summary>What was decided on one part.</summary>
/// <param name="Title">The days and the outcome.</param>
/// <param name="Changes">What it changes; empty where nothing.</param>
/// <param name="Reason">The reviewer's reason.</param>
internal sealed record RuledPart(string Title, string Changes, Supplied Reason);

/// <summary>What <c>cards/casegone.json</c> is given: nothing, so that nothing can be told from it.</summary>
internal sealed record CaseGoneCard;
