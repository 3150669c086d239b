using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Answers "what would it change?" to who may open the case: a form, and then the sheet before and after. Nothing is stored, and nothing follows from it.
/// </summary>
internal sealed class PreviewCase(BotDb db, ActOnCase act, CaseReading reading, Wording wording) : IHandler
{
    /// <summary>Asks for the form although something is chosen: to choose something else.</summary>
    public const string Again = "again";

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var found = await Cases.Find(db, NamedCase.In(asked), cancel);
        var chart = await act.Chart(found, new Actor(asked.Person), happened: null, asked.Now, cancel);
        if (await reading.Open(found, chart, asked, cancel) is not { } opened)
        {
            return new Reply(CaseCards.NotThere);
        }

        var inputs = asked.Turn.Inputs;
        var chosen = ChosenRulings.Read(inputs, opened.Terms, withReasons: false);
        var isForm = inputs.ContainsKey(Again) || !inputs.Any(input => input.Key.StartsWith("outcome", StringComparison.Ordinal) && input.Value.Length > 0);
        if (isForm || chosen.Refusal is not null)
        {
            var said = isForm ? string.Empty : ChoiceWords.Of(chosen.Refusal!, opened.Terms.Appeal.Parts.Count, wording);
            return new Reply(new CardContent("casechoose", CaseChooseCard.Of(opened, inputs, said, wording)));
        }

        var corrections = chosen.Parts.SelectMany(part => part.Corrections).ToList();
        var after = await opened.File.SheetWith(opened.Now.Quarter, opened.Now.AsOf, corrections, without: false, cancel);
        return new Reply(new CardContent("casepreview", CasePreviewCard.Of(opened, chosen.Parts, after, inputs, asked, wording)));
    }
}

/// <summary>What <c>cards/casepreview.json</c> is given: a sheet before and after what was chosen.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Figures">Before and after.</param>
/// <param name="Lowers">Whether the number would be lower than now.</param>
/// <param name="Parts">What changes, by part.</param>
/// <param name="MoreParts">How many parts were not looked at; null for none.</param>
/// <param name="First">What was chosen for the first part, for the buttons.</param>
/// <param name="Second">For the second.</param>
/// <param name="Third">For the third.</param>
/// <param name="Fourth">For the fourth.</param>
/// <param name="Rubric">Version of the rubric.</param>
/// <param name="AsOf">The day of the answer.</param>
internal sealed record CasePreviewCard(
    string Reference, IReadOnlyList<Figure> Figures, bool Lowers, IReadOnlyList<PreviewPart> Parts, string? MoreParts, CarriedPart First, CarriedPart Second, CarriedPart Third,
    CarriedPart Fourth, string Rubric, string AsOf)
{
    /// <summary>The card.</summary>
    public static CasePreviewCard Of(OpenedCase opened, IReadOnlyList<PartRuling> chosen, ScoreSheet after, IReadOnlyDictionary<string, string> inputs, Asked asked, Wording wording)
    {
        var (now, exempt) = (opened.Now, chosen.Any(part => part.Corrections.Any(one => one is Correction.ExemptUntil)));
        return new CasePreviewCard(
            opened.Found.Reference,
            [
                new Figure("Now", EvidenceWords.Of(now, wording)),
                new Figure("With this", exempt ? EvidenceWords.Of(VerdictKind.Exempt, after, wording) : EvidenceWords.Of(after, wording)),
            ],
            after.EligibleDays > 0 && now.EligibleDays > 0 && after.Score < now.Score,
            [.. chosen.Take(CaseWords.MostParts).Select(part => PreviewPart.Of(opened.Terms.Appeal.Parts[part.Part], part, now, after, wording))],
            CaseWords.More(chosen.Count - CaseWords.MostParts).FirstOrDefault(),
            CarriedPart.Of(inputs, 0),
            CarriedPart.Of(inputs, 1),
            CarriedPart.Of(inputs, 2),
            CarriedPart.Of(inputs, 3),
            after.Rubric,
            wording.Day(asked.Today));
    }
}

/// <summary>What changes on the days of one part.</summary>
/// <param name="Title">Its days and its tool, and what comes of it.</param>
/// <param name="Changes">What it changes; empty for nothing.</param>
/// <param name="Days">Counted days and points, before and after.</param>
internal sealed record PreviewPart(string Title, string Changes, string Days)
{
    /// <summary>The part.</summary>
    public static PreviewPart Of(AppealPart part, PartRuling ruling, ScoreSheet before, ScoreSheet after, Wording wording)
    {
        return new PreviewPart(
            $"{AppealWords.Of(part, wording)}: {AppealWords.Of(ruling.Outcome)}",
            string.Join("; ", ruling.Corrections.Take(CaseWords.MostParts).Select(one => AppealWords.Of(one, wording))),
            $"On these days: {Says(before)} now, {Says(after)} then");

        string Says(ScoreSheet sheet)
        {
            var days = sheet.Days.Where(day => day.Day >= part.From && day.Day <= part.To && day.LeftOut == LeftOut.No).ToList();
            return $"{wording.Count(days.Count, "counted day")} with {wording.Count(days.Sum(day => day.Points), "point")}";
        }
    }
}
