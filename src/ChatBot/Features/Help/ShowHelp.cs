using ChatBot.Cards;
using ChatBot.Chat;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/help.json</c> is given.</summary>
/// <param name="Rows">What can be asked.</param>
/// <param name="Contact">The human to turn to; supplied text. Null where none is named.</param>
internal sealed record HelpCard(IReadOnlyList<HelpRow> Rows, Supplied? Contact);

/// <summary>One thing that can be asked.</summary>
/// <param name="Say">The phrase to type.</param>
/// <param name="Answer">What the answer holds.</param>
internal sealed record HelpRow(string Say, string Answer);

/// <summary>Answers "help": what can be asked, from the phrasebook itself, and the human to turn to.</summary>
internal sealed class ShowHelp(IServiceProvider services, HelpSettings settings) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) => Task.FromResult(new Reply(new CardContent("help", Card())));

    /// <summary>The rows are asked for late, because the phrasebook names this handler.</summary>
    private HelpCard Card() => new(
        [.. services.GetRequiredService<Phrasebook>().Rows.Where(row => row.Help.Length > 0).Select(row => new HelpRow(row.Phrases[0].TrimStart('='), row.Help))],
        settings.Human);
}
