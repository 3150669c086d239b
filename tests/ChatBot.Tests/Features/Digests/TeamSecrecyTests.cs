using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Digests;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Features.Digests;

/// <summary>What no card may ever let through, and what no setting may ever loosen.</summary>
public sealed class TeamSecrecyTests
{
    private static readonly TeamAnswer Answer = new(Parts.Wording, new HelpSettings("ai-help@example.com"));

    private static readonly Verdict[] WithoutTier =
    [
        new(VerdictKind.UnderReview), new(VerdictKind.Exempt), new(VerdictKind.OnLeave), new(VerdictKind.TooNew), new(VerdictKind.NotMeasurable, Reason.TelemetryOff), new(VerdictKind.NotMeasurable, Reason.NoLicence),
    ];

    [Fact]
    public void A_frozen_persons_manager_reads_byte_for_byte_what_one_of_a_person_without_data_reads()
    {
        var told = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var classes = Enumerable.Range(1, 12 + random.Next(60)).ToDictionary(Organisation.Id, _ => (MemberClass)random.Next(4));
            var person = classes.Keys.First();
            string Card(MemberClass of)
            {
                var tree = OrgTree.Of([new ReportsTo(Organisation.Id(0), null), .. classes.Keys.Select(id => new ReportsTo(id, Organisation.Id(0)))]);
                var publication = Publication.Of(tree, new Cohort(new Quarter(2026, 4), tree), new Week(2026, 47), new Dictionary<Guid, MemberClass>(classes) { [person] = of }, Threshold.Default);
                var week = new TeamWeek(publication, tree, new Week(2026, 47), new Quarter(2026, 4), Threshold.Default, new DateOnly(2026, 11, 24));
                return Parts.Cards["team"].Expand(Answer.Of(week, Organisation.Id(0), new DateOnly(2026, 11, 24), unasked: true)).ToJsonString();
            }

            var frozen = Card(MemberClasses.Of(new Verdict(VerdictKind.UnderReview), noticed: true));
            Assert.All(WithoutTier, verdict => Assert.Equal(frozen, Card(MemberClasses.Of(verdict, noticed: true))));
            Assert.Equal(frozen, Card(MemberClasses.Of(new Verdict(VerdictKind.Heavy), noticed: false)));
            told += frozen == Card(MemberClasses.Of(new Verdict(VerdictKind.Heavy), noticed: true)) ? 0 : 1;
        }

