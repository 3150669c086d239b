using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatBot.Domain.Usage;
using ChatBot.Sources.GitHubCopilot;

namespace ChatBot.Tests.Sources.GitHubCopilot;

/// <summary>Random rows, read by the reader and by a slow reading of the rules over a document tree.</summary>
public class CopilotPropertyTests
{
    private const int Seed = 20261110;

    [Fact]
    public async Task Ten_thousand_random_rows_give_the_signals_and_marks_of_the_rules_read_slowly()
    {
        var random = new Random(Seed);
        var lines = Enumerable.Range(1, 10_000).Select(user => RandomRows.Make(random, user)).ToArray();

        var sink = await RecordingSink.Of(new CopilotUsageReader(), string.Join("\n", lines));

        Assert.Empty(sink.Rejected);
        Assert.Equal(lines.Length, sink.Rows.Count);
        for (var at = 0; at < lines.Length; at++)
        {
            var (signals, marks) = SlowRules.Read(lines[at]);
            Assert.True(
                sink.Rows[at].Signals == signals && sink.Rows[at].Marks == marks,
                $"seed {Seed}, row {at}: {sink.Rows[at].Signals} {sink.Rows[at].Marks}, not {signals} {marks}\n{lines[at]}");
        }

        // Each mark and each signal occurs with and without, or the comparison would say little.
        foreach (var mark in Enum.GetValues<Marks>().Except([Marks.None, Marks.Subscription]))
        {
            Assert.InRange(sink.Rows.Count(row => row.Marks.HasFlag(mark)), 50, 9_950);
        }

        foreach (var signal in Enum.GetValues<Signal>())
        {
            Assert.True(sink.Rows.Select(row => row.Signals[signal]).Distinct().Count() > 2, signal.ToString());
        }
    }
}

/// <summary>Rows of every shape the vendor writes: fields left out, null, zero, out of step with one another, in any order.</summary>
internal static class RandomRows
{
    private static readonly string[] Flags =
    [
        "used_chat", "used_agent", "used_cli", "used_copilot_app", "used_vscode_agent", "used_copilot_coding_agent", "used_copilot_cloud_agent",
        "used_copilot_code_review_active", "used_copilot_code_review_passive",
    ];

    private static readonly string[] Features =
    [
        "code_completion", "chat_inline", "chat_panel_ask_mode", "chat_panel_agent_mode", "chat_panel_plan_mode", "agent_edit", "copilot_cli", "copilot_app", "others",
    ];

    private static readonly string[] Ides = ["vscode", "jetbrains", "intellij", "visualstudio", "eclipse", "xcode", "neovim", "zed"];

    private static readonly string[] Versions =
    [
        "1.107.0", "1.107.1", "1.121.0-insider", "2024.2.5", "2024.2.6", "2025.3", "17.14.12", "17.14.13", "18.0.471.29465", "18.0.471.29466", "4.30", "4.31",
        "13.2", "13.2.1", "0.35.2", "0.35.3", "1.5.51-241", "1.5.52-241", "nightly", "",
    ];

    public static string Make(Random random, int user)
    {
        var quiet = random.Next(4) == 0;
        var fields = new List<string> { $"\"user_id\":{user}", "\"day\":\"2026-11-10\"", "\"enterprise_id\":\"310\"", $"\"user_login\":\"u{user}\"" };
        fields.AddRange(Counters(random, quiet));
        fields.AddRange(Flags.Where(_ => random.Next(3) > 0).Select(flag => $"\"{flag}\":{Flag(random, quiet)}"));
        Maybe(fields, random, () => $"\"ai_credits_used\":{(random.NextDouble() * random.Next(3)).ToString("R", CultureInfo.InvariantCulture)}");
        Maybe(fields, random, () => $"\"totals_by_feature\":{Rows(random, () => Feature(random, quiet))}");
        Maybe(fields, random, () => $"\"totals_by_ide\":{Rows(random, () => Ide(random, quiet))}");
        Maybe(fields, random, () => $"\"totals_by_cli\":{Surface(random, quiet, "prompt_count")}");
        Maybe(fields, random, () => $"\"totals_by_copilot_app\":{Surface(random, quiet, "prompt_count")}");
        Maybe(fields, random, () => $"\"totals_by_vscode_agent\":{Surface(random, quiet, "total_user_messages")}");
        Maybe(fields, random, () => "\"totals_by_language_feature\":[{\"language\":\"go\",\"feature\":\"agent_edit\",\"code_generation_activity_count\":5}]");
        Maybe(fields, random, () => "\"something_new\":{\"session_count\":[1,{\"day\":2}]}");
        if (random.Next(4) == 0)
        {
            fields.Add("\"report_start_day\":\"2026-10-14\",\"report_end_day\":\"2026-11-10\"");
        }

        var order = fields.ToArray();
        random.Shuffle(order);
        return "{" + string.Join(random.Next(2) == 0 ? "," : ", ", order) + "}";
    }

