namespace ChatBot.Deliveries;

/// <summary>What an operator sets about planning what nobody asked for.</summary>
/// <param name="TimeZone">IANA zone of who lives in an unknown one; they are written to in narrow hours only.</param>
/// <param name="FirstPercent">Share of a run that goes out first, while the rest is held; at least one person.</param>
/// <param name="Seed">Chooses who the first are, with the run's id.</param>
/// <param name="DirectoryChangePercent">A directory that changed by more than this since it was last accepted stops new runs.</param>
internal sealed record PlanningSettings(string TimeZone, double FirstPercent, int Seed, double DirectoryChangePercent) : ISettings
{
    /// <inheritdoc />
    public static string Section => "Planning";

    /// <inheritdoc />
    public string? Problem() =>
        !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? string.Empty, out _) ? $"TimeZone must be an IANA time zone such as Europe/Berlin, not {TimeZone}."
        : FirstPercent is not (> 0 and <= 100) ? "FirstPercent must be more than 0 and at most 100."
        : DirectoryChangePercent is not (>= 0 and <= 100) ? "DirectoryChangePercent must be from 0 to 100."
        : null;
}
