using ChatBot.Domain.Calendar;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>Registers what computes sheets.</summary>
internal static class Scoring
{
    /// <summary>How long after the end of a quarter its sheets can change: coverage looks 28 days ahead and a day settles on the fourth day after it.</summary>
    private const int ChangesFor = 36;

    public static IServiceCollection AddScoring(this IServiceCollection services) => services
        .AddSingleton<RecomputeSheets>()
        .AddSingleton<ISheets, FreshSheets>()
        .AddSingleton<IAllSheets, AllSheets>();

    /// <summary>Recomputes everybody's sheets as of today: this quarter's and, while they can change, last quarter's.</summary>
    public static async Task Nightly(IServiceProvider parts, CancellationToken cancel)
    {
        var recompute = parts.GetRequiredService<RecomputeSheets>();
        var today = DateOnly.FromDateTime(parts.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var quarter = Quarter.Of(today);
        await recompute.All(quarter, today, each: null, progress: null, cancel);
        if (today <= quarter.Previous.Last.AddDays(ChangesFor))
        {
            await recompute.All(quarter.Previous, today, each: null, progress: null, cancel);
        }
    }
}
