using ChatBot.Cards;

namespace ChatBot.Chat;

/// <summary>
/// What the organisation has settled about the programme. Until all four are named the service runs in private mode: people get answers and summaries
/// about themselves, and nothing about a group is told to anybody.
/// </summary>
/// <param name="ImpactAssessment">Reference of the data protection impact assessment.</param>
/// <param name="WorkerConsultation">Reference of the consultation of the workers or their representatives.</param>
/// <param name="PolicyVersion">Version of the policy that people are told of.</param>
/// <param name="Controller">Who answers for the data, as people should read it.</param>
internal sealed record Programme(string ImpactAssessment, string WorkerConsultation, string PolicyVersion, string Controller) : ISettings
{
    private const int Longest = 200;

    /// <inheritdoc />
    public static string Section => "Programme";

    /// <summary>The settings that are not named yet.</summary>
    public IReadOnlyList<string> Missing => [.. Named.Where(x => string.IsNullOrWhiteSpace(x.Value)).Select(x => x.Name)];

    /// <summary>Whether nothing about a group may be told.</summary>
    public bool IsPrivate => Missing.Count > 0;

    /// <summary>The policy's version as supplied text; null where none is named.</summary>
    public Supplied? Policy => Text(PolicyVersion);

    /// <summary>Who answers for the data, as supplied text; null where nobody is named.</summary>
    public Supplied? Answerable => Text(Controller);

    private IEnumerable<(string Name, string Value)> Named =>
    [
        ("Programme:ImpactAssessment", ImpactAssessment), ("Programme:WorkerConsultation", WorkerConsultation), ("Programme:PolicyVersion", PolicyVersion), ("Programme:Controller", Controller),
    ];

    /// <inheritdoc />
    public string? Problem() => Named.FirstOrDefault(x => x.Value?.Length > Longest) is { Name: { } name, Value: { } value }
        ? $"{name} has {value.Length} characters; {Longest} is the most."
        : null;

    private static Supplied? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : new Supplied(value.Trim());
}

/// <summary>Registers what is settled, and says at the start what is not.</summary>
internal static class Programmes
{
    public static IServiceCollection AddProgramme(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.Read<Programme>())
        .AddHostedService<SayPrivateMode>();
}

/// <summary>Says at the start that the service runs in private mode, and what would end that.</summary>
internal sealed partial class SayPrivateMode(Programme programme, ILogger<SayPrivateMode> logger) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (programme.IsPrivate)
        {
            LogPrivate(logger, string.Join(", ", programme.Missing));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Private mode: people get answers about themselves only, and no team digest is made, until these are set: {Missing}.")]
    private static partial void LogPrivate(ILogger logger, string missing);
}
