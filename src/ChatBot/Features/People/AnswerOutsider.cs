using ChatBot.Cards;
using ChatBot.Chat;

namespace ChatBot.Features.People;

/// <summary>What <c>cards/outsider.json</c> is given.</summary>
/// <param name="Contact">The human to turn to; supplied text. Null where none is named.</param>
internal sealed record OutsiderCard(Supplied? Contact);

/// <summary>Tells a guest, or somebody of another company, kindly that there is nothing here for them.</summary>
internal sealed class AnswerOutsider(HelpSettings help) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
        Task.FromResult(new Reply(new CardContent("outsider", new OutsiderCard(help.Human))));
}
