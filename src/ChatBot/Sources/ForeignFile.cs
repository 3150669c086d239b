using System.Text;
using System.Text.Json;

namespace ChatBot.Sources;

/// <summary>
/// Says what a JSON value is by the names in it, so that a file given as the wrong KIND is refused with a sentence instead of a thousand rejected rows.
/// </summary>
internal static class ForeignFile
{
    private const string EveryReport = "";

    // First that applies. Names with a dot stand inside an object or the first object of a list; "=" asks for a text.
    private static readonly (string[] Names, string Kind, string Sentence)[] Known =
    [
        (["download_links"], EveryReport, "This is the answer to a Copilot report request: it only holds links. Download the files they name and import those."),
        (["seats"], "copilot-seats", "This is a page of Copilot seats: import it as copilot-seats."),
        (["assignee", "created_at"], "copilot-seats", "This is a list of Copilot seats: import it as copilot-seats."),
        (["total_seats_consumed"], EveryReport, "This is GitHub's list of consumed licences, not of usage or Copilot seats."),
        (["team_id", "user_id"], EveryReport, "This is the Copilot report of users and their teams; it holds no usage. Import the users-1-day report."),
        (["copilot_ide_code_completions"], EveryReport, "This is the Copilot metrics format that GitHub closed in April 2026; it names no users."),
        (["day_totals"], EveryReport, "This is an aggregate Copilot report of an organisation or enterprise; it names no users. Import the users-1-day report."),
        (["daily_active_users"], EveryReport, "This is an aggregate Copilot report of an organisation or enterprise; it names no users. Import the users-1-day report."),
        (["repository_id"], EveryReport, "This is a Copilot report per repository; it names no users. Import the users-1-day report."),
        (["data.core_metrics"], "claude-code", "This is a page of Claude Code usage of the Anthropic Admin API: import it as claude-code."),
        (["core_metrics", "actor"], "claude-code", "This is a row of Claude Code usage of the Anthropic Admin API: import it as claude-code."),
        (["data.chat_metrics"], EveryReport, "This is a page of Claude Enterprise analytics, which cannot be imported as this KIND."),
        (["data.claude_code_metrics"], EveryReport, "This is a page of Claude Enterprise analytics, which cannot be imported as this KIND."),
        (["data.usage", "data.group"], EveryReport, "This is a page of Anthropic's usage and cost analytics: tokens, not sessions. It cannot be imported."),
        (["data.group", "data.starting_at"], EveryReport, "This is a page of Anthropic's usage and cost analytics: money, not sessions. It cannot be imported."),
        (["data.object=workspace.codex.usage.result"], EveryReport, "This is a page of Codex Enterprise analytics of OpenAI, which cannot be imported as this KIND."),
        (["data.object=workspace.usage.result"], EveryReport, "This is a page of ChatGPT workspace usage of OpenAI, which cannot be imported as this KIND."),
        (["data.acceptedLinesAdded"], EveryReport, "This is a page of Cursor's daily usage, which cannot be imported; give it as usage-csv."),
        (["data.enterprise"], EveryReport, "This is GitHub's answer about external identities, not usage."),
        (["@odata.context"], EveryReport, "This is a page of Microsoft Graph, not usage. People are imported as people, from CSV."),
        (["@odata.nextLink"], EveryReport, "This is a page of Microsoft Graph, not usage. People are imported as people, from CSV."),
        (["@odata.deltaLink"], EveryReport, "This is a page of Microsoft Graph, not usage. People are imported as people, from CSV."),
        (["schemas", "Resources"], EveryReport, "This is a SCIM list of users, not usage. People are imported as people, from CSV."),
        (["schemas", "userName"], EveryReport, "This is a SCIM user, not usage. People are imported as people, from CSV."),
        (["Report_Entry"], EveryReport, "This is a report of a personnel system, not usage. Leave is imported as leave, from CSV."),
        (["message", "documentation_url"], EveryReport, "This is an error answer of GitHub, not a report."),
        (["type=error", "error"], EveryReport, "This is an error answer of Anthropic, not a page."),
        (["ok", "error"], EveryReport, "This is an error answer of Slack, not usage."),
        (["ok", "user"], EveryReport, "This is a user of Slack, not usage."),
        (["user_id", "day"], "copilot-usage", "This is a Copilot report of users and days: import it as copilot-usage."),
    ];

    /// <summary>Throws when the value is something known that is not of this KIND; says nothing of what it does not know.</summary>
    /// <exception cref="NotThisKindException">The value is something else; the message says what.</exception>
    public static void Refuse(ReadOnlySpan<byte> json, string kind)
    {
        if (Names(json) is not { } names)
        {
            return;
        }

        var known = Array.Find(Known, one => Array.TrueForAll(one.Names, names.Contains));
        if (known.Names is not null && known.Kind != kind)
        {
            throw new NotThisKindException(known.Sentence);
        }
    }

    /// <summary>What a file is that holds no JSON at all.</summary>
    /// <param name="head">The beginning of its first line.</param>
    public static string DescribeText(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart(" \t\r\n"u8);
        return text switch
        {
            _ when text.StartsWith("PK"u8) => "This is a ZIP archive or an Excel workbook. Unpack it, or save it as text, and import that.",
            _ when text.StartsWith("<"u8) => "This is an HTML or XML page, perhaps a sign-in or error page, not a report.",
            _ when text.StartsWith("SQLite format"u8) => "This is an SQLite database, not a report.",
            _ when text.IndexOf((byte)0) >= 0 || !System.Text.Unicode.Utf8.IsValid(text) => "This is no text: neither JSON nor CSV in UTF-8.",
            _ when text.IndexOf((byte)',') >= 0 || text.IndexOf((byte)';') >= 0 || text.IndexOf((byte)'\t') >= 0 =>
                "This is a table such as CSV, not the vendor's JSON. Usage from CSV is imported as usage-csv.",
            _ => "This is text that is no JSON.",
        };
    }

    private static HashSet<string>? Names(ReadOnlySpan<byte> json)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(json, JsonFields.Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            Collect(ref reader, names, prefix: "");
            return names;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Collect(ref Utf8JsonReader reader, HashSet<string> names, string prefix)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + Encoding.UTF8.GetString(JsonFields.Name(ref reader));
            names.Add(name);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length < 50)
            {
                names.Add($"{name}={reader.GetString()}");
            }
            else if (prefix.Length == 0 && reader.TokenType == JsonTokenType.StartObject)
            {
                Collect(ref reader, names, name + ".");
            }
            else if (prefix.Length == 0 && reader.TokenType == JsonTokenType.StartArray)
            {
                CollectFirst(ref reader, names, name + ".");
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void CollectFirst(ref Utf8JsonReader reader, HashSet<string> names, string prefix)
    {
        var first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (first && reader.TokenType == JsonTokenType.StartObject)
            {
                Collect(ref reader, names, prefix);
            }
            else
            {
                reader.Skip();
            }

            first = false;
        }
    }
}