    private static void Maybe(List<string> fields, Random random, Func<string> field)
    {
        if (random.Next(3) > 0)
        {
            fields.Add(field());
        }
    }

    private static string Flag(Random random, bool quiet) => random.Next(quiet ? 12 : 3) == 0 ? "true" : random.Next(3) == 0 ? "null" : "false";

    private static IEnumerable<string> Counters(Random random, bool quiet) =>
        ((string[])["user_initiated_interaction_count", "code_generation_activity_count", "code_acceptance_activity_count", "loc_added_sum"])
            .Where(_ => random.Next(6) > 0).Select(name => $"\"{name}\":{Count(random, quiet)}");

    private static string Count(Random random, bool quiet) =>
        random.Next(12) == 0 ? "null" : quiet || random.Next(3) == 0 ? "0" : random.Next(1, 40).ToString(CultureInfo.InvariantCulture);

    private static string Rows(Random random, Func<string> row) =>
        random.Next(10) == 0 ? "null" : "[" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => row())) + "]";

    private static string Feature(Random random, bool quiet) =>
        "{" + string.Join(",", Counters(random, quiet).Prepend($"\"feature\":\"{Features[random.Next(Features.Length)]}\"")) + "}";

    private static string Ide(Random random, bool quiet) =>
        "{" + string.Join(",", Counters(random, quiet).Append($"\"ide\":\"{Ides[random.Next(Ides.Length)]}\"")
            .Append($"\"last_known_ide_version\":{{\"ide_version\":\"{Versions[random.Next(Versions.Length)]}\",\"sampled_at\":\"x\"}}")
            .Append($"\"last_known_plugin_version\":{{\"plugin\":\"p\",\"plugin_version\":\"{Versions[random.Next(Versions.Length)]}\"}}")) + "}";

    private static string Surface(Random random, bool quiet, string prompts) =>
        random.Next(10) == 0 ? "null" : $"{{\"session_count\":{Count(random, quiet)},\"{prompts}\":{Count(random, quiet)},\"token_usage\":{{\"output_tokens_sum\":9}}}}";
}

/// <summary>The rules as they are written, without a thought for speed.</summary>
internal static class SlowRules
{
    public static (Signals Signals, Marks Marks) Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        var features = Array(row, "totals_by_feature");
        var ides = Array(row, "totals_by_ide");
        long F(string feature, string counter) => features.Where(one => one.GetProperty("feature").GetString() == feature).Sum(one => Number(one, counter) ?? 0);
        const string I = "user_initiated_interaction_count", A = "code_acceptance_activity_count", G = "code_generation_activity_count";

        var top = Number(row, I) ?? 0;
        var cli = Math.Max(F("copilot_cli", I), Number(row, "totals_by_cli", "prompt_count") ?? 0);
        var app = Math.Max(F("copilot_app", I), Number(row, "totals_by_copilot_app", "prompt_count") ?? 0);
        var messages = Number(row, "totals_by_vscode_agent", "total_user_messages") ?? 0;
        var ide = new[] { top - F("copilot_cli", I) - F("copilot_app", I), messages, 0 }.Max();
        long? prompts = features.Length > 0 ? ide + cli + app : Math.Max(top, cli + app + messages);
        if (Number(row, I) is null && Number(row, "totals_by_cli", "prompt_count") is null && Number(row, "totals_by_copilot_app", "prompt_count") is null
            && Number(row, "totals_by_vscode_agent", "total_user_messages") is null
            && !features.Any(one => one.GetProperty("feature").GetString() is "copilot_cli" or "copilot_app" && Number(one, I) is not null))
        {
            prompts = null;
        }

        var agent = Flag(row, "used_agent") == true || F("chat_panel_agent_mode", I) > 0 || F("chat_panel_plan_mode", I) > 0 || F("agent_edit", G) > 0;
        var cloud = Flag(row, "used_copilot_cloud_agent") == true || Flag(row, "used_copilot_coding_agent") == true;
        long? sessions = (Number(row, "totals_by_cli", "session_count") ?? 0) + (Number(row, "totals_by_copilot_app", "session_count") ?? 0)
            + Math.Max(Number(row, "totals_by_vscode_agent", "session_count") ?? 0, agent ? 1 : 0) + (cloud ? 1 : 0);
        if (((string[])["used_agent", "used_copilot_cloud_agent", "used_copilot_coding_agent"]).All(flag => Flag(row, flag) is null)
            && ((string[])["totals_by_cli", "totals_by_copilot_app", "totals_by_vscode_agent"]).All(surface => Number(row, surface, "session_count") is null)
            && !(row.TryGetProperty("totals_by_feature", out var list) && list.ValueKind == JsonValueKind.Array))
        {
            sessions = null;
        }

