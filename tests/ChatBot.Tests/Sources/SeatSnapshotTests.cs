using ChatBot.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Sources;

public sealed class SeatSnapshotTests
{
    private const string Four = "1 a 2026-01-01T00:00:00Z\n2 b 2026-01-01T03:00:00+03:00\n3 c 2026-01-01T00:00:00Z\n4 d 2026-01-01T00:00:00Z";

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_of_one_call_are_pages_of_one_snapshot(Database on)
    {
        await using var harness = await ImportHarness.On(on);

        var report = await harness.Import("seats", Four, "4 d 2026-02-01T00:00:00Z\n5 e 2026-01-01T00:00:00Z");

        Assert.Equal((6, 5, 1, 5), (report.Counts.Read, report.Counts.Stored, report.Counts.Ignored, report.Counts.Unmatched));
        Assert.Equal([5], await harness.Query(db => db.SeatSnapshots.Select(x => x.Rows).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_snapshot_twice_a_day_changes_nothing_and_the_next_day_is_another(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("seats", Four);

        var again = await harness.Import("seats", Four);
        var corrected = await harness.Import("seats", Four.Replace("1 a", "9 a", StringComparison.Ordinal));
        harness.Now = harness.Now.AddDays(1);
        var next = await harness.Import("seats", Four);

        Assert.Equal(4, again.Counts.Unchanged);
        Assert.Equal((1, 3), (corrected.Counts.Stored, corrected.Counts.Unchanged));
        Assert.Equal(4, next.Counts.Stored);
        Assert.Equal([4, 4], await harness.Query(db => db.SeatSnapshots.OrderBy(x => x.TakenAt).Select(x => x.Rows).ToListAsync()));
        Assert.Equal(8, await harness.Query(db => db.Seats.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_snapshot_with_under_half_the_seats_is_held_until_it_is_accepted(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("seats", Four);
        harness.Now = harness.Now.AddDays(1);
        const string One = "1 a 2026-01-01T00:00:00Z";

        var held = await harness.Import("seats", One);
        var accepted = await harness.Import(new ImportRequest("seats", []) { Accept = true }, One);

        Assert.Contains("--accept", held.Problem, StringComparison.Ordinal);
        Assert.Equal((1, 1), (held.Counts.Read, held.Counts.Ignored));
        Assert.Null(accepted.Problem);
        Assert.Equal([4, 1], await harness.Query(db => db.SeatSnapshots.OrderBy(x => x.TakenAt).Select(x => x.Rows).ToListAsync()));
    }

    [Fact]
    public async Task A_snapshot_with_a_page_missing_is_not_written()
    {
        await using var harness = await ImportHarness.On(Database.Sqlite);

        var report = await harness.Import("seats", Four, "broken");

        Assert.NotNull(report.Problem);
        Assert.Equal(0, await harness.Query(db => db.SeatSnapshots.CountAsync()));
    }

    [Fact]
    public async Task A_snapshot_says_when_it_was_taken()
    {
        await using var harness = await ImportHarness.On(Database.Sqlite);
        var taken = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        await harness.Import(new ImportRequest("seats", []) { AsOf = taken }, Four);

        Assert.Equal(taken, await harness.Query(db => db.SeatSnapshots.Select(x => x.TakenAt).SingleAsync()));
    }
}
