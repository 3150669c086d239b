using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Commands;

/// <summary><c>deliveries show|cancel|pause|resume</c>: what became of what was planned, and the brake.</summary>
internal static class DeliveriesCommand
{
    private const int Latest = 20;

    private static readonly Func<ArgumentResult, Guid?> Id =
        Reading.Of<Guid>("RUN", "the id of a run, as deliveries show lists them", (text, out id) => Guid.TryParseExact(text, "D", out id));

    private static readonly Argument<Guid?> Run = new("RUN") { Description = "Id of the run.", Arity = ArgumentArity.ExactlyOne, CustomParser = Id };

    private static readonly Argument<Guid?> AnyRun = new("RUN") { Description = "Id of the run.", Arity = ArgumentArity.ZeroOrOne, CustomParser = Id };

    private static readonly Option<bool> NotSent = new("--not-sent") { Description = "Lists everybody of the run who got none, by an id that names nobody, with the reason." };

    public static Command Build()
    {
        var show = new Command("show", "The latest runs, or one: how it adds up by state and reason, live on a terminal.") { AnyRun, NotSent };
        var cancel = new Command("cancel", "Cancels what has not left of a run.") { Run };
        var pause = new Command("pause", "Stops everything that is sent unasked, on all machines.");
        var resume = new Command("resume", "Goes on after a pause; with a run: lets go what is held of it.") { AnyRun };
        show.SetAction((parsed, stop) => InService(parsed, Show, stop));
        cancel.SetAction((parsed, stop) => InService(parsed, (parts, at, token) => WithRun(parts, at, parsed.GetValue(Run)!.Value, Cancel, token), stop));
        pause.SetAction((parsed, stop) => InService(parsed, Pause, stop));
        resume.SetAction((parsed, stop) => InService(parsed, Resume, stop));
        return new Command("deliveries", "What became of what was planned, and the brake.") { show, cancel, pause, resume };
    }

    private static async Task<int> InService(ParseResult parsed, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action, CancellationToken cancel)
    {
        await using var app = await CommandHost.Open(parsed, cancel);
        return await action(app.Services, parsed, cancel);
    }

    private static async Task<int> Show(IServiceProvider parts, ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(AnyRun) is { } id)
        {
            return await WithRun(parts, parsed, id, ShowRun, cancel);
        }

        await using var db = await Open(parts, cancel);
        var runs = new List<RunReport>();
        foreach (var run in await db.Runs.AsNoTracking().OrderByDescending(x => x.OpenedAt).ThenBy(x => x.Kind).Take(Latest).ToListAsync(cancel))
        {
            runs.Add(await RunReport.Read(db, run, cancel));
        }

        DeliveriesPrint.Runs(runs, await parts.GetRequiredService<Brake>().IsOn(cancel), parsed);
        return 0;
    }

    private static async Task<int> ShowRun(IServiceProvider parts, ParseResult parsed, RunRow run, CancellationToken cancel)
    {
        await DeliveriesPrint.Watch(
            async () =>
            {
                await using var db = await Open(parts, cancel);
                return await RunReport.Read(db, await db.Runs.AsNoTracking().SingleAsync(x => x.Id == run.Id, cancel), cancel);
            },
            parsed,
            cancel);
        if (parsed.GetValue(NotSent))
        {
            await using var db = await Open(parts, cancel);
            await foreach (var (id, state, reason) in RunReport.NotSent(db, run.Id, cancel))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(reason is null ? $"{id} {state}" : $"{id} {state} {reason}");
            }
        }

        if (parsed.GetValue(Cli.Json))
        {
            await using var db = await Open(parts, cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(DeliveriesPrint.Json(await RunReport.Read(db, run, cancel)));
        }

        return 0;
    }

    private static async Task<int> Cancel(IServiceProvider parts, ParseResult parsed, RunRow run, CancellationToken cancel)
    {
        var cancelled = await parts.GetRequiredService<Runs>().Cancel(run.Id, cancel);
        DeliveriesPrint.Done(string.Create(CultureInfo.InvariantCulture, $"Run {run.Id} is cancelled; {cancelled} of its deliveries will not leave."), new { run = run.Id, cancelled }, parsed);
        return 0;
    }

    private static async Task<int> Pause(IServiceProvider parts, ParseResult parsed, CancellationToken cancel)
    {
        await parts.GetRequiredService<Brake>().Pause("operator", cancel);
        DeliveriesPrint.Done("Deliveries are paused on all machines. Answers still go out.", new { paused = true }, parsed);
        return 0;
    }

    private static async Task<int> Resume(IServiceProvider parts, ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(AnyRun) is { } id)
        {
            return await WithRun(parts, parsed, id, Release, cancel);
        }

        await parts.GetRequiredService<Brake>().Resume("operator", cancel);
        DeliveriesPrint.Done("Deliveries go on.", new { paused = false }, parsed);
        return 0;
    }

    private static async Task<int> Release(IServiceProvider parts, ParseResult parsed, RunRow run, CancellationToken cancel)
    {
        if (run.CancelledAt is not null)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Run {run.Id} was cancelled; nothing of it goes out any more.");
            return Cli.Failed;
        }

        var released = await parts.GetRequiredService<Runs>().Release(run.Id, cancel);
        DeliveriesPrint.Done(string.Create(CultureInfo.InvariantCulture, $"Run {run.Id} goes on; {released} of its deliveries were held."), new { run = run.Id, released }, parsed);
        return 0;
    }

    private static async Task<int> WithRun(
        IServiceProvider parts, ParseResult parsed, Guid id, Func<IServiceProvider, ParseResult, RunRow, CancellationToken, Task<int>> action, CancellationToken cancel)
    {
        await using var db = await Open(parts, cancel);
        if (await db.Runs.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancel) is { } run)
        {
            return await action(parts, parsed, run, cancel);
        }

        await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no run {id}; deliveries show lists the latest.");
        return Cli.Failed;
    }

    private static Task<BotDb> Open(IServiceProvider parts, CancellationToken cancel) =>
        parts.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
}
