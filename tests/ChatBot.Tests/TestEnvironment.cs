using System.Runtime.CompilerServices;

namespace ChatBot.Tests;

/// <summary>Commands that tests run in their own process find themselves in Development, as with <c>dotnet run</c>.</summary>
internal static class TestEnvironment
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");
}
