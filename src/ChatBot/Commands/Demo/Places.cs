using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>An office: where, in which zone, which days of the week are worked there, how many of a hundred people sit in it.</summary>
internal sealed record Office(string Name, string Country, string TimeZone, WorkingDays Week, int Weight);

/// <summary>The offices, the lines of business and the holidays of the organisation.</summary>
internal static class Places
{
    private static readonly WorkingDays SundayToThursday = new(0b1001111);

    /// <summary>The offices that people are spread over.</summary>
    public static IReadOnlyList<Office> Offices { get; } =
    [
        new("Bengaluru", "IN", "Asia/Kolkata", WorkingDays.MondayToFriday, 20),
        new("Berlin", "DE", "Europe/Berlin", WorkingDays.MondayToFriday, 13),
        new("Austin", "US", "America/Chicago", WorkingDays.MondayToFriday, 12),
        new("Hyderabad", "IN", "Asia/Kolkata", WorkingDays.MondayToFriday, 8),
        new("Kraków", "PL", "Europe/Warsaw", WorkingDays.MondayToFriday, 9),
        new("Seattle", "US", "America/Los_Angeles", WorkingDays.MondayToFriday, 8),
        new("Toronto", "CA", "America/Toronto", WorkingDays.MondayToFriday, 6),
        new("São Paulo", "BR", "America/Sao_Paulo", WorkingDays.MondayToFriday, 6),
        new("Tokyo", "JP", "Asia/Tokyo", WorkingDays.MondayToFriday, 5),
        new("Sydney", "AU", "Australia/Sydney", WorkingDays.MondayToFriday, 4),
        new("Göteborg", "SE", "Europe/Stockholm", WorkingDays.MondayToFriday, 4),
        new("Cairo", "EG", "Africa/Cairo", SundayToThursday, 3),
        new("Nairobi", "KE", "Africa/Nairobi", WorkingDays.MondayToFriday, 2),
    ];

    /// <summary>The office that sat behind a proxy for a while.</summary>
    public static Office BehindProxy { get; } = new("Porto", "PT", "Europe/Lisbon", WorkingDays.MondayToFriday, 0);

    /// <summary>The line of business whose network lets nothing out.</summary>
    public const string SealedArea = "Secure Systems";

    /// <summary>The other lines of business, the largest first.</summary>
    public static IReadOnlyList<string> WorkAreas { get; } =
    [
        "Payments", "Retail Banking", "Cloud Platform", "Capital Markets", "Data & Analytics", "Mobile", "Insurance", "Risk", "Developer Experience", "Treasury",
        "Embedded Devices",
    ];

    // Public holidays with a fixed date; good enough for a made-up organisation.
    private static readonly Dictionary<string, (int Month, int Day, string Name)[]> Fixed = new(StringComparer.Ordinal)
    {
        ["AU"] = [(1, 1, "New Year's Day"), (1, 26, "Australia Day"), (4, 25, "Anzac Day"), (12, 25, "Christmas Day"), (12, 26, "Boxing Day")],
        ["BR"] = [(1, 1, "Confraternização"), (4, 21, "Tiradentes"), (5, 1, "Dia do Trabalho"), (9, 7, "Independência"), (10, 12, "Aparecida"), (11, 2, "Finados"), (12, 25, "Natal")],
        ["CA"] = [(1, 1, "New Year's Day"), (7, 1, "Canada Day"), (9, 30, "Truth and Reconciliation"), (12, 25, "Christmas Day"), (12, 26, "Boxing Day")],
        ["DE"] = [(1, 1, "Neujahr"), (5, 1, "Tag der Arbeit"), (10, 3, "Tag der Deutschen Einheit"), (12, 25, "1. Weihnachtstag"), (12, 26, "2. Weihnachtstag")],
        ["EG"] = [(1, 7, "Coptic Christmas"), (4, 25, "Sinai Liberation Day"), (5, 1, "Labour Day"), (7, 23, "Revolution Day"), (10, 6, "Armed Forces Day")],
        ["IN"] = [(1, 26, "Republic Day"), (8, 15, "Independence Day"), (10, 2, "Gandhi Jayanti"), (12, 25, "Christmas Day")],
        ["JP"] = [(1, 1, "元日"), (2, 11, "建国記念の日"), (2, 23, "天皇誕生日"), (4, 29, "昭和の日"), (5, 3, "憲法記念日"), (5, 4, "みどりの日"), (5, 5, "こどもの日"), (11, 3, "文化の日"), (11, 23, "勤労感謝の日")],
        ["KE"] = [(1, 1, "New Year's Day"), (5, 1, "Labour Day"), (6, 1, "Madaraka Day"), (10, 20, "Mashujaa Day"), (12, 12, "Jamhuri Day"), (12, 25, "Christmas Day")],
        ["PL"] = [(1, 1, "Nowy Rok"), (1, 6, "Trzech Króli"), (5, 1, "Święto Pracy"), (5, 3, "Święto Konstytucji"), (8, 15, "Wniebowzięcie"), (11, 1, "Wszystkich Świętych"), (11, 11, "Święto Niepodległości"), (12, 25, "Boże Narodzenie"), (12, 26, "Drugi dzień świąt")],
        ["PT"] = [(1, 1, "Ano Novo"), (4, 25, "Dia da Liberdade"), (5, 1, "Dia do Trabalhador"), (6, 10, "Dia de Portugal"), (10, 5, "Implantação da República"), (11, 1, "Todos os Santos"), (12, 1, "Restauração"), (12, 8, "Imaculada Conceição"), (12, 25, "Natal")],
        ["SE"] = [(1, 1, "Nyårsdagen"), (1, 6, "Trettondedag jul"), (5, 1, "Första maj"), (6, 6, "Nationaldagen"), (12, 25, "Juldagen"), (12, 26, "Annandag jul")],
        ["US"] = [(1, 1, "New Year's Day"), (6, 19, "Juneteenth"), (7, 4, "Independence Day"), (11, 11, "Veterans Day"), (12, 25, "Christmas Day")],
    };

    /// <summary>Whether the day is a holiday there.</summary>
    public static bool IsHoliday(string country, DateOnly day)
    {
        foreach (var (month, date, _) in Fixed[country])
        {
            if (day.Month == month && day.Day == date)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The holidays of all countries in the years, in order of country and day.</summary>
    public static IEnumerable<(string Country, DateOnly Day, string Name)> Holidays(int firstYear, int lastYear) =>
        from country in Fixed.Keys.Order(StringComparer.Ordinal)
        from year in Enumerable.Range(firstYear, lastYear - firstYear + 1)
        from holiday in Fixed[country]
        select (country, new DateOnly(year, holiday.Month, holiday.Day), holiday.Name);
}
