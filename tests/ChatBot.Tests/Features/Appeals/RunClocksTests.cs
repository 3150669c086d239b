using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>What time does to a case that ada filed on Monday 23 November 2026: to be taken by Wednesday, a warning on 2 December, a ruling by 7 December.</summary>
public sealed class RunClocksTests
{
    private const string Why = "The source looked on each of these days and saw no use; the reports agree with each other.";

    [Theory, OnSqlite, OnPostgres]
    internal async Task A_clock_that_is_run_twice_at_once_moves_a_case_and_tells_of_it_once(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var filed = await Filed.Case(company, "ada");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        await At(company, "2026-12-07T22:30:00Z", filed, AppealState.InReview, "new-1: rita, rob, ruth; warning-1: rita");

        await using var service = company.Restarted("2026-12-07T23:30:00Z"); // Past midnight in Berlin.
        await Task.WhenAll(Run(service), Run(service));
        await Run(service);

        var now = (await service.Query(db => Cases.Find(db, filed.Appeal.Id, default)))!;
        Assert.Equal((AppealState.Escalated, 3), (now.Appeal.State, now.Version));
        Assert.Equal(["Filed", "Claim", "ClockMissed"], (await service.Query(db => Cases.History(db, filed.Appeal.Id, default))).Select(x => x.What));
        Assert.Equal("escalated-2: ada; new-1: rita, rob, ruth; new-2: rob, ruth; warning-1: rita", await Told(service, filed));
    }

    [Fact]
    public async Task A_case_that_nobody_takes_is_told_to_every_independent_reviewer_once()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "tess");
        var first = await Told(company, filed);

        await At(company, "2026-11-25T12:00:00Z", filed, AppealState.Filed, first);
        await At(company, "2026-11-26T12:00:00Z", filed, AppealState.Filed, first + "; triage-1: rita, rob, roy, ruth");
        await At(company, "2026-11-27T12:00:00Z", filed, AppealState.Filed, first + "; triage-1: rita, rob, roy, ruth");
        await At(company, "2026-12-02T12:00:00Z", filed, AppealState.Filed, first + "; triage-1: rita, rob, roy, ruth; warning-1: rita, rob, roy, ruth");
    }

    [Fact]
    public async Task The_time_to_answer_ends_and_the_reviewer_is_told()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "ada");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        await Filed.Does(company, filed, new AppealEvent.Ask(), "rita", "Which editor?");
        var before = await Told(company, filed);

        await At(company, "2026-11-30T12:00:00Z", filed, AppealState.NeedsInfo, before);
        await At(company, "2026-12-01T12:00:00Z", filed, AppealState.InReview, before + "; unanswered-4: rita");
    }

    [Fact]
    public async Task A_case_is_taken_from_whoever_has_become_partial_and_others_are_told()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "ada");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        await company.Import("people", Company.Directory(("ada", "rita")));

        await At(company, "2026-11-24T12:00:00Z", filed, AppealState.Filed, "again-3: rob, roy, ruth; new-1: rita, rob, ruth");
    }

    [Fact]
    public async Task A_case_is_closed_when_the_time_to_escalate_is_over()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "ada");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        var ruled = await Filed.Does(company, filed, new AppealEvent.Rule([new PartRuling(0, Outcome.Declined, Why, [])], company.Parts.GetRequiredService<Rubric>()), "rita");
        Assert.Equal(AppealState.Ruled, ruled.Appeal?.State);
        var before = await Told(company, filed);

        await At(company, "2026-12-23T12:00:00Z", filed, AppealState.Ruled, before);
        await At(company, "2026-12-24T12:00:00Z", filed, AppealState.Closed, before);
    }

    private static async Task At(Company company, string time, Case filed, AppealState state, string told)
    {
        await using var service = company.Restarted(time);
        await Run(service);
        Assert.Equal(state, (await service.Query(db => Cases.Find(db, filed.Appeal.Id, default)))!.Appeal.State);
        Assert.Equal(told, await Told(service, filed));
    }

    private static Task Run(Company service) => service.Parts.GetRequiredService<RunClocks>().Run(default);

    private static async Task<string> Told(Company company, Case filed)
    {
        var rows = await company.Query(db => (
            from delivery in db.Deliveries
            where delivery.About == filed.Appeal.Id
            join person in db.People on delivery.Recipient equals person.Id
            select new { delivery.Period, person.Email }).ToListAsync());
        return string.Join("; ", rows.GroupBy(x => x.Period.Split(':')[1], x => x.Email.Split('@')[0]).OrderBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => $"{x.Key}: {string.Join(", ", x.Order(StringComparer.Ordinal))}"));
    }
}
