using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>Everything in the store that an act on a case can change: to see whether it did, and to put it back.</summary>
internal static class CaseTables
{
    private static readonly string[] Names = ["appeals", "appeal_events", "corrections", "findings", "found_people", "deliveries", "stale_sheets", "stand_ins", "action_tokens"];

    /// <summary>
    /// One text for what they hold. Of the deliveries those about appeals and findings, and of the tokens only that one of another's was used: a person's own
    /// may be used up by an answer that changes nothing else.
    /// </summary>
    /// <param name="company">The company.</param>
    /// <param name="presser">Whose tokens are their own to use up.</param>
    public static Task<string> Digest(Company company, Guid presser) => company.Query(async db =>
    {
        var rows = new List<string>();
        foreach (var name in Names)
        {
            rows.AddRange(await Rows(db, name switch
            {
                "deliveries" => "select 'deliveries', * from deliveries where kind not in ('reply', 'digest')",
                "action_tokens" => "select 'action_tokens', * from action_tokens where used_at is not null",
                _ => $"select '{name}', * from {name}",
            }));
        }

        var own = presser.ToString("D");
        rows.RemoveAll(row => row.StartsWith("action_tokens", StringComparison.Ordinal) && row.Contains(own, StringComparison.OrdinalIgnoreCase));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Order(StringComparer.Ordinal)))));
    });

    /// <summary>Keeps them as they are.</summary>
    public static Task Keep(Company company) => Run(company, name => $"create table kept_{name} as select * from {name}");

    /// <summary>Makes them as they were kept.</summary>
    public static Task Restore(Company company) => Run(company, name => $"delete from {name}; insert into {name} select * from kept_{name}");

    private static Task<bool> Run(Company company, Func<string, string> statement) => company.Query(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var name in Names)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction);
            command.CommandText = statement(name);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return true;
    });

    private static async Task<List<string>> Rows(BotDb db, string select)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = select;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
