using ChatBot.Domain.Usage;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>
/// From a user-day to signals and marks. One act counts once: where two fields may describe the same acts the larger is taken, never the sum. What no
/// field speaks of is not measured.
/// </summary>
internal static class CopilotSignals
{
    private const CopilotFlags CloudAgent = CopilotFlags.CodingAgent | CopilotFlags.CloudAgent;

    /// <summary>The signals and marks of a row; false when a sum is beyond what can be stored.</summary>
    public static bool TryMake(CopilotRow row, out Signals signals, out Marks marks)
    {
        var prompts = Prompts(row);
        var sessions = AgentSessions(row);
        var reviews = (row.FlagsSeen & CopilotFlags.ReviewActive) == CopilotFlags.None ? (int?)null : Flag(row, CopilotFlags.ReviewActive);
        signals = new Signals((int?)Stored(prompts), (int?)Stored(sessions), reviews, (int?)Acceptances(row), Measured(row.Top.Generations));
        marks = MarksOf(row, signals);
        return prompts is null or <= int.MaxValue && sessions is null or <= int.MaxValue;
    }

    private static long? Prompts(CopilotRow row)
    {
        var top = row.Top.Prompts;
        if (top < 0 && row.Cli.Prompts < 0 && row.App.Prompts < 0 && row.VsCodeAgent.Prompts < 0 && !row.FeaturePromptsMeasured)
        {
            return null;
        }

        var cli = Math.Max(row.CliFeaturePrompts, Counted(row.Cli.Prompts));
        var app = Math.Max(row.AppFeaturePrompts, Counted(row.App.Prompts));
        var messages = Counted(row.VsCodeAgent.Prompts);
        return row.FeatureRows == 0
            ? Math.Max(Counted(top), cli + app + messages)
            : Math.Max(Counted(top) - row.CliFeaturePrompts - row.AppFeaturePrompts, messages) + cli + app;
    }

    private static long? AgentSessions(CopilotRow row)
    {
        var measured = row.Cli.Sessions >= 0 || row.App.Sessions >= 0 || row.VsCodeAgent.Sessions >= 0 || row.FeaturesSeen
            || (row.FlagsSeen & (CopilotFlags.Agent | CloudAgent)) != CopilotFlags.None;
        if (!measured)
        {
            return null;
        }

        var ideAgent = (row.Flags & CopilotFlags.Agent) != CopilotFlags.None || row.HasIdeAgentFeature ? 1L : 0L;
        return Counted(row.Cli.Sessions) + Counted(row.App.Sessions) + Math.Max(Counted(row.VsCodeAgent.Sessions), ideAgent) + Flag(row, CloudAgent);
    }

    /// <summary>Without those of the CLI and the app, which accept by themselves; none where they cannot be told apart.</summary>
    private static long? Acceptances(CopilotRow row)
    {
        if (row.Top.Acceptances < 0)
        {
            return null;
        }

        if (row.FeatureRows > 0)
        {
            return Math.Max(row.Top.Acceptances - row.CliFeatureAcceptances - row.AppFeatureAcceptances, 0);
        }

        var outsideIde = (row.Flags & (CopilotFlags.Cli | CopilotFlags.App)) != CopilotFlags.None || row.Cli.HasAny || row.App.HasAny;
        return outsideIde ? 0 : row.Top.Acceptances;
    }

    private static Marks MarksOf(CopilotRow row, Signals signals)
    {
        var marks = Marks.None;
        if (signals.Any || row.Flags != CopilotFlags.None)
        {
            marks |= Marks.Use;
        }

        if (row.Flags == CopilotFlags.ReviewActive && !(signals with { ReviewRequests = null }).Any)
        {
            marks |= Marks.ReviewOnly;
        }

        // Rule 6 of coverage: the server saw chat or agent, or credits, and the editor reported nothing of it.
        var unseenChat = (row.Flags & (CopilotFlags.Chat | CopilotFlags.Agent)) != CopilotFlags.None && row.IdeRows == 0 && !row.HasIdeFeature;
        if (unseenChat || (row.Credits > 0 && (marks & Marks.Use) == Marks.None))
        {
            marks |= Marks.TelemetryOff;
        }

        if (row.HasOldClient && !row.HasIdeCounter)
        {
            marks |= Marks.ClientTooOld;
        }

        return row.ReportStart is not null || row.ReportEnd is not null ? marks | Marks.From28DayReport : marks;
    }

    private static int? Measured(int counter) => counter < 0 ? null : counter;

    private static long Counted(int counter) => Math.Max(counter, 0);

    private static int Flag(CopilotRow row, CopilotFlags flags) => (row.Flags & flags) != CopilotFlags.None ? 1 : 0;

    private static long? Stored(long? sum) => sum is { } number ? Math.Min(number, int.MaxValue) : null;
}
