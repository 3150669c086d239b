using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>The case that a turn names, read anew, and whether who asks may know of it.</summary>
/// <param name="Found">The case; null where there is none, or it is not theirs to know of.</param>
/// <param name="Chart">The directory as it is now.</param>
/// <param name="Moved">Whether it has changed since the button was made.</param>
internal sealed record CaseInHand(Case? Found, OrgChart Chart, bool Moved);

/// <summary>Finds the case that a turn names. What is not there and what is not theirs take the same path.</summary>
internal sealed class FindCase(BotDb db, ActOnCase act)
{
    /// <summary>For who reviews.</summary>
    public Task<CaseInHand> ForReviewer(Asked asked, CancellationToken cancel) => Find(
        asked,
        (chart, appeal, person) => (chart.IsReviewer(person) || appeal.Reviewer == person) && Independence.Of(chart, appeal, person) == Conflict.None,
        cancel);

    /// <summary>For who names reviewers.</summary>
    public Task<CaseInHand> ForOffice(Asked asked, CancellationToken cancel) => Find(asked, Independence.MayName, cancel);

    private async Task<CaseInHand> Find(Asked asked, Func<OrgChart, Appeal, Guid, bool> mayKnow, CancellationToken cancel)
    {
        var person = asked.Self.Person!.Value;
        var isId = Guid.TryParseExact(asked.Object, "N", out var id);
        var found = isId ? await Cases.Find(db, id, cancel) : await Cases.Find(db, Name(asked), cancel);
        var chart = await act.Chart(found, new Actor(person), null, asked.Now, cancel);
        return found is not null && mayKnow(chart, found.Appeal, person)
            ? new CaseInHand(found, chart, Moved: isId && asked.Version != found.Version)
            : new CaseInHand(null, chart, Moved: false);
    }

    /// <summary>The reference that a button that only shows carries, or that was typed. What a button changes is named by its token alone.</summary>
    private static string Name(Asked asked) => asked.Understood.Row.Effect == Effect.Shows ? NamedCase.In(asked) : NamedCase.Read(asked.Object);
}
