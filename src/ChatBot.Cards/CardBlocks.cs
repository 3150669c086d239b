using System.Text.Json.Nodes;
using ChatBot.Cards.BlockKit;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards;

/// <summary>
/// A card as Slack's Block Kit. Whatever the card holds, the result is within Slack's limits: what does not fit is shortened, and a
/// line says what is missing. Nothing that a person supplied becomes a mention or a link.
/// </summary>
public static class CardBlocks
{
    /// <summary>Whether the card asks for input: then Slack shows it as a modal.</summary>
    public static bool IsForm(JsonObject card) => Card.Inputs(card["body"]).Any();

    /// <summary>
    /// The card as a message. A form becomes its texts and one button that opens it; Slack opens a modal only within three seconds
    /// of a press.
    /// </summary>
    /// <param name="card">An expanded card.</param>
    /// <param name="opener">What the button that opens a form says; without it <see cref="BlockAction.OpenForm"/> with the form's own verb and data.</param>
    /// <param name="words">The reader's language; English when absent.</param>
    public static BlockMessage Message(JsonObject card, BlockAction? opener = null, BlockWords? words = null)
    {
        var said = words ?? BlockWords.English;
        return new(Fallback(card), Fit.Into(Surface.Message, Pieces(card, Surface.Message, opener, said), said));
    }

    /// <summary>The card as the App Home tab: <c>{"type":"home","blocks":[…]}</c>.</summary>
    public static JsonObject Home(JsonObject card, BlockAction? opener = null, BlockWords? words = null)
    {
        var said = words ?? BlockWords.English;
        return new() { ["type"] = "home", ["blocks"] = Fit.Into(Surface.Home, Pieces(card, Surface.Home, opener, said), said) };
    }

    /// <summary>
    /// A form as a modal view. callback_id is the verb of its button; private_metadata holds the button's data, and is read back by
    /// <see cref="SubmittedForm.Read"/>. Each input's id is its block_id.
    /// </summary>
    public static JsonObject Modal(JsonObject form, BlockWords? words = null) => new FormView(words ?? BlockWords.English).Write(form);

    private static List<Piece> Pieces(JsonObject card, Surface surface, BlockAction? opener, BlockWords words)
    {
        var buttons = new Buttons(words);
        var pieces = new Elements(surface, buttons, inputs: null, words).Body(card);
        pieces.AddRange(buttons.Write(IsForm(card) ? [Opener(card, opener, words)] : card.List("actions")));
        if (pieces.Count == 0)
        {
            // Slack takes no message without a block.
            pieces.Add(new(Buttons.Note(card.Text("fallbackText"))));
        }

        return pieces;
    }

    private static JsonObject Opener(JsonObject card, BlockAction? given, BlockWords words)
    {
        var opener = given ?? new BlockAction(BlockAction.OpenForm, BlockAction.Of(FormView.Submit(card)).ToJson());
        return new() { ["type"] = "Action.Execute", ["title"] = words.OpenForm, ["verb"] = opener.Verb, ["data"] = opener.Data.DeepClone() };
    }

    /// <summary>For notifications and screen readers. Escaping makes it longer, so the text is shortened by what that adds.</summary>
    private static string Fallback(JsonObject card)
    {
        var text = Plain.Clean(CardText.Render(card)).Trim();
        text = text.Length > 0 ? text : Plain.Clean(card.Text("fallbackText"));
        var most = Limits.Fallback;
        while (Plain.Escape(Cut.Short(text, most)) is { Length: > Limits.Fallback } escaped)
        {
            most -= Math.Max(1, (escaped.Length - Limits.Fallback) / 5);
        }

        return text.Length == 0 ? "–" : Plain.Escape(Cut.Short(text, most));
    }
}
