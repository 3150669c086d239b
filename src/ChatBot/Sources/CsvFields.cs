using System.Globalization;

namespace ChatBot.Sources;

/// <summary>Reads the fields of a line and keeps the first thing that is wrong with them.</summary>
internal sealed class CsvFields(CsvLine line)
{
    /// <summary>The first problem, as a sentence; null when there is none.</summary>
    public string? Problem { get; private set; } = line.Problem;

    /// <summary>Notes a problem, unless there is one already.</summary>
    public void Refuse(string why) => Problem ??= why;

    /// <summary>A text that must be there.</summary>
    public string Required(string column)
    {
        var text = line.Fields[column];
        if (text.Length == 0)
        {
            Refuse($"{column} is empty.");
        }

        return text;
    }

    /// <summary>A text, or null where there is none.</summary>
    public string? Optional(string column) => line.Fields[column] is { Length: > 0 } text ? text : null;

    /// <summary>An e-mail address that must be there; lower-case.</summary>
    public string RequiredMail(string column) => Mail(column, Required(column)) ?? string.Empty;

    /// <summary>An e-mail address in lower-case, or null where there is none.</summary>
    public string? OptionalMail(string column) => Mail(column, line.Fields[column]);

    /// <summary>A day that must be there.</summary>
    public DateOnly RequiredDay(string column)
    {
        Required(column);
        return OptionalDay(column) ?? default;
    }

    /// <summary>A day, or null where there is none.</summary>
    public DateOnly? OptionalDay(string column)
    {
        var text = line.Fields[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200)
        {
            return day;
        }

        Refuse($"{column} \"{text}\" is no day like 2026-11-22.");
        return null;
    }

    /// <summary>An ISO country code of two letters, upper-case, or null where there is none.</summary>
    public string? Country(string column)
    {
        var text = line.Fields[column].ToUpperInvariant();
        if (text.Length > 0 && (text.Length != 2 || !text.All(char.IsAsciiLetterUpper)))
        {
            Refuse($"{column} \"{text}\" is no country code of two letters.");
        }

        return text.Length == 0 ? null : text;
    }

    private string? Mail(string column, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == text.Length - 1 || text.LastIndexOf('@') != at || text.Length > 320 || text.Any(x => char.IsWhiteSpace(x) || x is ',' or ';' or '<' or '>' or '"'))
        {
            Refuse($"{column} \"{text}\" is no e-mail address.");
        }

        return text.ToLowerInvariant();
    }
}
