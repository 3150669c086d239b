using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.Rules;

/// <summary>Walks one card and collects what is wrong with it.</summary>
internal sealed class CardCheck
{
    private static readonly string[] CardMembers = ["type", "$schema", "version", "body", "actions", "fallbackText", "speak", "lang", "rtl", "msteams", "metadata", "refresh"];

    private readonly List<string> found = [];
    private readonly HashSet<string> inputs = new(StringComparer.Ordinal);
    private int buttons;
    private int tables;
    private bool isForm;

    public IReadOnlyList<string> Run(JsonObject card)
    {
        Require(card.Kind() == "AdaptiveCard", "card", "its type is not AdaptiveCard");
        Require(card.Text("version") == "1.5", "card", "its version is not 1.5");
        foreach (var member in card.Select(m => m.Key).Where(m => !CardMembers.Contains(m)))
        {
            Fail("card", $"{member} is not allowed");
        }

        isForm = Card.Inputs(card).Any();
        Elements(card, "body", "body");
        Require(card.List("body").Any(), "card", "it has no body");
        Actions(card, "actions");
        Require(buttons <= CardRules.MostButtons, "card", $"it has {buttons} buttons, at most {CardRules.MostButtons} are allowed");
        Require(tables <= 1, "card", $"it has {tables} tables, at most one is allowed");
        if (isForm)
        {
            Require(buttons == 1 && card.List("actions").Count() == 1, "card", "a form has one button, its submit, among the card's own actions");
            Require(card.List("body").FirstOrDefault()?.IsHeading() == true, "card", "a form begins with its title, a heading");
        }

        StringCheck.Run(card, found);
        var bytes = CardJson.Bytes(card);
        Require(bytes <= CardRules.SoftLimit, "card", string.Create(CultureInfo.InvariantCulture, $"it has {bytes} bytes, more than {CardRules.SoftLimit}"));
        return found;
    }

    public void Fail(string where, string what) => found.Add($"{where}: {what}.");

    public void Require(bool holds, string where, string what)
    {
        if (!holds)
        {
            Fail(where, what);
        }
    }

    /// <summary>Takes the id of an input; ids are used once.</summary>
    public void Take(string id, string where)
    {
        Require(id.Length > 0, where, "it has no id");
        Require(id.Length == 0 || inputs.Add(id), where, $"the id {id} is used twice");
    }

    public void CountTable() => tables++;

    public void Elements(JsonObject holder, string list, string where)
    {
        if (holder[list] is not JsonArray items)
        {
            Fail(where, $"{list} is not a list");
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{where}[{i}]");
            if (items[i] is JsonObject element)
            {
                Element(element, $"{at} {element.Kind()}");
            }
            else
            {
                Fail(at, "it is not an element");
            }
        }
    }

    public void Element(JsonObject element, string where)
    {
        if (isForm && element.Kind() is not ("TextBlock" or "RichTextBlock") && !element.Kind().StartsWith("Input.", StringComparison.Ordinal))
        {
            Fail(where, "a form holds texts and inputs only");
            return;
        }

        new ElementCheck(this).Run(element, where);
    }

    public void Actions(JsonObject holder, string where)
    {
        if (!holder.ContainsKey("actions"))
        {
            return;
        }

        var number = 0;
        foreach (var action in holder.List("actions"))
        {
            buttons++;
            ActionCheck.Run(this, action, string.Create(CultureInfo.InvariantCulture, $"{where}[{number++}] {action.Kind()}"));
        }

        Require(holder["actions"] is JsonArray list && list.Count == number, where, "it is not a list of actions");
    }
}
