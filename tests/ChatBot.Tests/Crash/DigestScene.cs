using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Features.Appeals;
using ChatBot.Features.Digests;
using ChatBot.Simulator.Client;
using ChatBot.Simulator.Faults;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Crash;

/// <summary>
/// A company whose weekly summaries are all due: people with a week of usage, their notices sent, one <c>digest</c> planned for each, and a simulator of
/// Teams that knows nobody yet. For the service it is the Tuesday after the week, whatever day it is.
/// </summary>
internal sealed class DigestScene : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly TempFolder folder;
    private readonly List<WorkerProcess> workers = [];
    private readonly TimeSpan shift = DigestCompany.Tuesday - TimeProvider.System.GetUtcNow();
    private IReadOnlyDictionary<Guid, string> accounts = new Dictionary<Guid, string>();

    private DigestScene(TestDatabase database, TempFolder folder, SimulatorProcess simulator)
    {
        this.database = database;
        this.folder = folder;
        Simulator = simulator;
    }

    /// <summary>Teams.</summary>
    public SimulatorProcess Simulator { get; }

    /// <summary>How many people there are.</summary>
    public int Recipients => accounts.Count;

    /// <summary>Opens a scene with so many people.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="recipients">How many people.</param>
    /// <param name="plan">What goes wrong at the provider.</param>
    /// <param name="held">Whether nothing goes out before <see cref="Release"/>.</param>
    public static async Task<DigestScene> Open(Database kind, int recipients, FaultPlan plan, bool held = false)
    {
        var temporary = new TempFolder();
        var scene = new DigestScene(await TestDatabase.Create(kind), temporary, await SimulatorProcess.Start(temporary.Path("ledger.jsonl"), "--no-limits"));
        await scene.Simulator.Plan(plan);
        scene.accounts = await DigestCompany.Fill(scene.database.Address.Connection, scene.shift, recipients, held: held);
        return scene;
    }

    /// <summary>Starts a worker; does not wait for it.</summary>
    /// <param name="perSecond">Calls a second to Teams; 0 is no limit.</param>
    /// <param name="ahead">How much further on its clock is.</param>
    public WorkerProcess Launch(double perSecond = 0, TimeSpan ahead = default)
    {
        var worker = WorkerProcess.Launch(new Dictionary<string, string>
        {
            ["ConnectionStrings__BotDb"] = database.Address.Connection,
            ["Storage__DataFolder"] = folder.Path("data"),
            ["Clock__Shift"] = (shift + ahead).ToString("c", CultureInfo.InvariantCulture),
            ["Teams__ServiceUrl"] = Simulator.Address.ToString(),
            ["Deliveries__TeamsPerSecond"] = perSecond.ToString(CultureInfo.InvariantCulture),
            ["Deliveries__PollSeconds"] = "0.1",
            ["Deliveries__LeaseSeconds"] = "30",
        });
        workers.Add(worker);
        return worker;
    }

    /// <summary>Starts a worker and waits until it listens.</summary>
    public async Task<WorkerProcess> Start(double perSecond = 0, TimeSpan ahead = default)
    {
        var worker = Launch(perSecond, ahead);
        await worker.Listening;
        return worker;
    }

    /// <summary>Somebody contests their score; gives their account, and whether their summary had left when that was committed.</summary>
    public async Task<(string Account, bool HadLeft)> Contest(Guid person)
    {
        var now = TimeProvider.System.GetUtcNow() + shift;
        await using var db = database.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var appeal = new Appeal
        {
            Id = Guid.CreateVersion7(now), Person = person, Quarter = new Quarter(2026, 4), Ground = Ground.Other, Parts = [new AppealPart(new(2026, 11, 16), new(2026, 11, 20))],
            FiledAt = now, Calendar = new CaseCalendar(string.Empty, TimeZoneInfo.Utc, WorkingDays.MondayToFriday, []),
        };
        var filed = new Case(appeal, CaseReference.New(), 1, Guid.CreateVersion7(now), string.Empty);
        await Cases.Add(db, filed, now, null, default);
        var news = new CaseNews([new DeliveryKind("digest", DeliveryClass.Quiet, typeof(MakeDigest), StatesVerdict: true)]);
        await news.Write(db, filed, null, await OrgCharts.Around(db, [person], new DateOnly(2026, 11, 24), default), now, default);
        await db.SaveChangesAsync();
        var state = await db.Deliveries.Where(x => x.Kind == "digest" && x.Recipient == person).Select(x => x.State).SingleAsync();
        await transaction.CommitAsync();
        return (accounts[person], state != DeliveryState.WithheldAtSend);
    }

    /// <summary>Lets so many more go out.</summary>
    public Task Release(int more) => database.Query(async db =>
    {
        var next = await db.Deliveries.Where(x => x.Kind == "digest" && x.Held).OrderBy(x => x.Recipient).Take(more).Select(x => x.Recipient).ToListAsync();
        return await db.Deliveries.Where(x => x.Kind == "digest" && next.Contains(x.Recipient)).ExecuteUpdateAsync(set => set.SetProperty(x => x.Held, false));
    });

    /// <summary>Waits until the provider has accepted so many messages.</summary>
    public Task Accepted(int messages) => Until(async () => await Simulator.Accepted() >= messages, $"{messages} messages accepted");

    /// <summary>Waits until so many messages are on their way: committed as being sent, with no answer yet.</summary>
    public Task InFlight(int messages) => Until(async () => await Count(DeliveryState.Sending) >= messages, $"{messages} on their way");

    /// <summary>Waits until every delivery has come to an end.</summary>
    public Task Drained() => Until(async () => await Count(DeliveryState.Planned, DeliveryState.Claimed, DeliveryState.Sending) == 0, "everything at its end");

    /// <summary>The deliveries as they stand.</summary>
    public Task<List<DeliveryRow>> Rows() => database.Query(db => db.Deliveries.AsNoTracking().Where(x => x.Kind == "digest").OrderBy(x => x.Recipient).ToListAsync());

    /// <summary>How each account's delivery stands.</summary>
    public async Task<IReadOnlyDictionary<string, DeliveryState>> Ends() => (await Rows()).ToDictionary(row => accounts[row.Recipient], row => row.State, StringComparer.Ordinal);

    /// <summary>Compares the deliveries with the ledger.</summary>
    public async Task<Reckoning> Reckon() => Reckoning.Of(await Rows(), accounts, await Simulator.Ledger());

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            worker.Dispose();
        }

        await Simulator.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }

    private Task<int> Count(params DeliveryState[] states) => database.Query(db => db.Deliveries.CountAsync(x => x.Kind == "digest" && states.Contains(x.State)));

    private async Task Until(Func<Task<bool>> holds, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(CrashSizes.Of(2, 10)));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
        {
            try
            {
                await again.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException tired)
            {
                throw new TimeoutException($"Waited in vain for {what}. {await Reckon()}\n{string.Join('\n', workers.Select(worker => worker.Said))}", tired);
            }
        }
    }
}
