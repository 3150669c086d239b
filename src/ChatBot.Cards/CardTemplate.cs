using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards.Checks;
using ChatBot.Cards.Expressions;
using ChatBot.Cards.Templates;

namespace ChatBot.Cards;

/// <summary>
/// An Adaptive Card template, compiled once and expanded with data as Microsoft's JavaScript engine
/// (adaptivecards-templating 2.3.1) expands it, or refused: never differently. The language is in cards/README.md.
/// Immutable, and safe to use from many threads.
/// </summary>
public sealed class CardTemplate
{
    private readonly TemplateNode root;

    private CardTemplate(string name, TemplateNode root)
    {
        Name = name;
        this.root = root;
    }

    /// <summary>The template's name, such as <c>score</c>.</summary>
    public string Name { get; }

    /// <summary>The file as messages call it, such as <c>cards/score.json</c>.</summary>
    private string File => FileOf(Name);

    /// <summary>Reads a template; throws <see cref="CardTemplateException"/> for anything outside the language.</summary>
    /// <param name="name">Name of the template, with or without <c>.json</c>.</param>
    /// <param name="json">Its text.</param>
    public static CardTemplate Compile(string name, string json) => new(name, TemplateReader.Read(FileOf(name), json));

    /// <summary>Expands with a record, serialised by <see cref="CardJson.Options"/>.</summary>
    public JsonObject Expand(object data) => Expand(JsonSerializer.SerializeToElement(data, data.GetType(), CardJson.Options));

    /// <summary>
    /// Expands with data. Throws <see cref="CardTemplateException"/> where the reference engine throws or shows the reader an
    /// expression, and when the card would be larger than <see cref="CardRules.HardLimit"/>.
    /// </summary>
    public JsonObject Expand(JsonElement data)
    {
        if (ExpandNode(data) is not JsonObject card)
        {
            throw new CardTemplateException($"{File}: with this data it is no card, but a list or nothing.");
        }

        return card;
    }

    /// <summary>
    /// Checks every path against the record that the template is given, and that supplied text stays where there is no markup.
    /// Throws <see cref="CardTemplateException"/> that names file, line, expression and record.
    /// </summary>
    public void Check(Type dataType) => new TemplateCheck(dataType).Run(root);

    /// <summary>Expands whatever the template is; false from <paramref name="data"/>'s side is null.</summary>
    internal JsonNode? ExpandNode(JsonElement data)
    {
        try
        {
            return root.TryExpand(new Scope(data), out var written) ? written : null;
        }
        catch (EvaluationRefused e)
        {
            throw new CardTemplateException($"{File}: {e.Message}.", e);
        }
    }

    private static string FileOf(string name) => name.Contains('/') || name.EndsWith(".json", StringComparison.Ordinal) ? name : $"cards/{name}.json";
}
