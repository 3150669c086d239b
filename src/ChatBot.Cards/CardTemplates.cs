using System.Collections.Frozen;

namespace ChatBot.Cards;

/// <summary>Every template of the service, each compiled and checked against the record it is given.</summary>
public sealed class CardTemplates
{
    private readonly FrozenDictionary<string, CardTemplate> templates;

    private CardTemplates(FrozenDictionary<string, CardTemplate> templates) => this.templates = templates;

    /// <summary>Names of all templates, sorted.</summary>
    public IReadOnlyList<string> Names => [.. templates.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The template of that name; throws <see cref="CardTemplateException"/> if there is none.</summary>
    public CardTemplate this[string name] =>
        templates.TryGetValue(name, out var template) ? template : throw new CardTemplateException($"There is no card template named {name}.");

    /// <summary>Compiles and checks all templates; throws <see cref="CardTemplateException"/> for the first that is refused.</summary>
    /// <param name="jsonByName">Text of each template, by its name without <c>.json</c>.</param>
    /// <param name="dataTypes">The record that each template is given, by the same names.</param>
    public static CardTemplates Load(IReadOnlyDictionary<string, string> jsonByName, IReadOnlyDictionary<string, Type> dataTypes)
    {
        foreach (var name in dataTypes.Keys.Where(n => !jsonByName.ContainsKey(n)))
        {
            throw new CardTemplateException($"cards/{name}.json is missing, but the record {dataTypes[name].Name} is meant for it.");
        }

        var loaded = new Dictionary<string, CardTemplate>(StringComparer.Ordinal);
        foreach (var (name, json) in jsonByName.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (!dataTypes.TryGetValue(name, out var type))
            {
                throw new CardTemplateException($"cards/{name}.json has no record that it is given.");
            }

            var template = CardTemplate.Compile(name, json);
            template.Check(type);
            loaded.Add(name, template);
        }

        return new(loaded.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
