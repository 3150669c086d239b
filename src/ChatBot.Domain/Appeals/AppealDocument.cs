using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>An appeal as JSON, UTF-8: what is stored. Reading gives the appeal back exactly; members that are null or empty are left away.</summary>
public static class AppealDocument
{
    /// <summary>The document.</summary>
    public static byte[] Write(Appeal appeal)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", appeal.Id);
            json.WriteString("person", appeal.Person);
            json.WriteString("quarter", appeal.Quarter.ToString());
            json.WriteNumber("ground", (int)appeal.Ground);
            json.WriteNumber("state", (int)appeal.State);
            Parts(json, appeal.Parts);
            Calendar(json, appeal.Calendar);
            Ids(json, "set_by", appeal.SetBy);
            Ids(json, "first_reviewers", appeal.FirstReviewers);
            if (appeal.Reviewer is { } reviewer)
            {
                json.WriteString("reviewer", reviewer);
            }

            Time(json, "filed_at", appeal.FiledAt);
            Time(json, "first_claimed_at", appeal.FirstClaimedAt);
            Time(json, "asked_at", appeal.AskedAt);
            Time(json, "escalated_at", appeal.EscalatedAt);
            Time(json, "ended_at", appeal.EndedAt);
            if (appeal.Proposed is { } proposed)
            {
                json.WritePropertyName("proposed");
                Write(json, proposed);
            }

            json.WriteStartArray("rulings");
            foreach (var ruling in appeal.Rulings)
            {
                Write(json, ruling);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The appeal of a document.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    /// <exception cref="FormatException">They are, and of no appeal.</exception>
    public static Appeal Read(ReadOnlySpan<byte> document)
    {
        var reader = new Utf8JsonReader(document);
        using var json = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(json.RootElement);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or TimeZoneNotFoundException)
        {
            throw new FormatException("The document is JSON, but of no appeal.", wrong);
        }
    }

    private static Appeal Read(JsonElement root) => new()
    {
        Id = root.GetProperty("id").GetGuid(),
        Person = root.GetProperty("person").GetGuid(),
        Quarter = Domain.Calendar.Quarter.TryParse(root.GetProperty("quarter").GetString(), out var quarter) ? quarter : throw new FormatException("The document names no quarter."),
        Ground = (Ground)root.GetProperty("ground").GetInt32(),
        State = (AppealState)root.GetProperty("state").GetInt32(),
        Parts = [.. root.GetProperty("parts").EnumerateArray().Select(part => new AppealPart(
            SheetDays.Date(part.GetProperty("from")),
            SheetDays.Date(part.GetProperty("to")),
            part.TryGetProperty("tool", out var tool) ? new Tool(tool.GetString()!) : null))],
        Calendar = Calendar(root.GetProperty("calendar")),
        SetBy = Ids(root, "set_by"),
        FirstReviewers = Ids(root, "first_reviewers"),
        Reviewer = root.TryGetProperty("reviewer", out var reviewer) ? reviewer.GetGuid() : null,
        FiledAt = Time(root, "filed_at")!.Value,
        FirstClaimedAt = Time(root, "first_claimed_at"),
        AskedAt = Time(root, "asked_at"),
        EscalatedAt = Time(root, "escalated_at"),
        EndedAt = Time(root, "ended_at"),
        Proposed = root.TryGetProperty("proposed", out var proposed) ? Ruling(proposed) : null,
        Rulings = [.. root.GetProperty("rulings").EnumerateArray().Select(Ruling)],
    };

    private static void Parts(Utf8JsonWriter json, IReadOnlyList<AppealPart> parts)
    {
        json.WriteStartArray("parts");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("from", SheetDays.Text(part.From));
            json.WriteString("to", SheetDays.Text(part.To));
            if (part.Tool is { } tool)
            {
                json.WriteString("tool", tool.Id);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Calendar(Utf8JsonWriter json, CaseCalendar calendar)
    {
        json.WriteStartObject("calendar");
        json.WriteString("country", calendar.Country);
        json.WriteString("zone", calendar.Zone.Id);
        json.WriteString("week", calendar.Week.ToString());
        json.WriteStartArray("holidays");
        foreach (var day in calendar.Holidays)
        {
            json.WriteStringValue(SheetDays.Text(day));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static CaseCalendar Calendar(JsonElement json) => new(
        json.GetProperty("country").GetString()!,
        TimeZoneInfo.FindSystemTimeZoneById(json.GetProperty("zone").GetString()!),
        WorkingDays.TryParse(json.GetProperty("week").GetString(), out var week) ? week : throw new FormatException("The document names no working week."),
        [.. json.GetProperty("holidays").EnumerateArray().Select(SheetDays.Date)]);

    private static void Write(Utf8JsonWriter json, Ruling ruling)
    {
        json.WriteStartObject();
        json.WriteNumber("level", ruling.Level);
        json.WriteString("reviewer", ruling.Reviewer);
        if (ruling.Second is { } second)
        {
            json.WriteString("second", second);
        }

        Time(json, "at", ruling.At);
        json.WriteString("rubric", ruling.Rubric);
        json.WriteStartArray("parts");
        foreach (var part in ruling.Parts)
        {
            json.WriteStartObject();
            json.WriteNumber("part", part.Part);
            json.WriteNumber("outcome", (int)part.Outcome);
            json.WriteString("reason", part.Reason);
            json.WritePropertyName("corrections");
            json.WriteRawValue(CorrectionDocument.Write(part.Corrections));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Ruling Ruling(JsonElement json) => new(
        json.GetProperty("level").GetInt32(),
        json.GetProperty("reviewer").GetGuid(),
        json.TryGetProperty("second", out var second) ? second.GetGuid() : null,
        Time(json, "at")!.Value,
        json.GetProperty("rubric").GetString()!,
        [.. json.GetProperty("parts").EnumerateArray().Select(part => new PartRuling(
            part.GetProperty("part").GetInt32(),
            (Outcome)part.GetProperty("outcome").GetInt32(),
            part.GetProperty("reason").GetString()!,
            CorrectionDocument.Read(JsonSerializer.SerializeToUtf8Bytes(part.GetProperty("corrections")))))]);

    private static void Ids(Utf8JsonWriter json, string name, IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<Guid> Ids(JsonElement json, string name) =>
        json.TryGetProperty(name, out var ids) ? [.. ids.EnumerateArray().Select(id => id.GetGuid())] : [];

    /// <summary>To the tick: the state machine compares them.</summary>
    private static void Time(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } at)
        {
            json.WriteString(name, at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    private static DateTimeOffset? Time(JsonElement json, string name) => json.TryGetProperty(name, out var time)
        ? DateTimeOffset.ParseExact(time.GetString()!, "O", CultureInfo.InvariantCulture)
        : null;
}
