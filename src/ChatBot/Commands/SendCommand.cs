using System.CommandLine;
using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Features.Digests;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Commands;

/// <summary><c>send digests</c>: plans a week's digests now, everybody for their own hour; prints planned and withheld by reason.</summary>
internal static class SendCommand
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "What to send: digests." };

    private static readonly Option<Week?> OfWeek = new("--week")
    {
        Description = "The week they are about; else the last one.",
        HelpName = "2026-W47",
        CustomParser = Reading.Of<Week>("--week", "a week such as 2026-W47", Week.TryParse),
    };

    private static readonly Option<DateOnly?> AsOf = new("--as-of")
    {
        Description = "As of which day, from its first minute in UTC; else now.",
        HelpName = "DATE",
        CustomParser = Reading.Of<DateOnly>("--as-of", "a day such as 2026-11-22", Reading.Day),
    };

    private static readonly Option<string?> Only = new("--only") { Description = "Plans for this person only, outside any run.", HelpName = "EMAIL" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Plans nothing, and prints what would be planned." };

    public static Command Build()
    {
        var command = new Command("send", "Plans a week's digests now, for everybody's own hour; prints planned and withheld by reason.") { Kind, OfWeek, AsOf, Only, DryRun };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (parsed.GetValue(Kind) is var kind && kind != "digests")
        {
            await error.WriteLineAsync(kind == "nudges" ? "Nudges cannot be sent yet; there are digests." : $"send has no KIND {kind}; there are digests.");
            return Cli.BadArguments;
        }

        await using var app = await CommandHost.Open(parsed, cancel);
        var now = Now(app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), parsed.GetValue(AsOf));
        var week = parsed.GetValue(OfWeek) ?? LastWeek(now);
        var isReal = !parsed.GetValue(DryRun) && !app.Environment.IsDevelopment();
        if (Refuse(week, now, isReal ? app.Services.GetRequiredService<TimeProvider>().GetUtcNow() : now) is { } wrong)
        {
            await error.WriteLineAsync(wrong);
            return Cli.BadArguments;
        }

        var report = await Plan(app.Services, parsed, week, now, cancel);
        if (report.Refusal is { } refusal)
        {
            await error.WriteLineAsync(refusal);
            return Cli.Failed;
        }

        SendPrint.Write(week, report, parsed.GetValue(DryRun), output);
        if (parsed.GetValue(Cli.Json))
        {
            await output.WriteLineAsync(SendPrint.Json(report));
        }

        if (!report.Balances.Values.Any(x => x.CancelledAt is not null))
        {
            return 0;
        }

        await error.WriteLineAsync($"The run of {week} was cancelled; it is not planned again.");
        return Cli.Failed;
    }

    private static async Task<PlanReport> Plan(IServiceProvider parts, ParseResult parsed, Week week, DateTimeOffset now, CancellationToken cancel)
    {
        var (plan, dryRun) = (parts.GetRequiredService<PlanDigests>(), parsed.GetValue(DryRun));
        if (parsed.GetValue(Only) is not { } email)
        {
            return await ProgressBar.Show(
                $"send digests {week}",
                parsed.InvocationConfiguration.Error,
                progress => plan.Everybody(week, now, "operator", dryRun, share => progress(Math.Min(share, 0.99)), cancel));
        }

        return await Person(parts, email.Trim().ToLowerInvariant(), cancel) is { } person
            ? await plan.One(person, week, now, dryRun, cancel)
            : PlanReport.Refused($"Nobody in the directory has the address {email}.");
    }

    private static async Task<Guid?> Person(IServiceProvider parts, string email, CancellationToken cancel)
    {
        await using var db = await parts.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        return await db.People.Where(x => x.Email == email).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancel)
            ?? await db.PersonAliases.Where(x => x.Email == email).Select(x => (Guid?)x.Person).SingleOrDefaultAsync(cancel);
    }

    private static DateTimeOffset Now(DateTimeOffset now, DateOnly? asOf) =>
        asOf is { } day && day != Day(now) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : now;

    /// <summary>On its Sunday a week is taken as the last: its first digests go before that day is over everywhere.</summary>
    private static Week LastWeek(DateTimeOffset now) => Week.Of(Day(now).AddDays(1)).Previous;

    private static string? Refuse(Week week, DateTimeOffset now, DateTimeOffset clock) =>
        now > clock ? $"{Day(now):yyyy-MM-dd} has not come; as of a later day there is --dry-run only."
        : week > LastWeek(now) ? $"{week} is not over on {Day(now):yyyy-MM-dd}; its digests are planned from {week.Last:yyyy-MM-dd} on."
        : week < Week.Of(Day(now)).Previous ? $"{week} is too old on {Day(now):yyyy-MM-dd}; its digests could go until {week.Next.Last:yyyy-MM-dd}."
        : null;

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
