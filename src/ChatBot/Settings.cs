namespace ChatBot;

/// <summary>What an operator can set for one folder, as one record. Every setting and its default stands in <c>appsettings.json</c>.</summary>
internal interface ISettings
{
    /// <summary>The section of <c>appsettings.json</c>.</summary>
    static abstract string Section { get; }

    /// <summary>What is wrong with the values, as a sentence; null when nothing is.</summary>
    string? Problem();
}

/// <summary>A setting that the service cannot start with; the message is the sentence to show.</summary>
internal sealed class SettingsException(string message) : Exception(message);

/// <summary>Reads settings, and refuses wrong ones before anything is started with them.</summary>
internal static class Settings
{
    /// <summary>The validated record of its section; throws <see cref="SettingsException"/> for a wrong value, a missing section or a key nobody knows.</summary>
    public static T Read<T>(this IConfiguration configuration)
        where T : class, ISettings
    {
        var section = configuration.GetSection(T.Section);
        T? settings;
        try
        {
            settings = section.Get<T>(binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException exception)
        {
            throw new SettingsException($"The settings under {T.Section} cannot be used: {Sentence(exception, section)}");
        }

        if (settings is null)
        {
            throw new SettingsException($"The settings under {T.Section} are missing from appsettings.json.");
        }

        return settings.Problem() is { } problem ? throw new SettingsException($"The settings under {T.Section} cannot be used: {problem}") : settings;
    }

    /// <summary>Names the unknown keys that are there; the binder's own sentence, which names our types, where the fault is another.</summary>
    private static string Sentence(InvalidOperationException exception, IConfigurationSection section)
    {
        const string Unknown = "the following properties were not found on the instance of";
        if (!exception.Message.Contains(Unknown, StringComparison.Ordinal))
        {
            return exception.Message;
        }

        var names = exception.Message[(exception.Message.LastIndexOf(':') + 1)..].Trim();
        return $"nobody knows {names}. Known are {string.Join(", ", section.GetChildren().Select(x => x.Key).Where(x => !names.Contains($"'{x}'", StringComparison.Ordinal)))}.";
    }
}
