using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Appeals;

/// <summary>What a sentence says of an appeal: the ground, a tool and days, as far as it names them. It only fills in a form.</summary>
/// <param name="Ground">The ground; null where none is named.</param>
/// <param name="Tool">The tool; null where none is named.</param>
/// <param name="Days">The days; null where none are named.</param>
internal readonly record struct SaidAppeal(Ground? Ground, Tool? Tool, DateSpan? Days)
{
    /// <summary>Telling words of each ground; the first ground that a sentence has one of. <c>+</c> joins words that must both be there.</summary>
    private static readonly (Ground Ground, string[] Words)[] Telling =
    [
        (Domain.Appeals.Ground.ToolsNotAllowed, ["allowed", "forbidden", "prohibited", "permitted", "confidential", "banned"]),
        (Domain.Appeals.Ground.NoLicence, ["licence", "license", "licences", "licenses", "seat", "installed", "installation", "install", "access"]),
        (Domain.Appeals.Ground.Leave, ["leave+on", "leave+was", "leave+my", "holiday", "holidays", "vacation", "sick", "parental", "maternity", "paternity", "sabbatical", "secondment", "seconded", "parttime", "part+time", "off+days", "off+was", "pto"]),
        (Domain.Appeals.Ground.WrongAccount, ["account", "accounts", "login", "identity", "username", "somebody", "someone", "person", "mine"]),
        (Domain.Appeals.Ground.WrongWorkArea, ["area", "team", "department", "business", "peers"]),
        (Domain.Appeals.Ground.Removal, ["remove", "list", "delete", "take+off"]),
        (Domain.Appeals.Ground.NotCaptured, ["cli", "terminal", "count", "counted", "captured", "tracked", "missed", "missing", "capture", "jetbrains", "vim", "web", "api"]),
    ];

    private static readonly (Tool Tool, string[] Words)[] Tools =
    [
        (Domain.Usage.Tool.Copilot, ["copilot"]),
        (Domain.Usage.Tool.ClaudeCode, ["claude"]),
        (Domain.Usage.Tool.ChatGpt, ["chatgpt", "codex"]),
    ];

    /// <summary>What a sentence says on a day.</summary>
    public static SaidAppeal Of(string text, DateOnly today)
    {
        var words = TypedWords.Of(text).Select(word => word.Text).ToList();
        var ground = Telling.Where(one => one.Words.Any(telling => telling.Split('+').All(words.Contains))).Select(one => (Ground?)one.Ground).FirstOrDefault();
        var tool = Tools.Where(one => one.Words.Any(words.Contains)).Select(one => (Tool?)one.Tool).FirstOrDefault();
        return new SaidAppeal(ground, tool, DaysIn(words, today));
    }

    private static DateSpan? DaysIn(List<string> words, DateOnly today)
    {
        var week = Week.Of(today);
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at] is "last" or "previous" && words[at + 1] == "week")
            {
                return new DateSpan(week.Previous.First, week.Previous.Last);
            }

            if (words[at] == "this" && words[at + 1] == "week")
            {
                return new DateSpan(week.First, today);
            }
        }

        if (words.Contains("yesterday"))
        {
            return new DateSpan(today.AddDays(-1), today.AddDays(-1));
        }

        var slots = Slots.In(words);
        var days = slots.Select(slot => DayOf(slot, today)).OfType<DateOnly>().Order().ToList();
        return days.Count > 0 ? new DateSpan(days[0], days[^1])
            : slots.FirstOrDefault(slot => slot.Kind == Slots.Span) is { } span ? new DateSpan(today.AddMonths(-span.Months).AddDays(1 - span.Days), today)
            : null;
    }

    /// <summary>The latest such day that has been.</summary>
    private static DateOnly? DayOf(Slot slot, DateOnly today) => slot switch
    {
        { Date: { Year: > 0 } date } => new DateOnly(date.Year, date.Month, date.Day),
        { Date: { } date } => Enumerable.Range(0, 9).Select(back => today.Year - back).Where(year => date.Day <= DateTime.DaysInMonth(year, date.Month))
            .Select(year => new DateOnly(year, date.Month, date.Day)).First(day => day <= today),
        { Day: { } day } => today.AddDays(-(((int)today.DayOfWeek - (int)day + 7) % 7)),
        _ => null,
    };
}
