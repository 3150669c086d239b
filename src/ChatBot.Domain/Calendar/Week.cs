using System.Globalization;

namespace ChatBot.Domain.Calendar;

/// <summary>A week of ISO 8601, Monday to Sunday, written <c>2026-W47</c>. The year is the week's: 2027-01-01 lies in <c>2026-W53</c>.</summary>
public readonly record struct Week(int Year, int Number) : IComparable<Week>
{
    /// <summary>The Monday.</summary>
    public DateOnly First => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>The Sunday.</summary>
    public DateOnly Last => First.AddDays(6);

    /// <summary>The week after this one.</summary>
    public Week Next => Of(First.AddDays(7));

    /// <summary>The week before this one.</summary>
    public Week Previous => Of(First.AddDays(-7));

    /// <summary>The week that holds the day.</summary>
    public static Week Of(DateOnly day) => new(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));

    /// <summary>Reads <c>2026-W47</c>; false for anything else and for a week that the year does not have.</summary>
    public static bool TryParse(string? text, out Week week)
    {
        week = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] is not ('W' or 'w')
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9998
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        week = new Week(year, number);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(Week other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");

    /// <summary>Earlier than.</summary>
    public static bool operator <(Week left, Week right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(Week left, Week right) => left.CompareTo(right) > 0;

    /// <summary>Earlier than or the same.</summary>
    public static bool operator <=(Week left, Week right) => left.CompareTo(right) <= 0;

    /// <summary>Later than or the same.</summary>
    public static bool operator >=(Week left, Week right) => left.CompareTo(right) >= 0;
}
