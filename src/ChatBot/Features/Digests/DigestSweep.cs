using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Features.Digests;

/// <summary>
/// Opens the run of the last week by itself, a quarter of an hour before the first person anywhere can be due: Monday 09:00 in the easternmost zone. After an
/// outage it plans what can still go, each at the next hour that is allowed; who has none left is withheld as too late. A run that was missed for
/// a whole week is not made up for: the next week's digest comes instead.
/// </summary>
internal sealed partial class DigestSweep(Brake brake, PlanDigests plan, TimeProvider clock, ILogger<DigestSweep> log)
{
    /// <summary>No zone is further ahead of UTC (Kiribati).</summary>
    private static readonly TimeSpan Easternmost = TimeSpan.FromHours(14);

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(15);

    /// <summary>The last week whose run is to be open at a time.</summary>
    public static Week Due(DateTimeOffset now) =>
        Week.Of(DateOnly.FromDateTime((now + Easternmost + Ahead).UtcDateTime.Subtract(SendingHours.Usual.From.ToTimeSpan()))).Previous;

    /// <summary>Plans what is to be planned now; nothing while deliveries are paused.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var week = Due(now);
        if (await brake.IsOn(cancel) || await plan.IsPlanned(week, cancel))
        {
            return;
        }

        var report = await plan.Everybody(week, now, "schedule", dryRun: false, progress: null, cancel);
        if (report.Refusal is { } refusal)
        {
            Refused(log, week, refusal);
        }

        foreach (var (kind, balance) in report.Balances)
        {
            Planned(log, kind, week, balance.Run, balance.Recipients, balance.Planned);
        }
    }

    [LoggerMessage(LogLevel.Information, "Planned {Kind} of {Week}: run {Run}, {Recipients} recipients, {Planned} planned.")]
    private static partial void Planned(ILogger logger, string kind, Week week, Guid? run, int recipients, int planned);

    [LoggerMessage(LogLevel.Warning, "The digests of {Week} were not planned. {Why}")]
    private static partial void Refused(ILogger logger, Week week, string why);
}
