using ChatBot.Domain.Scores;

namespace ChatBot.Features.Scores;

/// <summary>By which rubric people are scored.</summary>
/// <param name="Rubric">Its version: the name of a file in <c>rubrics</c> without <c>.json</c>.</param>
internal sealed record ScoreSettings(string Rubric) : ISettings
{
    /// <inheritdoc />
    public static string Section => "Scores";

    /// <inheritdoc />
    public string? Problem() =>
        string.IsNullOrEmpty(Rubric) || !Rubric.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') || Rubric.Contains("..", StringComparison.Ordinal)
            ? "Scores:Rubric is the version of a rubric, such as 2026.1."
            : null;
}

/// <summary>Registers the rubric that is in force.</summary>
internal static class ChosenRubric
{
    /// <summary>Reads and proves it at once: a wrong one stops the service with a sentence.</summary>
    public static IServiceCollection AddRubric(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) =>
        services.AddSingleton(Read(Path.Combine(environment.ContentRootPath, "rubrics"), configuration.Read<ScoreSettings>().Rubric));

    /// <summary>The rubric of that version.</summary>
    public static Rubric Read(string folder, string version)
    {
        var file = Path.Combine(folder, $"{version}.json");
        if (!File.Exists(file))
        {
            throw new SettingsException($"Scores:Rubric names {version}, and there is no rubrics/{version}.json.");
        }

        var reading = Rubric.Read(File.ReadAllText(file));
        return reading.Rubric is not { } rubric ? throw new SettingsException($"rubrics/{version}.json cannot be used: {string.Join(' ', reading.Problems)}")
            : rubric.Version != version ? throw new SettingsException($"rubrics/{version}.json says that it is version {rubric.Version}.")
            : rubric;
    }
}
