using ChatBot.Domain.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>
/// The one way in which anything happens to a case: the rules decide from the directory as it is now, and what they decided is written with everything that
/// follows from it in one transaction. Where somebody else was first, the turn is answered anew.
/// </summary>
internal sealed class ActOnCase(BotDb db, TurnEffects effects, CaseNews news, FindGaps gaps)
{
    /// <summary>Does it, or says why not. Of a case that is not there, or not theirs to know of, it says the same.</summary>
    /// <param name="found">The case; null where there is none of the id that was named.</param>
    /// <param name="happened">What is to happen.</param>
    /// <param name="actor">Who does it, by the authenticated envelope.</param>
    /// <param name="now">The moment.</param>
    /// <param name="text">What is written with it; supplied text.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Applied> Do(Case? found, AppealEvent happened, Actor actor, DateTimeOffset now, string? text, CancellationToken cancel)
    {
        var chart = await Chart(found, actor, happened, now, cancel);
        var applied = AppealRules.Apply(found?.Appeal, happened, actor, now, chart, await AnotherIsOpen(found, cancel));
        if (found is not null && applied.Appeal is { } after)
        {
            var findings = await gaps.Of(found, after, actor, chart, now, cancel);
            effects.Change(async (store, stop) =>
            {
                await Cases.Save(store, found, after, happened, actor, now, text, stop);
                store.InsertMissing(findings);
                await news.Write(store, found, found with { Appeal = after, Version = found.Version + 1 }, happened, chart, now, stop);
            });
        }

        return applied;
    }

    /// <summary>The directory around a case, for who may know of it.</summary>
    public Task<OrgChart> Chart(Case? found, Actor actor, AppealEvent? happened, DateTimeOffset now, CancellationToken cancel)
    {
        var concerned = new List<Guid>();
        if (found is { Appeal: var appeal })
        {
            concerned.AddRange([appeal.Person, .. appeal.SetBy, .. appeal.FirstReviewers]);
            concerned.AddRange(new[] { appeal.Reviewer, appeal.Proposed?.Reviewer }.OfType<Guid>());
        }

        if (actor.Person is { } person)
        {
            concerned.Add(person);
        }

        concerned.AddRange(happened switch
        {
            AppealEvent.HandOver over => [over.To],
            AppealEvent.Name name => [name.Reviewer],
            _ => Array.Empty<Guid>(),
        });
        return OrgCharts.Around(db, concerned, DateOnly.FromDateTime(now.UtcDateTime), cancel);
    }

    private async Task<bool> AnotherIsOpen(Case? found, CancellationToken cancel) =>
        found is { Appeal: var appeal } && (await Cases.Of(db, appeal.Person, cancel))
            .Any(other => other.Appeal.Id != appeal.Id && other.Appeal.IsOpen && other.Appeal.Quarter == appeal.Quarter && other.Appeal.Ground == appeal.Ground);
}
