using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatBot.Storage;

/// <summary>Transactions of what reads and fills the store in bulk.</summary>
internal static class Transactions
{
    /// <summary>Any constant will do, as long as every node uses the same.</summary>
    private const long FillingLock = 7_253_002;

    /// <summary>
    /// Begins a transaction that no other of its kind overlaps, so that numbers can be handed out and counts kept. On SQLite every writing transaction is
    /// exclusive (the provider begins it as IMMEDIATE); on PostgreSQL a lock that ends with the transaction makes it so, while turns go on. Keep it short.
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

    /// <summary>Begins a transaction that sees one state of the store and hinders nobody. It must not write. The context's connection stays open.</summary>
    public static IDbContextTransaction BeginSnapshot(this BotDb db)
    {
        if (db.IsPostgres())
        {
            return db.Database.BeginTransaction(IsolationLevel.RepeatableRead);
        }

        db.Database.OpenConnection();
        return db.Database.UseTransaction(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true))!;
    }
}
