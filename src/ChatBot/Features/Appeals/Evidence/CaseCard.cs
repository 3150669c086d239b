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
/// <param name="Name">The person, as the directory writes it.</param>
/// <param name="WorkArea">Their work area when they filed; null where none is known.</param>
/// <param name="Statement">What they wrote when they filed; null where they wrote nothing.</param>
/// <param name="History">What happened since, the latest last.</param>
/// <param name="Rulings">Rulings of this case: of the first level, and one that waits for agreement.</param>
/// <param name="Rubric">Version of the rubric.</param>
/// <param name="AsOf">The day of the answer.</param>
internal sealed record CaseInside(
    Supplied Name, Supplied? WorkArea, Supplied? Statement, IReadOnlyList<CaseStep> History, IReadOnlyList<RulingView> Rulings, string Rubric, string AsOf);

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
