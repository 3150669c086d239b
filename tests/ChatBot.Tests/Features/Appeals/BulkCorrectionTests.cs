using System.Diagnostics;
using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>What an approval writes, for as many people as it may concern.</summary>
public sealed class BulkCorrectionTests(ITestOutputHelper output)
{
    private const int People = 10_000;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    internal async Task Ten_thousand_people_are_corrected_in_seconds(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var db = store.CreateDbContext();
        var (finding, office) = (Guid.CreateVersion7(Now), Guid.CreateVersion7(Now));
        IReadOnlyList<Correction> credit = [new Correction.CreditDays(new DateSpan(new(2026, 10, 5), new(2026, 10, 16)), Tool.Copilot, "regular")];
        var people = Enumerable.Range(0, People).ToDictionary(_ => Guid.CreateVersion7(Now), _ => credit);
        await using (var filling = db.BeginFilling())
        {
            db.InsertMissing([.. people.Keys.Append(office).Select((x, number) => new PersonRow { Id = x, Email = string.Create(CultureInfo.InvariantCulture, $"p{number}@x.example"), Name = "P", Roles = string.Empty, SetBy = "operator", SetAt = Now })]);
            db.InsertMissing([.. people.Keys.Select(x => new ScoreSheetRow
            {
                Id = Guid.CreateVersion7(Now), Person = x, Quarter = "2026-Q4", AsOf = new(2026, 11, 23), Rubric = "2026.1", Verdict = SheetVerdict.Light, Borderline = false, Points = 0, EligibleDays = 0,
                ActiveDays = 0, Document = [1], ComputedAt = Now,
            })]);
            db.InsertMissing([new FindingRow
            {
                Id = finding, Appeal = office, Reviewer = office, Quarter = "2026-Q4", Tool = Tool.Copilot.Id, Reason = Reason.TelemetryOff.Name, FromDay = new(2026, 10, 5), ToDay = new(2026, 10, 16),
                State = FindingState.Proposed, StateAt = Now,
            }]);
            await filling.CommitAsync();
        }

        var clock = Stopwatch.StartNew();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await ApproveFinding.Write(db, finding, people, office, "Because.", Now, default);
            await transaction.CommitAsync();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.0} s"));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(People, await db.Corrections.CountAsync());
        Assert.Equal(People, await db.AccessRecords.CountAsync(x => x.What == "correction"));
        Assert.Equal(People, await db.Deliveries.CountAsync(x => x.Kind == AppealKinds.Correction));
        Assert.Equal(People, await db.StaleSheets.CountAsync(x => x.Quarter == "2026-Q4"));
        Assert.Equal(People, await db.ScoreSheets.CountAsync(x => x.ReplacedWhy == finding.ToString("D")));
        await Assert.ThrowsAsync<OvertakenException>(() => ApproveFinding.Write(db, finding, people, office, "Again.", Now, default));
    }
}
