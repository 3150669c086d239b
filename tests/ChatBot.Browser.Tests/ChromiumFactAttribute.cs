using Xunit;

namespace ChatBot.Browser.Tests;

/// <summary>A test in real Chromium, skipped with its reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!File.Exists(Chromium.Program))
        {
            Skip = $"Chromium is not at {Chromium.Program}; install it, or name another with CHATBOT_TEST_CHROMIUM.";
        }
    }
}

/// <summary>Where Chromium is.</summary>
internal static class Chromium
{
    public static string Program { get; } = Environment.GetEnvironmentVariable("CHATBOT_TEST_CHROMIUM") ?? "/usr/bin/chromium";
}
