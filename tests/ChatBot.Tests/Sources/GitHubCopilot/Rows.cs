using ChatBot.Sources.GitHubCopilot;

namespace ChatBot.Tests.Sources.GitHubCopilot;

/// <summary>Short user-days for the tests of single rules.</summary>
internal static class Rows
{
    /// <summary>A user-day of user 7 with these fields besides.</summary>
    public static string With(string fields) =>
        $$"""{"day":"2026-11-10","enterprise_id":"310","user_id":7,"user_login":"kim"{{(fields.Length > 0 ? "," : "")}}{{fields}}}""";

    /// <summary>The only row of a file of one line with these fields.</summary>
    public static async Task<ChatBot.Sources.UsageRow> Read(string fields) => (await RecordingSink.Of(new CopilotUsageReader(), With(fields))).Row;

    /// <summary>The reason for which a line is rejected.</summary>
    public static async Task<string> Rejection(string line) =>
        Assert.Single((await RecordingSink.Of(new CopilotUsageReader(), With("") + "\n" + line)).Rejected).Why;
}
