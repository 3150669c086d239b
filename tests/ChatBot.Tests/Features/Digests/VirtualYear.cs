using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Digests;
using ChatBot.Storage;
using ChatBot.Tests.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Features.Digests;

/// <summary>Lives through a year by a clock of its own, a quarter of an hour a step, and looks at every digest that leaves by rules of its own.</summary>
internal sealed class VirtualYear : IAsyncDisposable
{
    private static readonly DateTimeOffset Begins = new(2025, 12, 28, 19, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Ends = new(2027, 1, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>Nothing runs from a Monday to the Thursday; then the machine's clock is wrong for half a day, four times.</summary>
    private static readonly (DateTimeOffset From, DateTimeOffset To) Outage = (At(6, 15), At(6, 18));

    private static readonly (DateTimeOffset From, TimeSpan By)[] Jumps =
    [
        (At(2, 3), TimeSpan.FromHours(1)), (At(2, 10), TimeSpan.FromHours(-1)), (At(3, 2), TimeSpan.FromDays(1)), (At(3, 10), TimeSpan.FromDays(-1)),
    ];

    private readonly ImportHarness harness;
    private readonly Planner planner;
    private readonly Random random;
    private readonly List<DeliveryRow> open = [];
    private readonly Dictionary<(Guid Person, Week Week), DateTimeOffset> got = [];
    private readonly Dictionary<Guid, Week> last = [];
    private Dictionary<Guid, Recipient> people = [];
    private IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays = new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal);

    private VirtualYear(ImportHarness harness, int seed) => (this.harness, planner, random) = (harness, new Planner(harness), new Random(seed));

    public List<string> Wrongs { get; } = [];

    public List<(int Recipients, int Planned, int Withheld)> Balances { get; } = [];

    public int Zones { get; private set; }

    public int People => people.Count;

    public int Runs => Balances.Count;

    public int Sent { get; private set; }

    public int Late { get; private set; }

    public int Expired { get; private set; }

    public int WithheldAtSend { get; private set; }

    public static async Task<VirtualYear> Of(int perZone, int seed)
    {
        var year = new VirtualYear(await ImportHarness.On(Database.Sqlite), seed);
        await year.Populate(perZone);
        return year;
    }

    public async Task Pass()
    {
        var week = default(Week);
        for (var time = Begins; time < Ends; time += Step)
        {
            if (time >= Outage.From && time < Outage.To)
            {
                continue;
            }

            harness.Now = time + Jumps.Where(x => time >= x.From && time < x.From.AddHours(12)).Select(x => x.By).SingleOrDefault();
            if (time.Day == 8 && time.TimeOfDay == TimeSpan.Zero)
            {
                await LifeGoesOn();
            }

            // The sweep that finds nothing to do is tried once a day: it costs a look at the store.
            if (ChatBot.Features.Digests.DigestSweep.Due(harness.Now) != week || time.TimeOfDay == TimeSpan.FromHours(7))
            {
                await planner.Sweep.Run(default);
                await TakeUp();
                week = ChatBot.Features.Digests.DigestSweep.Due(harness.Now);
            }

            Send();
        }
    }

    public ValueTask DisposeAsync() => harness.DisposeAsync();

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{People} people in {Zones} zones, {Runs} runs: {Sent} sent, of them {Late} later than planned; {Expired} expired, {WithheldAtSend} withheld at send, {Balances.Sum(x => x.Withheld)} withheld when planned");

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 0, 0, 0, TimeSpan.Zero);

