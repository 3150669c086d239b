using System.Globalization;
using ChatBot.Commands.Demo;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Features.Scores;
using ChatBot.Sources;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Commands;

/// <summary>
/// The demo organisation of a first start: 300 people and 100 days until yesterday, written in the vendors' formats and read like real files. Only for
/// <c>serve</c> in Development with no database named, and only into an empty one.
/// </summary>
internal static class LoadDemo
{
    private const int People = 300;
    private const int Days = 100;
    private const ulong Seed = 1;

    /// <summary>Whether nobody named a database; then it is the embedded one of a newcomer.</summary>
    public static bool IsWanted(WebApplication app) =>
        app.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(app.Configuration.GetConnectionString("BotDb"));

    /// <summary>Loads it when there is nobody yet, telling what it does in plain lines. A start that was killed midway is completed by the next.</summary>
    public static async Task Run(IServiceProvider parts, TextWriter output, CancellationToken cancel)
    {
        await using (var db = await parts.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel))
        {
            if (await db.ScoreSheets.AnyAsync(cancel))
            {
                return;
            }
        }

        var today = DateOnly.FromDateTime(parts.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var order = new DemoOrder(People, Days, today.AddDays(-1), Seed);
        await Say($"First start: making a demo organisation of {People} people and {Days} days. This takes some seconds, once.");
        var folder = Directory.CreateTempSubdirectory("chatbot-demo-").FullName;
        try
        {
            var written = await Task.Run(() => WriteDemo.Run(order, folder, null, cancel), cancel);
            foreach (var import in written.Imports)
            {
                await Say($"  reading {import.Kind}: {import.Files.Count} {(import.Files.Count == 1 ? "file" : "files")}");
                await Import(parts, import, order, cancel);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        await TellEverybody(parts, cancel);
        await Say($"  scoring");
        await Scoring.Nightly(parts, cancel);

        // So that there is a history to ask for.
        await parts.GetRequiredService<RecomputeSheets>().All(Quarter.Of(today).Previous, today, each: null, progress: null, cancel);

        Task Say(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>
    /// Writes everybody's notice as if it had been sent: nobody real is behind these people, and a team is not classified until its people were told that they
    /// are measured. The provider's message id says <c>demo</c>.
    /// </summary>
    private static async Task TellEverybody(IServiceProvider parts, CancellationToken cancel)
    {
        var now = parts.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await parts.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        var people = await db.People.Select(x => x.Id).ToListAsync(cancel);
        await using var transaction = db.BeginFilling();
        db.InsertMissing(
        [
            .. people.Select(person => new DeliveryRow
            {
                Kind = FirstContacts.Notice, Recipient = person, Period = "once", Channel = string.Empty, State = DeliveryState.Sent, ProviderMessageId = "demo", PlannedAt = now, StateAt = now,
            }),
        ]);
        await transaction.CommitAsync(cancel);
    }

    private static async Task Import(IServiceProvider parts, DemoImport import, DemoOrder order, CancellationToken cancel)
    {
        var request = new ImportRequest(import.Kind, [.. import.Files])
        {
            SetBy = "operator",
            AsOf = import.Kind == "copilot-seats" ? new DateTimeOffset(order.Until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        };
        var report = await parts.GetRequiredService<ImportFiles>().Run(request, new Unheard(), cancel);
        if (report.Problem is { } problem)
        {
            throw new InvalidOperationException($"The demo organisation could not be read: {problem}");
        }
    }

    /// <summary>Nobody waits for a single file's progress here.</summary>
    private sealed class Unheard : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
        }
    }
}
