using System.CommandLine;
using System.Globalization;
using ChatBot.Storage;
using Microsoft.Data.Sqlite;

namespace ChatBot.Commands;

/// <summary><c>backup</c>: copies the embedded database while the service runs, and reads the copy through before it says that it is one.</summary>
internal static class BackupCommand
{
    private static readonly Argument<FileInfo> To = new("file") { Description = "The file to write; it must not be there yet.", HelpName = "FILE" };

    public static Command Build()
    {
        var command = new Command("backup", "Copies the embedded SQLite database while the service runs, and checks the copy. PostgreSQL has pg_dump.") { To };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var configuration = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. CommandHost.Settings(parsed)], ContentRootPath = AppContext.BaseDirectory }).Configuration;
        var address = DatabaseAddress.Of(configuration.GetConnectionString("BotDb"), configuration.Read<StorageSettings>());
        var file = parsed.GetRequiredValue(To);
        if (address.IsPostgres)
        {
            await error.WriteLineAsync("The database is PostgreSQL: use pg_dump --format=custom, and pg_restore to get it back; see docs/operate.md.");
            return Cli.Failed;
        }

        var source = new SqliteConnectionStringBuilder(address.Connection) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        if (!File.Exists(source.DataSource) || file.Exists)
        {
            await error.WriteLineAsync(file.Exists ? $"{file.FullName} is there already; a backup never overwrites." : $"There is no database at {source.DataSource}.");
            return Cli.Failed;
        }

        // Written under another name first, so that a copy that was cut short is never taken for a backup.
        var unfinished = file.FullName + ".unfinished";
        File.Delete(unfinished);
        var people = await Task.Run(() => Copy(source.ConnectionString, unfinished), cancel);
        File.Move(unfinished, file.FullName);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Wrote {file.FullName} ({new FileInfo(file.FullName).Length / 1e6:N1} MB, {people:N0} people). It was read through and is whole."));
        return 0;
    }

    private static long Copy(string source, string file)
    {
        using (var from = new SqliteConnection(source))
        {
            from.Open();
            using var copy = from.CreateCommand();
            copy.CommandText = "vacuum into $file";
            copy.Parameters.AddWithValue("$file", file);
            copy.CommandTimeout = 0;
            copy.ExecuteNonQuery();
        }

        using var written = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        written.Open();
        using var check = written.CreateCommand();
        check.CommandTimeout = 0;
        check.CommandText = "select integrity_check from pragma_integrity_check";
        if (check.ExecuteScalar() as string is not "ok" and var problem)
        {
            throw new IOException($"The copy is not whole ({problem}); the database itself may be damaged. Run doctor.");
        }

        check.CommandText = "select count(*) from people";
        return (long)check.ExecuteScalar()!;
    }
}
