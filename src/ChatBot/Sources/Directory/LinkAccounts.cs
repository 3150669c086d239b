using ChatBot.Domain.Calendar;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources.Directory;

/// <summary>To whom an account belongs.</summary>
internal readonly record struct AccountLink(int Account, Guid? Person, bool Ambiguous);

/// <summary>
/// Works out to whom accounts belong, from the names they go by and the directory: exactly one claimant, else ambiguous or nobody's; never guessed.
/// A GitHub account is claimed by whose login it goes or went by (its old names are kept, so a renamed login keeps its link until somebody else is seen
/// with the name); any other by whose address it is. The result depends on the tables only, never on what was linked before.
/// </summary>
internal static class LinkAccounts
{
    /// <summary>
    /// Always from the directory to the accounts, which are found by their key or name: <c>cross join</c> keeps SQLite from trying it the other way
    /// round, where nothing can be looked up.
    /// </summary>
    private const string Claims = """
        with addresses (person, vendor, address) as (
            select id, 'github', lower(github_login) from people where github_login is not null
            union select p.id, v.vendor, p.email from people p cross join (select 'anthropic' as vendor union all select 'openai' union all select 'email') v
            union select s.person, v.vendor, s.email from person_aliases s cross join (select 'anthropic' as vendor union all select 'openai' union all select 'email') v
            union select id, 'anthropic', claude_email from people where claude_email is not null
            union select id, 'openai', chatgpt_email from people where chatgpt_email is not null)
        select a.id as account, x.person from addresses x cross join accounts a
            where a.vendor = x.vendor and a.key = x.address and a.vendor <> 'github' and not a.is_machine
        union select a.id, x.person from addresses x cross join account_names n cross join accounts a
            where n.vendor = x.vendor and n.name = x.address and a.id = n.account and not a.is_machine
        """;

    /// <summary>Writes the links that changed, marks the sheets that they make stale, and gives them. Inside a filling transaction.</summary>
    public static IReadOnlyList<AccountLink> Run(BotDb db, StaleSheets stale)
    {
        var claimants = new Dictionary<int, List<Guid>>();
        foreach (var claim in db.AccountClaims.FromSqlRaw(Claims).AsNoTracking().AsEnumerable())
        {
            (claimants.TryGetValue(claim.Account, out var people) ? people : claimants[claim.Account] = new List<Guid>(1)).Add(claim.Person);
        }

        var before = db.AccountClaims.AsNoTracking().AsEnumerable().ToLookup(x => x.Account, x => x.Person);
        var changed = new List<AccountRow>();
        var touched = new HashSet<Guid>();
        foreach (var account in db.Accounts.AsNoTracking())
        {
            var now = claimants.GetValueOrDefault(account.Id) ?? [];
            var (person, ambiguous) = (now.Count == 1 ? now[0] : (Guid?)null, now.Count > 1);
            if (account.Person == person && account.Ambiguous == ambiguous && (!ambiguous || before[account.Id].ToHashSet().SetEquals(now)))
            {
                continue;
            }

            touched.UnionWith([.. now, .. before[account.Id], .. account.Person is { } last ? [last] : Array.Empty<Guid>()]);
            (account.Person, account.Ambiguous) = (person, ambiguous);
            changed.Add(account);
        }

        Write(db, changed, claimants);
        IReadOnlyCollection<Quarter> quarters = touched.Count == 0 ? [] : stale.WithSheets();
        stale.Mark(touched.SelectMany(_ => quarters, (person, quarter) => (person, quarter)));
        return [.. changed.Select(x => new AccountLink(x.Id, x.Person, x.Ambiguous))];
    }

    private static void Write(BotDb db, List<AccountRow> changed, Dictionary<int, List<Guid>> claimants)
    {
        if (changed.Count == 0)
        {
            return;
        }

        db.Upsert(changed);
        var ids = changed.Select(x => x.Id).ToHashSet();
        var gone = db.AccountClaims.AsNoTracking().Select(x => x.Account).Distinct().AsEnumerable().Where(ids.Contains).ToArray();
        db.AccountClaims.Where(x => gone.Contains(x.Account)).ExecuteDelete();
        db.InsertMissing(
        [
            .. from account in changed
               where account.Ambiguous
               from person in claimants[account.Id]
               select new AccountClaimRow { Account = account.Id, Person = person },
        ]);
    }
}
