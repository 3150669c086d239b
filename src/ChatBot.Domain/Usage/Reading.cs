namespace ChatBot.Domain.Usage;

/// <summary>What counts of a day's use. The numbers are stored.</summary>
public enum Signal
{
    /// <summary>A prompt written by the person.</summary>
    Prompt = 1,

    /// <summary>A session of an agent.</summary>
    AgentSession = 2,

    /// <summary>A review asked for or acted on.</summary>
    ReviewRequest = 3,

    /// <summary>A proposal accepted.</summary>
    Acceptance = 4,

    /// <summary>An output shown; worth no points.</summary>
    Generation = 5,
}

/// <summary>Counts per signal; null is "not measured", never zero.</summary>
public readonly record struct Signals(int? Prompts, int? AgentSessions, int? ReviewRequests, int? Acceptances, int? Generations)
{
    /// <summary>The count of one signal.</summary>
    public int? this[Signal signal] => signal switch
    {
        Signal.Prompt => Prompts,
        Signal.AgentSession => AgentSessions,
        Signal.ReviewRequest => ReviewRequests,
        Signal.Acceptance => Acceptances,
        Signal.Generation => Generations,
        _ => null,
    };

    /// <summary>Whether any signal is above zero.</summary>
    public bool Any => Prompts > 0 || AgentSessions > 0 || ReviewRequests > 0 || Acceptances > 0 || Generations > 0;
}

/// <summary>What coverage needs to know of a reading besides its signals. The bits are stored.</summary>
[Flags]
public enum Marks
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>The row shows use: a signal or generation above zero, or the vendor's flag of own use.</summary>
    Use = 1,

    /// <summary>Its only use is a review (rule 9 does not count it).</summary>
    ReviewOnly = 2,

    /// <summary>Rule 6 of coverage applies to the row: the editor's telemetry is off.</summary>
    TelemetryOff = 4,

    /// <summary>Rule 7 of coverage applies to the row: the client is too old to be seen.</summary>
    ClientTooOld = 8,

    /// <summary>Read from a 28-day report: never replaces a row of a 1-day report.</summary>
    From28DayReport = 16,

    /// <summary>Claude Code Admin row with <c>customer_type: subscription</c> (joined with Claude Enterprise by the larger).</summary>
    Subscription = 32,
}

/// <summary>What a source said of one account and UTC day.</summary>
/// <param name="Account">Number of the account in the store.</param>
/// <param name="Scope">Number of the scope in the store.</param>
/// <param name="Day">UTC day.</param>
/// <param name="Signals">The counts.</param>
/// <param name="Marks">What coverage needs besides.</param>
public readonly record struct Reading(int Account, int Scope, DateOnly Day, Signals Signals, Marks Marks);

/// <summary>An account in a tool, as far as it concerns one person.</summary>
/// <param name="Id">Number of the account in the store.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Ambiguous">True when more than one person could own it: then it counts for nobody.</param>
/// <param name="FirstReading">The earliest day ever read of it; null when none was.</param>
public sealed record LinkedAccount(int Id, Tool Tool, bool Ambiguous, DateOnly? FirstReading);
