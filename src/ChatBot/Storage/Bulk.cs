using System.Collections;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ChatBot.Storage;

/// <summary>
/// Writes many rows of one table without the change tracker, inside the caller's transaction: one prepared statement on SQLite (a statement of many rows
/// is four times slower there), a copy into a stage and one statement on PostgreSQL.
/// </summary>
internal static class Bulk
{
    /// <summary>Inserts the rows; where a key is there already the row is overwritten. The rows' keys must differ.</summary>
    public static void Upsert<TRow>(this BotDb db, IReadOnlyCollection<TRow> rows)
        where TRow : class => Write(db, rows, overwrite: true);

    /// <summary>Inserts the rows whose key is not there yet.</summary>
    public static void InsertMissing<TRow>(this BotDb db, IReadOnlyCollection<TRow> rows)
        where TRow : class => Write(db, rows, overwrite: false);

    private static void Write<TRow>(BotDb db, IReadOnlyCollection<TRow> rows, bool overwrite)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = new Table(db.Model.FindEntityType(typeof(TRow))!, overwrite);
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Rows are written in bulk inside a transaction only.");
        }

        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            Copy(postgres, table, rows);
        }
        else
        {
            Insert((SqliteConnection)db.Database.GetDbConnection(), table, rows);
        }
    }

    private static void Insert(SqliteConnection connection, Table table, IEnumerable rows)
    {
        using var statement = new SqliteStatement(
            connection,
            $"insert into {table.Name} ({table.Names}) values ({string.Join(", ", table.Columns.Select(_ => "?"))}) on conflict ({table.Key}) do {table.OnConflict}");
        foreach (var row in rows)
        {
            for (var index = 0; index < table.Columns.Count; index++)
            {
                statement.Bind(index + 1, table.Columns[index].Value(row));
            }

            statement.Step();
        }
    }

    private static void Copy(NpgsqlConnection connection, Table table, IEnumerable rows)
    {
        using (var create = new NpgsqlCommand($"drop table if exists stage; create temp table stage (like {table.Name}) on commit drop", connection))
        {
            create.ExecuteNonQuery();
        }

        using (var writer = connection.BeginBinaryImport($"copy stage ({table.Names}) from stdin (format binary)"))
        {
            foreach (var row in rows)
            {
                writer.StartRow();
                foreach (var column in table.Columns)
                {
                    if (column.Value(row) is { } value)
                    {
                        writer.Write(value, column.Type);
                    }
                    else
                    {
                        writer.WriteNull();
                    }
                }
            }

            writer.Complete();
        }

        using var insert = new NpgsqlCommand(
            $"insert into {table.Name} ({table.Names}) select {table.Names} from stage on conflict ({table.Key}) do {table.OnConflict}", connection) { CommandTimeout = 600 };
        insert.ExecuteNonQuery();
    }

    /// <summary>A table as the model states it.</summary>
    private sealed class Table
    {
        public Table(IEntityType entity, bool overwrite)
        {
            Name = $"\"{entity.GetTableName()}\"";
            Columns = [.. entity.GetProperties().Select(x => new Column(x))];
            Names = string.Join(", ", Columns.Select(x => x.Name));
            Key = string.Join(", ", Columns.Where(x => x.IsKey).Select(x => x.Name));
            var others = Columns.Where(x => !x.IsKey).Select(x => $"{x.Name} = excluded.{x.Name}").ToArray();
            OnConflict = overwrite && others.Length > 0 ? "update set " + string.Join(", ", others) : "nothing";
        }

        public string Name { get; }

        public IReadOnlyList<Column> Columns { get; }

        public string Names { get; }

        public string Key { get; }

        public string OnConflict { get; }
    }

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = $"\"{property.GetColumnName()}\"";

        public bool IsKey { get; } = property.IsPrimaryKey();

        public string Type { get; } = property.GetColumnType();

        public object? Value(object row)
        {
            var value = getter.GetClrValue(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
