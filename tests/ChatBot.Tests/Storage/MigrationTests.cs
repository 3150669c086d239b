using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatBot.Tests.Storage;

public sealed class MigrationTests
{
    private const string SqliteSchema = """
        select 'column ' || t.name || '.' || c.name || ' ' || upper(c.type) || ' notnull ' || c."notnull" || ' pk ' || c.pk as "Value"
        from sqlite_master t join pragma_table_xinfo(t.name) c where t.type = 'table'
        union all select 'index ' || i.sql from sqlite_master i where i.type = 'index' and i.sql is not null
        union all select 'key ' || t.name || '.' || f."from" || ' ' || f."table" from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'
        """;

    private const string PostgresSchema = """
        select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as "Value"
        from information_schema.columns where table_schema = 'public'
        union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
        union all select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_migrated_schema_is_the_models(Database on)
    {
        await using var migrated = await TestDatabase.CreateEmpty(on);
        await Databases.Migrate(migrated);
        await using var created = await TestDatabase.CreateEmpty(on);
        await using (var db = created.CreateDbContext())
        {
            await db.Database.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        }

        Assert.Equal(await Schema(created), await Schema(migrated));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrating_from_several_places_at_once_succeeds_everywhere(Database on)
    {
        await using var database = await TestDatabase.CreateEmpty(on);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Databases.Migrate(database))));

        Assert.Equal(0, await database.Query(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_stop_the_next()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        await using (var db = database.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("""
                create table "__EFMigrationsLock" ("Id" INTEGER not null constraint "PK___EFMigrationsLock" primary key, "Timestamp" TEXT not null);
                insert into "__EFMigrationsLock" values (1, '2026-01-01 00:00:00')
                """);
        }

        await Databases.Migrate(database).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(0, await database.Query(db => db.Readings.CountAsync()));
    }

    [Fact]
    public async Task The_embedded_database_keeps_what_was_committed()
    {
        await using var database = await TestDatabase.Create();
        await using var db = database.CreateDbContext();

        Assert.Equal("wal", await Pragma<string>(db, "journal_mode"));
        Assert.Equal(2, await Pragma<long>(db, "synchronous"));
        Assert.Equal(2000, await Pragma<long>(db, "busy_timeout"));
    }

    private static async Task<List<string>> Schema(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var lines = await db.Database.SqlQueryRaw<string>(db.IsPostgres() ? PostgresSchema : SqliteSchema).ToListAsync();
        return
        [
            .. lines.Where(x => !x.Contains("__EFMigrations", StringComparison.Ordinal) && !x.Contains(" sqlite_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<T> Pragma<T>(BotDb db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "pragma " + name;
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
