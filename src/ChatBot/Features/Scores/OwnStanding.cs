using ChatBot.Chat;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>Where a person stands beside the middle of their line of business, as far as that may be told.</summary>
internal static class OwnStanding
{
    /// <summary>The standing of the sheet that is told; null without a tier, without a line of business, or with too few people in it.</summary>
    public static async Task<StandingLine?> Of(PersonFile file, ShownSheet shown, Rubric rubric, Wording wording, CancellationToken cancel)
    {
        var sheet = shown.Told.Sheet;
        var area = shown.Known.Facts.WorkArea.At(sheet.Quarter.Last < shown.Today ? sheet.Quarter.Last : shown.Today, string.Empty);
        return shown.Verdict.Tier is null || area.Length == 0 || await file.Median(area, sheet.Quarter, cancel) is not { } median
            ? null
            : Line(sheet.Score, median.Median, median.People, rubric, wording);
    }

    /// <summary>The standing in words.</summary>
    /// <param name="score">The person's score.</param>
    /// <param name="median">The group's.</param>
    /// <param name="people">People of the group with a tier, the person among them.</param>
    public static StandingLine? Line(decimal score, decimal median, int people, Rubric rubric, Wording wording)
    {
        var others = people - 1;
        return Standings.Of(score, median, others, rubric) is { } side && Standings.GroupSize(others, rubric) is { } size
            ? new StandingLine(side, wording.Number(size), Standings.ShownMedian(median, others, rubric) is { } shown ? wording.Number((int)shown) : null)
            : null;
    }
}
