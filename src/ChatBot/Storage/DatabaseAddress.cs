using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatBot.Storage;

/// <summary>Where the store is: PostgreSQL, or an embedded SQLite file.</summary>
/// <param name="IsPostgres">True for PostgreSQL.</param>
/// <param name="Connection">The provider's connection string.</param>
internal sealed record DatabaseAddress(bool IsPostgres, string Connection)
{
    /// <summary>
    /// Reads what <c>--database</c> or <c>ConnectionStrings:BotDb</c> says: PostgreSQL when it starts with <c>Host=</c> or <c>postgresql://</c>, else SQLite
    /// (a connection string or just a file name). Nothing said is <c>chatbot.db</c> in the data folder. A malformed one throws with a sentence.
    /// </summary>
    public static DatabaseAddress Of(string? text, StorageSettings settings)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return Sqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(settings.DataFolder, "chatbot.db") }, settings);
        }

        try
        {
            if (text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase))
            {
                return new DatabaseAddress(true, FromUri(new Uri(text)));
            }

            return text.StartsWith("Host=", StringComparison.OrdinalIgnoreCase)
                ? new DatabaseAddress(true, new NpgsqlConnectionStringBuilder(text).ConnectionString)
                : Sqlite(text.Contains('=', StringComparison.Ordinal) ? new(text) : new() { DataSource = text }, settings);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The text may hold a password, so it is not repeated.
            throw new SettingsException("The database connection cannot be read: give Host=…, postgresql://…, or the name of an SQLite file.");
        }
    }

    private static DatabaseAddress Sqlite(SqliteConnectionStringBuilder connection, StorageSettings settings)
    {
        if (connection.DataSource.Length == 0 || connection.DataSource == ":memory:" || connection.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException("An embedded database needs a file.");
        }

        connection.DataSource = Path.GetFullPath(connection.DataSource);
        connection.DefaultTimeout = (settings.BusyTimeoutMilliseconds + 999) / 1000;
        return new DatabaseAddress(false, connection.ConnectionString);
    }

    private static string FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length == 0 ? "localhost" : Uri.UnescapeDataString(uri.Host),
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        if (uri.Port > 0)
        {
            connection.Port = uri.Port;
        }

        if (user[0].Length > 0)
        {
            connection.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            connection.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var key, var given] ? (Uri.UnescapeDataString(key), Uri.UnescapeDataString(given)) : (pair, string.Empty);
            connection[name == "sslmode" ? "SSL Mode" : name] = name == "sslmode" ? value.Replace("-", string.Empty, StringComparison.Ordinal) : value;
        }

        return connection.ConnectionString;
    }
}
