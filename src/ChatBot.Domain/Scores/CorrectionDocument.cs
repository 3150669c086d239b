using System.Buffers;
using System.Text.Json;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>
/// Corrections as canonical JSON, in their order: <c>[{"from":"2026-10-05","kind":"exclude-days","to":"2026-10-09"},…]</c>. Keys in ordinal order, no white
/// space, an open end left away: the same bytes everywhere. Reading gives the corrections back exactly.
/// </summary>
public static class CorrectionDocument
{
    /// <summary>The document, UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<Correction> corrections)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            for (var i = 0; i < corrections.Count; i++)
            {
                json.WriteStartObject();
                foreach (var (name, value) in Members(corrections[i]).OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    if (value is int number)
                    {
                        json.WriteNumber(name, number);
                    }
                    else if (value is string text)
                    {
                        json.WriteString(name, text);
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The corrections of a document.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    /// <exception cref="FormatException">They are, and of no corrections.</exception>
    public static IReadOnlyList<Correction> Read(ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document);
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return [.. json.RootElement.EnumerateArray().Select(One)];
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The document is JSON, but of no corrections.", wrong);
        }
    }

    private static IEnumerable<(string Name, object? Value)> Members(Correction correction) => correction switch
    {
        Correction.ExcludeDays exclude => [("kind", "exclude-days"), .. Ends(exclude.Span)],
        Correction.CreditDays credit => [("kind", "credit-days"), .. Ends(credit.Span), ("tool", credit.Tool.Id), ("level", credit.Level)],
        Correction.RemapAccount remap => [("kind", "remap-account"), ("account", remap.Account), ("owner", remap.Owner?.ToString("D"))],
        Correction.ChangeWorkArea area => [("kind", "change-work-area"), .. Ends(area.Span), ("work_area", area.WorkArea)],
        Correction.ChangeWorkingPattern pattern => [("kind", "change-working-pattern"), .. Ends(pattern.Span), ("days", pattern.Pattern.ToString())],
        Correction.ExemptUntil exempt => [("kind", "exempt-until"), ("last", SheetDays.Text(exempt.Last))],
        _ => throw new InvalidOperationException($"A correction of a kind without a form: {correction}."),
    };

    private static IEnumerable<(string Name, object? Value)> Ends(DateSpan span) => [("from", SheetDays.Text(span.From)), ("to", span.To is { } to ? SheetDays.Text(to) : null)];

    private static Correction One(JsonElement json) => json.GetProperty("kind").GetString() switch
    {
        "exclude-days" => new Correction.ExcludeDays(Span(json)),
        "credit-days" => new Correction.CreditDays(Span(json), new Tool(Text(json, "tool")), Text(json, "level")),
        "remap-account" => new Correction.RemapAccount(json.GetProperty("account").GetInt32(), json.TryGetProperty("owner", out var owner) ? owner.GetGuid() : null),
        "change-work-area" => new Correction.ChangeWorkArea(Text(json, "work_area"), Span(json)),
        "change-working-pattern" when WorkingDays.TryParse(Text(json, "days"), out var days) => new Correction.ChangeWorkingPattern(days, Span(json)),
        "exempt-until" => new Correction.ExemptUntil(SheetDays.Date(json.GetProperty("last"))),
        var kind => throw new FormatException($"There is no correction '{kind}' of this form."),
    };

    private static DateSpan Span(JsonElement json) => new(SheetDays.Date(json.GetProperty("from")), json.TryGetProperty("to", out var to) ? SheetDays.Date(to) : null);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"The member '{name}' is null.");
}
