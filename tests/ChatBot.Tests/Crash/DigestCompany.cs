using System.Globalization;
using System.Text;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Features.Scores;
using ChatBot.Sources;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Crash;

/// <summary>
/// A company on the Tuesday after a week of usage: the sheets are those of the night, everybody had their notice, and everybody's weekly summary is due.
/// The benchmark of deliveries uses it too.
/// </summary>
internal static class DigestCompany
{
    /// <summary>When it is for the service.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 11, 30, 0, TimeSpan.Zero);

    private const string Week = "2026-W47";
    private const string Tenant = "11111111-1111-4111-8111-111111111111";

    /// <summary>Fills a migrated database; gives the Entra id of each person.</summary>
    /// <param name="connection">As <c>--database</c> takes it.</param>
    /// <param name="shift">How far the service's clock is ahead of the machine's.</param>
    /// <param name="people">How many there are.</param>
    /// <param name="serviceUrl">Where everybody's chat with the bot is already known; null where nobody's is, so that each has to be opened.</param>
    /// <param name="held">Whether the summaries wait until they are let go.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> Fill(string connection, TimeSpan shift, int people, string? serviceUrl = null, bool held = false)
    {
        await using var service = Program.Build(
            "--environment=Development", $"--ConnectionStrings:BotDb={connection}", $"--Clock:Shift={shift:c}", "--Logging:LogLevel:Default=None");
        await Import(service.Services, "people", People(people));
        await Import(service.Services, "usage-csv", Usage(people));
        await Scoring.Nightly(service.Services, CancellationToken.None);
        return await Plan(service.Services, serviceUrl, held);
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> Plan(IServiceProvider parts, string? serviceUrl, bool held)
    {
        var now = parts.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await parts.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync();
        var accounts = await db.People.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.EntraObjectId!);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.InsertMissing(
        [
            .. accounts.Keys.Select(person => new DeliveryRow
            {
                Kind = "notice", Recipient = person, Period = "once", Channel = "Teams", State = DeliveryState.Sent, PlannedAt = now.AddDays(-30), StateAt = now.AddDays(-30),
            }),
        ]);
        if (serviceUrl is not null)
        {
            db.InsertMissing(
            [
                .. accounts.Select(x => new AddressRow
                {
                    Person = x.Key, Channel = "Teams", Tenant = Tenant, Account = x.Value, Conversation = "a:" + x.Value, ServiceUrl = serviceUrl, Reachable = true, SetAt = now,
                }),
            ]);
        }

        Outbox.Plan(
            db, [.. accounts.Keys.Select(person => new PlannedDelivery(new DeliveryKey("digest", person, Week), null, now.AddMinutes(-30), now.AddDays(4), Held: held))], now);
        await transaction.CommitAsync();
        return accounts;
    }

    private static async Task Import(IServiceProvider parts, string kind, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, text);
        try
        {
            var report = await parts.GetRequiredService<ImportFiles>().Run(new ImportRequest(kind, [file]) { SetBy = "operator" }, new Progress<ImportProgress>(), CancellationToken.None);
            if (report.Problem is { } problem)
            {
                throw new InvalidOperationException(problem);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string People(int count)
    {
        var people = new StringBuilder("email,name,entra_object_id,work_area,time_zone,start_date\n");
        for (var i = 0; i < count; i++)
        {
            people.Append(CultureInfo.InvariantCulture, $"person{i}@example.com,Person {i},00000000-0000-4000-8000-{i:x12},Payments,Etc/UTC,2020-01-01\n");
        }

        return people.ToString();
    }

    /// <summary>A week of usage, and a day of the one before it.</summary>
    private static string Usage(int count)
    {
        var usage = new StringBuilder("email,day,tool,prompts\n");
        foreach (var day in (string[])["2026-11-11", "2026-11-17", "2026-11-19"])
        {
            for (var i = 0; i < count; i++)
            {
                usage.Append(CultureInfo.InvariantCulture, $"person{i}@example.com,{day},copilot,{5 + (i % 20)}\n");
            }
        }

        return usage.ToString();
    }
}
