using System.Globalization;
using System.Text.Json;
using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Features.Digests;

namespace ChatBot.Commands;

/// <summary>Says what was planned.</summary>
internal static class SendPrint
{
    /// <summary>A line for each kind, and one for each reason of sending nothing.</summary>
    public static void Write(Week week, PlanReport report, bool dryRun, TextWriter output)
    {
        foreach (var (kind, balance) in report.Balances.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var what = kind == DigestKinds.Team ? "team digests" : "digests";
            var run = balance.Run is { } id ? $" (run {id})" : dryRun ? " (nothing was planned: a dry run)" : string.Empty;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{week} {what}: {balance.Recipients} recipients, {balance.Planned} planned, {balance.Withheld.Values.Sum()} withheld{run}"));
            foreach (var (reason, people) in balance.Withheld.OrderBy(x => x.Key, StringComparer.Ordinal))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {reason}: {people}"));
            }
        }
    }

    /// <summary>The sums as one line: the personal digests, the team ones under <c>teams</c>.</summary>
    public static string Json(PlanReport report)
    {
        var personal = report.Balances.GetValueOrDefault(DigestKinds.Personal, RunBalance.Nothing);
        var teams = report.Balances.GetValueOrDefault(DigestKinds.Team, RunBalance.Nothing);
        return JsonSerializer.Serialize(new
        {
            run = personal.Run,
            recipients = personal.Recipients,
            planned = personal.Planned,
            withheld = Sorted(personal),
            teams = new { run = teams.Run, recipients = teams.Recipients, planned = teams.Planned, withheld = Sorted(teams) },
        });
    }

    private static SortedDictionary<string, int> Sorted(RunBalance balance) => new(balance.Withheld.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
