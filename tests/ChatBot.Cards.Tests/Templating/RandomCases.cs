using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatBot.Cards.Tests.Templating;

/// <summary>Random templates and data: mostly within the language, some just outside it, with every awkward value we know of.</summary>
public sealed class RandomCases(int seed)
{
    private static readonly string[] Paths =
    [
        "a", "b", "c", "d", "e", "A", "Bb", "x.y", "x.y.z", "x['y']", "l", "l[0]", "l[1]", "l[a]", "l[b].y", "m", "m[0].k", "m[1].k", "m[0]['k']", "k", "v", "$root.a", "$root.l", "$root.m",
        "$data", "$index", "$data.k", "missing", "missing.y", "nul", "nul.y", "t", "f", "s", "s.y", "emptyList", "emptyText", "num", "neg", "frac", "x", "$root.x.y", "obj", "first(m).k", "last(l)", "(x).y", "l[-1]", "l[9]", "m[9].k", "x['Y'].z",
    ];

    private static readonly string[] Literals = ["0", "1", "2", "3", "10", "0.5", "2.50", "100", "'a'", "'b c'", "''", "\"q\"", "'}'", "'é'", "'5'", "true", "false", "null", "'it\\'s'", "'1,2'"];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "??", "^"];

    private static readonly (string Name, int Least, int Most)[] Functions =
    [
        ("if", 3, 3), ("exists", 1, 1), ("empty", 1, 1), ("length", 1, 1), ("count", 1, 1), ("concat", 1, 3), ("toUpper", 1, 1), ("toLower", 1, 1), ("trim", 1, 1), ("join", 2, 3), ("first", 1, 1), ("last", 1, 1),
        ("contains", 2, 2), ("startsWith", 2, 2), ("endsWith", 2, 2), ("string", 1, 1), ("equals", 2, 2), ("not", 1, 1), ("and", 1, 3), ("or", 1, 3), ("greater", 2, 2), ("less", 2, 2), ("greaterOrEquals", 2, 2), ("lessOrEquals", 2, 2),
        ("add", 2, 3), ("sub", 2, 3), ("mul", 2, 3), ("div", 2, 3), ("mod", 2, 2), ("exp", 2, 2), ("round", 1, 2), ("floor", 1, 1), ("ceiling", 1, 1), ("abs", 1, 1), ("min", 1, 3), ("max", 1, 3), ("sum", 1, 1), ("average", 1, 1),
        ("formatNumber", 2, 2), ("coalesce", 1, 3), ("createArray", 0, 3), ("replace", 3, 3), ("split", 2, 2), ("substring", 2, 3), ("indexOf", 2, 2), ("nosuch", 1, 1), ("toUpper", 0, 2),
    ];

    private static readonly string[] Texts = ["plain", "a b", "", " ", "x\ny", "\"q\"", "it's", "\\", "\\n", "$", "$5", "{x}", "}", "é😀", "<b>&", "**b**", "\\$", "\\`", "`", "${", "\u0001", "%", "a\\", "/"];

    private readonly Random random = new(seed);

    public (JsonNode? Template, JsonNode? Data) Next() => (Node(0), Data());

    /// <summary>A text of a template with characters put in, taken out or doubled anywhere.</summary>
    public (JsonNode? Template, JsonNode? Data) NextGarbled()
    {
        const string Alphabet = "${}'\"`\\().,[]?:!&|<>=+-*/%^ \t\n#@_a0é\u00a0\ufeff";
        var text = new System.Text.StringBuilder(Text());
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            if (Chance(60))
            {
                text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
            }
            else if (at < text.Length)
            {
                text.Remove(at, 1);
            }
        }

        return (new JsonObject { ["v"] = text.ToString() }, Data());
    }

    private T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private bool Chance(int percent) => random.Next(100) < percent;

    private JsonNode? Node(int depth) => random.Next(depth > 3 ? 5 : 10) switch
    {
        0 => Of<JsonNode?>([1, -2.5, 1e21, 0, true, false, null]),
        < 5 => Text(),
        < 8 => Object(depth),
        _ => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Node(depth + 1))]),
    };

    private JsonObject Object(int depth)
    {
        var node = new JsonObject();
        if (Chance(35))
        {
            node["$data"] = Chance(85) ? "${" + (Chance(70) ? Of(["m", "l", "x", "emptyList", "$root.m", "missing", "nul", "obj", "$root.l", "a", "m[0]"]) : Expression(0)) + "}" : Value(1);
        }

        if (Chance(25))
        {
            node["$when"] = "${" + Expression(0) + "}";
        }

        foreach (var name in Enumerable.Range(0, random.Next(1, 4)).Select(i => $"p{i}"))
        {
            node[name] = Node(depth + 1);
        }

        return node;
    }

    private string Text()
    {
        if (Chance(35))
        {
            return "${" + Expression(0) + "}";
        }

        var text = "";
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            text += Chance(55) ? "${" + Expression(1) + "}" : Of(Texts);
        }

        return text;
    }

    private string Expression(int depth)
    {
        var pick = random.Next(depth > 3 ? 45 : 100);
        if (pick < 32)
        {
            return Of(Paths);
        }

        if (pick < 45)
        {
            return Of(Literals);
        }

        if (pick < 60)
        {
            return $"{Expression(depth + 1)}{(Chance(80) ? " " : "")}{Of(Operators)} {Expression(depth + 1)}";
        }

        if (pick < 66)
        {
            return $"({Expression(depth + 1)})";
        }

        if (pick < 72)
        {
            return Of(["!", "-", "+"]) + Expression(depth + 1);
        }

        if (pick < 75)
        {
            return $"({Expression(depth + 1)} ? {Expression(depth + 1)} : {Expression(depth + 1)})";
        }

        if (pick < 77)
        {
            return $"[{Expression(depth + 1)}, {Expression(depth + 1)}]{(Chance(50) ? "[" + Expression(depth + 2) + "]" : "")}";
        }

        var (name, least, most) = Of(Functions);
        return $"{name}({string.Join(", ", Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Expression(depth + 1)))})";
    }

    private JsonObject Data()
    {
        var data = new JsonObject
        {
            ["a"] = Of<JsonNode?>([0, 1, 2, -1, 1.5]),
            ["b"] = Value(0),
            ["c"] = Value(0),
            ["d"] = Of(Texts),
            ["e"] = Value(0),
            ["x"] = Chance(85) ? new JsonObject { ["y"] = Chance(50) ? Value(1) : new JsonObject { ["z"] = Value(2) }, ["Z"] = 1 } : Value(0),
            ["l"] = Chance(85) ? new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(1))]) : Value(0),
            ["m"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(i => Chance(90) ? new JsonObject { ["k"] = Value(1), ["i"] = i, ["a"] = Value(2), ["l"] = new JsonArray(1, "x") } : Value(1))]),
            ["nul"] = null,
            ["t"] = true,
            ["f"] = false,
            ["s"] = Of(Texts),
            ["emptyList"] = new JsonArray(),
            ["emptyText"] = "",
            ["num"] = random.Next(1000),
            ["neg"] = -random.Next(50),
            ["frac"] = double.Parse((random.Next(100000) / 1000.0).ToString("0.###", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            ["obj"] = new JsonObject { ["k"] = Value(2), ["y"] = Value(2), ["a"] = 1 },
        };
        foreach (var name in (string[])["BB", "bb", "K", "missing"])
        {
            if (Chance(15))
            {
                data[name] = Value(1);
            }
        }

        return data;
    }

    private JsonNode? Value(int depth) => random.Next(depth > 1 ? 9 : 11) switch
    {
        0 => null,
        1 => Chance(50),
        2 or 3 => random.Next(-20, 200),
        4 => Of<JsonNode>([0.1, 0.2, 1.5, -0.5, 1e21, 1e-7, 123456.789, 2.675, 1e15, 0.30000000000000004, 33.333333333333336, 1000000]),
        5 or 6 => Of(Texts),
        7 => Of(["Ada", "b", "5", "a,b", "Straße"]),
        8 => "t",
        9 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth + 1))]),
        _ => new JsonObject { ["k"] = Value(depth + 1), ["y"] = Value(depth + 1) },
    };
}
