using ChatBot.Domain.Calendar;
using ChatBot.Features.Scores;
using ChatBot.Tests.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Features.Digests;

/// <summary>Computes and stores sheets as of the harness' day.</summary>
internal static class Sheets
{
    public static async Task Compute(ImportHarness harness, params string[] emails)
    {
        var recompute = new RecomputeSheets(harness.Database, ChosenRubric.Read(Path.Combine(AppContext.BaseDirectory, "rubrics"), "2026.1"), new StoppedClock(harness.Now));
        var day = DateOnly.FromDateTime(harness.Now.UtcDateTime);
        foreach (var person in await harness.Query(db => db.People.Where(x => emails.Contains(x.Email)).Select(x => x.Id).ToListAsync()))
        {
            await recompute.One(person, Quarter.Of(day), day, default);
        }
    }
}
