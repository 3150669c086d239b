using System.Globalization;
using ChatBot.Chat;

namespace ChatBot.Features.Scores;

/// <summary>The week that a button or a sentence names.</summary>
internal static class NamedWeek
{
    /// <summary>
    /// Its Monday, from a button (<c>2026-11-16</c>) or from <c>this week</c>, <c>last week</c>, <c>week 46</c>, <c>W46</c>, <c>16 Nov</c> or <c>week 16 Nov</c>; null for none.
    /// </summary>
    public static DateOnly? In(Turn turn, DateOnly today)
    {
        if (turn.Inputs.TryGetValue("week", out var pressed))
        {
            return DateOnly.TryParseExact(pressed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Weeks.Monday(day) : null;
        }

        var words = TypedWords.Of(turn.Text).Select(word => word.Text).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1] : string.Empty;
            if (words[i] == "this" && next == "week")
            {
                return Weeks.Monday(today);
            }

            if (words[i] is "last" or "previous" && next == "week")
            {
                return Weeks.Monday(today).AddDays(-7);
            }

            if (words[i] is "week" && i + 2 < words.Count && OfMonth(next, words[i + 2], today) is { } within)
            {
                return Weeks.Monday(within);
            }

            if (Number(words[i] is "week" ? next : words[i] is ['w', .. var digits] ? digits : string.Empty) is >= 1 and <= 53 and var week)
            {
                return IsoWeek(today, week);
            }

            if (OfMonth(words[i], next, today) is { } named)
            {
                return Weeks.Monday(named);
            }
        }

        return null;
    }

    /// <summary>The latest week of that number that has begun.</summary>
    private static DateOnly IsoWeek(DateOnly today, int week)
    {
        var year = ISOWeek.GetYear(today.ToDateTime(TimeOnly.MinValue));
        return week <= ISOWeek.GetWeekOfYear(today.ToDateTime(TimeOnly.MinValue)) ? Monday(year) : Monday(year - 1);

        DateOnly Monday(int of) => DateOnly.FromDateTime(ISOWeek.ToDateTime(of, Math.Min(week, ISOWeek.GetWeeksInYear(of)), DayOfWeek.Monday));
    }

    /// <summary><c>16 nov</c> or <c>nov 16</c>, the latest one that has been.</summary>
    private static DateOnly? OfMonth(string left, string right, DateOnly today)
    {
        var (number, name) = Number(left) is { } first ? (first, right) : (Number(right) ?? 0, left);
        var month = name.Length >= 3 ? Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, one => one.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1 : 0;
        if (month is < 1 or > 12 || number < 1)
        {
            return null;
        }

        var year = month > today.Month ? today.Year - 1 : today.Year;
        return number <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, number) : null;
    }

    private static int? Number(string text) =>
        text.Length is > 0 and <= 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
