using System.Data.Common;
using ChatBot.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatBot.Storage;

/// <summary>Looks up what the store holds of given accounts and days, many at a time and without the change tracker.</summary>
internal static class StoredReadings
{
    /// <summary>All readings of the pairs, whatever their scope.</summary>
    public static IEnumerable<ReadingRow> Of(BotDb db, IReadOnlyCollection<(int Account, int Day)> pairs) =>
        db.IsPostgres() ? OnPostgres(db, pairs) : OnSqlite(db, pairs);

    private static IEnumerable<ReadingRow> OnPostgres(BotDb db, IReadOnlyCollection<(int Account, int Day)> pairs)
    {
        var (accounts, days) = (pairs.Select(x => x.Account).ToArray(), pairs.Select(x => x.Day).ToArray());
        return db.Readings
            .FromSql($"select r.* from unnest({accounts}, {days}) as k (account, day) join readings r on r.account = k.account and r.day = k.day")
            .AsNoTracking()
            .AsEnumerable();
    }

    private static IEnumerable<ReadingRow> OnSqlite(BotDb db, IReadOnlyCollection<(int Account, int Day)> pairs)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = """
            select scope, prompts, agent_sessions, review_requests, acceptances, generations, marks, cost, currency
            from readings where account = $account and day = $day
            """;
        var account = Parameter(command, "$account");
        var day = Parameter(command, "$day");
        foreach (var pair in pairs)
        {
            account.Value = pair.Account;
            day.Value = pair.Day;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                yield return new ReadingRow
                {
                    Account = pair.Account,
                    Day = pair.Day,
                    Scope = reader.GetInt32(0),
                    Prompts = Number(reader, 1),
                    AgentSessions = Number(reader, 2),
                    ReviewRequests = Number(reader, 3),
                    Acceptances = Number(reader, 4),
                    Generations = Number(reader, 5),
                    Marks = (Marks)reader.GetInt32(6),
                    Cost = reader.IsDBNull(7) ? null : reader.GetInt64(7),
                    Currency = reader.IsDBNull(8) ? null : reader.GetString(8),
                };
            }
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static int? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
