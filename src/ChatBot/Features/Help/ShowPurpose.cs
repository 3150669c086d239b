using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/purpose.json</c> is given.</summary>
/// <param name="Rubric">Version of the rubric.</param>
/// <param name="Signals">What gives points.</param>
/// <param name="MostPerDay">What a day can come to.</param>
/// <param name="HeavyFrom">Score from which one is heavy.</param>
/// <param name="HeavyShare">Share of days with use from which one is heavy.</param>
/// <param name="Contact">The human to turn to; supplied text. Null where none is named.</param>
internal sealed record PurposeCard(
    string Rubric, IReadOnlyList<WeightLine> Signals, string MostPerDay, string HeavyFrom, string HeavyShare, Supplied? Contact);

/// <summary>What one signal is worth.</summary>
/// <param name="Signal">Its name.</param>
/// <param name="Weight">Points each.</param>
/// <param name="Cap">How many count on a day.</param>
/// <param name="Most">What it can bring on a day.</param>
internal sealed record WeightLine(string Signal, string Weight, string Cap, string Most);

/// <summary>Answers "what is this for?": purpose, rubric with its weights, who sees what, when it is updated. Says nothing of anybody.</summary>
internal sealed class ShowPurpose(Rubric rubric, Wording wording, HelpSettings help) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) => Task.FromResult(new Reply(new CardContent("purpose", Card(rubric, wording, help.Human))));

    /// <summary>The card's data.</summary>
    public static PurposeCard Card(Rubric rubric, Wording wording, Supplied? contact)
    {
        var signals = Enum.GetValues<Signal>().Where(signal => rubric.Weight(signal) > 0).ToList();
        return new PurposeCard(
            rubric.Version,
            [
                .. signals.Select(signal => new WeightLine(
                    wording.Sentence(wording.Name(signal)), wording.Number(rubric.Weight(signal)), wording.Number(rubric.Cap(signal)),
                    wording.Number(rubric.Weight(signal) * rubric.Cap(signal)))),
            ],
            wording.Number(signals.Sum(signal => rubric.Weight(signal) * rubric.Cap(signal))),
            wording.Score(rubric.HeavyScore),
            wording.Percent(rubric.HeavyRate),
            contact);
    }
}
