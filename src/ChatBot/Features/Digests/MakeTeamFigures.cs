using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>
/// Makes the figures of a week, once. The members are the quarter's: of the quarter in which the week ends, so that a week that two quarters share is
/// counted with the quarter in which its figures are made and read. The classes are those of the day on which it is done.
/// </summary>
internal sealed class MakeTeamFigures(IDbContextFactory<BotDb> databases, ClassReader classes, DigestSettings settings, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>
    /// Makes them if nobody has; two who make them at once store them once. Never those of a week whose working days have not settled, nor of one before the last made:
    /// what follows a week is decided with what it told.
    /// </summary>
    public async Task Run(Week week, DateOnly today, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (week <= TeamFigures.LatestWeek(today) && await Previous(week, cancel) is (true, var latest))
            {
                var (cohort, publication) = await Publish(week, today, latest, cancel);
                await Store(week, cohort, publication, latest, cancel);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(bool IsLater, PublicationRow? Latest)> Previous(Week week, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var latest = await Publications.Latest(db, cancel);
        return (latest is null || Publications.WeekOf(latest) < week, latest);
    }

    private async Task<(KnownCohort Cohort, Publication Publication)> Publish(Week week, DateOnly today, PublicationRow? latest, CancellationToken cancel)
    {
        KnownCohort cohort;
        OrgTree directory;
        Publication? before = null;
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            cohort = await Cohorts.Of(db, Quarter.Of(week.Last), cancel);
            directory = OrgTree.Of(await DirectoryLines.On(db, today, cancel));
            if (latest is not null)
            {
                var quarter = Publications.QuarterOf(latest);
                var members = quarter == cohort.Cohort.Quarter ? cohort.Cohort : (await Cohorts.Of(db, quarter, cancel)).Cohort;
                before = await Publications.Restore(db, latest, directory, members, cancel);
            }
        }

        var counted = await classes.On(today, [.. cohort.Lines.Select(x => x.Person)], cancel);
        return (cohort, Publication.Of(directory, cohort.Cohort, week, counted, settings.Threshold, before));
    }

    private async Task Store(Week week, KnownCohort cohort, Publication publication, PublicationRow? latest, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = db.BeginFilling();
        if ((await Publications.Latest(db, cancel))?.Week != latest?.Week)
        {
            return; // Another node was first; what it stored is what everybody is told.
        }

        if (!cohort.IsStored)
        {
            Cohorts.Write(db, cohort);
        }

        var row = new PublicationRow
        {
            Week = week.ToString(), Quarter = cohort.Cohort.Quarter.ToString(), Threshold = settings.Threshold.People, MadeAt = clock.GetUtcNow(),
        };
        Publications.Write(db, row, publication);
        await transaction.CommitAsync(cancel);
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();
}
