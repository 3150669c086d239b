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
    private const string Claims = """
        with addresses (account, vendor, address) as (
            select id, vendor, key from accounts where vendor <> 'github' and not is_machine
            union select a.id, a.vendor, n.name from account_names n join accounts a on a.id = n.account where a.vendor <> 'github' and not a.is_machine)
        select n.account as account, p.id as person from people p
            join account_names n on n.vendor = 'github' and n.name = lower(p.github_login) join accounts a on a.id = n.account where not a.is_machine
        union select x.account, p.id from addresses x join people p on p.email = x.address
        union select x.account, s.person from addresses x join person_aliases s on s.email = x.address
        union select x.account, p.id from addresses x join people p on p.claude_email = x.address where x.vendor = 'anthropic'
        union select x.account, p.id from addresses x join people p on p.chatgpt_email = x.address where x.vendor = 'openai'
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
