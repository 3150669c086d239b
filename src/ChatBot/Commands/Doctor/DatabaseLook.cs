using System.Data.Common;
using System.Globalization;
using ChatBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Commands.Doctor;

/// <summary>Whether the database answers, is of this version, is whole, and has room.</summary>
internal sealed class DatabaseLook(IDbContextFactory<BotDb> databases, DatabaseAddress address, TimeProvider clock)
{
    /// <summary>Less than this is soon full: an organisation of 65,000 people adds about as much in a quarter.</summary>
    private const long LittleRoom = 5L * 1024 * 1024 * 1024;

    private static readonly TimeSpan ClocksApart = TimeSpan.FromSeconds(1);

    /// <summary>Everything about the database; one finding where it does not answer at all. Nothing is changed.</summary>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        var name = address.IsPostgres ? "PostgreSQL" : "SQLite";
        if (!address.IsPostgres && !File.Exists(new SqliteConnectionStringBuilder(address.Connection).DataSource))
        {
            return [Finding.Warning("database", "There is no SQLite file yet. serve, or any import, makes it.")];
        }

        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            var missing = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
            if (missing > 0)
            {
                return [Finding.Warning("database", $"{name} answers, but lacks {missing} {(missing == 1 ? "migration" : "migrations")} of this version. serve applies them at its start.")];
            }

            return address.IsPostgres ? [Answers(name, await db.People.CountAsync(cancel)), await Clock(db, cancel)]
                : [Answers(name, await db.People.CountAsync(cancel)), await Whole(db, cancel), Room()];
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            return [Finding.Bad("database", $"{name} does not answer: {(exception.GetBaseException()).Message} Check --database, or ConnectionStrings__BotDb.")];
        }
    }

    private static Finding Answers(string name, int people) =>
        people > 0 ? Finding.Good("database", string.Create(CultureInfo.InvariantCulture, $"{name} answers, its schema is this version's, and it knows {people:N0} people."))
        : Finding.Warning("database", $"{name} answers and its schema is this version's, but it knows nobody. Import the directory: import people FILE.");

    private static async Task<Finding> Whole(BotDb db, CancellationToken cancel)
    {
        var verdict = await db.Database.SqlQuery<string>($"select quick_check as \"Value\" from pragma_quick_check").FirstAsync(cancel);
        return verdict == "ok" ? Finding.Good("file", "The database file is whole.")
            : Finding.Bad("file", $"The database file is damaged ({verdict}). Stop the service and restore the last backup.");
    }

    private Finding Room()
    {
        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(address.Connection).DataSource)!;
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var gigabytes = string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:N1} GB");
        return free >= LittleRoom ? Finding.Good("room", $"{gigabytes} are free where the database lies.")
            : Finding.Warning("room", $"Only {gigabytes} are free where the database lies. A full disk stops every answer; make room.");
    }

    private async Task<Finding> Clock(BotDb db, CancellationToken cancel)
    {
        var before = clock.GetUtcNow();
        var theirs = await db.Database.SqlQuery<DateTime>($"select clock_timestamp() as \"Value\"").SingleAsync(cancel);
        var apart = (new DateTimeOffset(theirs.ToUniversalTime(), TimeSpan.Zero) - before).Duration() - (clock.GetUtcNow() - before);
        return apart <= ClocksApart ? Finding.Good("clock", "This machine's clock and the database's agree.")
            : Finding.Bad("clock", string.Create(CultureInfo.InvariantCulture, $"This machine's clock and the database's are {apart.TotalSeconds:N0} s apart. Nodes hand work to each other by the time: keep clocks in step (NTP)."));
    }
}
