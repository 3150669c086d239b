using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatBot.Storage;

/// <summary>Chooses the database, registers it, brings its schema up to date.</summary>
internal static class Databases
{
    /// <summary>Any constant will do, as long as every node uses the same.</summary>
    private const long MigrationLock = 7_253_001;

    /// <summary>
    /// Registers <see cref="BotDb"/>: a pooled factory, and a context per scope. The address is <c>ConnectionStrings:BotDb</c>, see
    /// <see cref="DatabaseAddress.Of"/>.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.Read<StorageSettings>();
        var address = DatabaseAddress.Of(configuration.GetConnectionString("BotDb"), settings);
        return services
            .AddSingleton(settings)
            .AddSingleton(address)
            .AddPooledDbContextFactory<BotDb>(options => options.UseAddress(address, settings))
            .AddScoped(scope => scope.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContext());
    }

    /// <summary>Points a context at the address.</summary>
    public static DbContextOptionsBuilder UseAddress(this DbContextOptionsBuilder options, DatabaseAddress address, StorageSettings settings) =>
        address.IsPostgres
            ? options.UseNpgsql(address.Connection)
            : options.UseSqlite(address.Connection).AddInterceptors(new SqlitePragmas(settings.BusyTimeoutMilliseconds));

    /// <summary>Whether the context is on PostgreSQL; else it is on SQLite.</summary>
    public static bool IsPostgres(this BotDb db) => db.Database.IsNpgsql();

    /// <summary>
    /// Creates the database where it is missing and applies the migrations that it lacks. One process at a time; the lock goes with the process that
    /// holds it, so a killed migration stops nobody.
    /// </summary>
    public static async Task Migrate(IDbContextFactory<BotDb> databases, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await (db.IsPostgres() ? MigratePostgres(db, cancel) : MigrateSqlite(db, cancel));
    }

    /// <summary>Migrations at once from several processes fail on PostgreSQL: EF's own lock is let go between migrations. Hence one around them all.</summary>
    private static async Task MigratePostgres(BotDb db, CancellationToken cancel)
    {
        var name = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        var target = name.Database;
        if (!await db.Database.CanConnectAsync(cancel))
        {
            name.Database = "postgres";
        }

        await using var holder = new NpgsqlConnection(name.ConnectionString);
        await holder.OpenAsync(cancel);
        await using var take = new NpgsqlCommand("select pg_advisory_lock(@key)", holder) { CommandTimeout = 0 };
        take.Parameters.AddWithValue("key", MigrationLock);
        await take.ExecuteNonQueryAsync(cancel);
        if (target != name.Database && !await db.Database.CanConnectAsync(cancel))
        {
            await using var create = new NpgsqlCommand($"create database \"{target?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", holder);
            await create.ExecuteNonQueryAsync(cancel);
        }

        await db.Database.MigrateAsync(cancel);
    }

    private static async Task MigrateSqlite(BotDb db, CancellationToken cancel)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var holder = await Hold(file + ".migrating", cancel);
        await db.Database.OpenConnectionAsync(cancel);

        // What a killed migration left; EF would wait for it for ever. Whoever could own it would hold the file.
        await db.Database.ExecuteSqlRawAsync("pragma journal_mode = wal; drop table if exists \"__EFMigrationsLock\"", cancel);
        await db.Database.MigrateAsync(cancel);
        await db.Database.CloseConnectionAsync();
    }

    private static async Task<FileStream> Hold(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                // The operating system gives no signal when another process lets go of a file.
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
            }
        }
    }
}
