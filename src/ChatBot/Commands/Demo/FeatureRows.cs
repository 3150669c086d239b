using System.Text.Json;

namespace ChatBot.Commands.Demo;

/// <summary>The counters of a Copilot row or of one of its breakdowns.</summary>
internal readonly record struct Counts(int Interactions, int Generations, int Acceptances, int Suggested, int Added, int Deleted)
{
    public static Counts operator +(Counts left, Counts right) => new(
        left.Interactions + right.Interactions, left.Generations + right.Generations, left.Acceptances + right.Acceptances,
        left.Suggested + right.Suggested, left.Added + right.Added, left.Deleted + right.Deleted);
}

/// <summary>The rows of <c>totals_by_feature</c>: completions never have interactions, agent edits are never accepted, the CLI's are always.</summary>
internal readonly record struct FeatureRows(Counts? Completion, Counts? Chat, bool AgentMode, Counts? AgentEdit, Counts? Cli)
{
    /// <summary>The editor's share: everything but the CLI.</summary>
    public Counts Editor => Completion.GetValueOrDefault() + Chat.GetValueOrDefault() + AgentEdit.GetValueOrDefault();

    /// <summary>The top level.</summary>
    public Counts Total => Editor + Cli.GetValueOrDefault();

    /// <summary>The rows of a day; none where only the server saw it.</summary>
    public static FeatureRows Of(in CopilotAct act, ref Dice dice)
    {
        Counts? completion = act.Shown > 0 ? new Counts(0, act.Shown, act.Accepted, act.Shown * dice.Between(1, 3), act.Accepted * dice.Between(1, 3), 0) : null;
        Counts? chat = act.Prompts > 0
            ? new Counts(act.Prompts, act.Blocks, act.BlocksTaken, act.Blocks * dice.Between(3, 12), act.BlocksTaken * dice.Between(2, 9), 0)
            : null;
        Counts? edit = act.AgentEdits > 0 ? new Counts(0, act.AgentEdits, 0, 0, act.AgentEdits * dice.Between(2, 20), act.AgentEdits * dice.Between(0, 4)) : null;
        Counts? cli = null;
        if (act.CliSessions > 0)
        {
            // The feature row may miss a prompt that totals_by_cli has: they come from different pipelines.
            var edits = act.CliPrompts * dice.Between(0, 2);
            cli = new Counts(act.CliPrompts - (dice.Chance(30) ? 1 : 0), edits, edits, edits * 5, edits * dice.Between(4, 9), edits);
        }

        return new FeatureRows(completion, chat, act.AgentMode, edit, cli);
    }

    /// <summary>Writes them as elements of the array.</summary>
    public void Write(Utf8JsonWriter json)
    {
        Write(json, "code_completion"u8, Completion);
        Write(json, AgentMode ? "chat_panel_agent_mode"u8 : "chat_panel_ask_mode"u8, Chat);
        Write(json, "agent_edit"u8, AgentEdit);
        Write(json, "copilot_cli"u8, Cli);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> feature, Counts? counts)
    {
        if (counts is { } those)
        {
            json.WriteStartObject();
            json.WriteString("feature"u8, feature);
            CopilotRow.WriteCounts(json, those);
            json.WriteEndObject();
        }
    }
}
