using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChatBot.Tests.Storage;

public sealed class GroupCommitTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_many_callers_want_written_is_committed_when_their_tasks_complete(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var commits = Commits(store);

        var results = await Task.WhenAll(Enumerable.Range(0, 500).Select(async number =>
        {
            await commits.Run((db, _) => Insert(db, number), CancellationToken.None);
            return await store.Query(db => db.Inbox.AnyAsync(x => x.Key == $"k{number}"));
        }));

        Assert.All(results, Assert.True);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_work_that_fails_is_lost(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var commits = Commits(store);
        var hold = await Hold.Start(commits);

        // While the loop is held, these gather into one batch.
        var good = Enumerable.Range(0, 20).Select(number => commits.Run((db, _) => Insert(db, number), CancellationToken.None)).ToList();
        var bad = commits.Run<int>(async (db, token) => await db.Database.ExecuteSqlAsync($"insert into inbox (key) values ('without the rest')", token), CancellationToken.None);
        var worse = commits.Run<int>((_, _) => throw new FormatException("a bug"), CancellationToken.None);
        await hold.End();

        Assert.All(await Task.WhenAll(good), rows => Assert.Equal(1, rows));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bad);
        await Assert.ThrowsAsync<FormatException>(() => worse);
        Assert.Equal(20, await store.Query(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task A_connection_that_went_bad_is_replaced()
    {
        await using var store = await TestDatabase.Create();
        await using var commits = Commits(store);
        await commits.Run((db, _) => Insert(db, 1), CancellationToken.None);

        await commits.Run((db, _) => db.Database.CloseConnectionAsync(), CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, await commits.Run((db, _) => Insert(db, 2), CancellationToken.None));
    }

    [Fact]
    public async Task Tracked_rows_are_saved_too()
    {
        await using var store = await TestDatabase.Create();
        await using var commits = Commits(store);

        await commits.Run((db, _) =>
        {
            db.Add(new InboxRow { Key = "k", Channel = "Web", ReceivedAt = Now });
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.Equal(1, await store.Query(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task A_work_given_up_before_its_turn_is_not_done()
    {
        await using var store = await TestDatabase.Create();
        await using var commits = Commits(store);
        using var cancelled = new CancellationTokenSource();
        var hold = await Hold.Start(commits);
        var given = commits.Run((db, _) => Insert(db, 1), cancelled.Token);

        await cancelled.CancelAsync();
        await hold.End();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(0, await store.Query(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task What_is_queued_is_committed_before_the_service_stops()
    {
        await using var store = await TestDatabase.Create();
        var commits = Commits(store);
        var works = Enumerable.Range(0, 100).Select(number => commits.Run((db, _) => Insert(db, number), CancellationToken.None)).ToList();

        await commits.DisposeAsync();

        await Task.WhenAll(works);
        Assert.Equal(100, await store.Query(db => db.Inbox.CountAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => commits.Run((db, _) => Insert(db, 1), CancellationToken.None));
    }

    private static GroupCommit Commits(TestDatabase store) => new(store, NullLogger<GroupCommit>.Instance);

    private static Task<int> Insert(BotDb db, int number) =>
        db.Database.ExecuteSqlAsync($"insert into inbox (key, channel, received_at) values ({$"k{number}"}, 'Web', {UtcMicroseconds.Of(Now)})");
}
