using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ChatBot.Storage;

/// <summary>
/// What every SQLite connection needs: a commit that survives a power cut, and waiting in SQLite's own queue (its default of 0 makes the provider poll
/// every 150 ms instead). The write-ahead log is a property of the file and set when the schema is migrated.
/// </summary>
internal sealed class SqlitePragmas(int busyTimeoutMilliseconds) : DbConnectionInterceptor
{
    private readonly ConditionalWeakTable<sqlite3, SqlitePragmas> told = [];
    private readonly string pragmas = string.Create(
        CultureInfo.InvariantCulture, $"pragma busy_timeout = {busyTimeoutMilliseconds}; pragma synchronous = full;");

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        // A pooled connection keeps what it was told; telling it with every query costs as much as the query.
        if (connection is SqliteConnection { Handle: { } handle } && !told.TryAdd(handle, this))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous work: the provider's own async methods run synchronously too.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
