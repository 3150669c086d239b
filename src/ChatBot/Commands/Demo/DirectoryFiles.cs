using System.Globalization;

namespace ChatBot.Commands.Demo;

/// <summary>Writes the files of the directory and of the operator: people, leave, holidays, gaps.</summary>
internal static class DirectoryFiles
{
    /// <summary><c>people.csv</c>, every column.</summary>
    public static void WritePeople(string path, Organisation organisation)
    {
        using var csv = new CsvFile(path);
        csv.Write(
            "email", "name", "entra_object_id", "slack_user_id", "github_login", "claude_email", "chatgpt_email", "manager_email", "work_area", "office", "country",
            "time_zone", "working_days", "start_date", "end_date", "roles");
        foreach (var member in organisation.Members)
        {
            var dice = Dice.Of(organisation.Order.Seed, member.Index, 0, 40);
            csv.Write(
                member.Email, member.Name, EntraId(ref dice), string.Create(CultureInfo.InvariantCulture, $"U0{member.Index:X8}"), member.ListedLogin,
                member.ClaudeEmail, dice.Chance(20) ? member.Email : null, member.Boss?.Email, member.WorkArea, member.Office.Name, member.Office.Country,
                member.Office.TimeZone, member.Week == Domain.Calendar.WorkingDays.MondayToFriday && dice.Chance(50) ? null : member.Week.ToString(),
                CsvFile.Day(member.Start), CsvFile.Day(member.End), member.Roles);
        }
    }

    /// <summary><c>leave.csv</c>.</summary>
    public static void WriteLeave(string path, Organisation organisation)
    {
        using var csv = new CsvFile(path);
        csv.Write("email", "from", "to");
        foreach (var member in organisation.Members)
        {
            foreach (var span in member.Leave)
            {
                csv.Write(member.Email, CsvFile.Day(span.From), CsvFile.Day(span.To));
            }
        }
    }

    /// <summary><c>holidays.csv</c>, for every year that a sheet can look at.</summary>
    public static void WriteHolidays(string path, Organisation organisation)
    {
        using var csv = new CsvFile(path);
        csv.Write("country", "date", "name");
        foreach (var (country, day, name) in Places.Holidays(organisation.Order.First.Year - 1, organisation.Order.Until.Year + 1))
        {
            csv.Write(country, CsvFile.Day(day), name);
        }
    }

    /// <summary><c>gaps.csv</c>.</summary>
    public static void WriteGaps(string path, Organisation organisation)
    {
        using var csv = new CsvFile(path);
        csv.Write("scope", "value", "tool", "from", "to", "reason");
        foreach (var gap in organisation.Gaps)
        {
            csv.Write(gap.Scope, gap.Value, gap.Tool, CsvFile.Day(gap.Span.From), CsvFile.Day(gap.Span.To), gap.Reason);
        }
    }

    /// <summary>Shaped as Entra's object ids are: a random GUID of version 4.</summary>
    private static string EntraId(ref Dice dice)
    {
        var (high, low) = (dice.Next(), dice.Next());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{high >> 32:x8}-{(high >> 16) & 0xFFFF:x4}-4{high & 0xFFF:x3}-{0x8000 | ((low >> 48) & 0x3FFF):x4}-{low & 0xFFFF_FFFF_FFFF:x12}");
    }
}
