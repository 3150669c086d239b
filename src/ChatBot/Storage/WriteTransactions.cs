using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatBot.Storage;

/// <summary>Transactions of what fills the store in bulk: one writer at a time, so that numbers can be handed out and counts kept.</summary>
internal static class WriteTransactions
{
    /// <summary>Any constant will do, as long as every node uses the same.</summary>
    private const long FillingLock = 7_253_002;

    /// <summary>
    /// Begins a transaction that no other of its kind overlaps. On SQLite every writing transaction is exclusive (the provider begins it as IMMEDIATE); on
    /// PostgreSQL a lock that ends with the transaction makes it so, while turns go on. Keep it short.
    /// </summary>
    public static IDbContextTransaction BeginFilling(this BotDb db)
    {
        var transaction = db.Database.BeginTransaction();
        if (db.IsPostgres())
        {
            db.Database.ExecuteSqlRaw("select pg_advisory_xact_lock({0})", FillingLock);
        }

        return transaction;
    }
}
