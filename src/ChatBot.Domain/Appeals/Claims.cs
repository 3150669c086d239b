using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>What would be corrected if what a person claims were true: for a reviewer to see what is at stake. Nothing applies it.</summary>
public static class Claims
{
    /// <summary>
    /// The corrections; none where the claim is about nothing that a sheet follows from (a work area changes the comparison alone), or where one cannot tell
    /// from the data what it would be.
    /// </summary>
    /// <remarks>
    /// Work that is not captured is credited, at the level of <see cref="CreditLevel"/>: what the data itself proposes (see <see cref="Proposals"/>), else
    /// all the days. Days without a working licence are credited only where the data shows use that could not be counted; nobody used what they did not have, so else they are taken out.
    /// </remarks>
    /// <param name="ground">The ground.</param>
    /// <param name="parts">The days in dispute.</param>
    /// <param name="person">Whose appeal it is.</param>
    /// <param name="sheet">The sheet as it is now.</param>
    /// <param name="rubric">Its rubric.</param>
    /// <param name="lookAlikes">Numbers of unowned accounts that look like the person's.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<Correction> Of(
        Ground ground, IReadOnlyList<AppealPart> parts, Guid person, ScoreSheet sheet, Rubric rubric, IReadOnlyList<int> lookAlikes, DateOnly today) => ground switch
    {
        Ground.NotCaptured => [.. parts.SelectMany(part => Proposed(part, sheet, rubric) is { Count: > 0 } clear ? clear : Credited(part, sheet, rubric, today))],
        Ground.NoLicence => [.. parts.SelectMany(part => Proposed(part, sheet, rubric) is { Count: > 0 } clear ? clear : [Excluded(part)])],
        Ground.Leave or Ground.ToolsNotAllowed => [.. parts.Select(Excluded)],
        Ground.WrongAccount => lookAlikes is [var only] ? [new Correction.RemapAccount(only, person)] : [],
        Ground.Removal => [new Correction.ExemptUntil(Quarter.Of(today).Last)],
        _ => [],
    };

    /// <summary>The tool that a part is about: the one it names, else the one that most of the person's days are of; null where they have none.</summary>
    public static Tool? ToolOf(AppealPart part, ScoreSheet sheet) => part.Tool ?? sheet.Days.SelectMany(day => day.Tools).GroupBy(tool => tool.Tool)
        .OrderByDescending(tool => tool.Count()).ThenBy(tool => tool.Key).Select(tool => (Tool?)tool.Key).FirstOrDefault();

    private static List<Correction> Proposed(AppealPart part, ScoreSheet sheet, Rubric rubric) => [.. Proposals.Of(part, sheet, rubric).Select(one => one.Correction)];

    private static Correction Excluded(AppealPart part) => new Correction.ExcludeDays(new DateSpan(part.From, part.To));

    private static List<Correction> Credited(AppealPart part, ScoreSheet sheet, Rubric rubric, DateOnly today)
    {
        var last = part.To < today ? part.To : today;
        return last < part.From || CreditLevel.Of(sheet, rubric) is not { } level || ToolOf(part, sheet) is not { } tool ? [] : [new Correction.CreditDays(new DateSpan(part.From, last), tool, level)];
    }
}
