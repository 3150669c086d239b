namespace ChatBot.Domain.Deliveries;

/// <summary>How an attempt to send ended.</summary>
public enum Ending
{
    /// <summary>The provider accepted it.</summary>
    Sent,

    /// <summary>Refused before it was accepted, and another try would be refused too.</summary>
    Refused,

    /// <summary>Refused because the person cannot be reached any more.</summary>
    Gone,

    /// <summary>Refused before it was accepted (429, 412), or never connected: the same message may be sent again.</summary>
    NotNow,

    /// <summary>Nobody can say whether it was accepted: a cut connection, 408, 5xx, a crash after the message may have left.</summary>
    Unclear,
}

/// <summary>What is known of a delivery when an attempt to send it ends.</summary>
/// <param name="Class">What is done when nobody can say whether it arrived.</param>
/// <param name="Attempts">Attempts so far, with this one.</param>
/// <param name="Unclear">How often nobody could say whether it arrived, before this attempt.</param>
/// <param name="ExpiresAt">Too late from then on; null for what never is.</param>
public sealed record SendHistory(DeliveryClass Class, int Attempts, int Unclear, DateTimeOffset? ExpiresAt);

/// <summary>What a delivery becomes.</summary>
/// <param name="State">Its next state.</param>
/// <param name="Unclear">How often nobody could say whether it arrived.</param>
/// <param name="Code">Why; null where there is nothing to explain.</param>
/// <param name="DueAt">When it is to be tried again; set when it is <see cref="DeliveryState.Planned"/>.</param>
public sealed record NextStep(DeliveryState State, int Unclear, string? Code = null, DateTimeOffset? DueAt = null);

/// <summary>
/// The rules of a delivery's life after an attempt. Nothing quiet is sent again once it may have arrived; what must arrive is sent at most once more; only
/// a refusal before acceptance is repeated.
/// </summary>
public static class AfterSend
{
    /// <summary>Attempts at most, so that a refusal which never ends does not go on for ever.</summary>
    public const int MostAttempts = 20;

    /// <summary>The longest the first pause can be; it doubles with each attempt.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>Where the doubling ends.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>What becomes of a delivery after an attempt.</summary>
    /// <param name="ending">How the attempt ended.</param>
    /// <param name="code">The provider's code, or ours.</param>
    /// <param name="after">How long the provider asked to wait; null where it did not say.</param>
    /// <param name="history">What is known of the delivery.</param>
    /// <param name="now">The time.</param>
    /// <param name="chance">A random number from 0 to 1, which spreads what failed together.</param>
    public static NextStep Of(Ending ending, string? code, TimeSpan? after, SendHistory history, DateTimeOffset now, double chance) => ending switch
    {
        Ending.Sent => new NextStep(DeliveryState.Sent, history.Unclear),
        Ending.Refused or Ending.Gone => End(DeliveryState.Failed, code, history),
        Ending.NotNow when history.Attempts >= MostAttempts => End(DeliveryState.Failed, code, history),
        Ending.NotNow => Again(code, now + Pause(history.Attempts, after, chance), history),
        Ending.Unclear => MayHaveArrived(code, now, history with { Unclear = history.Unclear + 1 }, chance),
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "An ending nobody knows."),
    };

    /// <summary>What becomes of a delivery that is not to be sent before <paramref name="dueAt"/>: too late when that is.</summary>
    public static NextStep Again(string? code, DateTimeOffset dueAt, SendHistory history) =>
        dueAt >= history.ExpiresAt ? End(DeliveryState.Expired, code, history) : new NextStep(DeliveryState.Planned, history.Unclear, code, dueAt);

    /// <summary>Ends a delivery that is not sent now. Where an earlier copy may have arrived, that stays the last word: nobody knows.</summary>
    public static NextStep End(DeliveryState state, string? code, SendHistory history) =>
        new(history.Unclear > 0 ? DeliveryState.Unknown : state, history.Unclear, code);

    /// <summary>Full jitter: anything up to a bound that doubles, and never less than the provider asked for.</summary>
    public static TimeSpan Pause(int attempts, TimeSpan? after, double chance)
    {
        var bound = Math.Min(LongestPause.TotalSeconds, FirstPause.TotalSeconds * Math.Pow(2, Math.Max(0, attempts - 1)));
        return (after ?? TimeSpan.Zero) + TimeSpan.FromSeconds((after is null ? bound : FirstPause.TotalSeconds) * chance);
    }

    private static NextStep MayHaveArrived(string? code, DateTimeOffset now, SendHistory history, double chance) =>
        history.Class == DeliveryClass.MustArrive && history.Unclear == 1 && now + Pause(history.Attempts, null, chance) is var dueAt && !(dueAt >= history.ExpiresAt)
            ? new NextStep(DeliveryState.Planned, history.Unclear, code, dueAt)
            : new NextStep(DeliveryState.Unknown, history.Unclear, code);
}
