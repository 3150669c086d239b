using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Tests.Groups;
using ChatBot.Features.Digests;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Digests;

public sealed class TeamFiguresTests(ITestOutputHelper output)
{
    private static readonly Week Week = new(2026, 47);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_weeks_figures_are_made_once_and_told_as_they_were_stored(Database kind)
    {
        await using var organisation = await Organisation.On(kind);
        var head = organisation.Add();
        organisation.Add(12, head, SheetVerdict.Heavy);
        organisation.Add(10, head, SheetVerdict.Light);
        organisation.Add(11, head, SheetVerdict.Non);
        organisation.Add(10, head, SheetVerdict.NotMeasurable);
        await organisation.Store();
        using var node = organisation.Node();

        var told = await node.Latest(organisation.Today, default);
        var again = await organisation.Node().Of(Week, organisation.Today, default);

        var figure = Assert.IsType<GroupAnswer.Shown>(told!.Publication.For(Organisation.Id(head), Organisation.Id(head))).Figure;
        Assert.Equal("about 15, about 10, about 20, about 10, about 10, of 45", Words(figure));
        Assert.Equal((Week, new Quarter(2026, 4), 10), (told.Week, told.Quarter, told.Threshold.People));
        Assert.Equal(figure, Assert.IsType<GroupAnswer.Shown>(again!.Publication.For(Organisation.Id(head), Organisation.Id(head))).Figure);
        Assert.Equal((1, 1, 44), await organisation.Database.Query(async db => (await db.Publications.CountAsync(), await db.GroupFigures.CountAsync(), await db.Cohorts.CountAsync())));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_nodes_that_make_the_same_week_at_once_make_one(Database kind)
    {
        await using var organisation = await Organisation.On(kind);
        var head = organisation.Add();
        organisation.Add(30, head, SheetVerdict.Heavy);
        await organisation.Store();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => organisation.Node().Latest(organisation.Today, default))));

        Assert.Single(answers.Select(x => x!.Publication.For(Organisation.Id(head), Organisation.Id(head))).Distinct());
        Assert.Equal((1, 1, 31), await organisation.Database.Query(async db => (await db.Publications.CountAsync(), await db.GroupFigures.CountAsync(), await db.Cohorts.CountAsync())));
    }

    [Fact]
    public async Task Nobody_is_counted_before_a_first_contact_was_sent_to_them()
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        var head = organisation.Add();
        organisation.Add(20, head, SheetVerdict.Heavy);
        var unsent = organisation.Add(head, SheetVerdict.Heavy, noticed: false);
        organisation.Notice(unsent, "notice", DeliveryState.Unknown);
        var failed = organisation.Add(head, SheetVerdict.Heavy, noticed: false);
        organisation.Notice(failed, "welcome", DeliveryState.Failed);
        var welcomed = organisation.Add(head, SheetVerdict.Heavy, noticed: false);
        organisation.Notice(welcomed, "welcome", DeliveryState.Sent);
        await organisation.Store();

        var classes = await organisation.Classes.On(organisation.Today, [.. Enumerable.Range(0, 24).Select(Organisation.Id)], default);

        Assert.False(classes.ContainsKey(Organisation.Id(unsent)));
        Assert.False(classes.ContainsKey(Organisation.Id(failed)));
        Assert.Equal(MemberClass.Heavy, classes[Organisation.Id(welcomed)]);
        Assert.Equal(21, classes.Count);
    }

    [Fact]
    public async Task Who_is_away_is_not_classified_and_who_left_is_counted_as_on_the_last_day()
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        var head = organisation.Add();
        var away = organisation.Add(head, SheetVerdict.Heavy);
        organisation.Away(away, new DateOnly(2026, 11, 23));
        var left = organisation.Add(head, SheetVerdict.NotMeasurable, to: new DateOnly(2026, 10, 16));
        organisation.OnLastDay(left, SheetVerdict.Light);
        var leftOnLeave = organisation.Add(head, SheetVerdict.NotMeasurable, to: new DateOnly(2026, 10, 16));
        organisation.OnLastDay(leftOnLeave, SheetVerdict.Light);
        organisation.Away(leftOnLeave, new DateOnly(2026, 10, 1));
        await organisation.Store();

        var classes = await organisation.Classes.On(organisation.Today, [.. Enumerable.Range(0, 4).Select(Organisation.Id)], default);

        Assert.Equal(
            [MemberClass.NotClassified, MemberClass.Light, MemberClass.NotClassified],
            new[] { away, left, leftOnLeave }.Select(person => classes[Organisation.Id(person)]));
    }

    [Fact]
    public async Task In_a_young_quarter_last_quarters_tier_stands_in_as_it_does_for_the_person()
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        var stands = organisation.Add(verdict: SheetVerdict.NotMeasurable);
        organisation.Quarters(stands, new Quarter(2026, 3), SheetVerdict.Heavy);
        var none = organisation.Add(verdict: SheetVerdict.NotMeasurable);
        organisation.Quarters(none, new Quarter(2026, 3), SheetVerdict.TooNew);
        var young = organisation.Add(verdict: SheetVerdict.TooNew);
        organisation.Quarters(young, new Quarter(2026, 3), SheetVerdict.Heavy);
        await organisation.Store();

        var classes = await organisation.Classes.On(organisation.Today, [.. Enumerable.Range(0, 3).Select(Organisation.Id)], default);

        Assert.Equal(
            [MemberClass.Heavy, MemberClass.NotClassified, MemberClass.NotClassified],
            new[] { stands, none, young }.Select(person => classes[Organisation.Id(person)]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Members_are_those_of_the_quarters_first_day_and_rights_are_todays(Database kind)
    {
        await using var organisation = await Organisation.On(kind);
        var chief = organisation.Add();
        var head = organisation.Add(chief);
        var other = organisation.Add(chief);
        organisation.Add(20, head, SheetVerdict.Heavy);
        organisation.Add(20, other, SheetVerdict.Light);
        organisation.Add(20, chief, SheetVerdict.Light);
        var joiner = organisation.Add(head, SheetVerdict.Heavy, from: new DateOnly(2026, 10, 2));
        var newHead = organisation.Add(chief, from: new DateOnly(2026, 10, 5));
        organisation.Report(joiner, newHead, new DateOnly(2026, 11, 1));
        await organisation.Store();

        var first = (await organisation.Node().Latest(organisation.Today, default))!;
        organisation.Add(head, SheetVerdict.Heavy);
        await organisation.Store();
        organisation.Today = organisation.Today.AddDays(7);
        var second = (await organisation.Node().Latest(organisation.Today, default))!;

        GroupFigure Shown(TeamWeek week, int of) => Assert.IsType<GroupAnswer.Shown>(week.Publication.For(Organisation.Id(of), Organisation.Id(of))).Figure;
        Assert.Equal(20, Shown(first, head).Size);
        Assert.Equal(new Week(2026, 48), second.Week);
        Assert.Equal(Shown(first, head) with { Week = second.Week, Trend = new GroupTrend(0, 0, 0) }, Shown(second, head));
        Assert.IsType<GroupAnswer.ManagerTooNew>(second.Publication.For(Organisation.Id(newHead), Organisation.Id(newHead)));
        Assert.IsType<GroupAnswer.NoTeam>(second.Publication.For(Organisation.Id(joiner), Organisation.Id(joiner)));
        Assert.IsType<GroupAnswer.NotYours>(second.Publication.For(Organisation.Id(head), Organisation.Id(other)));
    }

    [Fact]
    public async Task A_directory_that_was_imported_anew_gives_other_rights_at_once()
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        var chief = organisation.Add();
        var head = organisation.Add(chief);
        organisation.Add(20, head, SheetVerdict.Heavy);
        organisation.Add(20, chief, SheetVerdict.Heavy);
        await organisation.Store();
        using var node = organisation.Node();
        var before = await node.Latest(organisation.Today, default);
        Assert.IsType<GroupAnswer.Shown>(before!.Publication.For(Organisation.Id(head), Organisation.Id(head)));

        for (var report = 2; report < 22; report++)
        {
            organisation.Report(report, chief, organisation.Today);
        }

        await organisation.Store();
        await organisation.Database.Add(new ImportRow
        {
            Id = Guid.Empty, Kind = "people", FileName = "people.csv", Sha256 = "0", Read = 0, Stored = 0, Replaced = 0, Unchanged = 0, Rejected = 0, Ignored = 0, Unmatched = 0, SetBy = "operator",
            At = DateTimeOffset.UnixEpoch,
        });

        Assert.IsType<GroupAnswer.NoTeam>((await node.Latest(organisation.Today, default))!.Publication.For(Organisation.Id(head), Organisation.Id(head)));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-W46")]
    [InlineData("2026-11-24", "2026-W47")]
    [InlineData("2026-11-30", "2026-W47")]
    [InlineData("2027-01-05", "2026-W53")]
    public void A_week_is_told_from_the_tuesday_after_it(string today, string week) =>
        Assert.Equal(week, TeamFigures.LatestWeek(DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public async Task Neither_an_unfinished_week_nor_one_before_the_last_is_made()
    {
        await using var organisation = await Organisation.On(Database.Sqlite);
        organisation.Add(20, organisation.Add(), SheetVerdict.Heavy);
        await organisation.Store();
        using var node = organisation.Node();

        Assert.Null(await node.Of(new Week(2026, 48), organisation.Today, default));
        Assert.NotNull(await node.Of(Week, organisation.Today, default));
        Assert.Null(await node.Of(Week.Previous, organisation.Today, default));
    }

    /// <summary>From the store, sheets being those of the night; and then every head's card.</summary>
    [FullFact]
    public async Task Sixty_five_thousand_people_take_under_a_minute()
    {
        var company = new Domain.Tests.Groups.Company(departments: 900, seed: 9);
        await using var living = await LivingCompany.Of(company);
        var today = new DateOnly(2026, 10, 6);
        await living.Tuesday(today, 10);
        company.LiveAWeek();
        await living.Fill(today.AddDays(7));
        var (before, watch) = (GC.GetTotalAllocatedBytes(), System.Diagnostics.Stopwatch.StartNew());

        var told = await living.Tuesday(today.AddDays(7), 10);

        var made = watch.Elapsed;
        var answer = new TeamAnswer(Parts.Wording, new HelpSettings(string.Empty));
        var cards = told.Directory.Heads.Count(head => answer.Of(told, head, today, unasked: true).Numbers is not null);
        output.WriteLine(
            $"{told.Directory.Count} people: figures {made.TotalSeconds:0.0} s, {cards} cards with numbers {(watch.Elapsed - made).TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - before) / 1e6:0} MB allocated, {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at most");
        Assert.True(told.Directory.Count >= 64_000);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1));
    }

    private static string Words(GroupFigure figure) =>
        $"{figure.Heavy}, {figure.Light}, {figure.Other}, {figure.Split?.NoUseSeen}, {figure.Split?.NotClassified}, of {figure.Size}";
}
