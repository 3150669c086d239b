using System.Text.Json;
using ChatBot.Domain.Usage;

namespace ChatBot.Sources.ClaudeCode;

/// <summary>Who a row is of.</summary>
/// <param name="Key">A lower-case e-mail, or <c>api:</c> and the name of an API key; null when the row names nobody.</param>
/// <param name="IsMachine">An API key: nobody's, and never guessed to be somebody's.</param>
internal readonly record struct ClaudeCodeActor(string? Key, bool IsMachine)
{
    /// <summary>Reads the actor; gives why it cannot be used, or null.</summary>
    public static string? Read(JsonElement row, out ClaudeCodeActor actor)
    {
        actor = default;
        if (row.Field("actor") is not { ValueKind: JsonValueKind.Object } who)
        {
            return "actor is missing or no object.";
        }

        if (!who.TryText("type", out var type) || !who.TryText("email_address", out var email) || !who.TryText("api_key_name", out var keyName))
        {
            return "actor holds something that is no plain text.";
        }

        switch (type)
        {
            case "user_actor":
                actor = new ClaudeCodeActor(email?.ToLowerInvariant(), IsMachine: false);
                return null;
            case "api_actor" when keyName is not null:
                actor = new ClaudeCodeActor("api:" + keyName, IsMachine: true);
                return null;
            case "api_actor":
                return "actor.api_key_name is missing.";
            default:
                return "actor.type is neither user_actor nor api_actor.";
        }
    }
}

/// <summary>
/// What a row counts. Prompts and reviews are not measured by this vendor. A row of a non-interactive terminal is use and gives no points: a script ran, and
/// nobody typed.
/// </summary>
internal readonly record struct ClaudeCodeRow(string Part, Signals Signals, Marks Marks, long? Cost, string? Currency)
{
    private const int LongestTerminal = 60;

    /// <summary>Reads the counts; gives why the row cannot be used, or null.</summary>
    public static string? Read(JsonElement row, out ClaudeCodeRow read)
    {
        read = default;
        if (!row.TryText("customer_type", out var customer) || !row.TryText("terminal_type", out var terminal))
        {
            return "customer_type or terminal_type is no plain text.";
        }

        if (row.Field("is_remote") is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            return "is_remote is not true or false.";
        }

        if (Sessions(row, out var sessions) is { } noSessions)
        {
            return noSessions;
        }

        if (Actions(row, out var accepted, out var shown) is { } noActions)
        {
            return noActions;
        }

        if (ClaudeCodeCost.Read(row, out var cost) is { } noCost)
        {
            return noCost;
        }

        customer = Plain(customer ?? "api");
        terminal = Plain(terminal ?? "unknown");
        var part = $"{customer} {terminal} {(row.Field("is_remote") is { ValueKind: JsonValueKind.True } ? "remote" : "local")}";
        var isScript = terminal == "non-interactive";
        var signals = isScript ? default : new Signals(null, sessions, null, accepted, shown);
        var marks = (isScript || signals.Any ? Marks.Use : Marks.None) | (customer == "subscription" ? Marks.Subscription : Marks.None);
        read = new ClaudeCodeRow(part, signals, marks, cost.Amount, cost.Currency);
        return null;
    }

    private static string? Sessions(JsonElement row, out int? sessions)
    {
        sessions = null;
        return row.Field("core_metrics") is not { } core ? null
            : core.ValueKind != JsonValueKind.Object ? "core_metrics is no object."
            : core.TryCount("num_sessions", out sessions) ? null
            : "core_metrics.num_sessions is not a whole number from 0 to 2147483647.";
    }

    /// <summary>Every tool of the map counts: tools come and go.</summary>
    private static string? Actions(JsonElement row, out int? accepted, out int? shown)
    {
        accepted = shown = null;
        if (row.Field("tool_actions") is not { } tools)
        {
            return null;
        }

        if (tools.ValueKind != JsonValueKind.Object)
        {
            return "tool_actions is no object.";
        }

        long yes = 0, no = 0;
        foreach (var tool in tools.EnumerateObject().Where(tool => tool.Value.ValueKind != JsonValueKind.Null).DistinctBy(tool => tool.Name, StringComparer.Ordinal))
        {
            if (tool.Value.ValueKind != JsonValueKind.Object || !tool.Value.TryCount("accepted", out var taken) || !tool.Value.TryCount("rejected", out var refused))
            {
                return "tool_actions holds something that is not a whole number from 0 to 2147483647.";
            }

            yes += taken ?? 0;
            no += refused ?? 0;
        }

        if (yes + no > int.MaxValue)
        {
            return "tool_actions add up to more than 2147483647.";
        }

        accepted = (int)yes;
        shown = (int)(yes + no);
        return null;
    }

    private static string Plain(string text)
    {
        var plain = string.Join('-', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length <= LongestTerminal ? plain : plain[..LongestTerminal];
    }
}
