using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>A tier; only from the person's own days.</summary>
public enum Tier
{
    /// <summary>Shown as "no use seen".</summary>
    Non = 0,

    /// <summary>Shown as "light".</summary>
    Light = 1,

    /// <summary>Shown as "heavy".</summary>
    Heavy = 2,
}

/// <summary>What is shown: the sheet's own conclusion or, over it and never stored in it, the first of Left, UnderReview, Exempt, OnLeave that applies.</summary>
public enum VerdictKind
{
    /// <summary>Tier heavy.</summary>
    Heavy,

    /// <summary>Tier light.</summary>
    Light,

    /// <summary>No use seen.</summary>
    Non,

    /// <summary>Too new for a tier.</summary>
    TooNew,

    /// <summary>The data cannot say.</summary>
    NotMeasurable,

    /// <summary>No longer employed.</summary>
    Left,

    /// <summary>Contested and not decided.</summary>
    UnderReview,

    /// <summary>Taken out of classification until a date.</summary>
    Exempt,

    /// <summary>On leave today.</summary>
    OnLeave,
}

/// <summary>A verdict with its reason where it has one.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Reason">For <see cref="VerdictKind.NotMeasurable"/>: why.</param>
public readonly record struct Verdict(VerdictKind Kind, Reason? Reason = null)
{
    /// <summary>The tier, where the verdict is one.</summary>
    public Tier? Tier => Kind switch
    {
        VerdictKind.Heavy => Scores.Tier.Heavy,
        VerdictKind.Light => Scores.Tier.Light,
        VerdictKind.Non => Scores.Tier.Non,
        _ => null,
    };

    /// <summary><c>Heavy</c>, <c>OnLeave</c>, <c>NotMeasurable(TelemetryOff)</c> …</summary>
    public override string ToString() => Reason is { } reason ? $"{Kind}({reason})" : Kind.ToString();
}
