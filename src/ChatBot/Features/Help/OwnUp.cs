using System.Globalization;
using ChatBot.Cards;
using ChatBot.Chat;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/trouble.json</c> is given.</summary>
/// <param name="When">Time of the turn, by which it is found in the log.</param>
/// <param name="Contact">The human to turn to; supplied text. Null where none is named.</param>
internal sealed record TroubleCard(string When, Supplied? Contact);

/// <summary>Answers when something on our side failed: says so, and that nothing was changed.</summary>
internal sealed class OwnUp(Wording wording, HelpSettings help) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var when = $"{wording.Day(asked.Today)}, {asked.Now.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} UTC";
        return Task.FromResult(new Reply(new CardContent("trouble", new TroubleCard(when, help.Human))));
    }
}
