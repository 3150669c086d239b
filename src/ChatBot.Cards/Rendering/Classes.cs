using System.Text.Json.Nodes;

namespace ChatBot.Cards.Rendering;

/// <summary>A card's looks as class names: <c>ac-size-large</c>, <c>ac-color-good</c>. Values that are no plain word are left out.</summary>
internal static class Classes
{
    /// <summary>Classes that any element can have, after its own.</summary>
    public static string Of(JsonObject element, params ReadOnlySpan<string?> own)
    {
        var names = new List<string>();
        foreach (var name in own)
        {
            if (!string.IsNullOrEmpty(name))
            {
                names.Add(name);
            }
        }

        Add(names, Named("space", element.Text("spacing")));
        Add(names, element.IsTrue("separator") ? "ac-separator" : null);
        Add(names, Named("align", element.Text("horizontalAlignment")));
        Add(names, element.Kind() is "Container" or "Column" or "ColumnSet" ? Named("style", element.Text("style")) : null);
        return string.Join(' ', names);
    }

    /// <summary>How a text looks.</summary>
    public static string Look(JsonObject text)
    {
        var names = new List<string>();
        Add(names, Named("size", text.Text("size")));
        Add(names, Named("weight", text.Text("weight")));
        Add(names, Named("color", text.Text("color")));
        Add(names, Named("font", text.Text("fontType")));
        Add(names, text.IsTrue("isSubtle") ? "ac-subtle" : null);
        Add(names, text.IsTrue("strikethrough") ? "ac-strike" : null);
        return string.Join(' ', names);
    }

    public static string? Named(string property, string value) =>
        value.Length > 0 && value.All(char.IsAsciiLetterOrDigit) && !value.Equals("default", StringComparison.OrdinalIgnoreCase)
            ? $"ac-{property}-{value.ToLowerInvariant()}"
            : null;

    public static string Width(string width) => width switch
    {
        "auto" => "ac-width-auto",
        _ when int.TryParse(width, System.Globalization.CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= 100 => $"ac-width-{weight}",
        _ => "ac-width-stretch",
    };

    private static void Add(List<string> names, string? name)
    {
        if (name is not null)
        {
            names.Add(name);
        }
    }
}
