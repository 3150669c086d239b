using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatBot.Cards.Tests.BlockKit;

/// <summary>
/// Random expanded cards. Every text in them has a mark of its own (<c>q17z</c>), so that it can be looked for in what was made of
/// the card. Wild ones break the house rules in number and length, and hold what Slack could misread.
/// </summary>
internal sealed class RandomCards(int seed, bool isWild)
{
    private static readonly string[] Awkward =
    [
        "<!channel>", "<@U123>", "&lt;!here&gt;", "*bold* _it_ ~no~ `code`", ":skull:", "> quoted", "a|b", "👩‍👩‍👧‍👦", "\u202Egnp.exe", "z\u0301\u0302\u0303", "<https://evil.example|x>", "tab\there", "\u0000\u001B[31m", "line\nline",
    ];

    private readonly Random random = new(seed);

    private readonly List<string> marks = [];

    private int ids;

    /// <summary>The marks of the last card's texts.</summary>
    public IReadOnlyList<string> Marks => marks;

    /// <summary>A card that the service could make: a larger one than <see cref="CardRules.HardLimit"/> it refuses.</summary>
    public JsonObject Next()
    {
        for (var card = Any(); ; card = Any())
        {
            if (CardJson.Bytes(card) <= CardRules.HardLimit)
            {
                return card;
            }
        }
    }

    private JsonObject Any()
    {
        marks.Clear();
        var body = new JsonArray(Heading());
        var isForm = Chance(25);
        for (var i = Many(12, 70); i > 0; i--)
        {
            body.Add(isForm ? (Chance(30) ? TextBlock() : Input()) : Element(0));
        }

        if (isForm)
        {
            body.Add(Input());
        }

        var actions = new JsonArray([.. Enumerable.Range(0, isForm ? 1 : Many(3, 40)).Select(_ => Button(isForm))]);
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = body };
        if (actions.Count > 0)
        {
            card["actions"] = actions;
        }

        return card;
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private int Many(int usual, int wild) => random.Next(isWild && Chance(40) ? wild : usual);

