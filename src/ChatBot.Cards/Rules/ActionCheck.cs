using System.Text.Json.Nodes;
using ChatBot.Cards.BlockKit;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.Rules;

/// <summary>Rules for one button.</summary>
internal static class ActionCheck
{
    /// <summary>A button's value takes 2,000 characters; one that opens a form holds the form's verb beside its data.</summary>
    private const int MostData = 1_700;

    public static void Run(CardCheck check, JsonObject action, string where)
    {
        check.Require(action.Text("title").Length > 0, where, "it has no title");
        if (!Kinds.Actions.Contains(action.Kind()))
        {
            check.Fail(where, "only Action.Execute and Action.OpenUrl are allowed");
            return;
        }

        switch (action.Kind())
        {
            case "Action.Execute":
                Execute(check, action, where);
                break;
            default:
                check.Require(Markdown.IsSafe(action.Text("url")), where, "its address is not https");
                break;
        }
    }

    /// <summary>An old client shows the fallback: it must be the same button, with its verb within the data.</summary>
    private static void Execute(CardCheck check, JsonObject action, string where)
    {
        var verb = action.Text("verb");
        check.Require(verb.Length > 0, where, "it has no verb");
        check.Require(verb.Length <= BlockAction.LongestVerb && !verb.Contains('#'), where, "its verb is too long for a button of Slack, or holds a #");
        check.Require(action["data"] is null or JsonObject, where, "its data is not an object");
        check.Require((action["data"]?.ToJsonString(CardJson.Options).Length ?? 0) <= MostData, where, "its data is too long for a button of Slack");
        if (action["fallback"] is not JsonObject fallback || fallback.Kind() != "Action.Submit")
        {
            check.Fail(where, "it has no Action.Submit as fallback");
            return;
        }

        check.Require(fallback.Text("title") == action.Text("title"), where, "its fallback has another title");
        var data = (fallback["data"] as JsonObject)?.DeepClone().AsObject() ?? [];
        check.Require(data.Text("verb") == verb, where, "its fallback's data has another verb");
        data.Remove("verb");
        check.Require(JsonNode.DeepEquals(data, action["data"] ?? new JsonObject()), where, "its fallback has other data");
    }
}
