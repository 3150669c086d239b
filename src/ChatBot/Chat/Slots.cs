using System.Collections.Frozen;
using System.Globalization;

namespace ChatBot.Chat;

/// <summary>What some words of a sentence name.</summary>
/// <param name="Kind">The word that stands for it when sentences are compared.</param>
/// <param name="From">The first of its words.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Day">A day of the week.</param>
/// <param name="Time">A time of day.</param>
/// <param name="Days">A span in days.</param>
/// <param name="Months">A span in months.</param>
/// <param name="Date">A day of a month; the year is 0 where none was said.</param>
internal sealed record Slot(
    string Kind, int From, int Words, DayOfWeek? Day = null, TimeOnly? Time = null, int Days = 0, int Months = 0, (int Year, int Month, int Day)? Date = null);

/// <summary>
/// Finds days of the week, times, spans and dates among words, so that one phrase (<c>digest wednesday 9:00</c>) stands for any day and time.
/// </summary>
internal static class Slots
{
    public const string Day = "{day}";
    public const string Time = "{time}";
    public const string Span = "{span}";
    public const string Date = "{date}";

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly FrozenDictionary<string, DayOfWeek> DayNames = Enum.GetValues<DayOfWeek>()
        .SelectMany(day => Names(day.ToString().ToLowerInvariant()).Select(name => (name, day)))
        .Concat([("tues", DayOfWeek.Tuesday), ("weds", DayOfWeek.Wednesday), ("thur", DayOfWeek.Thursday), ("thurs", DayOfWeek.Thursday)])
        .ToFrozenDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal);

    /// <summary>The words by which days are named, for the correction of typing errors.</summary>
    public static IEnumerable<string> Vocabulary => DayNames.Keys.Where(name => name.Length > 5);

    /// <summary>What the words name, in order.</summary>
    public static IReadOnlyList<Slot> In(IReadOnlyList<string> words)
    {
        var found = new List<Slot>();
        for (var at = 0; at < words.Count;)
        {
            var slot = DateAt(words, at) ?? SpanAt(words, at) ?? TimeAt(words, at) ?? DayAt(words, at);
            at += slot?.Words ?? 1;
            if (slot is not null)
            {
                found.Add(slot);
            }
        }

        return found;
    }

    /// <summary>The words with each slot as one word that stands for it.</summary>
    public static IReadOnlyList<string> Fold(IReadOnlyList<string> words)
    {
        var slots = In(words);
        if (slots.Count == 0)
        {
            return words;
        }

        var folded = new List<string>(words.Count);
        for (var (at, next) = (0, 0); at < words.Count;)
        {
            var slot = next < slots.Count && slots[next].From == at ? slots[next++] : null;
            folded.Add(slot?.Kind ?? words[at]);
            at += slot?.Words ?? 1;
        }

        return folded;
    }

    private static IEnumerable<string> Names(string day) => [day, day + "s", day[..3]];

    private static Slot? DayAt(IReadOnlyList<string> words, int at) => DayNames.TryGetValue(words[at], out var day) ? new Slot(Day, at, 1, Day: day) : null;

    /// <summary><c>3 dec</c>, <c>dec 3rd</c>, either with a year behind, and <c>2026-12-03</c>.</summary>
    private static Slot? DateAt(IReadOnlyList<string> words, int at)
    {
        var (first, second, third) = (words[at], Word(words, at + 1), Word(words, at + 2));
        if (first.Length == 4 && Number(first) is { } year && second.Length == 2 && third.Length == 2 && Number(second) is { } of && Number(third) is { } on)
        {
            return Made(year, of, on, 3);
        }

        var (month, day) = Month(second) is > 0 and var behind ? (behind, Ordinal(first)) : (Month(first), Ordinal(second));
        return month == 0 || day is null ? null
            : third.Length == 4 && Number(third) is > 2000 and var named ? Made(named, month, day.Value, 3)
            : Made(0, month, day.Value, 2);

        Slot? Made(int y, int m, int d, int count) =>
            m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y == 0 ? 2024 : y, m) ? new Slot(Date, at, count, Date: (y, m, d)) : null;
    }

    /// <summary><c>2 weeks</c>, <c>a month</c>, <c>ten days</c>.</summary>
    private static Slot? SpanAt(IReadOnlyList<string> words, int at)
    {
        var many = words[at] is "a" or "an" ? 1 : Array.IndexOf(Small, words[at]) is > 0 and var spelt ? spelt : Number(words[at]) ?? 0;
        return many is < 1 or > 365 ? null : Word(words, at + 1) switch
        {
            "day" or "days" => new Slot(Span, at, 2, Days: many),
            "week" or "weeks" or "wk" or "wks" => new Slot(Span, at, 2, Days: many * 7),
            "month" or "months" => new Slot(Span, at, 2, Months: many),
            _ => null,
        };
    }

    /// <summary><c>9:00</c>, <c>2pm</c>, <c>2:30 pm</c>, <c>noon</c>, <c>at 9</c>. An hour up to 5 in one digit, without am or pm, is one of the afternoon.</summary>
    private static Slot? TimeAt(IReadOnlyList<string> words, int at)
    {
        if (words[at] is "noon" or "midday")
        {
            return new Slot(Time, at, 1, Time: new TimeOnly(12, 0));
        }

        var (hourText, half) = Half(words[at]);
        if (Number(hourText) is not { } hour || hourText.Length > 2)
        {
            return null;
        }

        var count = 1;
        var minute = 0;
        if (half is null)
        {
            var (minuteText, behind) = Half(Word(words, at + 1));
            if (minuteText.Length == 2 && Number(minuteText) is < 60 and var said)
            {
                (minute, half, count) = (said, behind, 2);
            }
            else if (at == 0 && Word(words, at + 1) is not ("am" or "pm"))
            {
                return null;
            }

            if (half is null && Word(words, at + count) is "am" or "pm")
            {
                half = words[at + count++];
            }
        }

        hour = half switch
        {
            "am" => hour is >= 1 and <= 12 ? hour % 12 : 24,
            "pm" => hour is >= 1 and <= 12 ? (hour % 12) + 12 : 24,
            _ => hour is >= 1 and <= 5 && hourText.Length == 1 ? hour + 12 : hour,
        };
        return hour < 24 ? new Slot(Time, at, count, Time: new TimeOnly(hour, minute)) : null;
    }

    /// <summary><c>9am</c> as <c>9</c> and <c>am</c>.</summary>
    private static (string Digits, string? Half) Half(string word) =>
        word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal) ? (word[..^2], word[^2..]) : (word, null);

    private static int Month(string word) => word.Length < 3 ? 0 : Array.FindIndex(Months, month => month.StartsWith(word, StringComparison.Ordinal)) + 1;

    /// <summary><c>3</c>, <c>3rd</c>.</summary>
    private static int? Ordinal(string word) => Number(word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word);

    private static string Word(IReadOnlyList<string> words, int at) => at < words.Count ? words[at] : string.Empty;

    private static int? Number(string text) =>
        text.Length is > 0 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
