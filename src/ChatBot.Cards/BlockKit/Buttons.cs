using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>
/// Writes buttons. A button's action_id is its verb, its value the verb's data; where a verb comes again in a message a number
/// follows it (<c>score.why#2</c>), because Slack wants every action_id once.
/// </summary>
internal sealed class Buttons(BlockWords words)
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    public IEnumerable<Piece> Write(IEnumerable<JsonObject> actions)
    {
        var row = new List<JsonObject>();
        var notes = new List<string>();
        foreach (var action in actions)
        {
            var title = Plain.Clean(action.Text("title"));
            if (Button(action, title) is { } button)
            {
                row.Add(button);
                if (title.Length > Limits.ButtonText)
                {
                    notes.Add(title);
                }
            }
            else
            {
                notes.Add(action.Kind() == "Action.OpenUrl" ? $"{title}: {action.Text("url")}" : BlockAction.Named(words.NoButton, title));
            }
        }

        foreach (var elements in Menu(row).Chunk(Limits.ActionElements))
        {
            yield return new(new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) }, elements.Length, IsKept: true);
        }

        foreach (var note in notes.SelectMany(n => Cut.Pieces(Plain.Clean(n), Limits.Context)))
        {
            yield return new(Note(note), IsKept: true);
        }
    }

    /// <summary>A line of small print.</summary>
    public static JsonObject Note(string text) => new() { ["type"] = "context", ["elements"] = new JsonArray(Plain.Text(text, Limits.Context)) };

    /// <summary>The button, or null where Slack cannot hold it.</summary>
    private JsonObject? Button(JsonObject action, string title)
    {
        var button = new JsonObject { ["type"] = "button", ["text"] = Plain.Text(title, Limits.ButtonText) };
        if (action.Kind() == "Action.OpenUrl")
        {
            var url = action.Text("url");
            if (!Markdown.IsSafe(url) || url.Length > Limits.Url)
            {
                return null;
            }

            button["action_id"] = Once(BlockAction.LinkId);
            button["url"] = url;
            return button;
        }

        var pressed = BlockAction.Of(action);
        var value = pressed.Data.Count == 0 ? null : pressed.Data.ToJsonString(CardJson.Options);
        if (pressed.Verb.Length is 0 or > BlockAction.LongestVerb || value?.Length > Limits.ButtonValue)
        {
            return null;
        }

        button["action_id"] = Once(pressed.Verb);
        if (value is not null)
        {
            button["value"] = value;
        }

        if (action.Text("style").ToLowerInvariant() is "positive" or "destructive")
        {
            button["style"] = action.Is("style", "positive") ? "primary" : "danger";
        }

        return button;
    }

    /// <summary>What does not fit into a row goes into an overflow menu, as far as it fits there.</summary>
    private List<JsonObject> Menu(List<JsonObject> row)
    {
        if (row.Count <= Limits.Row)
        {
            return row;
        }

        var moved = new List<(JsonObject Button, JsonObject Option)>();
        for (var i = Limits.Row - 1; i < row.Count && moved.Count < Limits.OverflowOptions; i++)
        {
            if (Option(row[i]) is { } option)
            {
                moved.Add((row[i], option));
            }
        }

        if (moved.Count < 2)
        {
            return row;
        }

        var menu = new JsonObject { ["type"] = "overflow", ["action_id"] = Once(BlockAction.MenuId), ["options"] = new JsonArray([.. moved.Select(m => m.Option)]) };
        return [.. row.Except(moved.Select(m => m.Button)), menu];
    }

    private static JsonObject? Option(JsonObject button)
    {
        var option = new JsonObject { ["text"] = button["text"]!.DeepClone() };
        if (button["url"] is { } url)
        {
            option["url"] = url.DeepClone();
            return option;
        }

        var value = BlockAction.Read(button)!.Value.ToJson().ToJsonString(CardJson.Options);
        option["value"] = value;
        return value.Length <= Limits.OverflowValue ? option : null;
    }

    private string Once(string id)
    {
        taken[id] = taken.GetValueOrDefault(id) + 1;
        return taken[id] == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}#{taken[id]}");
    }
}
