using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Digests;
using ChatBot.Domain.People;

namespace ChatBot.Domain.Tests.Digests;

/// <summary>A random person of a random zone, calendar and taste.</summary>
internal sealed record Somebody(SendingHours Hours, DigestWish Wish)
{
    private static readonly TimeZoneInfo[] Zones = [.. TimeZoneInfo.GetSystemTimeZones().OrderBy(x => x.Id, StringComparer.Ordinal)];

    public static Somebody Of(int seed, DateOnly around)
    {
        var random = new Random(seed);
        var zone = Zones[random.Next(Zones.Length)];
        var person = new Person
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(seed)),
            Email = "somebody@x.example",
            StartDate = random.Next(8) == 0 ? around.AddDays(random.Next(-14, 21)) : around.AddYears(-5),
            EndDate = random.Next(8) == 0 ? around.AddDays(random.Next(-14, 21)) : null,
            WorkingDays = random.Next(2) == 0 ? Dated<WorkingDays>.None : new Dated<WorkingDays>([(around.AddYears(-5), new WorkingDays((byte)random.Next(1, 128)))]),
            Country = new Dated<string>([(around.AddYears(-5), random.Next(2) == 0 ? "AA" : "BB")]),
            Leave = random.Next(3) == 0 ? [Span(random, around), Span(random, around)] : [],
        };
        var holidays = new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal)
        {
            ["AA"] = Enumerable.Range(0, 3).Select(_ => around.AddDays(random.Next(-7, 21))).ToHashSet(),
        };
        return new Somebody(
            new SendingHours(person, zone, random.Next(4) == 0 ? SendingHours.Narrow : SendingHours.Usual, holidays),
            new DigestWish(
                new DigestChoice((DayOfWeek)random.Next(7), new TimeOnly(random.Next(24), random.Next(60))),
                random.Next(12) == 0,
                random.Next(8) == 0 ? around.AddDays(random.Next(-7, 14)) : null));
    }

    /// <summary>In the zone given, Monday to Friday, no holidays, the usual time.</summary>
    public static Somebody In(string zone, DayOfWeek day = DayOfWeek.Tuesday, int hour = 11) => new(
        new SendingHours(
            new Person { Id = Guid.Empty, Email = "somebody@x.example" },
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            SendingHours.Usual,
            new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal)),
        new DigestWish(new DigestChoice(day, new TimeOnly(hour, 0))));

    private static DateSpan Span(Random random, DateOnly around)
    {
        var from = around.AddDays(random.Next(-14, 21));
        return new DateSpan(from, random.Next(5) == 0 ? null : from.AddDays(random.Next(10)));
    }
}
