using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Appeals;

/// <summary>What a ruling on one case can choose from: everything else that a form brings is refused.</summary>
/// <param name="Appeal">The case.</param>
/// <param name="Rubric">The rubric, with its levels of credit.</param>
/// <param name="Today">The day of the case's calendar.</param>
/// <param name="Tools">Tools that can be credited.</param>
/// <param name="Proposals">What the data itself suggests, for each part.</param>
/// <param name="Gains">Numbers of accounts that can be given to the person: they look like theirs, or several people claim them.</param>
/// <param name="Owned">Numbers of accounts that count for the person, and can be taken from them.</param>
internal sealed record RulingTerms(
    Appeal Appeal, Rubric Rubric, DateOnly Today, IReadOnlyList<Tool> Tools, IReadOnlyList<IReadOnlyList<Proposal>> Proposals, IReadOnlyList<int> Gains, IReadOnlyList<int> Owned);
