using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>A correction that the data itself suggests, for a person to confirm, change or leave: nothing applies it.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="Reason">What is wrong with the data.</param>
/// <param name="Days">The days that show it; the correction's span holds them and the days off between them.</param>
public sealed record Proposal(Correction Correction, Reason Reason, IReadOnlyList<DateOnly> Days);

/// <summary>What to propose to a reviewer.</summary>
public static class Proposals
{
    /// <summary>
    /// For each run of days that would count but for a clear hole (see <see cref="DataGap"/>), crediting them at the level of <see cref="CreditLevel"/>.
    /// A run goes on over days off; it ends at a day that counts.
    /// </summary>
    /// <param name="part">The days in dispute.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="rubric">The sheet's rubric; one without levels of credit proposes nothing.</param>
    public static IReadOnlyList<Proposal> Of(AppealPart part, ScoreSheet sheet, Rubric rubric)
    {
        if (CreditLevel.Of(sheet, rubric) is not { } level)
        {
            return [];
        }

        var tools = sheet.Days.SelectMany(day => day.Tools).Select(tool => tool.Tool).Distinct().Where(tool => part.Tool is null || part.Tool == tool).Order();
        return [.. tools.SelectMany(tool => Runs(part, sheet, tool).Select(run => new Proposal(
            new Correction.CreditDays(new DateSpan(run.Days[0], run.Days[^1]), tool, level), run.Reason, run.Days)))];
    }

    /// <summary>What is proposed for somebody else with the same hole; nothing where they do not have it.</summary>
    public static IReadOnlyList<Proposal> Of(DataGap gap, ScoreSheet sheet, Rubric rubric) => gap.IsIn(sheet)
        ? [.. Of(new AppealPart(gap.From, gap.To, gap.Tool), sheet, rubric).Where(one => one.Reason == gap.Reason)]
        : [];

    /// <summary>For a person without a linked account: the one account that looks like theirs and is nobody's. Of several nobody can tell.</summary>
    /// <param name="person">The person's id.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="unmatched">Numbers of unmatched accounts that look like theirs.</param>
    public static Proposal? OfAccount(Guid person, ScoreSheet sheet, IReadOnlyList<int> unmatched)
    {
        var days = sheet.Days.Where(day => day.LeftOut == LeftOut.NotCovered && day.Reason == Reason.AccountNotLinked).Select(day => day.Day).ToList();
        return unmatched is [var only] && days.Count > 0 ? new Proposal(new Correction.RemapAccount(only, person), Reason.AccountNotLinked, days) : null;
    }

    private static List<(Reason Reason, List<DateOnly> Days)> Runs(AppealPart part, ScoreSheet sheet, Tool tool)
    {
        var runs = new List<(Reason Reason, List<DateOnly> Days)>();
        Reason? current = null;
        foreach (var day in sheet.Days)
        {
            if (day.Day < part.From || day.Day > part.To || IsOff(day.LeftOut))
            {
                continue;
            }

            var reason = day.LeftOut == LeftOut.NotCovered ? DataGap.ReasonOf(day, tool) : null;
            if (reason is { } known && known == current)
            {
                runs[^1].Days.Add(day.Day);
            }
            else if (reason is { } other)
            {
                runs.Add((other, [day.Day]));
            }

            current = reason;
        }

        return runs;
    }

    private static bool IsOff(LeftOut leftOut) => leftOut is LeftOut.DayOff or LeftOut.Holiday or LeftOut.NotEmployed or LeftOut.OnLeave or LeftOut.Excluded;
}
