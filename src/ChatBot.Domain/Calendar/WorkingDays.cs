namespace ChatBot.Domain.Calendar;

/// <summary>A person's working pattern: which days of the week they work. Bit 0 is Monday, bit 6 Sunday.</summary>
public readonly record struct WorkingDays(byte Mask)
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Monday to Friday, the pattern of who names none.</summary>
    public static WorkingDays MondayToFriday { get; } = new(0b0011111);

    /// <summary>Whether the day of the week is worked.</summary>
    public bool Contains(DayOfWeek day) => (Mask >> (((int)day + 6) % 7) & 1) == 1;

    /// <summary>Reads <c>Mon-Fri</c>, <c>Mon;Tue;Thu</c> or a mix of both; false when a name is unknown or no day is left.</summary>
    public static bool TryParse(string? text, out WorkingDays days)
    {
        days = default;
        var mask = 0;
        foreach (var part in (text ?? string.Empty).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            var from = IndexOf(ends[0]);
            var to = IndexOf(ends[^1]);
            if (ends.Length > 2 || from < 0 || to < 0)
            {
                return false;
            }

            for (var day = from; ; day = (day + 1) % 7)
            {
                mask |= 1 << day;
                if (day == to)
                {
                    break;
                }
            }
        }

        days = new WorkingDays((byte)mask);
        return mask != 0;
    }

    /// <summary>The days in order, as <c>Mon;Tue;Thu</c>; reads back as the same pattern.</summary>
    public override string ToString()
    {
        var mask = Mask;
        return string.Join(';', Names.Where((_, day) => (mask >> day & 1) == 1));
    }

    private static int IndexOf(string name) => Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
}
