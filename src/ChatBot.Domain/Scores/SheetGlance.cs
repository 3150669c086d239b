using System.Text.Json;
using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Scores;

/// <summary>
/// What a sheet's document says of some days, read without making the sheet: whether each counted, and nothing of tools and signals. For who looks at
/// everybody's.
/// </summary>
public static class SheetGlance
{
    /// <summary>The days of the document between two, both inclusive, each with why it was left out.</summary>
    /// <param name="document">A document of <see cref="SheetDocument"/>, UTF-8.</param>
    /// <param name="quarter">Its quarter.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static IReadOnlyList<(DateOnly Day, LeftOut LeftOut)> Days(ReadOnlySpan<byte> document, Quarter quarter, DateOnly from, DateOnly to)
    {
        var json = new Utf8JsonReader(document);
        var found = new List<(DateOnly, LeftOut)>();
        var next = quarter.First;
        if (!FindDays(ref json))
        {
            return found;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray && next <= to)
        {
            var (first, count, leftOut) = json.TokenType == JsonTokenType.StartObject ? Run(ref json, next) : Plain(ref json, next);
            next = first.AddDays(count);
            for (var day = first < from ? from : first; day < next && day <= to; day = day.AddDays(1))
            {
                found.Add((day, leftOut));
            }
        }

        return found;
    }

    private static bool FindDays(ref Utf8JsonReader json)
    {
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isDays = json.ValueTextEquals("days"u8);
            json.Read();
            if (isDays)
            {
                return json.TokenType == JsonTokenType.StartArray;
            }

            json.Skip();
        }

        return false;
    }

    /// <summary>A single day that counts is only its tools.</summary>
    private static (DateOnly First, int Count, LeftOut LeftOut) Plain(ref Utf8JsonReader json, DateOnly day)
    {
        json.Skip();
        return (day, 1, LeftOut.No);
    }

    private static (DateOnly First, int Count, LeftOut LeftOut) Run(ref Utf8JsonReader json, DateOnly first)
    {
        var (count, leftOut) = (1, LeftOut.No);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueTextEquals("d"u8) ? 'd' : json.ValueTextEquals("n"u8) ? 'n' : json.ValueTextEquals("o"u8) ? 'o' : ' ';
            json.Read();
            switch (name)
            {
                case 'd':
                    first = DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case 'n':
                    count = json.GetInt32();
                    break;
                case 'o':
                    leftOut = (LeftOut)json.GetInt32();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return (first, count, leftOut);
    }
}
