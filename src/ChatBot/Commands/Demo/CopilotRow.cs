using System.Globalization;
using System.Text.Json;

namespace ChatBot.Commands.Demo;

/// <summary>
/// One row of a <c>users-1-day</c> report, as GitHub writes it: the features add up to the top level, the editor's row is the top level without the CLI,
/// a row that only the server saw has no breakdown.
/// </summary>
internal static class CopilotRow
{
    private static readonly JsonEncodedText Enterprise = JsonEncodedText.Encode("300417");

    /// <summary>Writes the row; the writer is at the start of a line.</summary>
    public static void Write(Utf8JsonWriter json, Member member, DateOnly day, in CopilotAct act, ref Dice dice)
    {
        var rows = FeatureRows.Of(act, ref dice);
        json.WriteStartObject();
        json.WriteString("day"u8, Iso(day));
        json.WriteString("enterprise_id"u8, Enterprise);
        json.WriteNumber("user_id"u8, member.GitHubId);
        json.WriteString("user_login"u8, member.LoginOn(day));
        WriteCounts(json, rows.Total);
        WriteFlags(json, act);
        if ((act.HasUse || act.Hidden != Hidden.No) && dice.Chance(40))
        {
            json.WriteNumber("ai_credits_used"u8, dice.Between(1, 60) / 4m);
        }

        WriteEditor(json, member, day, act, rows.Editor, ref dice);
        json.WriteStartArray("totals_by_feature"u8);
        rows.Write(json);
        json.WriteEndArray();
        if (act.CliSessions > 0)
        {
            WriteCli(json, act, day, ref dice);
        }

        json.WriteEndObject();
    }

    /// <summary>The counters, in the vendor's order, without the one that is reserved for later.</summary>
    public static void WriteCounts(Utf8JsonWriter json, in Counts counts)
    {
        json.WriteNumber("user_initiated_interaction_count"u8, counts.Interactions);
        json.WriteNumber("code_generation_activity_count"u8, counts.Generations);
        json.WriteNumber("code_acceptance_activity_count"u8, counts.Acceptances);
        json.WriteNumber("loc_suggested_to_add_sum"u8, counts.Suggested);
        json.WriteNumber("loc_added_sum"u8, counts.Added);
        json.WriteNumber("loc_deleted_sum"u8, counts.Deleted);
    }

    private static void WriteFlags(Utf8JsonWriter json, in CopilotAct act)
    {
        var hidden = act.Hidden != Hidden.No;
        json.WriteBoolean("used_agent"u8, act.AgentMode);
        json.WriteBoolean("used_chat"u8, hidden || (act.Prompts > 0 && !act.AgentMode));
        if (act.CliSessions > 0)
        {
            json.WriteBoolean("used_cli"u8, true);
        }

        if (act.CloudAgent)
        {
            json.WriteBoolean("used_copilot_coding_agent"u8, true);
            json.WriteBoolean("used_copilot_cloud_agent"u8, true);
        }

        if (act.ReviewAsked || act.ReviewCame)
        {
            json.WriteBoolean("used_copilot_code_review_active"u8, act.ReviewAsked);
            json.WriteBoolean("used_copilot_code_review_passive"u8, act.ReviewCame);
        }
    }

    private static void WriteEditor(Utf8JsonWriter json, Member member, DateOnly day, in CopilotAct act, in Counts counts, ref Dice dice)
    {
        json.WriteStartArray("totals_by_ide"u8);
        var old = act.Hidden == Hidden.OldClient;
        if (old || act.Prompts > 0 || act.Shown > 0)
        {
            var editor = Editor.Of(member);
            json.WriteStartObject();
            json.WriteString("ide"u8, editor.Ide);
            WriteCounts(json, counts);
            var detailed = old || dice.Chance(10);
            var sampled = detailed ? Moment(day, ref dice) : string.Empty;
            json.WriteStartObject("last_known_ide_version"u8);
            json.WriteString("ide_version"u8, old ? editor.OldVersion : editor.Version);
            if (detailed)
            {
                json.WriteString("sampled_at"u8, sampled);
            }

            json.WriteEndObject();
            if (detailed)
            {
                json.WriteStartObject("last_known_plugin_version"u8);
                json.WriteString("plugin"u8, editor.Plugin);
                json.WriteString("plugin_version"u8, old ? editor.OldPluginVersion : editor.PluginVersion);
                json.WriteString("sampled_at"u8, sampled);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCli(Utf8JsonWriter json, in CopilotAct act, DateOnly day, ref Dice dice)
    {
        var requests = act.CliPrompts * dice.Between(2, 6);
        var (output, input) = (requests * dice.Between(300, 900), requests * dice.Between(4_000, 40_000));
        json.WriteStartObject("totals_by_cli"u8);
        json.WriteNumber("session_count"u8, act.CliSessions);
        json.WriteNumber("request_count"u8, requests);
        json.WriteNumber("prompt_count"u8, act.CliPrompts);
        json.WriteStartObject("token_usage"u8);
        json.WriteNumber("output_tokens_sum"u8, output);
        json.WriteNumber("prompt_tokens_sum"u8, input);
        json.WriteNumber("avg_tokens_per_request"u8, decimal.Round((output + (decimal)input) / requests, 1));
        json.WriteEndObject();
        json.WriteStartObject("last_known_cli_version"u8);
        json.WriteString("cli_version"u8, "1.0.8"u8);
        json.WriteString("sampled_at"u8, Moment(day, ref dice));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateOnly day, ref Dice dice) => string.Create(
        CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{dice.Between(6, 20):00}:{dice.Below(60):00}:{dice.Below(60):00}.{dice.Below(1000):000}Z");
}