    private async Task Populate(int perZone)
    {
        var zones = ZoneNames();
        Zones = zones.Length;
        string[] patterns = ["Mon;Tue;Wed;Thu;Fri", "Mon;Tue;Wed;Thu;Fri", "Sun;Mon;Tue;Wed;Thu", "Mon;Wed;Fri", "Sat;Sun", "Mon;Tue;Wed;Thu;Fri;Sat;Sun"];
        var rows = new List<object>();
        for (var country = 0; country < 30; country++)
        {
            var days = Enumerable.Range(0, 20).Select(_ => new DateOnly(2026, 1, 1).AddDays(random.Next(365))).Distinct();
            rows.AddRange(days.Select(day => new HolidayRow { Country = Country(country), Day = day, Name = "A holiday" }));
        }

        foreach (var (zone, place) in zones.SelectMany(x => Enumerable.Repeat(x, perZone)).Select((x, place) => (x, place)))
        {
            var id = Guid.CreateVersion7(Begins);
            rows.Add(new PersonRow { Id = id, Email = $"p{place}@x.example", Name = "P", TimeZone = place % 50 == 0 ? null : zone, SetBy = "test", SetAt = Begins });
            rows.Add(Fact(id, "working_days", patterns[random.Next(patterns.Length)]));
            rows.Add(Fact(id, "country", Country(random.Next(30))));
            var from = new DateOnly(2026, 1, 1).AddDays(random.Next(350));
            rows.Add(new LeaveRow { Person = id, FromDay = from, ToDay = from.AddDays(random.Next(21)), SetBy = "test", SetAt = Begins });
            if (random.Next(3) == 0)
            {
                rows.Add(Wish(id));
            }
        }

        await harness.Database.Add([.. rows]);
        await Read();
    }

