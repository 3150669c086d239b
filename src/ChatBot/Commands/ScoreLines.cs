using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Features.Scores;

namespace ChatBot.Commands;

/// <summary>One JSON line per person, sorted by e-mail, exact to four decimals.</summary>
internal sealed class ScoreLines
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Line> lines = [];

    public void Add(ScoredPerson person) => lines.Add(new Line(
        person.Inputs.Person.Email,
        person.Verdict.Kind.ToString(),
        person.Verdict.Reason?.Name,
        Math.Round(person.Sheet.Score, 4),
        Math.Round(person.Sheet.Rate, 4),
        person.Sheet.EligibleDays,
        person.Sheet.Borderline));

    public Task Write(string path, CancellationToken cancel) => File.WriteAllLinesAsync(
        path, lines.OrderBy(x => x.Email, StringComparer.Ordinal).Select(x => JsonSerializer.Serialize(x, Options)), cancel);

    private sealed record Line(
        [property: JsonPropertyName("email")] string Email,
        [property: JsonPropertyName("verdict")] string Verdict,
        [property: JsonPropertyName("reason")] string? Reason,
        [property: JsonPropertyName("score")] decimal Score,
        [property: JsonPropertyName("rate")] decimal Rate,
        [property: JsonPropertyName("eligible_days")] int EligibleDays,
        [property: JsonPropertyName("borderline")] bool Borderline);
}
