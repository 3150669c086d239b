using ChatBot.Chat;
using ChatBot.Domain.Scores;

namespace ChatBot.Features.Scores;

/// <summary>Signal × weight = points, over any days.</summary>
internal static class SignalLines
{
    /// <summary>One line for each signal that brought points or was cut by its cap.</summary>
    public static IReadOnlyList<SignalLine> Of(IEnumerable<SheetDay> days, Rubric rubric, Wording wording) =>
    [
        .. days.Where(day => day.LeftOut == LeftOut.No).SelectMany(day => day.Lines)
            .GroupBy(line => line.Signal).OrderBy(group => group.Key)
            .Select(group => (Signal: group.Key, Count: group.Sum(line => line.Count), Counted: group.Sum(line => line.Counted), Points: group.Sum(line => line.Points)))
            .Where(line => rubric.Weight(line.Signal) > 0)
            .Select(line => new SignalLine(
                wording.Sentence(wording.Name(line.Signal)),
                $"{wording.Number(line.Counted)} × {wording.Number(rubric.Weight(line.Signal))} = {wording.Number(line.Points)}",
                line.Count > line.Counted ? wording.Number(line.Count) : null)),
    ];
}
