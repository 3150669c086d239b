namespace ChatBot.Tests.Crash;

/// <summary>How large the crash runs are: small each day, full with <c>CHATBOT_CRASH=full</c>.</summary>
internal static class CrashSizes
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("CHATBOT_CRASH") == "full";

    /// <summary>The seed of everything random; another one by <c>CHATBOT_CRASH_SEED</c>.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CHATBOT_CRASH_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var seed) ? seed : 20261122;

    /// <summary>One or the other.</summary>
    public static int Of(int everyday, int full) => Full ? full : everyday;
}
