using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>One week's figures, ready to be told by today's directory.</summary>
/// <param name="Publication">The figures.</param>
/// <param name="Directory">Today's directory: whoever is a head in it has a team.</param>
/// <param name="Week">The week.</param>
/// <param name="Quarter">Whose members are counted.</param>
/// <param name="Threshold">The k they were made with.</param>
/// <param name="MadeOn">The day on which they were made.</param>
internal sealed record TeamWeek(Publication Publication, OrgTree Directory, Week Week, Quarter Quarter, Threshold Threshold, DateOnly MadeOn);

/// <summary>
/// The figures about groups as they are told, in a digest and in chat alike. What was read is kept until the day, the week or the directory is another:
/// who may see what follows the directory as it was last imported.
/// </summary>
internal sealed class TeamFigures(IDbContextFactory<BotDb> databases, MakeTeamFigures make) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private (string Key, TeamWeek Week)? kept;

    /// <summary>The latest week whose working days have settled: on Tuesday it is the week before.</summary>
    public static Week LatestWeek(DateOnly today) => Week.Of(today.AddDays(-1)).Previous;

    /// <summary>From when on a week's figures can be made: the Tuesday after it, once the night's sheets are there.</summary>
    public static DateTimeOffset Ready(Week week) => new(week.Last.AddDays(2), new TimeOnly(1, 0), TimeSpan.Zero);

    /// <summary>The latest figures there are, made now where nobody made them yet; null where there are none.</summary>
    public async Task<TeamWeek?> Latest(DateOnly today, CancellationToken cancel)
    {
        await Prepare(today, cancel);
        return await Read(Publications.Latest, today, cancel);
    }

    /// <summary>The week's figures, made now where nobody made them yet; null where there are none and can be none any more.</summary>
    public async Task<TeamWeek?> Of(Week week, DateOnly today, CancellationToken cancel)
    {
        await make.Run(week, today, cancel);
        return await Stored(week, today, cancel);
    }

    /// <summary>The week's figures if they are made already; null where not.</summary>
    public Task<TeamWeek?> Stored(Week week, DateOnly today, CancellationToken cancel) => Read((db, token) => Publications.Of(db, week, token), today, cancel);

    /// <summary>Makes the latest week's figures before anybody needs them.</summary>
    public Task Prepare(DateOnly today, CancellationToken cancel) => make.Run(LatestWeek(today), today, cancel);

    private async Task<TeamWeek?> Read(Func<BotDb, CancellationToken, Task<PublicationRow?>> which, DateOnly today, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await which(db, cancel) is not { } row)
        {
            return null;
        }

        var key = $"{row.Week} {today:O} {await DirectoryLines.Stamp(db, cancel)}";
        await turn.WaitAsync(cancel);
        try
        {
            if (kept?.Key != key)
            {
                kept = (key, await Restore(db, row, today, cancel));
            }

            return kept.Value.Week;
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<TeamWeek> Restore(BotDb db, PublicationRow row, DateOnly today, CancellationToken cancel)
    {
        var directory = OrgTree.Of(await DirectoryLines.On(db, today, cancel));
        var cohort = (await Cohorts.Of(db, Publications.QuarterOf(row), cancel)).Cohort;
        var publication = await Publications.Restore(db, row, directory, cohort, cancel);
        return new TeamWeek(
            publication, directory, Publications.WeekOf(row), cohort.Quarter, Threshold.Of(row.Threshold), DateOnly.FromDateTime(row.MadeAt.UtcDateTime));
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();
}