        Assert.True(told > 50, $"Only {told} of 200 cards noticed a heavy person: a card that says nothing would hide a freeze too.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_has_no_tier_in_the_store_leaves_the_same_card(Database kind)
    {
        var cards = new List<string>();
        foreach (var change in new Action<Organisation, int>[]
        {
            (organisation, head) => organisation.Add(head, SheetVerdict.Heavy, noticed: false),
            (organisation, head) => organisation.Away(organisation.Add(head, SheetVerdict.Heavy), new DateOnly(2026, 11, 20)),
            (organisation, head) => organisation.Add(head, SheetVerdict.TooNew),
            (organisation, head) => organisation.Add(head, SheetVerdict.NotMeasurable),
            (organisation, head) => organisation.Add(head),
            (organisation, head) => organisation.Contest(organisation.Add(head, SheetVerdict.Heavy)),
        })
        {
            await using var organisation = await Organisation.On(kind);
            var head = organisation.Add();
            organisation.Add(7, head, SheetVerdict.Heavy);
            organisation.Add(7, head, SheetVerdict.Light);
            change(organisation, head);
            await organisation.Store();
            using var node = organisation.Node();
            cards.Add(Parts.Cards["team"].Expand(Answer.Of((await node.Latest(organisation.Today, default))!, Organisation.Id(head), organisation.Today, unasked: false)).ToJsonString());
        }

        Assert.Single(cards.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_asked_for_and_what_is_sent_say_the_same()
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        var head = organisation.Add();
        organisation.Add(17, head, SheetVerdict.Heavy);
        await organisation.Store();
        using var node = organisation.Node();
        var week = (await node.Latest(organisation.Today, default))!;

        Assert.Equal(Answer.Of(week, Organisation.Id(head), organisation.Today, unasked: false) with { Unasked = true }, Answer.Of(week, Organisation.Id(head), organisation.Today, unasked: true), Alike);
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task No_setting_and_no_row_lets_fewer_than_five_be_spoken_of(int asked)
    {
        var settings = new DigestSettings(asked, DayOfWeek.Tuesday, new TimeOnly(11, 0));
        Assert.Equal(5, settings.Threshold.People);
        Assert.Contains("5 at the least", settings.Problem(), StringComparison.Ordinal);
        Assert.Contains("SmallestGroup", Assert.Throws<SettingsException>(() => Program.Build("--environment=Development", $"--Digests:SmallestGroup={asked}")).Message, StringComparison.Ordinal);

        await using var organisation = await Organisation.On(Database.Sqlite);
        var four = organisation.Add();
        organisation.Add(4, four, SheetVerdict.Heavy);
        var five = organisation.Add();
        organisation.Add(5, five, SheetVerdict.Heavy);
        await organisation.Store();
        using var make = organisation.Make(asked);
        await make.Run(new Week(2026, 47), organisation.Today, default);
        await organisation.Database.Query(db => db.Publications.ExecuteUpdateAsync(set => set.SetProperty(x => x.Threshold, asked)));
        using var node = organisation.Node(asked);
        var week = (await node.Latest(organisation.Today, default))!;

        Assert.Equal(5, week.Threshold.People);
        Assert.Equal([Organisation.Id(five)], week.Publication.Figures.Select(figure => figure.Unit));
        Assert.Equal(TeamKind.TooSmall, Answer.Of(week, Organisation.Id(four), organisation.Today, unasked: false).Kind);
        Assert.Equal("5", Answer.Of(week, Organisation.Id(five), organisation.Today, unasked: false).SmallestGroup);
    }

    [Theory]
    [InlineData("a private service", "PrivateMode", "PrivateMode", "PrivateMode", "PrivateMode")]
    [InlineData("before the figures are made", "planned", "planned", "planned", "ManagerTooNew")]
    [InlineData("once the figures are made", "planned", "planned", "TooSmall", "ManagerTooNew")]
    public async Task Everybody_who_has_a_report_today_is_planned_or_told_of_as_withheld(string when, string chief, string inside, string small, string newcomer)
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        var (top, alone) = (organisation.Add(), organisation.Add());
        var team = organisation.Add(top);
        organisation.Add(20, top, SheetVerdict.Heavy);
        organisation.Add(20, team, SheetVerdict.Heavy);
        organisation.Add(3, alone, SheetVerdict.Heavy);
        var late = organisation.Add();
        organisation.Report(organisation.Add(top, SheetVerdict.Heavy), late, new DateOnly(2026, 11, 2));
        await organisation.Store();
        using var node = organisation.Node();
        if (when == "once the figures are made")
        {
            await node.Latest(organisation.Today, default);
        }

        var plan = new PlanTeams(
            organisation.Database, new DigestTiming(Hours, Settings), node, when == "a private service" ? new Programme("1", "2", "3", string.Empty) : new Programme("1", "2", "3", "4"));
        await using var db = organisation.Database.CreateDbContext();
        var now = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
        var directory = await Recipients.Everybody(db, default);
        var plans = await plan.Decide(new WeekToPlan(new Week(2026, 47), now, directory, new Dictionary<string, IReadOnlySet<DateOnly>>()), default);

        Assert.Equal([top, alone, team, late], plans.Select(x => Array.FindIndex([.. Enumerable.Range(0, directory.Count)], number => Organisation.Id(number) == x.Person)));
        Assert.Equal([chief, small, inside, newcomer], plans.Select(x => x.Planning is Planning.Withheld withheld ? withheld.Reason.ToString() : "planned"));
        Assert.Equal(when == "once the figures are made" ? 1 : 0, await db.Publications.CountAsync());
    }

    [Fact]
    public async Task A_team_digest_waits_for_its_figures_and_for_its_readers_own_notice()
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        var (head, untold, unreached, small) = (organisation.Add(), organisation.Add(noticed: false), organisation.Add(noticed: false), organisation.Add());
        organisation.Notice(unreached, "notice", DeliveryState.Failed);
        foreach (var of in new[] { head, untold, unreached })
        {
            organisation.Add(20, of, SheetVerdict.Heavy);
        }

        organisation.Add(2, small, SheetVerdict.Heavy);
        await organisation.Store();
        using var node = organisation.Node();
        async Task<Making> Make(int person, DateTimeOffset now, Programme? programme = null)
        {
            await using var db = organisation.Database.CreateDbContext();
            var maker = new MakeTeamDigest(db, new DigestTiming(Hours, Settings), node, Answer, programme ?? new Programme("1", "2", "3", "4"));
            return await maker.Make(new DueDelivery(new DeliveryKey("team-digest", Organisation.Id(person), "2026-W47"), null, 1, now), default);
        }

        var due = new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);
        var card = Assert.IsType<Making.Ready>(await Make(head, due)).Card;
        Assert.Equal(("team", TeamKind.Shown, true), (card.Template, ((TeamCard)card.Data).Kind, ((TeamCard)card.Data).Unasked));
        Assert.Equal(new Making.Later(due.AddMinutes(10)), await Make(untold, due));
        Assert.Equal(new Making.Withheld("NoticeNotSent"), await Make(unreached, due));
        Assert.Equal(new Making.Withheld("TooSmall"), await Make(small, due));
        Assert.Equal(new Making.Withheld("PrivateMode"), await Make(head, due, new Programme("1", "2", " ", "4")));
        Assert.IsType<Making.Later>(await Make(head, due.AddHours(-12)));
    }

    private static RecipientHours Hours => new(new PlanningSettings("Europe/Berlin", 1, 1, 5));

    private static DigestSettings Settings => new(10, DayOfWeek.Tuesday, new TimeOnly(11, 0));

    private static IEqualityComparer<TeamCard> Alike => EqualityComparer<TeamCard>.Create((one, other) => Json(one) == Json(other));

    private static string Json(TeamCard? card) => System.Text.Json.JsonSerializer.Serialize(card);
}
