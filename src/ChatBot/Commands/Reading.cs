using System.CommandLine.Parsing;
using System.Globalization;

namespace ChatBot.Commands;

/// <summary>Reads values of the command line.</summary>
internal static class Reading
{
    /// <summary>Reads a value; false for a text that is none.</summary>
    public delegate bool TryRead<T>(string text, out T value);

    /// <summary>A parser that refuses what it cannot read with <c>{name} takes {what}, not {text}.</c></summary>
    public static Func<ArgumentResult, T?> Of<T>(string name, string what, TryRead<T> read)
        where T : struct => argument =>
    {
        var text = argument.Tokens[0].Value;
        if (read(text, out var value))
        {
            return value;
        }

        argument.AddError($"{name} takes {what}, not {text}.");
        return null;
    };

    /// <summary>A day as <c>2026-11-22</c>.</summary>
    public static bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
