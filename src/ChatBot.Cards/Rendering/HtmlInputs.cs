using System.Text.Json.Nodes;

namespace ChatBot.Cards.Rendering;

/// <summary>Writes inputs with label, error text and what the browser can check; the server checks again.</summary>
internal sealed class HtmlInputs(Html html, string idPrefix)
{
    public void Write(JsonObject input)
    {
        var id = $"{idPrefix}-{input.Text("id")}";
        var error = input.Text("errorMessage") is { Length: > 0 } message ? message : null;
        var isGroup = input.Kind() == "Input.ChoiceSet" && (input.Is("style", "expanded") || input.IsTrue("isMultiSelect"));
        html.Open(isGroup ? "fieldset" : "div", ("class", Classes.Of(input, "ac-field")), ("aria-describedby", isGroup && error is not null ? id + "-error" : null));
        Label(input, id, isGroup);
        switch (input.Kind())
        {
            case "Input.Text" when input.IsTrue("isMultiline"):
                html.Element("textarea", input.Text("value"), [.. Common(input, id, error), ("placeholder", Given(input, "placeholder")), ("maxlength", Given(input, "maxLength"))]);
                break;
            case "Input.Text":
                html.Open("input", [("type", Kind(input.Text("style"))), .. Common(input, id, error), ("value", Given(input, "value")), ("placeholder", Given(input, "placeholder")), ("maxlength", Given(input, "maxLength")), ("pattern", Given(input, "regex"))]);
                break;
            case "Input.Date":
                html.Open("input", [("type", "date"), .. Common(input, id, error), ("value", Given(input, "value")), ("min", Given(input, "min")), ("max", Given(input, "max"))]);
                break;
            case "Input.Toggle":
                Toggle(input, id, error);
                break;
            case "Input.ChoiceSet" when isGroup:
                Options(input, id);
                break;
            case "Input.ChoiceSet":
                Select(input, id, error);
                break;
        }

        if (error is not null)
        {
            html.Element("p", error, ("class", "ac-error"), ("id", id + "-error"));
        }

        html.Close(isGroup ? "fieldset" : "div");
    }

    private static string? Given(JsonObject input, string name) => input.Text(name) is { Length: > 0 } text ? text : null;

    private static string Kind(string style) => style.ToLowerInvariant() is "email" or "tel" or "url" or "password" ? style.ToLowerInvariant() : "text";

    private static (string, string?)[] Common(JsonObject input, string id, string? error) =>
    [
        ("class", "ac-input"), ("id", id), ("name", input.Text("id")),
        ("required", input.IsTrue("isRequired") ? "required" : null), ("aria-describedby", error is null ? null : id + "-error"),
    ];

    private void Label(JsonObject input, string id, bool isGroup)
    {
        html.Open(isGroup ? "legend" : "label", ("class", "ac-label"), ("for", isGroup ? null : id));
        html.Text(input.Text("label"));
        if (input.IsTrue("isRequired"))
        {
            html.Element("span", " *", ("class", "ac-required"), ("aria-hidden", "true"));
        }

        html.Close(isGroup ? "legend" : "label");
    }

    /// <summary>A box that is not ticked posts nothing, so its "off" goes before it: the last value counts.</summary>
    private void Toggle(JsonObject input, string id, string? error)
    {
        var on = Given(input, "valueOn") ?? "true";
        var isOn = input.Text("value") == on;
        html.Open("span", ("class", "ac-option"));
        html.Open("input", ("type", "hidden"), ("name", input.Text("id")), ("value", Given(input, "valueOff") ?? "false"));
        html.Open("input", [("type", "checkbox"), .. Common(input, id, error), ("value", on), ("checked", isOn ? "checked" : null)]);
        html.Element("label", input.Text("title"), ("for", id));
        html.Close("span");
    }

    private void Options(JsonObject input, string id)
    {
        var chosen = input.Text("value").Split(',');
        var isMany = input.IsTrue("isMultiSelect");
        var number = 0;
        foreach (var choice in input.List("choices"))
        {
            var own = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{number++}");
            html.Open("div", ("class", "ac-option"));
            html.Open(
                "input",
                ("type", isMany ? "checkbox" : "radio"), ("id", own), ("name", input.Text("id")), ("value", choice.Text("value")),
                ("checked", chosen.Contains(choice.Text("value")) ? "checked" : null), ("required", input.IsTrue("isRequired") && !isMany ? "required" : null));
            html.Element("label", choice.Text("title"), ("for", own));
            html.Close("div");
        }
    }

    private void Select(JsonObject input, string id, string? error)
    {
        html.Open("select", Common(input, id, error));
        if (input.Text("value").Length == 0)
        {
            html.Element("option", input.Text("placeholder"), ("value", ""));
        }

        foreach (var choice in input.List("choices"))
        {
            var isChosen = choice.Text("value") == input.Text("value");
            html.Element("option", choice.Text("title"), ("value", choice.Text("value")), ("selected", isChosen ? "selected" : null));
        }

        html.Close("select");
    }
}
