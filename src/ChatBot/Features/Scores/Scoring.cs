using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>Registers what computes sheets.</summary>
internal static class Scoring
{
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
        if (ScoreWindow.IsOpen(quarter.Previous, today))
        {
            await recompute.All(quarter.Previous, today, each: null, progress: null, cancel);
        }
    }
}
