using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Shows a case to a reviewer: whole to who may open it, by its reference to who may take it, and to everybody else the same words as for a case that
/// does not exist. Every opening, and every refused one, is recorded by the door.
/// </summary>
internal sealed class CaseCards(CaseReading reading, CaseEvidence evidence, ActionTokens tokens, Wording wording)
{
    /// <summary>For a case that is not there, and for one that is not theirs to know of.</summary>
    public static CardContent NotThere { get; } = new("casegone", new CaseGoneCard());

    /// <summary>The case as it stands for the one who asks.</summary>
    /// <param name="found">The case, as it is or as it is about to be.</param>
    /// <param name="chart">The directory as it is now, around the case and who asks.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="said">The line on top.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<CardContent> Show(Case found, OrgChart chart, Asked asked, CaseSaid said, CancellationToken cancel)
    {
        var reader = asked.Person!.Value;
        if (await reading.Open(found, chart, asked, cancel) is { } opened)
        {
            return new CardContent("case", Outside(found, chart, asked, said) with { Inside = await evidence.Of(opened, asked, cancel) });
        }

        return MayKnow(found.Appeal, chart, reader, said) ? new CardContent("case", Outside(found, chart, asked, said)) : NotThere;
    }

    /// <summary>
    /// Whether the reader may know that the case is there: it stands in their queue, they have just been told that another took it, or they ruled on it.
    /// </summary>
    private static bool MayKnow(Appeal appeal, OrgChart chart, Guid reader, CaseSaid said) =>
        CaseAccess.IsInQueue(chart, appeal, reader)
        || (Independence.Of(chart, appeal, reader) == Conflict.None
            && ((said != CaseSaid.Nothing && appeal.IsOpen && chart.IsReviewer(reader)) || appeal.Rulings.Any(ruling => ruling.Reviewer == reader || ruling.Second == reader)));

    private CaseCard Outside(Case found, OrgChart chart, Asked asked, CaseSaid said)
    {
        var (appeal, reader) = (found.Appeal, asked.Person!.Value);
        var can = CaseActs.Of(appeal, chart, reader, asked.Now);
        return new CaseCard
        {
            Reference = found.Reference,
            Said = said.Line,
            Ground = AppealWords.Of(appeal.Ground),
            Quarter = wording.Quarter(appeal.Quarter),
            Level = appeal.Level == 1 ? "first level" : "second level",
            Disputed = [.. appeal.Parts.Take(CaseWords.MostParts).Select(part => AppealWords.Of(part, wording)), .. CaseWords.More(appeal.Parts.Count - CaseWords.MostParts)],
            Stands = CaseWords.Stands(appeal, reader, wording),
            Clock = CaseWords.Clock(appeal, asked.Now, wording),
            ClaimToken = Token(can.Claim, EvidencePhrases.Claim),
            ReleaseToken = Token(can.Release, EvidencePhrases.Release),
            AgreeToken = Token(can.Agree, EvidencePhrases.Agree),
            DisagreeToken = Token(can.Agree, EvidencePhrases.Disagree),
            CanRule = can.Rule,
            CanAsk = can.Ask,
            CanHandOver = can.HandOver,
        };

        string? Token(bool may, string verb) => may ? tokens.Mint(reader, verb, appeal.Id.ToString("N", CultureInfo.InvariantCulture), asked.Now, found.Version) : null;
    }
}
