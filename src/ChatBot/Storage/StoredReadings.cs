using ChatBot.Domain.Usage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
        using var statement = new SqliteStatement((SqliteConnection)db.Database.GetDbConnection(), """
            select scope, prompts, agent_sessions, review_requests, acceptances, generations, marks, cost, currency
            from readings where account = ? and day = ?
            """);
        foreach (var (account, day) in pairs)
        {
            statement.Bind(1, account);
            statement.Bind(2, day);
            while (statement.Step())
            {
                yield return new ReadingRow
                {
                    Account = account,
                    Day = day,
                    Scope = statement.Int(0),
                    Prompts = statement.OptionalInt(1),
                    AgentSessions = statement.OptionalInt(2),
                    ReviewRequests = statement.OptionalInt(3),
                    Acceptances = statement.OptionalInt(4),
                    Generations = statement.OptionalInt(5),
                    Marks = (Marks)statement.Int(6),
                    Cost = statement.OptionalLong(7),
                    Currency = statement.OptionalText(8),
                };
            }
        }
    }
}