    private T Of<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Mark()
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"q{seed % 1000}x{marks.Count}z");
        marks.Add(mark);
        return mark;
    }

    /// <summary>A text with its mark first; <paramref name="isSupplied"/> ones may hold anything.</summary>
    private string Text(bool isSupplied = false)
    {
        var text = Mark();
        for (var i = Many(8, 12); i > 0; i--)
        {
            text += " " + (isWild || isSupplied ? Of([.. Awkward, "word", "72.4", "words"]) : Of("word", "72.4", "a_b", "2 * 3", "R&D", "x < y", "12:30:45", "good"));
        }

        return isWild && Chance(1) ? text + string.Concat(Enumerable.Repeat(Of("x", "long text ", "👩‍👩‍👧‍👦", "é\u0301", "&", "一\n"), random.Next(4000))) : text;
    }

    private string Markdown() => random.Next(6) switch
    {
        0 => $"**{Text()}** and {Text()}",
        1 => $"_{Text()}_: [{Text()}](https://ours.example/a?b=1&c=2|3)",
        2 => $"- {Text()}\n- **{Text()}**",
        3 => $"1. {Text()}\n2. {Text()}",
        4 => $"{Text()}\n{Text()}",
        _ => Text(),
    };

    private JsonObject Heading() => new() { ["type"] = "TextBlock", ["text"] = Text(), ["style"] = "heading", ["wrap"] = true };

    private JsonObject TextBlock()
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = Markdown(), ["wrap"] = true };
        foreach (var (name, value) in new (string, JsonNode)[] { ("weight", "Bolder"), ("isSubtle", true), ("spacing", "Small"), ("separator", true), ("size", "Large"), ("fontType", "Monospace") })
        {
            if (Chance(20))
            {
                block[name] = value;
            }
        }

        return block;
    }

    private JsonObject RichText() => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)new JsonObject { ["type"] = "TextRun", ["text"] = Text(isSupplied: true), ["weight"] = Of("Bolder", "Default"), ["italic"] = Chance(20) })]),
    };

    private JsonObject Element(int depth) => random.Next(depth > 2 ? 4 : 9) switch
    {
        0 => RichText(),
        1 => new() { ["type"] = "FactSet", ["facts"] = new JsonArray([.. Enumerable.Range(0, Many(6, 30) + 1).Select(_ => (JsonNode)new JsonObject { ["title"] = Text(), ["value"] = Markdown() })]) },
        2 => new() { ["type"] = "Image", ["url"] = isWild && Chance(10) ? "https://a.example/" + new string('x', 4000) : "https://a.example/a.png", ["altText"] = Text() },
        3 => TextBlock(),
        4 => new() { ["type"] = "Container", ["separator"] = Chance(30), ["items"] = Elements(depth) },
        5 => new() { ["type"] = "ColumnSet", ["columns"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)new JsonObject { ["type"] = "Column", ["items"] = Chance(50) ? new JsonArray(TextBlock()) : Elements(depth) })]) },
        6 => isWild ? (Chance(40) ? Table() : TextBlock()) : marks.Count < 8 ? Table() : TextBlock(),
        7 => Chart(),
        _ => isWild ? new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Button(false))]) } : TextBlock(),
    };

    private JsonArray Elements(int depth) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Element(depth + 1))];

    private JsonObject Table()
    {
        var columns = isWild ? random.Next(1, 25) : random.Next(1, 4);
        var rows = new JsonArray();
        for (var r = isWild ? random.Next(1, 120) : random.Next(1, 5); r > 0; r--)
        {
            rows.Add(new JsonObject { ["type"] = "TableRow", ["cells"] = new JsonArray([.. Enumerable.Range(0, columns).Select(_ => (JsonNode)new JsonObject { ["type"] = "TableCell", ["items"] = new JsonArray(isWild && Chance(95) ? Number() : Chance(20) ? RichText() : TextBlock()) })]) });
        }

        return new() { ["type"] = "Table", ["rows"] = rows };
    }

    private JsonObject Number() => new() { ["type"] = "TextBlock", ["text"] = random.Next(100).ToString(CultureInfo.InvariantCulture), ["wrap"] = true };

    private JsonObject Chart()
    {
        var points = new JsonArray([.. Enumerable.Range(0, Many(6, 60) + 1).Select(_ => (JsonNode)new JsonObject { ["x"] = Mark(), ["y"] = random.Next(1000) })]);
        return new()
        {
            ["type"] = "Chart.VerticalBar", ["title"] = Text(), ["data"] = points,
            ["fallback"] = new JsonObject { ["type"] = "TextBlock", ["text"] = "fallback", ["wrap"] = true },
        };
    }

    private JsonObject Input()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"in{ids++}");
        var input = new JsonObject { ["type"] = Of("Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Toggle"), ["id"] = id, ["label"] = Text() };
        if (Chance(50))
        {
            input["isRequired"] = true;
            input["errorMessage"] = "Please fill this in.";
        }

        switch ((string)input["type"]!)
        {
            case "Input.Text":
                input["value"] = Chance(50) ? Text(isSupplied: true) : "";
                input["isMultiline"] = Chance(50);
                input["maxLength"] = Of(10, 500, 9000);
                input["style"] = Of("Text", "Email", "Url");
                break;
            case "Input.ChoiceSet":
                input["choices"] = new JsonArray([.. Enumerable.Range(0, Many(15, 150) + 1).Select(i => (JsonNode)new JsonObject { ["title"] = Text(isSupplied: true), ["value"] = Chance(20) ? Text(isSupplied: true) : string.Create(CultureInfo.InvariantCulture, $"v{i}") })]);
                input["isMultiSelect"] = Chance(50);
                input["style"] = Of("compact", "expanded");
                input["value"] = Of("v0", "v1,v2", "nothing", "");
                break;
            case "Input.Date":
                input["value"] = Of("2026-11-22", "", "not a day");
                break;
            default:
                input["title"] = Text();
                input["value"] = Of("true", "false");
                break;
        }

        return input;
    }

    private JsonObject Button(bool isSubmit)
    {
        if (!isSubmit && Chance(20))
        {
            return new() { ["type"] = "Action.OpenUrl", ["title"] = Text(), ["url"] = "https://ours.example/" + (isWild && Chance(10) ? new string('u', 4000) : "a") };
        }

        var (title, verb) = (Text(), Of("score.why", "score.show", "appeal.file"));
        var data = new JsonObject { ["token"] = isWild && Chance(10) ? new string('t', 2500) : "abc", ["n"] = random.Next(9) };
        var old = data.DeepClone().AsObject();
        old["verb"] = verb;
        return new() { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data, ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = old } };
    }
}
