namespace ChatBot;

/// <summary>Which time it is.</summary>
/// <param name="Now">Stops the clock at this time, in Development; null lets it run.</param>
/// <param name="Shift">Lets it run so much ahead of the machine's, in Development (<c>-1.12:00:00</c>: a day and a half behind it).</param>
internal sealed record ClockSettings(DateTimeOffset? Now = null, TimeSpan? Shift = null) : ISettings
{
    /// <inheritdoc />
    public static string Section => "Clock";

    /// <inheritdoc />
    public string? Problem() => Now is not null && Shift is not null ? "Now stops the clock and Shift lets it run; set one of them." : null;
}

/// <summary>A clock that stands still, so that a demonstration and a test see the same day for ever. Timers run on.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>A clock that runs at another time than the machine's, so that a test can send on a Tuesday whatever day it is.</summary>
internal sealed class ShiftedClock(TimeSpan shift) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
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

        if (settings.Shift is { } by && !environment.IsDevelopment())
        {
            throw new SettingsException($"Clock:Shift ({by}) sets the clock wrong, which is for Development only; this is {environment.EnvironmentName}.");
        }

        return services.AddSingleton(
            settings.Now is { } stopped ? new StoppedClock(stopped) : settings.Shift is { } shift ? new ShiftedClock(shift) : TimeProvider.System);
    }
}
