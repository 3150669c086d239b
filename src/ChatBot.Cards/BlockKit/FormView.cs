using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>Writes a form as a modal.</summary>
internal sealed class FormView(BlockWords words)
{
    /// <summary>The form's one button; an empty one where there is none.</summary>
    public static JsonObject Submit(JsonObject form) =>
        form.List("actions").FirstOrDefault(a => a.Kind() is "Action.Execute" or "Action.Submit") ?? [];

    public JsonObject Write(JsonObject form)
    {
        var (title, body) = Title(form);
        var submit = Submit(form);
        var pressed = BlockAction.Of(submit);
        var inputs = new Inputs(words);
        var pieces = new Elements(Surface.Modal, new Buttons(words), inputs, words).Body(body);
        var metadata = new JsonObject { ["data"] = pressed.Data };
        foreach (var (name, held) in new[] { ("values", inputs.Values), ("off", inputs.Off) })
        {
            if (held.Count > 0)
            {
                metadata[name] = held;
            }
        }

        var kept = metadata.ToJsonString(CardJson.Options);
        if (pressed.Verb.Length is 0 or > Limits.Id || kept.Length > Limits.Metadata)
        {
            // Without its data the form would do something else than it says, so it is shown, but not sent.
            pieces = [.. pieces.Where(p => p.Type != "input"), new Piece(Buttons.Note(words.NoForm), IsKept: true)];
            return View(title, pieces);
        }

        var send = Plain.Clean(submit.Text("title")).Trim();
        if (send.Length > Limits.ModalTitle)
        {
            pieces.Add(new(Buttons.Note(send), IsKept: true));
        }

        var view = View(title, pieces);
        view["callback_id"] = pressed.Verb;
        view["private_metadata"] = kept;
        view["submit"] = Plain.Text(send, Limits.ModalTitle);
        return view;
    }

    private JsonObject View(string title, IReadOnlyList<Piece> pieces) => new()
    {
        ["type"] = "modal",
        ["title"] = Plain.Text(title, Limits.ModalTitle),
        ["close"] = Plain.Text(words.Cancel, Limits.ModalTitle),
        ["blocks"] = Fit.Into(Surface.Modal, pieces, words),
    };

    /// <summary>A heading that a modal's title can hold stands there only; a longer one also stands in full above the inputs.</summary>
    private (string Title, JsonObject Body) Title(JsonObject form)
    {
        var heading = form.List("body").FirstOrDefault(e => e.IsHeading());
        var title = heading is null ? words.Form : Plain.Clean(PlainLines.Plain(heading.Text("text"))).Replace('\n', ' ').Trim();
        if (heading is null || title.Length > Limits.ModalTitle)
        {
            return (title, form);
        }

        return (title, new JsonObject { ["body"] = new JsonArray([.. form.List("body").Where(e => e != heading).Select(e => e.DeepClone())]) });
    }
}
