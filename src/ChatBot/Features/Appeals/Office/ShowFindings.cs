using ChatBot.Chat;

namespace ChatBot.Features.Appeals;

/// <summary>Answers "findings": gaps in the data that an upheld appeal showed and others have too.</summary>
internal sealed class ShowFindings(OfficeDoor office, FindingCards cards) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel) => await office.IsOpen(asked, cancel)
        ? new Reply(new CardContent("findings", await cards.Show(asked.Person!.Value, asked.Now, asked.Turn.Inputs.GetValueOrDefault("after"), cancel)))
        : OfficeDoor.Closed;
}
