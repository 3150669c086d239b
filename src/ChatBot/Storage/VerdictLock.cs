using System.Buffers.Binary;

namespace ChatBot.Storage;

/// <summary>
/// Puts what tells a person's verdict and what contests it one after the other. Either the message was let go before the contest was committed, or it does not
/// leave: between looking and letting go no contest can come, because each waits for the other's commit.
/// </summary>
/// <remarks>
/// Needed on PostgreSQL alone, where a statement does not see what another transaction is about to commit; on SQLite writing transactions follow each other.
/// Those that tell share the lock, so they do not wait for each other.
/// </remarks>
internal static class VerdictLock
{
    /// <summary>Any constant will do, as long as every node uses the same.</summary>
    private const long Salt = 0x1D7C_41A2_90B3_5E6F;

    /// <summary>For what contests: waits until nothing that tells the verdict is half committed. Inside the caller's transaction, before anything is looked for.</summary>
    public static Task Contest(BotDb db, Guid person, CancellationToken cancel) =>
        db.IsPostgres() ? db.Execute($"select pg_advisory_xact_lock({Key(person)})", cancel) : Task.CompletedTask;

    /// <summary>For what tells: whether an appeal of the person waits for its ruling, which holds until the end of the caller's transaction.</summary>
    public static async Task<bool> IsContested(BotDb db, Guid person, CancellationToken cancel)
    {
        if (db.IsPostgres())
        {
            await db.Execute($"select pg_advisory_xact_lock_shared({Key(person)})", cancel);
        }

        return (await db.Rows($"select 1 from appeals where person = {person} and state in (1, 2, 3, 5) limit 1", _ => true, cancel)).Count > 0;
    }

    private static long Key(Guid person)
    {
        Span<byte> bytes = stackalloc byte[16];
        person.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]) ^ Salt;
    }
}
