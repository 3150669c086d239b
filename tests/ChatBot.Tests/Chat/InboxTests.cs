using ChatBot.Chat;
using ChatBot.Storage;
using ChatBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChatBot.Tests.Chat;

public sealed class InboxTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_event_that_arrives_many_times_at_once_is_taken_once(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var commits = new GroupCommit(store, NullLogger<GroupCommit>.Instance);
        var inbox = Make(store, commits);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => inbox.Accept("teams:c:1", Channel.Teams, "{}", CancellationToken.None)));

        Assert.Equal(1, outcomes.Count(x => x == Acceptance.Taken));
        Assert.Equal(49, outcomes.Count(x => x == Acceptance.SeenBefore));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_taken_and_not_finished_is_found_at_the_next_start_oldest_first(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var commits = new GroupCommit(store, NullLogger<GroupCommit>.Instance);
        var inbox = Make(store, commits);
        foreach (var key in new[] { "b", "a", "c" })
        {
            await inbox.Accept(key, key == "c" ? Channel.Slack : Channel.Teams, $"payload {key}", CancellationToken.None);
        }

        await commits.Run((db, token) => Inbox.Done(db, "b", Now, token), CancellationToken.None);

        var undone = await inbox.Undone(Channel.Teams, CancellationToken.None);
        Assert.Equal(["a"], undone.Select(x => x.Key));
        Assert.Equal("payload a", undone[0].Payload);
        Assert.Null(await store.Query(db => db.Inbox.Where(x => x.Key == "b").Select(x => x.Payload).SingleAsync()));
        Assert.Equal(Acceptance.SeenBefore, await inbox.Accept("b", Channel.Teams, "again", CancellationToken.None));
    }

    [Fact]
    public async Task An_event_that_cannot_be_committed_in_time_is_not_taken_and_its_repeat_is()
    {
        await using var store = await TestDatabase.Create();
        await using var commits = new GroupCommit(store, NullLogger<GroupCommit>.Instance);
        var inbox = Make(store, commits);
        var hold = await Hold.Start(commits);

        Assert.Equal(Acceptance.NotTaken, await inbox.Accept("k", Channel.Teams, "{}", CancellationToken.None));
        await hold.End();

        Assert.Equal(Acceptance.Taken, await inbox.Accept("k", Channel.Teams, "{}", CancellationToken.None));
    }

    [Fact]
    public async Task A_commit_that_comes_too_late_is_taken_back()
    {
        await using var store = await TestDatabase.Create();
        await using var commits = new GroupCommit(store, NullLogger<GroupCommit>.Instance);
        var inbox = Make(store, commits);
        var before = await Hold.Start(commits);

        // The event and a slow work are in one transaction, which commits only after the channel was told "not taken".
        var accepting = inbox.Accept("k", Channel.Teams, "{}", CancellationToken.None);
        var starting = Hold.Start(commits);
        await before.End();
        var slow = await starting;

        Assert.Equal(Acceptance.NotTaken, await accepting);
        await slow.End();

        Assert.Equal(Acceptance.Taken, await inbox.Accept("k", Channel.Teams, "{}", CancellationToken.None));
    }

    private static Inbox Make(TestDatabase store, GroupCommit commits) => new(commits, store, new StoppedClock(Now), NullLogger<Inbox>.Instance);
}
