using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ChatBot.Benchmarks;

/// <summary>A file of Copilot user-days with every breakdown that the vendor documents, about 3.5 KB a row.</summary>
internal static class CopilotFile
{
    private static readonly string[] Features = ["code_completion", "chat_panel_ask_mode", "chat_panel_agent_mode", "agent_edit", "copilot_cli"];
    private static readonly string[] Languages = ["csharp", "typescript", "python", "go", "markdown"];
    private static readonly string[] Models = ["claude-opus-4.6", "gpt-5.4", "auto"];

    /// <summary>Writes <paramref name="users"/> × <paramref name="days"/> rows, by day, and gives the size in bytes.</summary>
    public static long Write(string path, int users, int days, DateOnly first)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer);
        for (var day = 0; day < days; day++)
        {
            for (var user = 0; user < users; user++)
            {
                buffer.ResetWrittenCount();
                json.Reset();
                Row(json, user, first.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (user * 31) + day);
                json.Flush();
                file.Write(buffer.WrittenSpan);
                file.WriteByte((byte)'\n');
            }
        }

        return file.Length;
    }

    private static void Row(Utf8JsonWriter json, int user, string day, int noise)
    {
        json.WriteStartObject();
        json.WriteString("day", day);
        json.WriteString("enterprise_id", "200001");
        json.WriteString("day_partition", day);
        json.WriteNumber("entity_id_partition", 1);
        json.WriteNumber("user_id", 7_000_000 + user);
        json.WriteString("user_login", string.Create(CultureInfo.InvariantCulture, $"engineer-{user}_acme"));
        Counters(json, 14 + (noise % 9));
        foreach (var flag in (string[])["used_agent", "used_chat", "used_cli", "used_copilot_coding_agent"])
        {
            json.WriteBoolean(flag, (noise & 1) == 0);
        }

        json.WriteNumber("ai_credits_used", 12.5);
        json.WriteStartArray("totals_by_ide");
        json.WriteStartObject();
        json.WriteString("ide", "vscode");
        Counters(json, 9);
        json.WriteStartObject("last_known_ide_version");
        json.WriteString("ide_version", "1.121.0");
        json.WriteString("sampled_at", day + "T15:53:11.845Z");
        json.WriteEndObject();
        json.WriteStartObject("last_known_plugin_version");
        json.WriteString("plugin", "copilot-chat");
        json.WriteString("plugin_version", "0.49.1");
        json.WriteString("sampled_at", day + "T15:53:11.845Z");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        Breakdown(json, "totals_by_feature", "feature", Features, null, [""]);
        Breakdown(json, "totals_by_language_feature", "language", Languages, "feature", Features[..2]);
        Breakdown(json, "totals_by_model_feature", "model", Models, "feature", Features[1..2]);
        json.WriteStartObject("totals_by_cli");
        json.WriteNumber("session_count", 2);
        json.WriteNumber("request_count", 9);
        json.WriteNumber("prompt_count", 5);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Breakdown(Utf8JsonWriter json, string name, string key, string[] values, string? second, string[] seconds)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            foreach (var other in seconds)
            {
                json.WriteStartObject();
                json.WriteString(key, value);
                if (second is not null)
                {
                    json.WriteString(second, other);
                }

                Counters(json, 3);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void Counters(Utf8JsonWriter json, int count)
    {
        json.WriteNumber("user_initiated_interaction_count", count);
        json.WriteNumber("code_generation_activity_count", count * 2);
        json.WriteNumber("code_acceptance_activity_count", count);
        json.WriteNumber("loc_suggested_to_add_sum", count * 7);
        json.WriteNumber("loc_suggested_to_delete_sum", 0);
        json.WriteNumber("loc_added_sum", count * 5);
        json.WriteNumber("loc_deleted_sum", count);
    }
}
