namespace ChatBot.Commands.Demo;

/// <summary>How many accounts a source reported on each day, and so on which days it can be believed.</summary>
internal sealed class ReportDays(DateOnly first, int[] accounts)
{
    /// <summary>Below this many accounts a thin day is a quiet day.</summary>
    private const int EnoughToCompare = 20;

    /// <summary>Whether there is a report of the day that holds at least half of what the same weekday held in the four weeks before.</summary>
    public bool Answers(DateOnly day)
    {
        if (Accounts(day) == 0)
        {
            return false;
        }

        var before = new[] { 7, 14, 21, 28 }.Select(back => Accounts(day.AddDays(-back))).Where(count => count > 0).Order().ToArray();
        var twiceMedian = before.Length == 0 ? 0 : before[(before.Length - 1) / 2] + before[before.Length / 2];
        return twiceMedian < 2 * EnoughToCompare || Accounts(day) * 4 >= twiceMedian;
    }

    private int Accounts(DateOnly day) => day >= first && day.DayNumber - first.DayNumber < accounts.Length ? accounts[day.DayNumber - first.DayNumber] : 0;
}
