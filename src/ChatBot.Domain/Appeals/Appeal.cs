using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>Days in dispute.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
/// <param name="Tool">The tool in dispute; null for the days as such.</param>
public sealed record AppealPart(DateOnly From, DateOnly To, Tool? Tool = null);

/// <summary>
/// One person's objection, on one ground, to what their sheet of one quarter says. Immutable; made by <see cref="Filing.File"/> and changed by
/// <see cref="AppealRules.Apply"/> alone.
/// </summary>
public sealed record Appeal
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person who appeals.</summary>
    public required Guid Person { get; init; }

    /// <summary>The quarter of the sheet.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>The ground.</summary>
    public required Ground Ground { get; init; }

    /// <summary>What is in dispute; at least one part. Each is ruled on by itself.</summary>
    public required IReadOnlyList<AppealPart> Parts { get; init; }

    /// <summary>When it was filed.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The calendar of its clocks.</summary>
    public required CaseCalendar Calendar { get; init; }

    /// <summary>Whoever set a disputed value, by an import, a declared gap or an earlier ruling.</summary>
    public IReadOnlyList<Guid> SetBy { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public AppealState State { get; init; } = AppealState.Filed;

    /// <summary>Who holds it; null while nobody does.</summary>
    public Guid? Reviewer { get; init; }

    /// <summary>When somebody first took it; null while nobody has.</summary>
    public DateTimeOffset? FirstClaimedAt { get; init; }

    /// <summary>When the open question was put to the person; null while there is none.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When the second level began; null on the first.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>A ruling that waits for the second reviewer; it has no effect before.</summary>
    public Ruling? Proposed { get; init; }

    /// <summary>The rulings, of the first level and then the second; a level that let its clock run out has none.</summary>
    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>Who ruled, or last held it, on the first level: they and their line have no part in the second. Empty on the first level.</summary>
    public IReadOnlyList<Guid> FirstReviewers { get; init; } = [];

    /// <summary>When it was closed or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>1 or 2.</summary>
    public int Level => EscalatedAt is null ? 1 : 2;

    /// <summary>Whether it waits for a ruling. Of one person, quarter and ground at most one does.</summary>
    public bool IsOpen => State is AppealState.Filed or AppealState.InReview or AppealState.NeedsInfo or AppealState.Escalated;

    /// <summary>The dates of the level that it is on.</summary>
    public CaseClock Clock => CaseClock.Start(Calendar, Calendar.Day(EscalatedAt ?? FiledAt));

    /// <summary>Last day on which the person's answer is waited for; null without an open question.</summary>
    public DateOnly? AnswerBy => AskedAt is { } asked ? Calendar.After(Calendar.Day(asked), CaseClock.AnswerDays) : null;

    /// <summary>Last day on which the person can escalate; null unless the first level has ruled and nothing followed.</summary>
    public DateOnly? EscalateBy => State == AppealState.Ruled ? Calendar.Day(Rulings[^1].At).AddDays(CaseClock.EscalationDays) : null;

    /// <summary>Since when the verdict is under review: the escalation of a ruling, else the filing.</summary>
    public DateTimeOffset FrozenSince => EscalatedAt is { } escalated && Rulings.Any(one => one.Level == 1) ? escalated : FiledAt;
}
