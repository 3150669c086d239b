using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Chat;

/// <summary>
/// Puts numbers, dates, plurals and the domain's names into words. The one place where a culture plays a part; the machine's own never does.
/// </summary>
/// <param name="words">The words.</param>
/// <param name="culture">The reader's culture. English only for now.</param>
internal sealed class Wording(Words words, CultureInfo culture)
{
    private static readonly CultureInfo EnglishCulture = MakeEnglish();

    /// <summary>Wording in English, days before months.</summary>
    public static Wording English(Words words) => new(words, EnglishCulture);

    /// <summary>The words as such.</summary>
    public Words Words => words;

    /// <summary>A score or a threshold with one decimal: <c>18.4</c>.</summary>
    public string Score(decimal score) => decimal.Round(score, 1, MidpointRounding.AwayFromZero).ToString("0.0", culture);

    /// <summary>A share of 1 in whole per cent: <c>71%</c>.</summary>
    public string Percent(decimal share) => (decimal.Round(share * 100, 0, MidpointRounding.AwayFromZero) / 100).ToString("P0", culture);

    /// <summary>A whole number: <c>1,234</c>.</summary>
    public string Number(int number) => number.ToString("N0", culture);

    /// <summary>A day of the current year: <c>Tue 17 Nov</c>.</summary>
    public string Day(DateOnly day) => day.ToString("ddd d MMM", culture);

    /// <summary>A day, with its year where that is not the year of <paramref name="today"/>: <c>Tue 29 Sep 2025</c>.</summary>
    public string Day(DateOnly day, DateOnly today) => day.Year == today.Year ? Day(day) : day.ToString("ddd d MMM yyyy", culture);

    /// <summary>A day of the week: <c>Tuesday</c>.</summary>
    public string Weekday(DayOfWeek day) => culture.DateTimeFormat.GetDayName(day);

    /// <summary>A time of day: <c>11:00</c>.</summary>
    public string Time(TimeOnly time) => time.ToString("HH:mm", culture);

    /// <summary>A span of days: <c>16–22 Nov</c>, <c>28 Sep–4 Oct</c>.</summary>
    public string Span(DateOnly from, DateOnly to) =>
        from == to ? from.ToString("d MMM", culture)
        : from.Month == to.Month && from.Year == to.Year ? $"{from.ToString("%d", culture)}–{to.ToString("d MMM", culture)}"
        : $"{from.ToString("d MMM", culture)}–{to.ToString("d MMM", culture)}";

    /// <summary>A quarter: <c>Q4 2026</c>.</summary>
    public string Quarter(Quarter quarter) => string.Create(culture, $"Q{quarter.Number} {quarter.Year:0000}");

    /// <summary>How many of a thing that <see cref="Words.Plurals"/> names: <c>1 day</c>, <c>3 days</c>.</summary>
    public string Count(int count, string thing) => $"{Number(count)} {Of(count, words.Plurals[thing])}";

    /// <summary>How many of a signal: <c>14 prompts</c>.</summary>
    public string Count(int count, Signal signal) => $"{Number(count)} {Of(count, words.Signals[signal.ToString()])}";

    /// <summary>A signal by its name: <c>prompts</c>.</summary>
    public string Name(Signal signal) => words.Signals[signal.ToString()].Many;

    /// <summary>A verdict: <c>heavy</c>, <c>no use seen</c>.</summary>
    public string Name(VerdictKind verdict) => words.Verdicts[verdict.ToString()];

    /// <summary>Why a day does not count.</summary>
    public string Name(LeftOut leftOut) => words.LeftOut[leftOut.ToString()];

    /// <summary>A tool's name; of one without a word its id, as long as that is one.</summary>
    public string Name(Tool tool) =>
        words.Tools.TryGetValue(tool.Id, out var name) ? name
        : tool.Id is { Length: > 0 and <= 40 } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? id
        : words.OtherTool;

    /// <summary>How a reason is told; a declared one has its own text beside, as supplied.</summary>
    public ReasonWords Of(Reason reason) => words.Reasons.GetValueOrDefault(reason.Name, words.DeclaredReason);

    /// <summary>The first letter as a capital, for a sentence that begins with a name of ours.</summary>
    public string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], culture) + text[1..];

    private static string Of(int count, Plural plural) => count == 1 ? plural.One : plural.Many;

    /// <summary>Fixed names of days and months: what a machine's data files say of en-GB differs ("Sept").</summary>
    private static CultureInfo MakeEnglish()
    {
        var english = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        english.NumberFormat.PercentPositivePattern = 1;
        english.NumberFormat.PercentNegativePattern = 1;
        return CultureInfo.ReadOnly(english);
    }
}
