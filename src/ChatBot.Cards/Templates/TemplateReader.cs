using System.Text;
using System.Text.Json;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Templates;

/// <summary>Compiles the JSON of a template, and knows the line of everything in it.</summary>
internal ref struct TemplateReader
{
    private static readonly string[] Reserved = ["$root", "$index", "$host", "$_acTemplateVersion", "__proto__"];

    private readonly string file;
    private readonly byte[] utf8;
    private Utf8JsonReader json;
    private int line = 1;
    private int counted;
    private int depth;

    private TemplateReader(string file, byte[] utf8)
    {
        this.file = file;
        this.utf8 = utf8;
        json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 256 });
    }

    public static TemplateNode Read(string file, string text)
    {
        var reader = new TemplateReader(file, Encoding.UTF8.GetBytes(text));
        try
        {
            reader.json.Read();
            var node = reader.Node();
            reader.json.Read();
            return node;
        }
        catch (JsonException e)
        {
            throw new Place(file, (int)(e.LineNumber ?? 0) + 1).Refuse("it is not valid JSON");
        }
    }

    private Place Here()
    {
        var until = (int)json.TokenStartIndex;
        line += utf8.AsSpan(counted, until - counted).Count((byte)'\n');
        counted = until;
        return new Place(file, line);
    }

    private TemplateNode Node()
    {
        if (++depth > Limits.Depth)
        {
            throw Here().Refuse($"it is nested deeper than {Limits.Depth}");
        }

        TemplateNode node = json.TokenType switch
        {
            JsonTokenType.StartObject => Object(),
            JsonTokenType.StartArray => Array(),
            JsonTokenType.String => Text(),
            JsonTokenType.Number => new StaticNode(Value.Of(json.GetDouble())),
            JsonTokenType.True or JsonTokenType.False => new StaticNode(Value.Of(json.GetBoolean())),
            _ => new StaticNode(Value.Null),
        };
        depth--;
        return node;
    }

    private TemplateNode Text()
    {
        var place = Here();
        var text = Unescaped(place);
        return text.Contains("${", StringComparison.Ordinal) ? new BoundNode(Binding.Read(text, place)) : new StaticNode(Value.Of(text));
    }

    private readonly string Unescaped(Place place)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw place.Refuse("a text holds half of a surrogate pair");
        }
    }

    private ArrayNode Array()
    {
        var items = new List<TemplateNode>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Node());
        }

        return new ArrayNode(items);
    }

    private ObjectNode Object()
    {
        var start = Here();
        var properties = new List<Property>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        DataSource? data = null;
        Spot? when = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var place = Here();
            var name = Unescaped(place);
            json.Read();
            if (!seen.Add(name))
            {
                throw place.Refuse($"\"{name}\" is written twice in one object");
            }

            if (Reserved.Contains(name) || name.Contains("${", StringComparison.Ordinal))
            {
                throw place.Refuse($"\"{name}\" cannot be the name of a property");
            }

            switch (name)
            {
                case "$data":
                    data = Data(place);
                    break;
                case "$when":
                    when = When(place);
                    break;
                default:
                    properties.Add(new(name, Node(), place));
                    break;
            }
        }

        return new ObjectNode([.. properties], data, when, start);
    }

    private DataSource Data(Place place)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            var text = Unescaped(place);
            return text.Contains("${", StringComparison.Ordinal) ? new DataSource(Binding.Read(text, place), default) : new DataSource(null, Value.Of(text));
        }

        var literal = JsonElement.ParseValue(ref json);
        return literal.GetRawText().Contains("${", StringComparison.Ordinal) || literal.GetRawText().Contains("\\u", StringComparison.Ordinal)
            ? throw place.Refuse("a literal $data cannot hold expressions or \\u escapes")
            : new DataSource(null, Value.Of(literal));
    }

    private readonly Spot When(Place place)
    {
        var text = json.TokenType == JsonTokenType.String ? Unescaped(place) : "";
        if (!text.Contains("${", StringComparison.Ordinal) || Binding.Read(text, place) is not Whole whole)
        {
            throw place.Refuse(text.Length == 0 ? "$when" : text, "$when must be one ${…} that is no literal");
        }

        return whole.Spot;
    }
}
