using System.Globalization;
using System.Text.Json;

namespace ChatBot.Commands.Demo;

/// <summary>
/// Writes <c>claude-code-YYYY-MM-DD.json</c>: one day of the Claude Code Analytics API, 1,000 rows a page; the pages of a day with more rows are named
/// <c>…-p01.json</c> and so on, so that the last page, which makes the day whole, is the last in any listing.
/// </summary>
internal static class ClaudeCodePages
{
    private const int RowsPerPage = 1000;

    private const string OrganizationId = "3c6f1f0e-5b1d-4f5e-9a53-6d1f0c2a7b44";

    private static readonly string[] Terminals = ["vscode", "iTerm.app", "tmux", "pycharm", "WarpTerminal"];

    private static readonly string[] Machines = ["ci-review-bot", "release-notes"];

    /// <summary>One row: a person on a terminal, or a machine.</summary>
    private readonly record struct Row(string? Email, string? Machine, string Terminal, bool Remote, int Sessions, int Accepted, int Rejected, int Scale);

    /// <summary>Writes the day's pages, or none when nobody used it; the paths, and the number of distinct people and machines.</summary>
    public static (IReadOnlyList<string> Files, int Accounts) Write(string folder, Organisation organisation, Activity activity, DateOnly day)
    {
        var rows = new List<Row>();
        var accounts = 0;
        foreach (var member in organisation.Members)
        {
            if (activity.Claude(member, day) is { } act)
            {
                var dice = Dice.Of(organisation.Order.Seed, member.Index, day.DayNumber, 8);
                Split(rows, member, act, ref dice);
                accounts++;
            }
        }

        if (accounts == 0)
        {
            return ([], 0);
        }

        rows.AddRange(Machines.Select(machine => new Row(null, machine, "non-interactive", Remote: false, 12, 0, 0, 3)));
        var files = new List<string>();
        for (var from = 0; from < rows.Count; from += RowsPerPage)
        {
            var page = files.Count + 1;
            var name = string.Create(CultureInfo.InvariantCulture, $"claude-code-{day:yyyy-MM-dd}{(rows.Count <= RowsPerPage ? string.Empty : $"-p{page:00}")}.json");
            files.Add(Path.Combine(folder, name));
            WritePage(files[^1], rows, from, day, organisation.Order.Seed);
        }

        return (files, accounts + Machines.Length);
    }

    /// <summary>A day may be spread over two terminals; unattended runs are rows of their own.</summary>
    private static void Split(List<Row> rows, Member member, in ClaudeAct act, ref Dice dice)
    {
        var terminal = Terminals[member.Index % Terminals.Length];
        if (act.Sessions > 2 && dice.Chance(25))
        {
            var (sessions, accepted) = (act.Sessions / 2, act.Accepted / 3);
            rows.Add(new Row(member.ClaudeEmail, null, "tmux-256color", Remote: true, sessions, accepted, 0, dice.Between(1, 9)));
            rows.Add(new Row(member.ClaudeEmail, null, terminal, Remote: false, act.Sessions - sessions, act.Accepted - accepted, act.Rejected, dice.Between(1, 9)));
        }
        else
        {
            rows.Add(new Row(member.ClaudeEmail, null, terminal, Remote: false, act.Sessions, act.Accepted, act.Rejected, dice.Between(1, 9)));
        }

        if (act.Unattended)
        {
            rows.Add(new Row(member.ClaudeEmail, null, "non-interactive", Remote: true, dice.Between(1, 9), dice.Below(20), 0, 1));
        }
    }

    private static void WritePage(string path, List<Row> rows, int from, DateOnly day, ulong seed)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { SkipValidation = true });
        var to = Math.Min(from + RowsPerPage, rows.Count);
        json.WriteStartObject();
        json.WriteStartArray("data"u8);
        for (var row = from; row < to; row++)
        {
            WriteRow(json, rows[row], day);
        }

        json.WriteEndArray();
        json.WriteBoolean("has_more"u8, to < rows.Count);
        if (to < rows.Count)
        {
            json.WriteString("next_page"u8, string.Create(CultureInfo.InvariantCulture, $"page_{Dice.Of(seed, to, day.DayNumber, 9).Next():x16}"));
        }
        else
        {
            json.WriteNull("next_page"u8);
        }

        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, in Row row, DateOnly day)
    {
        json.WriteStartObject();
        json.WriteString("date"u8, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T00:00:00Z"));
        json.WriteStartObject("actor"u8);
        json.WriteString("type"u8, row.Machine is null ? "user_actor"u8 : "api_actor"u8);
        json.WriteString(row.Machine is null ? "email_address"u8 : "api_key_name"u8, row.Email ?? row.Machine);
        json.WriteEndObject();
        json.WriteString("organization_id"u8, OrganizationId);
        json.WriteString("customer_type"u8, "api"u8);
        json.WriteNull("subscription_type"u8);
        json.WriteString("terminal_type"u8, row.Terminal);
        json.WriteBoolean("is_remote"u8, row.Remote);
        json.WriteStartObject("core_metrics"u8);
        json.WriteNumber("num_sessions"u8, row.Sessions);
        json.WriteStartObject("lines_of_code"u8);
        json.WriteNumber("added"u8, row.Accepted * row.Scale * 3);
        json.WriteNumber("removed"u8, row.Accepted * row.Scale);
        json.WriteEndObject();
        json.WriteNumber("commits_by_claude_code"u8, row.Sessions / 2);
        json.WriteNumber("pull_requests_by_claude_code"u8, row.Sessions / 4);
        json.WriteEndObject();
        WriteTools(json, row);
        WriteCost(json, row);
        json.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter json, in Row row)
    {
        var written = row.Accepted / 5;
        json.WriteStartObject("tool_actions"u8);
        if (row.Machine is null)
        {
            WriteTool(json, "edit_tool"u8, row.Accepted - written, row.Rejected);
            WriteTool(json, "write_tool"u8, written, 0);
        }

        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, ReadOnlySpan<byte> tool, int accepted, int rejected)
    {
        json.WriteStartObject(tool);
        json.WriteNumber("accepted"u8, accepted);
        json.WriteNumber("rejected"u8, rejected);
        json.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter json, in Row row)
    {
        var output = (row.Accepted + row.Sessions) * row.Scale * 60;
        json.WriteStartArray("model_breakdown"u8);
        json.WriteStartObject();
        json.WriteString("model"u8, row.Scale > 4 ? "claude-opus-4-6"u8 : "claude-sonnet-4-6"u8);
        json.WriteStartObject("tokens"u8);
        json.WriteNumber("input"u8, output * 3);
        json.WriteNumber("output"u8, output);
        json.WriteNumber("cache_read"u8, output * 40);
        json.WriteNumber("cache_creation"u8, output * 4);
        json.WriteEndObject();
        json.WriteStartObject("estimated_cost"u8);
        json.WriteString("currency"u8, "USD"u8);
        json.WriteNumber("amount"u8, decimal.Round(output * (row.Scale > 4 ? 0.0125m : 0.0075m), 2));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
