using Xunit.Abstractions;

namespace ChatBot.Cards.Tests.Templating;

/// <summary>Recorded answers of the official JavaScript engine: ours gives the same or refuses, never something else.</summary>
public sealed class VectorTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Vectors");

    [Theory]
    [MemberData(nameof(Files))]
    public void Recorded_answers_of_the_official_engine_are_ours_too(string file)
    {
        var (_, refused) = Run(Path.Combine(Folder, file));
        var unexpected = refused.Where(r => !r.StartsWith("refused ", StringComparison.Ordinal)).ToList();
        Assert.True(unexpected.Count == 0, "These are within the language, but were refused:\n" + string.Join('\n', unexpected));
    }

    [Fact]
    public void A_file_of_vectors_named_by_TEMPLATING_VECTORS_has_none_different()
    {
        if (Environment.GetEnvironmentVariable("TEMPLATING_VECTORS") is { Length: > 0 } file)
        {
            var (same, refused) = Run(file);
            Assert.True(same >= 120, $"Only {same} are the same.");
            output.WriteLine("refused:\n" + string.Join('\n', refused));
        }
    }

    private (int Same, List<string> Refused) Run(string file)
    {
        var results = Vector.Read(file).Select(v => (Vector: v, Result: v.Run())).ToList();
        var different = results.Where(r => r.Result.Outcome == Outcome.Different).Select(r => $"{r.Vector.Name}: {r.Result.Detail}").ToList();
        var same = results.Count(r => r.Result.Outcome == Outcome.Same);
        var refused = results.Where(r => r.Result.Outcome == Outcome.Refused).Select(r => $"{r.Vector.Name}: {r.Result.Detail}").ToList();
        output.WriteLine($"{Path.GetFileName(file)}: {same} same, {refused.Count} refused, {different.Count} different.");
        Assert.True(different.Count == 0, string.Join('\n', different));
        return (same, refused);
    }
}
