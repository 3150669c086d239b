using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Asks for the reason of an approval or a dismissal. A finding that is none of theirs to decide, decided, or not there: all get the list.</summary>
internal sealed class ShowFindingForm(OfficeDoor office, FindingCards cards, ActionTokens tokens) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        if (!await office.IsOpen(asked, cancel))
        {
            return OfficeDoor.Closed;
        }

        var person = asked.Person!.Value;
        return await cards.ToDecide(asked.Turn.Inputs.GetValueOrDefault("finding"), person, asked.Now, cancel) is { } row
            ? new Reply(Form(row, asked, asked.Understood.Row.Name == AppealOffice.ApproveForm, cards, tokens, default))
            : new Reply(new CardContent("findings", await cards.Show(person, asked.Now, after: null, cancel) with { Said = FindingSaid.MovedOn }));
    }

    /// <summary>The form; with what was written before, and what is wrong with it.</summary>
    public static CardContent Form(FindingRow row, Asked asked, bool approves, FindingCards cards, ActionTokens tokens, WrittenReason written) => new(
        "findingform",
        new FindingFormCard(
            approves, cards.Line(row), written.Problem, written.Length, written.Shown,
            tokens.Mint(asked.Person!.Value, approves ? AppealOffice.Approve : AppealOffice.Dismiss, row.Id.ToString("N"), asked.Now)));
}
