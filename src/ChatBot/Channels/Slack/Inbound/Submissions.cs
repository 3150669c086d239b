using System.Text.Json.Nodes;
using ChatBot.Cards;
using ChatBot.Cards.BlockKit;
using ChatBot.Channels.Slack.Outbound;
using ChatBot.Chat;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>
/// Sent forms: Slack waits three seconds for what becomes of the view. A field that is wrong is told at the field, an answer that is a form again takes
/// the view's place, and anything else closes it and comes as a message.
/// </summary>
internal sealed partial class Submissions(
    Inbox inbox, Backlog backlog, SlackAnswers answers, SlackApi api, SlackSettings settings, TimeProvider clock, ILogger<Submissions> log)
{
    /// <summary>Whether it was taken, and what Slack is to do with the view.</summary>
    public async Task<(bool Taken, JsonObject? View)> Take(Envelope envelope, SlackEvent happened, CancellationToken cancel)
    {
        var view = envelope.Payload.Object("view");
        var wrong = FieldErrors.Of(view);
        if (wrong.Count > 0)
        {
            return (true, Errors(wrong));
        }

        switch (await inbox.Accept(happened.Key, Channel.Slack, envelope.ToString(), cancel))
        {
            case Acceptance.NotTaken:
                return FieldErrors.FirstField(view) is { } field ? (true, Errors(new JsonObject { [field] = SlackWords.TryAgain })) : (false, null);
            case Acceptance.SeenBefore:
                return (true, Clear());
        }

        var work = Answer(happened);
        backlog.Track(work);
        try
        {
            var answer = await work.WaitAsync(TimeSpan.FromSeconds(settings.AnswerSeconds), clock, cancel);
            if (answer is not null && CardBlocks.IsForm(answer.Card))
            {
                await answers.Settle(answer, new SlackOutcome.Accepted([]), CancellationToken.None);
                return (true, new JsonObject { ["response_action"] = "update", ["view"] = CardBlocks.Modal(answer.Card) });
            }

        }
        catch (Exception late) when (late is TimeoutException || (late is OperationCanceledException && cancel.IsCancellationRequested))
        {
            // The view closes now, and the answer comes as a message.
        }
        catch (Exception failed)
        {
            // It stays undone in the inbox. Who sends the form again is answered then; the one-use token lets only one of the two act.
            LogFailed(log, failed, happened.Key);
            return (false, null);
        }

        backlog.Track(ShowLater(happened, work));
        return (true, Clear());
    }

    /// <summary>Tells whoever pressed a button that nothing came of it.</summary>
    public Task SayTryAgain(SlackEvent happened) =>
        api.Respond(happened.Place.ResponseUrl, new BlockMessage(SlackWords.TryAgain, []), replace: false, CancellationToken.None);

    private async Task<Answer?> Answer(SlackEvent happened)
    {
        backlog.Hold(happened.Key);
        try
        {
            return await answers.Answer(happened, CancellationToken.None);
        }
        finally
        {
            backlog.Release(happened.Key);
        }
    }

    /// <summary>An answer that could not be made stays undone in the inbox, and a sweep tries it again.</summary>
    private async Task ShowLater(SlackEvent happened, Task<Answer?> work)
    {
        await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (work is { IsCompletedSuccessfully: true, Result: { } answer })
        {
            await answers.Show(happened, answer, CancellationToken.None);
        }
    }

    private static JsonObject Clear() => new() { ["response_action"] = "clear" };

    private static JsonObject Errors(JsonObject fields) => new() { ["response_action"] = "errors", ["errors"] = fields };

    [LoggerMessage(Level = LogLevel.Error, Message = "The form {Event} was not answered")]
    private static partial void LogFailed(ILogger log, Exception reason, string @event);
}

/// <summary>What is wrong in a form's fields that Slack itself let through.</summary>
internal static class FieldErrors
{
    /// <summary>A sentence per field, by its block_id.</summary>
    public static JsonObject Of(JsonObject? view)
    {
        var errors = new JsonObject();
        foreach (var block in view.List("blocks").Where(block => block.Text("type") == "input" && block.Text("block_id").Length > 0))
        {
            var element = block.Object("element");
            if (element.Text("type") != "plain_text_input")
            {
                continue;
            }

            var written = view.Object("state").Object("values").Object(block.Text("block_id"))?.Select(one => one.Value).OfType<JsonObject>().FirstOrDefault().Text("value") ?? string.Empty;
            if (!block.Is("optional") && string.IsNullOrWhiteSpace(written))
            {
                errors[block.Text("block_id")] = SlackWords.Empty;
            }
            else if (element?["max_length"] is JsonValue most && most.TryGetValue<int>(out var longest) && written.Length > longest)
            {
                errors[block.Text("block_id")] = SlackWords.TooLong(longest);
            }
        }

        return errors;
    }

    /// <summary>The first field, where what concerns the whole form can be said; null when there is none.</summary>
    public static string? FirstField(JsonObject? view) =>
        view.List("blocks").Where(block => block.Text("type") == "input").Select(block => block.Text("block_id")).FirstOrDefault(id => id.Length > 0);
}
