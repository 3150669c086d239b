using ChatBot.Chat;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>How a case is told to those who review it or name its reviewer: never of whom it is.</summary>
internal static class QueueWords
{
    /// <summary>What is in dispute: the first part, and how many more there are.</summary>
    public static string Disputed(Appeal appeal, Wording wording) => appeal.Parts switch
    {
        [var only] => AppealWords.Of(only, wording),
        [var first, ..] => $"{AppealWords.Of(first, wording)} and {wording.Number(appeal.Parts.Count - 1)} more",
        _ => string.Empty,
    };

    /// <summary>How long there is to rule, on the calendar of the case.</summary>
    public static string Due(Appeal appeal, DateTimeOffset now, Wording wording)
    {
        var (today, last) = (appeal.Calendar.Day(now), appeal.Clock.RuleBy);
        if (last < today)
        {
            return appeal.Level == 1 ? $"its time was over on {wording.Day(last)}: it goes to the second level" : $"overdue since {wording.Day(last)}";
        }

        var left = Enumerable.Range(1, last.DayNumber - today.DayNumber).Count(ahead => appeal.Calendar.IsWorked(today.AddDays(ahead)));
        return last == today ? "due today" : left == 0 ? $"due on {wording.Day(last)}" : $"{wording.Count(left, "working day")} left, to {wording.Day(last)}";
    }

    /// <summary>Whose it is and what it waits for, to somebody in whose queue it stands.</summary>
    public static string Standing(Appeal appeal, QueueShare share)
    {
        var whose = share switch
        {
            QueueShare.Free => "free",
            QueueShare.Second => "needs a second reviewer",
            _ when appeal.State == AppealState.NeedsInfo => "yours, waits for the person's answer",
            _ when appeal.Proposed is not null => "yours, waits for a second reviewer",
            _ => "yours",
        };
        return appeal.Level == 2 ? $"{whose}, second level" : whose;
    }
}
