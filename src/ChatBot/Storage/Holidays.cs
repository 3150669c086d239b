using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>The holidays of all countries.</summary>
internal static class Holidays
{
    /// <summary>Days per country code.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlySet<DateOnly>>> Read(BotDb db, CancellationToken cancel) =>
        (await db.Holidays.AsNoTracking().Select(x => new { x.Country, x.Day }).ToListAsync(cancel))
        .GroupBy(x => x.Country, StringComparer.Ordinal)
        .ToDictionary(x => x.Key, x => (IReadOnlySet<DateOnly>)x.Select(y => y.Day).ToHashSet(), StringComparer.Ordinal);
}
