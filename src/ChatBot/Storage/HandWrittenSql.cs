using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatBot.Storage;

/// <summary>
/// Statements written by hand, for what is written with every turn: the same text on both databases, its holes sent as parameters. A connection keeps
/// its commands, so a text is prepared once; that is several times cheaper than EF's own raw SQL.
/// </summary>
internal static class HandWrittenSql
{
    private static readonly ConditionalWeakTable<object, Dictionary<string, DbCommand>> Commands = [];
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>Runs a statement in the context's transaction and gives the number of rows. Ids, numbers, booleans, texts and null can stand in the holes.</summary>
    public static async Task<int> Execute(this BotDb db, FormattableString sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return await Prepared(db, sql).ExecuteNonQueryAsync(cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Runs a statement as <see cref="Execute"/> does and reads the rows that it gives.</summary>
    public static async Task<List<T>> Rows<T>(this BotDb db, FormattableString sql, Func<DbDataReader, T> read, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var rows = new List<T>();
            await using var reader = await Prepared(db, sql).ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static DbCommand Prepared(BotDb db, FormattableString sql)
    {
        var connection = db.Database.GetDbConnection();
        var known = Commands.GetOrCreateValue(Behind(connection));
        if (!known.TryGetValue(sql.Format, out var command))
        {
            known[sql.Format] = command = Make(connection, sql);
        }

        if (command.Connection != connection)
        {
            command.Connection = connection;
        }

        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var hole = 0; hole < sql.ArgumentCount; hole++)
        {
            command.Parameters[hole].Value = sql.GetArgument(hole) ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>
    /// What the statements are prepared on. SQLite's connections are pooled below the object that one opens: after a close it may get another one of them,
    /// while a statement stays with the one it was prepared on, by then in somebody else's transaction.
    /// </summary>
    private static object Behind(DbConnection connection) => connection is SqliteConnection { Handle: { } handle } ? handle : connection;

    private static DbCommand Make(DbConnection connection, FormattableString sql)
    {
        var names = Enumerable.Range(0, sql.ArgumentCount).Select(hole => string.Create(CultureInfo.InvariantCulture, $"@p{hole}")).ToArray();
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Each hole became the name of a parameter; its value is never part of the text.
        command.CommandText = Texts.GetOrAdd(sql.Format, (format, holes) => string.Format(CultureInfo.InvariantCulture, format, [.. holes]), names);
#pragma warning restore CA2100
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
