using System.Globalization;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Commands.Doctor;

/// <summary>Whether local hours and holidays can be told for everybody. Counts only; nobody is named.</summary>
internal sealed class DirectoryLook(IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    /// <summary>One zone of each way of changing clocks: with an hour, never, with half an hour.</summary>
    private static readonly string[] Probes = ["Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"];

    /// <summary>Whether this machine knows time zones at all.</summary>
    public static Finding TimeZones() =>
        Probes.FirstOrDefault(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) is { } unknown
            ? Finding.Bad("time zones", $"This machine does not know {unknown}. Install its time zone database (Debian: tzdata).")
            : Finding.Good("time zones", string.Create(CultureInfo.InvariantCulture, $"This machine knows {TimeZoneInfo.GetSystemTimeZones().Count} time zones."));

    /// <summary>Whether everybody has a time zone that this machine knows, and their country its holidays.</summary>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var zones = await db.People.Where(x => x.EndDate == null || x.EndDate >= today).GroupBy(x => x.TimeZone)
            .Select(x => new { Zone = x.Key, People = x.Count() }).ToListAsync(cancel);
        var strange = zones.Where(x => x.Zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(x.Zone, out _)).ToList();
        var countries = await db.PersonFacts.Where(x => x.Kind == "country").Select(x => x.Value).Distinct().ToListAsync(cancel);
        var (first, last) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31));
        var known = await db.Holidays.Where(x => x.Day >= first && x.Day <= last).Select(x => x.Country).Distinct().ToListAsync(cancel);
        var without = countries.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return
        [
            strange.Count == 0 ? Finding.Good("people's zones", "Everybody has a time zone that this machine knows.")
                : Finding.Warning(
                    "people's zones",
                    string.Create(CultureInfo.InvariantCulture, $"{strange.Sum(x => x.People):N0} people have no time zone that this machine knows; they are written to in the organisation's narrow hours. Give time_zone in people (IANA names such as Europe/Berlin).")),
            without.Count == 0 ? Finding.Good("holidays", "Every country of the directory has holidays this year.")
                : Finding.Warning("holidays", $"There are no holidays of {today.Year} for {string.Join(", ", without)}: import holidays FILE (country,date,name). Until then people there can be written to, and are measured, on them."),
        ];
    }
}
