using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards;

/// <summary>
/// A card as an HTML fragment for our own page: one form, everything encoded, classes only (no inline style, no script), so it
/// works under a content security policy without 'unsafe-inline'.
/// </summary>
public static class CardHtml
{
    /// <summary>Renders the card. Buttons post <c>action</c> = <c>{"verb":…,"data":{…}}</c> beside the inputs, to <paramref name="actionUrl"/>.</summary>
    /// <param name="card">An expanded card.</param>
    /// <param name="actionUrl">Where the form is posted.</param>
    /// <param name="idPrefix">Put before every id, so that several cards can stand on one page.</param>
    public static string Render(JsonObject card, string actionUrl, string idPrefix = "ac")
    {
        var html = new Html();
        html.Open("form", ("class", "ac-card"), ("method", "post"), ("action", actionUrl), ("lang", card.Text("lang") is { Length: > 0 } language ? language : null));
        new HtmlElements(html, idPrefix).Write(card.List("body"));
        HtmlActions.Write(html, card.List("actions"));
        html.Close("form");
        return html.ToString();
    }
}
