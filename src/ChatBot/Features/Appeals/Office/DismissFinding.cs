using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Leaves everybody found as they are, with a reason. Each of them can still appeal.</summary>
internal sealed class DismissFinding(OfficeDoor office, FindingCards cards, ActionTokens tokens, TurnEffects effects) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        if (!await office.IsOpen(asked, cancel))
        {
            return OfficeDoor.Closed;
        }

        var by = asked.Person!.Value;
        if (await cards.ToDecide(asked.Object, by, asked.Now, cancel) is not { } finding)
        {
            return new Reply(new CardContent("findings", await cards.Show(by, asked.Now, after: null, cancel) with { Said = FindingSaid.MovedOn }));
        }

        var reason = WrittenReason.Of(asked);
        if (reason.Problem != ReasonProblem.None)
        {
            return new Reply(ShowFindingForm.Form(finding, asked, approves: false, cards, tokens, reason));
        }

        effects.Change((store, stop) => Findings.Decide(store, finding.Id, FindingState.Dismissed, by, reason.Text!, asked.Now, stop));
        var next = await cards.Show(by, asked.Now, finding.Id.ToString("N"), cancel);
        return new Reply(new CardContent("findings", ApproveFinding.Without(next, finding) with { Said = FindingSaid.Dismissed }));
    }
}
