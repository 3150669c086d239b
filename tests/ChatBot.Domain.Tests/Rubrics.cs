using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Tests;

/// <summary>The rubric that the service ships.</summary>
internal static class Rubrics
{
    public static string CurrentJson { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rubrics", "2026.1.json"));

    public static Rubric Current { get; } = Rubric.Read(CurrentJson).Rubric ?? throw new InvalidOperationException("The shipped rubric is refused.");
}
