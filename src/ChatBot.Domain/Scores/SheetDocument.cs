using System.Buffers;
using System.Text.Json;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>
/// A sheet as canonical JSON: keys in ordinal order, no white space, invariant numbers, the same bytes everywhere. Reading gives the sheet back exactly.
/// </summary>
/// <remarks>
/// <para>
/// <c>days</c> holds runs of equal days: <c>d</c> the first day (only where it does not follow the one before), <c>n</c> how many (1 where absent),
/// <c>o</c> why left out (its number), <c>r</c> place of its reason in <c>reasons</c>, <c>t</c> the tools; <c>l</c> lines, <c>p</c> points and <c>u</c> use
/// where they do not follow from the tools. A single day that counts is only its tools, and where that is the first tool, seen with use, only its signals.
/// </para>
/// <para>
/// A tool is <c>[place in tools, state × 2 + use, signals…]</c>, with the place of its reason after the state where it is not measurable. The signals
/// are in the order of <see cref="Signal"/>, null is not measured, trailing ones left away. <c>weights</c> is <c>[signal, weight, cap]</c>, as far as the lines tell.
/// </para>
/// </remarks>
public static class SheetDocument
{
    /// <summary>The document, UTF-8.</summary>
    public static byte[] Write(ScoreSheet sheet)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(sheet, json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The sheet of a document.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    /// <exception cref="FormatException">They are, and of no sheet.</exception>
    public static ScoreSheet Read(ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document);
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(json.RootElement);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or ArgumentException)
        {
            throw new FormatException("The document is JSON, but of no sheet.", wrong);
        }
    }

    private static void Write(ScoreSheet sheet, Utf8JsonWriter json)
    {
        var days = new SheetDays(sheet.Days);
        json.WriteStartObject();
        json.WriteNumber("active", sheet.ActiveDays);
        json.WriteString("as_of", SheetDays.Text(sheet.AsOf));
        if (sheet.Borderline)
        {
            json.WriteBoolean("borderline", value: true);
        }

        days.Write(json, sheet.Quarter.First);
        json.WriteNumber("eligible", sheet.EligibleDays);
        if (sheet.LastUse is { } last)
        {
            json.WriteString("last_use", SheetDays.Text(last));
        }

        json.WriteNumber("points", sheet.Points);
        json.WriteString("quarter", sheet.Quarter.ToString());
        if (sheet.Reason is { } reason)
        {
            json.WriteString("reason", reason.Name);
        }

        days.WriteTables(json, sheet.Rubric);
        json.WriteString("verdict", sheet.Verdict.ToString());
        days.WriteWeights(json);
        json.WriteEndObject();
    }

    private static ScoreSheet Read(JsonElement root)
    {
        if (!Calendar.Quarter.TryParse(root.GetProperty("quarter").GetString(), out var quarter))
        {
            throw new FormatException("The document names no quarter.");
        }

        return new ScoreSheet
        {
            Quarter = quarter,
            AsOf = SheetDays.Date(root.GetProperty("as_of")),
            Rubric = root.GetProperty("rubric").GetString()!,
            Verdict = Enum.Parse<SheetVerdict>(root.GetProperty("verdict").GetString()!),
            Reason = root.TryGetProperty("reason", out var reason) ? new Reason(reason.GetString()!) : null,
            Borderline = root.TryGetProperty("borderline", out var borderline) && borderline.GetBoolean(),
            Points = root.GetProperty("points").GetInt32(),
            EligibleDays = root.GetProperty("eligible").GetInt32(),
            ActiveDays = root.GetProperty("active").GetInt32(),
            LastUse = root.TryGetProperty("last_use", out var last) ? SheetDays.Date(last) : null,
            Days = new SheetDaysReader(root).Read(quarter.First),
        };
    }
}
