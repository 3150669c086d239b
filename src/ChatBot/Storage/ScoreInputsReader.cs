using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Reads everything about some people that their sheets of one quarter follow from.</summary>
/// <param name="facts">What is the same for everybody.</param>
/// <param name="quarter">The quarter.</param>
/// <param name="asOf">As of which day.</param>
/// <param name="corrections">What to lay over the inputs instead of what the store holds; null for that.</param>
internal sealed class ScoreInputsReader(
    OrganisationFacts facts, Quarter quarter, DateOnly asOf, Func<Guid, IReadOnlyList<Correction>, IReadOnlyList<Correction>>? corrections = null)
{
    /// <summary>Tool of an account of the neutral file form that has no reading in the window.</summary>
    private static readonly Tool NoTool = new("none");

    private readonly Dictionary<int, Tool> tools = facts.Scopes.ToDictionary(x => x.Id, x => x.Tool);

    /// <summary>The inputs of the people, in any order.</summary>
    public async Task<IReadOnlyList<ScoreInputs>> Read(BotDb db, IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var ids = people.ToArray();
        var rows = await db.People.AsNoTracking().Where(x => EF.Parameter(ids).Contains(x.Id)).ToListAsync(cancel);
        var dated = (await db.PersonFacts.AsNoTracking().Where(x => EF.Parameter(ids).Contains(x.Person)).ToListAsync(cancel)).ToLookup(x => x.Person);
        var leave = (await db.Leave.AsNoTracking().Where(x => EF.Parameter(ids).Contains(x.Person)).ToListAsync(cancel)).ToLookup(x => x.Person);
        var owned = await db.Accounts.AsNoTracking().Where(x => x.Person != null && EF.Parameter(ids).Contains(x.Person.Value)).ToListAsync(cancel);
        var claimed = await (
            from claim in db.AccountClaims
            where EF.Parameter(ids).Contains(claim.Person)
            join account in db.Accounts.AsNoTracking() on claim.Account equals account.Id
            select new { claim.Person, Account = account }).ToListAsync(cancel);
        var stored = await Corrections.Read(db, people, cancel);
        var hold = ids.ToDictionary(x => x, x => corrections is null ? [.. stored[x]] : corrections(x, [.. stored[x]]));
        var given = await Given(db, hold, cancel);
        var accounts = owned.Select(x => (Person: x.Person!.Value, Account: x)).Concat(claimed.Select(x => (x.Person, x.Account))).Concat(given)
            .DistinctBy(x => (x.Person, x.Account.Id)).ToLookup(x => x.Person, x => x.Account);
        var byAccount = accounts.SelectMany(x => x).Select(x => x.Id).Distinct().Order().ToDictionary(x => x, _ => new List<Reading>());
        ReadingScan.Read(db, byAccount.Keys, ScoreWindow.FirstDay(quarter), asOf, reading => byAccount[reading.Account].Add(reading));
        var seats = await Seats(db, [.. byAccount.Keys], cancel);
        return
        [
            .. rows.Select(row => new ScoreInputs(
                PersonFacts.Assemble(row, [.. dated[row.Id]], [.. leave[row.Id]]),
                [.. accounts[row.Id].SelectMany(x => Linked(x, byAccount[x.Id]))],
                Readings([.. accounts[row.Id].Select(x => byAccount[x.Id])]),
                [.. accounts[row.Id].SelectMany(x => seats[x.Id])],
                hold[row.Id])),
        ];
    }

    /// <summary>The accounts that corrections give to people, whoever the links say they are of.</summary>
    private static async Task<IEnumerable<(Guid Person, AccountRow Account)>> Given(
        BotDb db, Dictionary<Guid, IReadOnlyList<Correction>> corrections, CancellationToken cancel)
    {
        var given = corrections.SelectMany(x => Corrected.AccountsGiven(x.Key, x.Value).Select(account => (Person: x.Key, Account: account))).ToList();
        if (given.Count == 0)
        {
            return [];
        }

        var ids = given.Select(x => x.Account).Distinct().ToArray();
        var rows = await db.Accounts.AsNoTracking().Where(x => EF.Parameter(ids).Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancel);
        return given.Where(x => rows.ContainsKey(x.Account)).Select(x => (x.Person, rows[x.Account]));
    }

    private static List<Reading> Readings(List<List<Reading>> accounts) =>
        accounts.Count == 1 ? accounts[0] : [.. accounts.SelectMany(x => x)];

    private static async Task<ILookup<int, Seat>> Seats(BotDb db, int[] accounts, CancellationToken cancel)
    {
        var rows = await (
            from seat in db.Seats.AsNoTracking()
            where EF.Parameter(accounts).Contains(seat.Account)
            join snapshot in db.SeatSnapshots on seat.Snapshot equals snapshot.Id
            select new { snapshot.Source, snapshot.TakenAt, seat.Account, seat.CreatedAt, seat.CancelledOn, seat.LastActivityAt }).ToListAsync(cancel);
        return rows.ToLookup(
            x => x.Account,
            x => new Seat(
                x.Source, ScoreFacts.Day(x.TakenAt), x.Account, ScoreFacts.Day(x.CreatedAt), x.CancelledOn,
                x.LastActivityAt is { } time ? ScoreFacts.Day(time) : null));
    }

    /// <summary>An account of a vendor is one of its tool; one of the neutral file form is one of each tool that it was read in.</summary>
    private IEnumerable<LinkedAccount> Linked(AccountRow account, List<Reading> readings)
    {
        Tool[] of = account.Vendor switch
        {
            "github" => [Tool.Copilot],
            "anthropic" => [Tool.ClaudeCode],
            "openai" => [Tool.ChatGpt],
            _ => [.. readings.Select(x => tools.GetValueOrDefault(x.Scope, NoTool)).Distinct().DefaultIfEmpty(NoTool)],
        };
        return of.Select(tool => new LinkedAccount(account.Id, tool, account.Ambiguous, account.FirstReading));
    }
}
