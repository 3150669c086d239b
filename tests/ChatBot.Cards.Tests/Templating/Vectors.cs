using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards;

namespace ChatBot.Cards.Tests.Templating;

/// <summary>What ours did with a case that the official engine was given too.</summary>
public enum Outcome
{
    Same,
    Refused,
    Different,
}

/// <summary>One recorded case: a template, its data, and what the official engine gave (or that it threw).</summary>
public sealed record Vector(string Name, JsonElement Template, JsonElement Data, JsonElement? Expected, bool Throws)
{
    private static readonly JsonElement Null = JsonDocument.Parse("null").RootElement;

    public static IReadOnlyList<Vector> Read(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        var datasets = root.TryGetProperty("datasets", out var sets) ? sets : default;
        return [.. root.GetProperty("cases").EnumerateArray().Select(c => new Vector(
            c.GetProperty("name").GetString()!,
            c.GetProperty("template"),
            c.TryGetProperty("dataRef", out var name) ? datasets.GetProperty(name.GetString()!) : c.TryGetProperty("data", out var data) ? data : Null,
            c.TryGetProperty("expected", out var expected) ? expected : null,
            c.TryGetProperty("throws", out _)))];
    }

    /// <summary>Runs ours: the same answer, or a refusal; a throw of the official engine is matched by a refusal.</summary>
    public (Outcome Outcome, string Detail) Run()
    {
        JsonNode? ours;
        try
        {
            ours = CardTemplate.Compile("case.json", Template.GetRawText()).ExpandNode(Data);
        }
        catch (CardTemplateException e)
        {
            return (Throws ? Outcome.Same : Outcome.Refused, e.Message);
        }

        if (Throws)
        {
            return (Outcome.Different, $"official: throws, ours: {ours?.ToJsonString() ?? "null"}");
        }

        var same = Same(JsonSerializer.SerializeToElement(ours), Expected ?? Null);
        return (same ? Outcome.Same : Outcome.Different, $"official: {Expected?.GetRawText() ?? "undefined"}, ours: {ours?.ToJsonString() ?? "null"}");
    }

    /// <summary>Equal JSON: numbers by value, members in any order.</summary>
    public static bool Same(JsonElement a, JsonElement b) => a.ValueKind == b.ValueKind && a.ValueKind switch
    {
        JsonValueKind.Number => a.GetDouble().Equals(b.GetDouble()),
        JsonValueKind.String => a.GetString() == b.GetString(),
        JsonValueKind.Array => a.GetArrayLength() == b.GetArrayLength() && a.EnumerateArray().Zip(b.EnumerateArray()).All(p => Same(p.First, p.Second)),
        JsonValueKind.Object => a.EnumerateObject().Count() == b.EnumerateObject().Count()
            && a.EnumerateObject().All(p => b.TryGetProperty(p.Name, out var other) && Same(p.Value, other)),
        _ => true,
    };
}
