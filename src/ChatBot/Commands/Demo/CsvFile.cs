using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChatBot.Commands.Demo;

/// <summary>A CSV file (RFC 4180 quoting, UTF-8, line feeds) being written.</summary>
internal sealed class CsvFile(string path) : IDisposable
{
    private static readonly SearchValues<char> ToQuote = SearchValues.Create(",\"\r\n");

    private readonly StreamWriter writer = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    /// <summary>One row; null is an empty field.</summary>
    public void Write(params ReadOnlySpan<string?> fields)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (index > 0)
            {
                writer.Write(',');
            }

            var field = fields[index] ?? string.Empty;
            writer.Write(field.AsSpan().ContainsAny(ToQuote) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field);
        }

        writer.WriteLine();
    }

    /// <summary>A day as ISO 8601 writes it; null is an empty field.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();
}
