using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Groups;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>
/// Team digests: everybody who has a report today, at their own hour. Whether a team is too small is known once the week's figures are made; until then it is
/// decided when the digest is about to be sent.
/// </summary>
internal sealed class PlanTeams(IDbContextFactory<BotDb> databases, DigestTiming timing, TeamFigures figures, Programme programme) : IWeeklyKind
{
    /// <inheritdoc />
    public string Kind => DigestKinds.Team;

    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonPlan>> Decide(WeekToPlan plan, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(plan.Now.UtcDateTime);
        var (directory, known) = await Known(plan.Week, today, cancel);
        return
        [
            .. from recipient in plan.Directory
               where directory.IsHead(recipient.Row.Id)
               select new PersonPlan(recipient.Row.Id, Withheld(recipient.Row.Id, known) is { } reason
                   ? new Planning.Withheld(reason)
                   : timing.Plan(recipient, plan.Holidays, plan.Week, plan.Now)),
        ];
    }

    /// <summary>Why a digest would say nothing; null where it may say something.</summary>
    public static WithholdingReason? NothingToSay(GroupAnswer answer) => answer switch
    {
        GroupAnswer.ManagerTooNew => WithholdingReason.ManagerTooNew,
        GroupAnswer.TooSmall { Enclosing: null } => WithholdingReason.TooSmall,
        GroupAnswer.NoTeam or GroupAnswer.NotYours => WithholdingReason.NoTeam,
        _ => null,
    };

    private WithholdingReason? Withheld(Guid head, (Publication Publication, bool HasFigures) known) =>
        programme.IsPrivate ? WithholdingReason.PrivateMode
        : NothingToSay(known.Publication.For(head, head)) is { } reason && (known.HasFigures || reason == WithholdingReason.ManagerTooNew) ? reason
        : null;

    /// <summary>Today's directory, and the week's figures where they are made; else a publication without any, which knows whose teams are theirs.</summary>
    private async Task<(OrgTree Directory, (Publication Publication, bool HasFigures) Known)> Known(Week week, DateOnly today, CancellationToken cancel)
    {
        if (await figures.Stored(week, today, cancel) is { } told)
        {
            return (told.Directory, (told.Publication, true));
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var directory = OrgTree.Of(await DirectoryLines.On(db, today, cancel));
        var cohort = (await Cohorts.Of(db, Quarter.Of(week.Last), cancel)).Cohort;
        return (directory, (Publication.Restore(directory, cohort, week, []), false));
    }
}
