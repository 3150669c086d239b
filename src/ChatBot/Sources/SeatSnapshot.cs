using ChatBot.Domain.Usage;
using ChatBot.Sources.Directory;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources;

/// <summary>
/// The seats of one call of <c>import copilot-seats</c>: its files are pages of one snapshot. There is one snapshot a day; taking it again the same day
/// corrects it.
/// </summary>
internal sealed class SeatSnapshot(ImportSession session, AccountBook accounts)
{
    private readonly Dictionary<string, (SeatListing Seat, FileReport Report)> seats = new(StringComparer.Ordinal);

    /// <summary>Whether any seat was read.</summary>
    public bool HasSeats => seats.Count > 0;

    /// <summary>Takes a seat; a second one of the same account is ignored.</summary>
    public void Add(in SeatListing seat, FileReport report)
    {
        if (!seats.TryAdd(seat.AccountKey, (seat, report)))
        {
            report.Ignore("a second seat of the same account");
        }
    }

    /// <summary>Counts the seats as ignored: the snapshot is not written.</summary>
    public void Drop(string why)
    {
        foreach (var (_, report) in seats.Values)
        {
            report.Ignore(why);
        }
    }

    /// <summary>Writes the snapshot, inside a filling transaction. Gives why it is held, as a sentence, or null.</summary>
    public string? Write()
    {
        var takenAt = session.Request.AsOf ?? session.Now;
        var day = DateOnly.FromDateTime(takenAt.UtcDateTime);
        var nextDay = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var last = session.Db.SeatSnapshots.AsNoTracking().Where(x => x.Source == Source.Copilot && x.TakenAt < nextDay)
            .OrderByDescending(x => x.TakenAt).FirstOrDefault();
        if (last is not null && session.Holds(seats.Count, last.Rows))
        {
            Drop("held");
            return $"The snapshot has {seats.Count} seats and the one before had {last.Rows}: it is held. If that is right, import it with --accept.";
        }

        var sameDay = last is not null && last.TakenAt >= nextDay.AddDays(-1) ? last : null;
        var before = sameDay is null ? [] : session.Db.Seats.AsNoTracking().Where(x => x.Snapshot == sameDay.Id).ToDictionary(x => x.Account);
        var snapshot = sameDay ?? new SeatSnapshotRow { Id = Guid.CreateVersion7(session.Now), Source = Source.Copilot, TakenAt = takenAt, Rows = 0 };
        var changed = new List<SeatRow>();
        var stored = new List<(KnownAccount Account, FileReport Report)>();
        foreach (var (seat, report) in seats.Values)
        {
            var account = accounts.Of(Vendors.GitHub, seat.AccountKey, isMachine: false);
            accounts.Seen(Vendors.GitHub, seat.AccountName, account, day);
            var row = Row(snapshot.Id, account.Id, seat);
            report.Counts.Read++;
            if (!before.Remove(account.Id, out var was))
            {
                report.Counts.Stored++;
                stored.Add((account, report));
                changed.Add(row);
            }
            else if (AreEqual(was, row))
            {
                report.Counts.Unchanged++;
            }
            else
            {
                report.Counts.Replaced++;
                changed.Add(row);
            }
        }

        Write(snapshot, changed, gone: [.. before.Keys]);
        foreach (var (account, report) in stored)
        {
            report.Counts.Unmatched += account.IsUnmatched ? 1 : 0;
        }

        return null;
    }

    private static SeatRow Row(Guid snapshot, int account, in SeatListing seat) => new()
    {
        Snapshot = snapshot,
        Account = account,
        CreatedAt = seat.CreatedAt,
        CancelledOn = seat.CancelledOn,
        LastActivityAt = seat.LastActivityAt,
        Plan = seat.Plan,
    };

    private static bool AreEqual(SeatRow left, SeatRow right) =>
        UtcMicroseconds.Of(left.CreatedAt) == UtcMicroseconds.Of(right.CreatedAt) && left.CancelledOn == right.CancelledOn && left.Plan == right.Plan
        && (left.LastActivityAt is { } a ? UtcMicroseconds.Of(a) : null as long?) == (right.LastActivityAt is { } b ? UtcMicroseconds.Of(b) : null as long?);

    private void Write(SeatSnapshotRow snapshot, List<SeatRow> changed, List<int> gone)
    {
        accounts.WriteAccounts();
        accounts.WriteNames();
        if (changed.Count + gone.Count > 0)
        {
            snapshot.Rows = seats.Count;
            session.Db.Upsert([snapshot]);
            session.Db.Upsert(changed);
            foreach (var account in gone)
            {
                session.Db.Seats.Where(x => x.Snapshot == snapshot.Id && x.Account == account).ExecuteDelete();
            }
        }

        accounts.Relink(LinkAccounts.Run(session.Db, session.Stale));
        if (changed.Count + gone.Count > 0)
        {
            session.Stale.MarkVendor(Vendors.GitHub);
        }
    }
}
