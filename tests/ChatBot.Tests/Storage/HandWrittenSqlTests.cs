using System.Globalization;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Storage;

/// <summary>Statements written by hand run on the connection of their context, whichever it has had before.</summary>
public sealed class HandWrittenSqlTests
{
    [Theory, OnSqlite, OnPostgres]
    internal async Task A_statement_never_runs_in_somebody_elses_transaction(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var one = store.CreateDbContext();
        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(0, await Holidays(one)); // Opens and closes, so that the pool has the connection below and the statement prepared on it.
        }

        await using var other = store.CreateDbContext();
        await using var transaction = await other.Database.BeginTransactionAsync();
        await other.Holidays.AddAsync(new HolidayRow { Country = "DE", Day = new(2026, 12, 25), Name = "Weihnachten" });
        await other.SaveChangesAsync();

        Assert.Equal(0, await Holidays(one));
        await transaction.RollbackAsync();
        Assert.Equal(0, await Holidays(one));
    }

    private static async Task<int> Holidays(BotDb db) =>
        Assert.Single(await db.Rows($"select count(*) from holidays where name <> {string.Empty}", row => Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture), default));
}
