namespace ChatBot.Domain.Scores;

/// <summary>Which of two quarters' sheets a person is told in the first days of a quarter.</summary>
public static class ToldSheets
{
    /// <summary>
    /// Whether the quarter is too young: it came to no tier and fewer of its days than a tier takes could have counted. Days that came and could not be
    /// seen do not make a quarter young: then the reason is what the person should be told.
    /// </summary>
    public static bool IsYoung(ScoreSheet current, Rubric rubric) =>
        current.Verdict == SheetVerdict.NotMeasurable && current.Days.Count(day => day.LeftOut is LeftOut.No or LeftOut.NotCovered) < rubric.NeededDays;

    /// <summary>Whether a sheet of the quarter before may stand in: it came to a tier.</summary>
    public static bool MayStandIn(ScoreSheet last) => MayStandIn(last.Verdict);

    /// <summary>The same of a sheet that concluded so.</summary>
    public static bool MayStandIn(SheetVerdict last) => Verdicts.Of(last).Tier is not null;
}
