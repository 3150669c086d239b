using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Shows a case to one of its reviewers: "case A-7K3QX".</summary>
internal sealed class ShowCase(BotDb db, PersonDoor door, ActOnCase act, CaseCards cards) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var isSpent = asked.Understood.Nearest.Count > 0; // A button that was used or ran out: its own token says of which case.
        var found = isSpent
            ? Guid.TryParseExact(asked.Object, "N", out var id) ? await Cases.Find(db, id, cancel) : await Cases.Find(db, NamedCase.Read(asked.Object), cancel)
            : await Cases.Find(db, NamedCase.In(asked), cancel);
        var chart = await act.Chart(found, new Actor(asked.Person), happened: null, asked.Now, cancel);
        if (found is null)
        {
            door.NoCase(asked.Person!.Value);
            return new Reply(CaseCards.NotThere);
        }

        return new Reply(await cards.Show(found, chart, asked, isSpent ? CaseSaid.MovedOn : CaseSaid.Nothing, cancel));
    }
}
