namespace ChatBot;

/// <summary>Which time it is.</summary>
/// <param name="Now">Stops the clock at this time, in Development; null lets it run.</param>
internal sealed record ClockSettings(DateTimeOffset? Now = null) : ISettings
{
    /// <inheritdoc />
    public static string Section => "Clock";

    /// <inheritdoc />
    public string? Problem() => null;
}

/// <summary>A clock that stands still, so that a demonstration and a test see the same day for ever. Timers run on.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>Registers the clock.</summary>
internal static class Clock
{
    public static IServiceCollection AddClock(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.Read<ClockSettings>();
        if (settings.Now is { } now && !environment.IsDevelopment())
        {
            throw new SettingsException($"Clock:Now ({now:u}) stops the clock, which is for Development only; this is {environment.EnvironmentName}.");
        }

        return services.AddSingleton(settings.Now is { } stopped ? new StoppedClock(stopped) : TimeProvider.System);
    }
}
