using System.Text.Json;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>The features that the rules tell apart.</summary>
internal enum CopilotFeature
{
    /// <summary>A row that names no feature: it says nothing of an IDE.</summary>
    Unnamed,

    /// <summary>Any feature of an IDE but those below; the vendor's list is open.</summary>
    Ide,

    /// <summary>Agent and plan mode of the IDE's chat.</summary>
    IdeAgentPanel,

    /// <summary>Edits that the IDE's agent wrote to files.</summary>
    IdeAgentEdit,

    /// <summary>Copilot CLI.</summary>
    Cli,

    /// <summary>The Copilot app.</summary>
    App,
}

/// <summary>Adds rows of <c>totals_by_feature</c> up into what the rules need.</summary>
internal static class CopilotFeatures
{
    /// <summary>The feature named at the reader.</summary>
    public static CopilotFeature Find(ref readonly Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return CopilotFeature.Unnamed;
        }

        return reader.ValueTextEquals("copilot_cli"u8) ? CopilotFeature.Cli
            : reader.ValueTextEquals("copilot_app"u8) ? CopilotFeature.App
            : reader.ValueTextEquals("agent_edit"u8) ? CopilotFeature.IdeAgentEdit
            : reader.ValueTextEquals("chat_panel_agent_mode"u8) || reader.ValueTextEquals("chat_panel_plan_mode"u8) ? CopilotFeature.IdeAgentPanel
            : CopilotFeature.Ide;
    }

    /// <summary>Adds one row.</summary>
    public static void Add(CopilotFeature feature, CopilotCounters counters, CopilotRow row)
    {
        row.FeatureRows++;
        row.FeaturePromptsMeasured |= counters.Prompts >= 0 && feature is (CopilotFeature.Cli or CopilotFeature.App);
        switch (feature)
        {
            case CopilotFeature.Cli:
                row.CliFeaturePrompts += Math.Max(counters.Prompts, 0);
                row.CliFeatureAcceptances += Math.Max(counters.Acceptances, 0);
                break;
            case CopilotFeature.App:
                row.AppFeaturePrompts += Math.Max(counters.Prompts, 0);
                row.AppFeatureAcceptances += Math.Max(counters.Acceptances, 0);
                break;
            case CopilotFeature.Unnamed:
                break;
            default:
                row.HasIdeFeature = true;
                row.HasIdeCounter |= counters.HasAny;
                row.HasIdeAgentFeature |= (feature == CopilotFeature.IdeAgentPanel && counters.Prompts > 0)
                    || (feature == CopilotFeature.IdeAgentEdit && counters.Generations > 0);
                break;
        }
    }
}
