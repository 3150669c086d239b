using System.Globalization;
using System.Text;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Commands.Demo;

/// <summary>
/// People with corrections of all six kinds: their sheet recomputed from what is stored is the stored one to the byte, also after all files are read again and
/// after a directory that says otherwise.
/// </summary>
public sealed class DemoReplayTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_hundred_corrected_people_replay() => Check(people: 110, corrected: 100, days: 45, seed: 31);

    [FullRunFact]
    public Task A_thousand_corrected_people_replay() => Check(people: 1100, corrected: 1000, days: 100, seed: 31);

    private async Task Check(int people, int corrected, int days, int seed)
    {
        output.WriteLine($"seed {seed}");
        using var demo = new DemoFixture(people, days);
        await using var running = await RunningDemo.Of(demo);
        var uncorrected = await running.Sheets();
        var corrections = await Correct(running, corrected, seed);
        Assert.Equal(6, corrections.Values.SelectMany(x => x).Select(x => x.GetType()).Distinct().Count());

        await running.Score();
        var stored = await running.Sheets();
        Assert.True(stored.Count(x => !x.Value.AsSpan().SequenceEqual(uncorrected[x.Key])) > corrected / 2, "Corrections changed next to nothing.");
        await Replays(running, stored);

        await running.Import();
        await Contradict(running, corrections);
        await running.Score();

        var again = await running.Sheets();
        Assert.Equal(stored.Count, again.Count);
        Assert.All(stored, x => Assert.True(x.Value.AsSpan().SequenceEqual(again[x.Key]), $"The sheet of {x.Key} is another one now: {string.Join(", ", corrections.GetValueOrDefault(x.Key, []))}"));
        await Replays(running, again);
    }

    /// <summary>Computed anew from stored inputs and corrections, nothing else.</summary>
    private static async Task Replays(RunningDemo running, Dictionary<Guid, byte[]> stored)
    {
        var computed = await running.Parts.GetRequiredService<IAllSheets>().On([.. stored.Keys], running.Demo.Order.Quarter, running.Demo.Order.AsOf, default);
        Assert.Equal(stored.Count, computed.Count);
        Assert.All(stored, x => Assert.True(x.Value.AsSpan().SequenceEqual(SheetDocument.Write(computed[x.Key]))));
    }

    /// <summary>Gives each of so many people one to three corrections, as rulings do.</summary>
    private static async Task<Dictionary<Guid, List<Correction>>> Correct(RunningDemo running, int count, int seed)
    {
        var dice = new Random(seed);
        var accounts = await running.Store.Query(db => db.Accounts.Select(x => x.Id).Order().ToListAsync());
        var people = (await running.People()).OrderBy(x => x.Key, StringComparer.Ordinal).Take(count).Select(x => x.Value).ToList();
        var corrections = people.ToDictionary(x => x, person => Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Any(dice, running.Demo.Order.AsOf, person, accounts)).ToList());
        await using var db = running.Store.CreateDbContext();
        await using var transaction = db.BeginFilling();
        foreach (var (person, given) in corrections)
        {
            await Corrections.Add(db, Guid.CreateVersion7(running.Now), 1, person, given, people[0], running.Now, default);
        }

        await transaction.CommitAsync();
        return corrections;
    }

    private static Correction Any(Random dice, DateOnly asOf, Guid person, List<int> accounts)
    {
        var from = asOf.AddDays(-dice.Next(5, 50));
        var span = new DateSpan(from, from.AddDays(dice.Next(0, 14)));
        return dice.Next(6) switch
        {
            0 => new Correction.ExcludeDays(span),
            1 => new Correction.CreditDays(span, dice.Next(2) == 0 ? Tool.Copilot : Tool.ClaudeCode, dice.Next(2) == 0 ? "light" : "regular"),
            2 => new Correction.RemapAccount(accounts[dice.Next(accounts.Count)], dice.Next(3) == 0 ? null : person),
            3 => new Correction.ChangeWorkArea("Corrected Area", new DateSpan(new DateOnly(2026, 1, 1), null)),
            4 => new Correction.ChangeWorkingPattern(WorkingDays.TryParse(dice.Next(2) == 0 ? "mon;wed;fri" : "tue-thu", out var days) ? days : throw new FormatException(), new DateSpan(new DateOnly(2026, 1, 1), null)),
            _ => new Correction.ExemptUntil(asOf.AddDays(dice.Next(1, 200))),
        };
    }

    /// <summary>A later directory with other working days and work areas for everybody in whose sheet a correction says what they were.</summary>
    private static async Task Contradict(RunningDemo running, Dictionary<Guid, List<Correction>> corrections)
    {
        var ids = (await running.People()).ToDictionary(x => x.Value, x => x.Key);
        var (text, told) = (new StringBuilder("email,name,working_days\n"), 0);
        foreach (var (person, given) in corrections.Where(x => x.Value.Exists(one => one is Correction.ChangeWorkingPattern)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{ids[person]},Somebody,sat-sun\n");
            told++;
        }

        Assert.True(told > 0);
        using var folder = new TempFolder();
        await running.Import("people", running.Demo.Order.AsOf.AddDays(-40), folder.Write("people.csv", Encoding.UTF8.GetBytes(text.ToString())));
    }
}
