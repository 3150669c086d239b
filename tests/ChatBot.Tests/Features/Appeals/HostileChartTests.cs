using System.Globalization;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Storage;
using ChatBot.Tests.Commands.Demo;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>
/// Separation of duties on the whole service: in random companies everybody tries to take every case with a good button, and gets exactly those that they are
/// independent of on the whole directory. To everybody else no case is there.
/// </summary>
public sealed class HostileChartTests(ITestOutputHelper output)
{
    private const string Day = "2026-11-23";

    [Theory, OnSqlite, OnPostgres]
    internal Task Nobody_with_a_conflict_gets_a_case_or_learns_of_it_in_any_of_a_few_companies(Database kind) => Try(0, 4, kind);

    [FullRunFact]
    public Task Nobody_with_a_conflict_gets_a_case_or_learns_of_it_in_any_of_200_companies() => Try(1000, 200, Database.Sqlite);

    private async Task Try(int firstSeed, int charts, Database kind)
    {
        await using var company = await Company.Empty(Day, kind);
        var (taken, refused) = (0, 0);
        for (var seed = firstSeed; seed < firstSeed + charts; seed++)
        {
            await Clear(company);
            var directory = new RandomDirectory(seed, company.Now);
            await company.Store.Add([.. directory.Rows]);
            var chart = directory.Chart();
            for (var number = 0; number < 3; number++)
            {
                var filed = await File(company, directory, number);
                foreach (var person in directory.People)
                {
                    var may = chart.IsReviewer(person.Id) && Independence.Of(chart, filed.Appeal, person.Id) == Conflict.None;
                    var took = await Takes(company, person, filed);
                    Assert.True(took == may, $"Company {seed}: {person.Email} {(took ? "took" : "could not take")} the case of {filed.Appeal.Person}: {Independence.Of(chart, filed.Appeal, person.Id)}.");
                    (taken, refused) = (taken + (took ? 1 : 0), refused + (took ? 0 : 1));
                }
            }
        }

        output.WriteLine($"{charts} companies, seeds from {firstSeed}: {taken} cases taken, {refused} refused, 0 of them with a conflict.");
        Assert.True(taken > charts && refused > charts, "Nobody took a case, or nobody was refused one.");
    }

    /// <summary>Whether they get it. Where they do not, they are told what they are told of a case that does not exist, and afterwards it is as before.</summary>
    private static async Task<bool> Takes(Company company, PersonRow person, Case filed)
    {
        var talker = company.Talker(person.Email.Split('@')[0]);
        var there = await Press(company, talker, person.Id, filed.Appeal.Id);
        var holder = await company.Query(db => db.Appeals.Where(x => x.Id == filed.Appeal.Id).Select(x => x.Reviewer).SingleAsync());
        if (holder is not null)
        {
            Assert.Equal(person.Id, holder);
            await PutBack(company, filed);
            return true;
        }

        Assert.Equal(await Press(company, talker, person.Id, Guid.CreateVersion7(company.Now)), there);
        Assert.Equal(await Look(talker, "A-ZZZZZ"), await Look(talker, filed.Reference));
        return false;
    }

    private static async Task<string> Press(Company company, Talker talker, Guid person, Guid appeal)
    {
        var token = Guid.CreateVersion7(company.Now);
        await company.Store.Add(new ActionTokenRow { Id = token, Person = person, Verb = "case.claim", Object = appeal.ToString("N"), Version = 1, ExpiresAt = company.Now.AddDays(1) });
        return (await talker.PressesHostile("case.claim", new(StringComparer.Ordinal) { ["token"] = token.ToString("N") })).Answer!.Card.ToJsonString();
    }

    private static async Task<string> Look(Talker talker, string reference) =>
        (await talker.PressesHostile("case.show", new(StringComparer.Ordinal) { ["case"] = reference })).Answer!.Card.ToJsonString();

    private static async Task<Case> File(Company company, RandomDirectory directory, int number)
    {
        var appeal = new Appeal
        {
            Id = Guid.CreateVersion7(company.Now),
            Person = directory.Any().Id,
            Quarter = new Quarter(2026, 4),
            Ground = (Ground)(number + 1),
            Parts = [new AppealPart(new(2026, 10, 5), new(2026, 10, 9))],
            FiledAt = company.Now,
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(), company.Now),
            SetBy = directory.Some(10),
        };
        if (directory.Chance(40))
        {
            appeal = appeal with { State = AppealState.Escalated, EscalatedAt = company.Now, FirstReviewers = directory.Some(15) };
        }

        var filed = new Case(appeal, "A-2222" + (number + 2).ToString(CultureInfo.InvariantCulture), 1, Guid.Empty, string.Empty);
        await company.Query(async db =>
        {
            await Cases.Add(db, filed, company.Now, null, default);
            return true;
        });
        return filed;
    }

    private static Task<bool> PutBack(Company company, Case filed) => company.Query(async db =>
    {
        var document = AppealDocument.Write(filed.Appeal);
        await db.Appeals.ExecuteUpdateAsync(set => set.SetProperty(x => x.State, filed.Appeal.State).SetProperty(x => x.Reviewer, (Guid?)null).SetProperty(x => x.Version, 1).SetProperty(x => x.Document, document));
        await db.AppealEvents.Where(x => x.Version > 1).ExecuteDeleteAsync();
        await db.Deliveries.ExecuteDeleteAsync();
        return true;
    });

    private static Task<bool> Clear(Company company) => company.Query(async db =>
    {
        await db.Appeals.ExecuteDeleteAsync();
        await db.AppealEvents.ExecuteDeleteAsync();
        await db.People.ExecuteDeleteAsync();
        await db.PersonAliases.ExecuteDeleteAsync();
        await db.PersonFacts.ExecuteDeleteAsync();
        await db.StandIns.ExecuteDeleteAsync();
        await db.Deliveries.ExecuteDeleteAsync();
        return true;
    });
}
