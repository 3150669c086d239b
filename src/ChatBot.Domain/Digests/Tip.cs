using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Digests;

/// <summary>One thing that would help, chosen from what is known. It never says that somebody should do more.</summary>
public abstract record Tip
{
    private Tip()
    {
    }

    /// <summary>Something hides the person's days, and they can mend it.</summary>
    /// <param name="Reason">What: telemetry, an old client, an account that is not linked.</param>
    public sealed record Mend(Reason Reason) : Tip;

    /// <summary>A step that reaches the next tier: a small one or, on a close call, any.</summary>
    public sealed record Reach(Suggestion Step) : Tip;

    /// <summary>A step that keeps a tier which is a close call.</summary>
    public sealed record Keep(Suggestion Step) : Tip;

    /// <summary>What is seen already reaches the next tier once its days have settled.</summary>
    public sealed record OnItsWay : Tip;

    /// <summary>The top tier, and safe: there is nothing to gain by more.</summary>
    public sealed record NothingToGain : Tip;

    /// <summary>The week's points come from accepting and opening alone, where asking counts.</summary>
    public sealed record AskingCounts : Tip;

    private static readonly Reason[] Mendable = [Reason.AccountNotLinked, Reason.TelemetryOff, Reason.ClientTooOld];

    /// <summary>The first that applies: what hides their days, a step in reach, what holds already, how points come about; null where nothing true would help.</summary>
    /// <param name="week">The week.</param>
    /// <param name="verdict">What is shown over the sheet.</param>
    /// <param name="borderline">Whether its tier is a close call.</param>
    /// <param name="move">What would move them; <see cref="Move.NoTier"/> where that is not theirs to be told.</param>
    public static Tip? Choose(WeekComparison week, Verdict verdict, bool borderline, Move move) =>
        Hidden(week, verdict) is { } reason ? new Mend(reason)
        : move switch
        {
            Move.AlreadyHeavy { Keep: { } step } when borderline => new Keep(step),
            Move.AlreadyHeavy { CanBeKept: true } => new NothingToGain(),
            Move.Reachable { Least: null } => new OnItsWay(),
            Move.Reachable { Least: { } step } when verdict.Tier == Tier.Light && (borderline || IsSmall(step)) => new Reach(step),
            _ => verdict.Tier == Tier.Light && NeverAsked(week) ? new AskingCounts() : null,
        };

    /// <summary>What hid most of the week's days, as far as the person can mend it; else the reason of a verdict that they can.</summary>
    private static Reason? Hidden(WeekComparison week, Verdict verdict)
    {
        var hidden = week.Days.Where(day => day.LeftOut == LeftOut.NotCovered)
            .SelectMany(day => day.Tools.Where(tool => tool.Coverage.State == CoverageState.NotMeasurable).Select(tool => tool.Coverage.Reason).Append(day.Reason).Distinct())
            .OfType<Reason>().Where(reason => Mendable.Contains(reason))
            .GroupBy(reason => reason).OrderByDescending(group => group.Count()).ThenBy(group => Array.IndexOf(Mendable, group.Key)).FirstOrDefault();
        return hidden?.Key ?? (verdict.Reason is { } why && Mendable.Contains(why) ? why : null);
    }

    /// <summary>More than half of the days to come would be a programme, not a tip.</summary>
    private static bool IsSmall(Suggestion step) => step.Days * 2 <= step.Of;

    /// <summary>Points without a prompt, from a tool that reports prompts.</summary>
    private static bool NeverAsked(WeekComparison week) =>
        week.This.Points > 0 && week.This.Signals.All(signal => signal.Signal != Signal.Prompt)
        && week.Days.Any(day => day.LeftOut == LeftOut.No && day.Tools.Any(tool => tool.Signals[Signal.Prompt] is not null));
}
