using System.Globalization;
using ChatBot.Domain.Deliveries;
using ChatBot.Simulator.Books;
using ChatBot.Storage;

namespace ChatBot.Tests.Crash;

/// <summary>
/// What the service says of its deliveries beside what the provider really accepted, after everything has come to rest. The four outcomes are those of
/// Jepsen's queue checker: lost, doubled (duplicated), unexpected, and what only one side knows of (here: unknown).
/// </summary>
internal sealed class Reckoning
{
    private Reckoning(IReadOnlyList<DeliveryRow> rows, IReadOnlyDictionary<Guid, string> accounts, IReadOnlyList<LedgerEntry> ledger)
    {
        Rows = rows;
        Messages = ledger.Count;
        var posts = ledger.Where(entry => entry.Kind == "post").ToLookup(entry => entry.Recipient, StringComparer.OrdinalIgnoreCase);
        var states = rows.ToDictionary(row => accounts[row.Recipient], row => row.State, StringComparer.OrdinalIgnoreCase);
        Unfinished = [.. rows.Where(row => row.State is DeliveryState.Planned or DeliveryState.Claimed or DeliveryState.Sending).Select(Name)];
        Lost = [.. rows.Where(row => row.State == DeliveryState.Sent && !posts.Contains(accounts[row.Recipient])).Select(Name)];
        Doubled = [.. posts.Where(chat => chat.Count() > 1).Select(chat => chat.Key)];
        Unexpected = [.. posts.Select(chat => chat.Key).Where(account => !(states.TryGetValue(account, out var state) && state is DeliveryState.Sent or DeliveryState.Unknown))];
        Unknown = [.. rows.Where(row => row.State == DeliveryState.Unknown).Select(row => accounts[row.Recipient]).Order(StringComparer.Ordinal)];
        UnknownButThere = Unknown.Count(posts.Contains);
    }

    /// <summary>The deliveries of the kind.</summary>
    public IReadOnlyList<DeliveryRow> Rows { get; }

    /// <summary>Accepted messages.</summary>
    public int Messages { get; }

    /// <summary>Rows that have come to no end.</summary>
    public IReadOnlyList<string> Unfinished { get; }

    /// <summary>Rows that say sent and of which the provider knows nothing.</summary>
    public IReadOnlyList<string> Lost { get; }

    /// <summary>Accounts that got more than one message.</summary>
    public IReadOnlyList<string> Doubled { get; }

    /// <summary>Accounts that got a message of which no row says that it may have arrived.</summary>
    public IReadOnlyList<string> Unexpected { get; }

    /// <summary>Accounts of which nobody can say whether the message arrived.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Those of them whom it did reach.</summary>
    public int UnknownButThere { get; }

    /// <summary>Compares the rows of a kind with the ledger.</summary>
    public static Reckoning Of(IReadOnlyList<DeliveryRow> rows, IReadOnlyDictionary<Guid, string> accounts, IReadOnlyList<LedgerEntry> ledger) => new(rows, accounts, ledger);

    /// <summary>Asserts that nothing was lost, doubled or unexpected and that everything has come to an end.</summary>
    public void Balances(int recipients)
    {
        Assert.Equal(recipients, Rows.Count);
        Assert.Empty(Unfinished);
        Assert.Empty(Lost);
        Assert.Empty(Doubled);
        Assert.Empty(Unexpected);
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows.Count} rows: {string.Join(", ", Rows.CountBy(row => row.State).OrderBy(x => x.Key).Select(x => $"{x.Value} {x.Key}"))}; {Messages} messages accepted; lost {Lost.Count}, doubled {Doubled.Count}, unexpected {Unexpected.Count}, unfinished {Unfinished.Count}, unknown {Unknown.Count} of which {UnknownButThere} arrived");

    private static string Name(DeliveryRow row) => $"{row.Recipient} {row.State} {row.Code}";
}
