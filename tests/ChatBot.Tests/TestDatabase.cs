using System.Globalization;
using System.Reflection;
using ChatBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Xunit.Sdk;

namespace ChatBot.Tests;

/// <summary>The two databases that the service runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Theory data: a fresh run on SQLite, with the given further arguments.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object[] more) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Sqlite, .. more]];
}

/// <summary>Theory data: the same on PostgreSQL; skipped with its reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute : DataAttribute
{
    private readonly object[] more;

    public OnPostgresAttribute(params object[] more)
    {
        this.more = more;
        Skip = TestPostgres.WhyNot;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Postgres, .. more]];
}

/// <summary>A database of a test's own, with the current schema, gone afterwards. <see cref="Create"/> costs some 20 ms.</summary>
internal sealed class TestDatabase : IDbContextFactory<BotDb>, IAsyncDisposable
{
    private static readonly StorageSettings Settings = new(".data", 2000);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplate);
    private static int count;

    private readonly Func<Task> remove;
    private readonly PooledDbContextFactory<BotDb> contexts;

    private TestDatabase(DatabaseAddress address, Func<Task> remove)
    {
        Address = address;
        this.remove = remove;
        contexts = new PooledDbContextFactory<BotDb>((DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseAddress(address, Settings).Options);
    }

    /// <summary>Where it is; <see cref="DatabaseAddress.Connection"/> is what <c>--database</c> takes.</summary>
    public DatabaseAddress Address { get; }

    /// <summary>A database with the current schema and no rows.</summary>
    public static async Task<TestDatabase> Create(Database kind = Database.Sqlite)
    {
        if (kind == Database.Sqlite)
        {
            var file = TempFile();
            File.Copy(await SqliteTemplate.Value, file);
            return Sqlite(file);
        }

        var name = NextName();
        await OnServer($"create database {name} template {await PostgresTemplate.Value}");
        return Postgres(name);
    }

    /// <summary>A database without any table, for the tests of migration themselves.</summary>
    public static async Task<TestDatabase> CreateEmpty(Database kind)
    {
        if (kind == Database.Sqlite)
        {
            return Sqlite(TempFile());
        }

        var name = NextName();
        await OnServer($"create database {name}");
        return Postgres(name);
    }

    /// <inheritdoc />
    public BotDb CreateDbContext() => contexts.CreateDbContext();

    /// <summary>Saves rows through a context of its own.</summary>
    public async Task Add(params object[] rows)
    {
        await using var db = CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>Asks in a context of its own.</summary>
    public async Task<T> Query<T>(Func<BotDb, Task<T>> ask)
    {
        await using var db = CreateDbContext();
        return await ask(db);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await remove();

    private static TestDatabase Sqlite(string file)
    {
        var address = DatabaseAddress.Of(file, Settings);
        return new TestDatabase(address, () =>
        {
            SqliteConnection.ClearPool(new SqliteConnection(address.Connection));
            foreach (var path in new[] { file, file + "-wal", file + "-shm", file + ".migrating" })
            {
                File.Delete(path);
            }

            return Task.CompletedTask;
        });
    }

    private static TestDatabase Postgres(string name)
    {
        var connection = new NpgsqlConnectionStringBuilder(TestPostgres.Server) { Database = name }.ConnectionString;
        return new TestDatabase(new DatabaseAddress(true, connection), async () =>
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
            await OnServer($"drop database if exists {name} with (force)");
        });
    }

    private static async Task<string> MakeSqliteTemplate()
    {
        var file = TempFile();
        var template = Sqlite(file);
        await Databases.Migrate(template);
        await using (var db = template.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)");
        }

        SqliteConnection.ClearPool(new SqliteConnection(template.Address.Connection));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            File.Delete(file);
            File.Delete(file + ".migrating");
        };
        return file;
    }

    private static async Task<string> MakePostgresTemplate()
    {
        var name = NextName();
        await OnServer($"create database {name}");
        await Databases.Migrate(Postgres(name));
        NpgsqlConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OnServer($"drop database if exists {name} with (force)").GetAwaiter().GetResult();
        return name;
    }

    private static string TempFile() => Path.Combine(Path.GetTempPath(), NextName() + ".db");

    private static string NextName() =>
        string.Create(CultureInfo.InvariantCulture, $"chatbot_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
