namespace ChatBot.Sources;

/// <summary>Registers what <c>import</c> needs.</summary>
internal static class Importing
{
    public static IServiceCollection AddImporting(this IServiceCollection services) => services
        .AddUsageReaders()
        .AddSingleton<ImportFiles>();
}
