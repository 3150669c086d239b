using System.Text.Json.Nodes;

namespace ChatBot.Cards.Rendering;

/// <summary>Writes buttons: one that acts submits the card's form, one that opens an address is a link.</summary>
internal static class HtmlActions
{
    public static void Write(Html html, IEnumerable<JsonObject> actions)
    {
        var isOpen = false;
        foreach (var action in actions)
        {
            if (!isOpen)
            {
                html.Open("div", ("class", "ac-actions"));
                isOpen = true;
            }

            Button(html, action);
        }

        if (isOpen)
        {
            html.Close("div");
        }
    }

    private static void Button(Html html, JsonObject action)
    {
        var classes = string.Join(' ', (IEnumerable<string>)["ac-button", .. Classes.Named("action", action.Text("style")) is { } style ? [style] : Array.Empty<string>()]);
        var tooltip = action.Text("tooltip") is { Length: > 0 } text ? text : null;
        switch (action.Kind())
        {
            case "Action.Execute" or "Action.Submit":
                var skipsInputs = action.Is("associatedInputs", "none") ? "formnovalidate" : null;
                html.Element("button", action.Text("title"), ("type", "submit"), ("class", classes), ("name", "action"), ("value", Value(action)), ("title", tooltip), ("formnovalidate", skipsInputs));
                break;
            case "Action.OpenUrl" when Markdown.IsSafe(action.Text("url")):
                html.Element("a", action.Text("title"), ("class", classes), ("href", action.Text("url")), ("rel", "noopener noreferrer"), ("target", "_blank"), ("title", tooltip));
                break;
            default:
                html.Element("span", action.Text("title"), ("class", "ac-button-text"));
                break;
        }
    }

    /// <summary>What the button posts. An Action.Submit carries its verb within its data.</summary>
    private static string Value(JsonObject action)
    {
        var data = action["data"] is JsonObject given ? given.DeepClone().AsObject() : [];
        var verb = action.Text("verb") is { Length: > 0 } own ? own : data.Text("verb");
        if (action.Kind() == "Action.Submit")
        {
            data.Remove("verb");
        }

        return new JsonObject { ["verb"] = verb, ["data"] = data }.ToJsonString(CardJson.Options);
    }
}