    /// <summary>Every name of the machine's time zone database; .NET itself lists only those of its table of places.</summary>
    private static string[] ZoneNames()
    {
        const string Folder = "/usr/share/zoneinfo";
        var files = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(x => Path.GetRelativePath(Folder, x)) : [];
        return
        [
            .. files.Concat(TimeZoneInfo.GetSystemTimeZones().Select(x => x.Id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Where(x => char.IsAsciiLetterUpper(x[0]) && TimeZoneInfo.TryFindSystemTimeZoneById(x, out _)),
        ];
    }

    private static string Country(int number) => $"{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}";

    private static PersonFactRow Fact(Guid person, string kind, string value) =>
        new() { Person = person, Kind = kind, FromDay = new DateOnly(2020, 1, 1), Value = value, SetBy = "test", SetAt = Begins };

    private PreferenceRow Wish(Guid person) => new()
    {
        Person = person,
        DigestDay = random.Next(7),
        DigestMinute = (9 * 60) + random.Next(8 * 60),
        DigestStopped = random.Next(20) == 0,
        DigestPausedUntil = random.Next(4) == 0 ? DateOnly.FromDateTime(harness.Now.UtcDateTime).AddDays(random.Next(21)) : null,
        SetAt = Begins,
    };

    /// <summary>Once a month some move to another zone, some are on leave from tomorrow, some choose anew; queued rows stay as they are.</summary>
    private async Task LifeGoesOn()
    {
        await using (var db = harness.Database.CreateDbContext())
        {
            var zones = ZoneNames();
            var today = DateOnly.FromDateTime(harness.Now.UtcDateTime);
            foreach (var person in await db.People.ToListAsync())
            {
                switch (random.Next(12))
                {
                    case 0:
                        person.TimeZone = zones[random.Next(zones.Length)];
                        break;
                    case 1 when !await db.Leave.AnyAsync(x => x.Person == person.Id && x.FromDay == today):
                        db.Leave.Add(new LeaveRow { Person = person.Id, FromDay = today, ToDay = today.AddDays(random.Next(9)), SetBy = "test", SetAt = harness.Now });
                        break;
                    case 2:
                        await db.Preferences.Where(x => x.Person == person.Id).ExecuteDeleteAsync();
                        db.Preferences.Add(Wish(person.Id));
                        break;
                }
            }

            await db.SaveChangesAsync();
        }

        await Read();
    }

    private async Task Read()
    {
        people = (await harness.Query(db => Recipients.Everybody(db, default))).ToDictionary(x => x.Row.Id);
        holidays = await harness.Query(db => Holidays.Read(db, default));
    }

    /// <summary>Takes up what a new run planned, as if it had been released at once.</summary>
    private async Task TakeUp()
    {
        var runs = await harness.Query(db => db.Runs.AsNoTracking().OrderBy(x => x.OpenedAt).ToListAsync());
        foreach (var run in runs.OrderBy(x => x.Period, StringComparer.Ordinal).Skip(Balances.Count))
        {
            var planned = await harness.Query(db => db.Deliveries.AsNoTracking().Where(x => x.Run == run.Id).ToListAsync());
            Balances.Add((run.Recipients, planned.Count, await harness.Query(db => db.Withholdings.CountAsync(x => x.Run == run.Id))));
            open.AddRange(planned);
        }
    }

    /// <summary>What is due is asked for at the gate; one in eight waits for the next step, as if a provider had throttled it, and on some days all do for hours.</summary>
    private void Send()
    {
        var isSlow = harness.Now.DayOfYear % 9 == 0;
        for (var place = open.Count - 1; place >= 0; place--)
        {
            var row = open[place];
            if (row.DueAt > harness.Now || random.Next(isSlow ? 40 : 8) is var lot && (isSlow ? lot > 0 : lot == 0))
            {
                continue;
            }

            if (row.ExpiresAt <= harness.Now || Ask(row) is GateAnswer.Expired)
            {
                Expired++;
                open.RemoveAt(place);
                continue;
            }

            switch (Ask(row))
            {
                case GateAnswer.Later later:
                    row.DueAt = later.DueAt;
                    Late++;
                    break;
                case GateAnswer.Withheld:
                    WithheldAtSend++;
                    open.RemoveAt(place);
                    break;
                default:
                    Check(row);
                    open.RemoveAt(place);
                    break;
            }
        }
    }

    private GateAnswer Ask(DeliveryRow row)
    {
        var (recipient, week) = (people[row.Recipient], WeekOf(row));
        return DigestGate.Ask(
            planner.Timing.Hours(recipient, holidays), planner.Timing.Wish(recipient.Preference), week, harness.Now, last.TryGetValue(row.Recipient, out var newest) && newest > week);
    }

    /// <summary>What must hold of everything that leaves, said once more and in other words.</summary>
    private void Check(DeliveryRow row)
    {
        Sent++;
        var recipient = people[row.Recipient];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(recipient.Row.TimeZone ?? Planner.Usual.TimeZone);
        var local = TimeZoneInfo.ConvertTime(harness.Now, zone);
        var (day, hour, week) = (DateOnly.FromDateTime(local.DateTime), local.TimeOfDay.TotalHours, WeekOf(row));
        var (from, to) = recipient.Row.TimeZone is null ? (11, 15) : (9, 17);
        var pattern = recipient.Facts.WorkingDays.Entries[^1].Value.ToString();
        Wrong(hour < from || hour >= to, "outside the hours");
        Wrong(!pattern.Contains(day.DayOfWeek.ToString()[..3], StringComparison.Ordinal), "on a day off");
        Wrong(holidays[recipient.Facts.Country.Entries[^1].Value].Contains(day), "on a holiday");
        Wrong(recipient.Facts.Leave.Any(x => x.From <= day && (x.To is null || x.To >= day)), "on leave");
        Wrong(recipient.Preference is { DigestStopped: true } || recipient.Preference?.DigestPausedUntil >= day, "stopped or paused");
        Wrong(ISOWeek.GetWeekOfYear(local.DateTime) != week.Next.Number, "not in the week after");
        Wrong(!got.TryAdd((row.Recipient, Week.Of(day)), harness.Now), "a second one in a week");
        Wrong(last.TryGetValue(row.Recipient, out var before) && before >= week, "after that of a later week");
        last[row.Recipient] = week;

        void Wrong(bool isWrong, string what)
        {
            if (isWrong)
            {
                Wrongs.Add($"{row.Period} in {zone.Id} at {local:yyyy-MM-dd HH:mm}: {what}");
            }
        }
    }

    private static Week WeekOf(DeliveryRow row) => Week.TryParse(row.Period, out var week) ? week : throw new InvalidOperationException("No week.");
}