        var outside = Flag(row, "used_cli") == true || Flag(row, "used_copilot_app") == true
            || ((string[])["totals_by_cli", "totals_by_copilot_app"]).Any(surface => Number(row, surface, "session_count") > 0 || Number(row, surface, "prompt_count") > 0);
        var acceptances = Number(row, A) is not { } all ? (long?)null
            : features.Length > 0 ? Math.Max(all - F("copilot_cli", A) - F("copilot_app", A), 0)
            : outside ? 0 : all;
        var review = Flag(row, "used_copilot_code_review_active");
        var signals = new Signals((int?)prompts, (int?)sessions, review is { } asked ? asked ? 1 : 0 : null, (int?)acceptances, (int?)Number(row, G));
        return (signals, MarksOf(row, signals, features, ides));
    }

    private static Marks MarksOf(JsonElement row, Signals signals, JsonElement[] features, JsonElement[] ides)
    {
        string[] own = ["used_chat", "used_agent", "used_cli", "used_copilot_app", "used_vscode_agent", "used_copilot_coding_agent", "used_copilot_cloud_agent"];
        var review = Flag(row, "used_copilot_code_review_active") == true;
        var otherUse = own.Any(flag => Flag(row, flag) == true) || (signals with { ReviewRequests = 0 }).Any;
        var marks = otherUse || review ? Marks.Use : Marks.None;
        marks |= review && !otherUse ? Marks.ReviewOnly : Marks.None;
        var ideFeatures = features.Where(one => one.GetProperty("feature").GetString() is not ("copilot_cli" or "copilot_app")).ToArray();
        var chat = Flag(row, "used_chat") == true || Flag(row, "used_agent") == true;
        var credits = row.TryGetProperty("ai_credits_used", out var spent) && spent.GetDouble() > 0;
        marks |= (chat && ides.Length == 0 && ideFeatures.Length == 0) || (credits && !otherUse && !review) ? Marks.TelemetryOff : Marks.None;
        var counted = ides.Concat(ideFeatures).Any(one => one.EnumerateObject().Any(field => field.Value.ValueKind == JsonValueKind.Number && field.Value.GetInt64() > 0));
        marks |= !counted && ides.Any(IsOld) ? Marks.ClientTooOld : Marks.None;
        return marks | (row.TryGetProperty("report_start_day", out _) ? Marks.From28DayReport : Marks.None);
    }

    private static bool IsOld(JsonElement ide)
    {
        var client = ide.GetProperty("last_known_ide_version").GetProperty("ide_version").GetString()!;
        var plugin = ide.GetProperty("last_known_plugin_version").GetProperty("plugin_version").GetString()!;
        return ide.GetProperty("ide").GetString() switch
        {
            "vscode" => Below(client, "1.107.1") || Below(plugin, "0.35.3"),
            "jetbrains" or "intellij" => Below(client, "2024.2.6") || Below(plugin, "1.5.52"),
            "visualstudio" => Numbers(client) is [>= 18, ..] ? Below(client, "18.0.471.29466") : Below(client, "17.14.13"),
            "eclipse" => Below(client, "4.31"),
            "xcode" => Below(client, "13.2.1"),
            _ => false,
        };
    }

    private static bool Below(string version, string minimum)
    {
        var (has, needs) = (Numbers(version), Numbers(minimum));
        if (has.Length == 0)
        {
            return false;
        }

        for (var at = 0; at < 4; at++)
        {
            var (left, right) = (at < has.Length ? has[at] : 0, at < needs.Length ? needs[at] : 0);
            if (left != right)
            {
                return left < right;
            }
        }

        return false;
    }

    private static int[] Numbers(string version)
    {
        var match = System.Text.RegularExpressions.Regex.Match(version, @"^\d+(\.\d+)*", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? [.. match.Value.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))] : [];
    }

    private static JsonElement[] Array(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static bool? Flag(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static long? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static long? Number(JsonElement row, string surface, string name) =>
        row.TryGetProperty(surface, out var value) && value.ValueKind == JsonValueKind.Object ? Number(value, name) : null;
}
