using System.Diagnostics;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Features.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Commands.Demo;

/// <summary>One upheld appeal of the team whose telemetry fell silent, by the whole service: exactly the affected people of <c>truth.csv</c> are found and corrected.</summary>
public sealed class DemoCorrectionTests(ITestOutputHelper output)
{
    [Fact]
    public Task Of_two_hundred_people_exactly_the_silent_team_is_corrected() => Check(people: 200, days: 60, seed: 21);

    [FullRunFact]
    public Task Of_two_thousand_people_exactly_the_silent_team_is_corrected() => Check(people: 2000, days: 120, seed: 7);

    private async Task Check(int people, int days, ulong seed)
    {
        var clock = Stopwatch.StartNew();
        using var demo = new DemoFixture(people, days, seed);
        await using var running = await RunningDemo.Of(demo);
        Say("imported and scored");
        var ids = await running.People();
        var team = demo.Csv("truth.csv").Where(row => row["situation"] == "team-telemetry-silent").Select(row => ids[row["email"]]).ToHashSet();
        var appellant = team.Min();
        var appeal = await UpheldCase.Of(running.Parts, running.Store, appellant, await Reviewer(running, appellant), demo.Order.Quarter, running.Now);
        Say("upheld");

        await running.Parts.GetRequiredService<LookForOthers>().Run(default);
        Say("looked for");
        var finding = await running.Store.Query(db => db.Findings.AsNoTracking().SingleAsync());
        var found = await running.Store.Query(db => Findings.People(db, finding.Id, default));
        Assert.Equal(team.Where(x => x != appellant).Order(), found.Keys.Order());
        var before = await running.Sheets();

        await Approve(running, finding, ids);
        Say("approved");
        Assert.Equal(FindingState.Approved, await running.Store.Query(db => db.Findings.Select(x => x.State).SingleAsync()));
        Assert.Equal(found.Keys.Order(), (await running.Store.Query(db => db.Corrections.Where(x => x.Cause == finding.Id).Select(x => x.Person).Distinct().ToListAsync())).Order());
        Assert.Equal(found.Keys.Order(), (await running.Store.Query(db => db.Deliveries.Where(x => x.Kind == AppealKinds.Correction).Select(x => x.Recipient).ToListAsync())).Order());
        Assert.Equal(found.Count, await running.Store.Query(db => db.AccessRecords.CountAsync(x => x.What == "correction" && x.Purpose == Domain.Access.Purpose.Appeal)));

        await running.Score();
        var after = await running.Sheets();
        var gap = Findings.GapOf(finding);
        foreach (var (person, document) in after)
        {
            if (!team.Contains(person))
            {
                Assert.Equal(before[person], document);
                continue;
            }

            var (was, now) = (SheetDocument.Read(before[person]), SheetDocument.Read(document));
            Assert.False(gap.IsIn(now));
            Assert.True(person == appellant || now.EligibleDays > was.EligibleDays);
            Assert.False(was.Verdict == SheetVerdict.Heavy && now.Verdict != SheetVerdict.Heavy);
        }

        Assert.Equal(appeal, finding.Appeal);

        void Say(string what) => output.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s: {what}");
    }

    private static async Task<Guid> Reviewer(RunningDemo running, Guid appellant)
    {
        var chart = await running.Store.Query(db => OrgCharts.Around(db, [appellant], running.Demo.Order.AsOf, default));
        var appeal = new Appeal
        {
            Id = Guid.Empty, Person = appellant, Quarter = running.Demo.Order.Quarter, Ground = Ground.NotCaptured, Parts = [], FiledAt = running.Now,
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(), running.Now),
        };
        return Independence.IndependentReviewers(chart, appeal).First(x => !chart.IsOffice(x));
    }

    /// <summary>Through the chat, as somebody who was told of it.</summary>
    private static async Task Approve(RunningDemo running, FindingRow finding, Dictionary<string, Guid> ids)
    {
        var office = await running.Store.Query(db => db.Deliveries.Where(x => x.Kind == AppealKinds.Finding).Select(x => x.Recipient).FirstAsync());
        var email = ids.Single(x => x.Value == office).Key;
        var form = await running.Turn(email, AppealOffice.ApproveForm, string.Empty, ("finding", finding.Id.ToString("N")));
        var token = (string)form.Card["actions"]![0]!["data"]!["token"]!;
        await running.Turn(email, AppealOffice.Approve, string.Empty, ("token", token), ("reason", "The report itself shows that the telemetry of this team fell silent for two weeks."));
    }
}
