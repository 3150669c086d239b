using ChatBot.Sources.Directory;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources;

/// <summary>An account as an import knows it.</summary>
internal sealed class KnownAccount(int id, string key, bool isMachine, Guid? person, bool ambiguous, DateOnly? firstReading)
{
    public int Id { get; } = id;

    public string Key { get; } = key;

    public bool IsMachine { get; } = isMachine;

    /// <summary>The person, as far as the links were worked out last.</summary>
    public Guid? Person { get; set; } = person;

    public bool Ambiguous { get; set; } = ambiguous;

    public DateOnly? FirstReading { get; set; } = firstReading;

    /// <summary>Rows of the current file that were new to the store.</summary>
    public int StoredInFile { get; set; }

    /// <summary>Nobody is known by it, and it is no machine.</summary>
    public bool IsUnmatched => Person is null && !Ambiguous && !IsMachine;
}

/// <summary>The accounts that an import meets, and the names they go by. Makes the ones that are missing. Memory grows with accounts, not with rows.</summary>
internal sealed class AccountBook(BotDb db)
{
    private readonly Dictionary<(string Vendor, string Key), KnownAccount> accounts = [];
    private readonly Dictionary<int, KnownAccount> byId = [];
    private readonly Dictionary<(string Vendor, string Name), (KnownAccount Account, DateOnly LastSeen)> names = [];
    private readonly HashSet<(string Vendor, string Name)> changedNames = [];
    private readonly HashSet<string> loaded = [];
    private readonly List<AccountRow> added = [];
    private readonly Dictionary<int, DateOnly> earlier = [];

    /// <summary>Whether links may have changed since they were worked out last. True at first: an import that was killed may have left some to do.</summary>
    public bool LinksMayHaveChanged { get; private set; } = true;

    /// <summary>The account of a vendor's key, made where it is missing. Inside a filling transaction.</summary>
    public KnownAccount Of(string vendor, string key, bool isMachine)
    {
        Load(vendor);
        if (accounts.TryGetValue((vendor, key), out var known))
        {
            return known;
        }

        var row = db.Accounts.AsNoTracking().FirstOrDefault(x => x.Vendor == vendor && x.Key == key);
        if (row is null)
        {
            var id = Math.Max(db.Accounts.Max(x => (int?)x.Id) ?? 0, added.Count == 0 ? 0 : added[^1].Id) + 1;
            row = new AccountRow { Id = id, Vendor = vendor, Key = key, IsMachine = isMachine };
            added.Add(row);
            LinksMayHaveChanged = true;
        }

        return Keep(row);
    }

    /// <summary>Notes that an account went by a name on a day. A name belongs to the account it was last seen with.</summary>
    public void Seen(string vendor, string name, KnownAccount account, DateOnly day)
    {
        var isKnown = names.TryGetValue((vendor, name), out var last);
        if (isKnown && (day < last.LastSeen || (day == last.LastSeen && !IsLater(account, last.Account))))
        {
            return;
        }

        LinksMayHaveChanged |= !isKnown || last.Account != account;
        names[(vendor, name)] = (account, day);
        changedNames.Add((vendor, name));
    }

    /// <summary>Notes a reading. True when it is earlier than the earliest so far of an account that had one.</summary>
    public bool Read(KnownAccount account, DateOnly day)
    {
        if (account.FirstReading <= day)
        {
            return false;
        }

        var hadOne = account.FirstReading is not null;
        account.FirstReading = day;
        earlier[account.Id] = day;
        return hadOne;
    }

    /// <summary>Writes new accounts and earlier first readings.</summary>
    public void WriteAccounts()
    {
        foreach (var row in added)
        {
            row.FirstReading = byId[row.Id].FirstReading;
            earlier.Remove(row.Id);
        }

        db.InsertMissing(added);
        added.Clear();
        if (db.IsPostgres())
        {
            var (ids, days) = (earlier.Keys.ToArray(), earlier.Values.ToArray());
            db.Database.ExecuteSql($"""
                update accounts a set first_reading = e.day from unnest({ids}, {days}) as e (id, day)
                where a.id = e.id and (a.first_reading is null or a.first_reading > e.day)
                """);
        }
        else
        {
            foreach (var (id, day) in earlier)
            {
                db.Database.ExecuteSql($"update accounts set first_reading = {day} where id = {id} and (first_reading is null or first_reading > {day})");
            }
        }

        earlier.Clear();
    }

    /// <summary>Writes the names seen since the last time.</summary>
    public void WriteNames()
    {
        db.Upsert(
        [
            .. changedNames.Select(x => new AccountNameRow { Vendor = x.Vendor, Name = x.Name, Account = names[x].Account.Id, LastSeen = names[x].LastSeen }),
        ]);
        changedNames.Clear();
    }

    /// <summary>Rows of the file that were new to the store and are of accounts that nobody is known by. Begins the next file's count.</summary>
    public int TakeUnmatched()
    {
        var unmatched = 0;
        foreach (var account in byId.Values)
        {
            unmatched += account.IsUnmatched ? account.StoredInFile : 0;
            account.StoredInFile = 0;
        }

        return unmatched;
    }

    /// <summary>Takes over links as they were worked out.</summary>
    public void Relink(IEnumerable<AccountLink> links)
    {
        foreach (var link in links)
        {
            if (byId.TryGetValue(link.Account, out var known))
            {
                known.Person = link.Person;
                known.Ambiguous = link.Ambiguous;
            }
        }

        LinksMayHaveChanged = false;
    }

    /// <summary>The same in whichever order files come: of two accounts seen with one name on one day, the one with the greater key.</summary>
    private static bool IsLater(KnownAccount account, KnownAccount than) =>
        account.Key.Length == than.Key.Length ? string.CompareOrdinal(account.Key, than.Key) > 0 : account.Key.Length > than.Key.Length;

    private void Load(string vendor)
    {
        if (!loaded.Add(vendor))
        {
            return;
        }

        foreach (var row in db.Accounts.AsNoTracking().Where(x => x.Vendor == vendor))
        {
            Keep(row);
        }

        foreach (var row in db.AccountNames.AsNoTracking().Where(x => x.Vendor == vendor))
        {
            names[(vendor, row.Name)] = (byId[row.Account], row.LastSeen);
        }
    }

    private KnownAccount Keep(AccountRow row)
    {
        var known = new KnownAccount(row.Id, row.Key, row.IsMachine, row.Person, row.Ambiguous, row.FirstReading);
        accounts[(row.Vendor, row.Key)] = known;
        byId[row.Id] = known;
        return known;
    }
}
