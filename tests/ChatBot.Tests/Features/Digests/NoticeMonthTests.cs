using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;
using ChatBot.Features.Digests;
using ChatBot.Features.Help;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Digests;

/// <summary>
/// A virtual month and more around a change of quarter, every two hours, with people who join every other day, in four time zones, some of them away at once: the
/// service's own code plans and makes notices and team digests, and a provider accepts most of them. Everybody uses the tools heavily, so whoever is counted shows.
/// </summary>
public sealed class NoticeMonthTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Start = new(2026, 12, 14, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2027, 1, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Zones = ["Europe/Berlin", "Australia/Sydney", "America/Los_Angeles", "Asia/Kolkata"];

    [Fact]
    public async Task In_a_month_with_joiners_nobody_is_counted_before_their_notice_was_sent()
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        var people = await Fill(organisation, new Random(11));
        using var month = new Month(organisation);
        for (var now = Start; now < End; now = now.AddHours(2))
        {
            await month.Hour(now);
        }

        output.WriteLine(
            $"{people} people, {month.Weeks} weeks' figures, {month.Told} told, {month.Untold} member-weeks before the notice was sent, {month.TeamDigests} team digests sent; counted too early: {month.TooEarly}");
        Assert.Equal(0, month.TooEarly);
        Assert.Equal(0, month.FirstWasNoNotice);
        Assert.Equal(6, month.Weeks);
        Assert.True(month.Untold > 20, "With nobody who was not told yet this proves nothing.");
        Assert.True(month.TeamDigests > 8, "With no digests this proves nothing.");
    }

    private static async Task<int> Fill(Organisation organisation, Random random)
    {
        var chief = organisation.Add(noticed: false, zone: Zones[0]);
        var heads = Enumerable.Range(0, 3).Select(at => organisation.Add(chief, SheetVerdict.Heavy, noticed: false, zone: Zones[at])).ToList();
        var people = 4;
        void Hire(DateOnly? from)
        {
            var person = organisation.Add(heads[random.Next(3)], SheetVerdict.Heavy, noticed: false, from: from, zone: Zones[random.Next(4)]);
            organisation.Quarters(person, new Quarter(2027, 1), SheetVerdict.Heavy);
            people++;
            if (random.Next(4) == 0)
            {
                organisation.Leave(person, from ?? new DateOnly(2026, 12, 14), (from ?? new DateOnly(2026, 12, 14)).AddDays(random.Next(5, 40)));
            }
        }

        for (var i = 0; i < 90; i++)
        {
            Hire(null);
        }

        for (var day = DateOnly.FromDateTime(Start.UtcDateTime); day < new DateOnly(2027, 1, 12); day = day.AddDays(2))
        {
            Hire(day);
        }

        await organisation.Store();
        return people;
    }

    /// <summary>The service at work, and what is checked of it.</summary>
    private sealed class Month : IDisposable
    {
        private readonly Organisation organisation;
        private readonly MovedClock clock = new();
        private readonly Random provider = new(12);
        private readonly Dictionary<Guid, DateTimeOffset> told = [];
        private readonly PlanNotices notices;
        private readonly DigestSweep sweep;
        private readonly MakeTeamFigures make;
        private readonly TeamFigures figures;
        private readonly DigestTiming timing;
        private readonly RecipientHours hours = new(new PlanningSettings("Europe/Berlin", 1, 1, 100));
        private readonly Programme programme = new("1", "2", "3", "4");
        private readonly HelpSettings help = new("ai-help@example.com");

        public Month(Organisation organisation)
        {
            this.organisation = organisation;
            var settings = new DigestSettings(10, DayOfWeek.Tuesday, new TimeOnly(11, 0));
            notices = new PlanNotices(organisation.Database, hours, clock);
            make = new MakeTeamFigures(organisation.Database, organisation.Classes, settings, clock);
            figures = new TeamFigures(organisation.Database, make);
            timing = new DigestTiming(hours, settings);
            var planning = new PlanningSettings("Europe/Berlin", 100, 1, 100);
            var plan = new PlanDigests(organisation.Database, [new PlanTeams(organisation.Database, timing, figures, programme)], new RunPlan(organisation.Database, planning), planning);
            sweep = new DigestSweep(TestBrake.On(organisation.Database, clock), plan, clock, NullLogger<DigestSweep>.Instance);
        }

        public int Weeks { get; private set; }

        public int Told => told.Count;

        public int Untold { get; private set; }

        public int TooEarly { get; private set; }

        public int FirstWasNoNotice { get; private set; }

        public int TeamDigests { get; private set; }

        public async Task Hour(DateTimeOffset now)
        {
            clock.Now = now;
            await notices.Run(default);
            await sweep.Run(default);
            await using var db = organisation.Database.CreateDbContext();
            foreach (var row in await db.Deliveries.Where(x => x.State == DeliveryState.Planned && x.DueAt <= now).OrderBy(x => x.DueAt).ToListAsync())
            {
                Settle(row, await Make(db, row, now), now);
                await db.SaveChangesAsync();
            }

            await Check(now);
        }

        public void Dispose()
        {
            figures.Dispose();
            make.Dispose();
        }

        private Task<Making> Make(BotDb db, DeliveryRow row, DateTimeOffset now)
        {
            var due = new DueDelivery(new DeliveryKey(row.Kind, row.Recipient, row.Period), null, 1, now);
            return row.Kind == "notice"
                ? new MakeNotice(db, hours, programme, help).Make(due, default)
                : new MakeTeamDigest(db, timing, figures, new TeamAnswer(Parts.Wording, help), programme).Make(due, default);
        }

        private void Settle(DeliveryRow row, Making making, DateTimeOffset now)
        {
            row.StateAt = now;
            switch (making)
            {
                case Making.Later later:
                    Assert.True(later.DueAt > now);
                    row.DueAt = later.DueAt;
                    break;
                case Making.Ready:
                    row.State = provider.Next(10) switch { 0 => DeliveryState.Failed, 1 => DeliveryState.Unknown, _ => DeliveryState.Sent };
                    TeamDigests += row.Kind == "team-digest" && row.State == DeliveryState.Sent ? 1 : 0;
                    FirstWasNoNotice += row.Kind == "team-digest" && !told.ContainsKey(row.Recipient) ? 1 : 0;
                    if (row.Kind == "notice" && row.State == DeliveryState.Sent)
                    {
                        told.Add(row.Recipient, now);
                    }

                    break;
                default:
                    row.State = making is Making.Expired ? DeliveryState.Expired : DeliveryState.WithheldAtSend;
                    row.Code = (making as Making.Withheld)?.Reason;
                    break;
            }
        }

        /// <summary>In the hour in which figures were made: whom they count, and that they are the figures of those who were told by then.</summary>
        private async Task Check(DateTimeOffset now)
        {
            await using var db = organisation.Database.CreateDbContext();
            if (await Publications.Latest(db, default) is not { } row || row.MadeAt != now)
            {
                return;
            }

            Weeks++;
            var quarter = Publications.QuarterOf(row);
            var people = (await Cohorts.Of(db, quarter, default)).Lines.Select(x => x.Person).ToList();
            var classes = await organisation.Classes.On(DateOnly.FromDateTime(now.UtcDateTime), people, default);
            TooEarly += classes.Count(x => x.Value != MemberClass.NotClassified && !(told.TryGetValue(x.Key, out var at) && at <= now));
            Untold += people.Count(person => !told.ContainsKey(person));
            foreach (var figure in (await Publications.Restore(db, row, OrgTree.Of([]), (await Cohorts.Of(db, quarter, default)).Cohort, default)).Figures)
            {
                var members = (await Cohorts.Of(db, quarter, default)).Cohort.Tree.Members(figure.Unit);
                var counted = members.Count(person => told.TryGetValue(person, out var at) && at <= now && classes.GetValueOrDefault(person) == MemberClass.Heavy);
                Assert.InRange(figure.Rounded(figure.Heavy), counted - 4, counted + 4);
            }
        }
    }

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
