using System.Text.Json.Nodes;
using ChatBot.Channels.Teams.Outbound;
using ChatBot.Chat;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>How a pressed button is answered in place.</summary>
internal abstract record PressResult
{
    private PressResult()
    {
    }

    /// <summary>With this answer; whoever writes it to the wire settles its delivery.</summary>
    public sealed record Answered(Answer Answer) : PressResult;

    /// <summary>With nothing new: it was done before, or there is nothing to say.</summary>
    public sealed record Nothing : PressResult;

    /// <summary>It could not be taken; the client may try again.</summary>
    public sealed record NotTaken : PressResult;

    /// <summary>It takes longer than the client waits; the answer will replace the card.</summary>
    public sealed record Later : PressResult;
}

/// <summary>
/// Pressed buttons (<c>adaptiveCard/action</c>): the client waits for the answer in the HTTP response, at most 15 seconds, and Teams repeats a click that took
/// long, under the same id and later under a new one. All of them are one press and get one answer.
/// </summary>
internal sealed partial class Presses(
    Inbox inbox, TurnAnswers answers, Backlog backlog, TeamsSettings settings, TimeProvider clock, ILogger<Presses> log)
{
    private readonly Recently<PressResult> clicks = new(TimeSpan.FromSeconds(45), clock);

    /// <summary>Answers a press, or promises to.</summary>
    public async Task<PressResult> Answer(Activity activity, Turn turn, string payload, CancellationToken cancel)
    {
        var click = TurnReader.Click(activity);
        var mine = false;
        var work = clicks.Once(click, () =>
        {
            mine = true;
            var begun = Press(activity, turn, payload);
            backlog.Track(begun);
            return begun;
        });
        try
        {
            var result = await work.WaitAsync(TimeSpan.FromSeconds(settings.AnswerSeconds), clock, cancel);
            if (result is PressResult.NotTaken)
            {
                clicks.Forget(click);
            }

            return result;
        }
        catch (TimeoutException)
        {
            if (mine)
            {
                backlog.Track(ReplaceLater(activity, work));
            }

            return new PressResult.Later();
        }
    }

    private async Task<PressResult> Press(Activity activity, Turn turn, string payload)
    {
        backlog.Hold(turn.Key);
        try
        {
            return await inbox.Accept(turn.Key, Channel.Teams, payload, CancellationToken.None) switch
            {
                Acceptance.Taken when await answers.Answer(activity, turn, CancellationToken.None) is { } answer => new PressResult.Answered(answer),
                Acceptance.NotTaken => new PressResult.NotTaken(),
                _ => new PressResult.Nothing(),
            };
        }
        finally
        {
            backlog.Release(turn.Key);
        }
    }

    private async Task ReplaceLater(Activity activity, Task<PressResult> work)
    {
        try
        {
            if (await work is PressResult.Answered answered)
            {
                await answers.ReplaceCard(activity, answered.Answer, CancellationToken.None);
            }
        }
        catch (Exception failed)
        {
            NotReplaced(log, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A late answer to a pressed button failed")]
    private static partial void NotReplaced(ILogger log, Exception reason);
}

/// <summary>The body of an invoke's response: <c>{statusCode, type, value}</c>, inside HTTP 200.</summary>
internal static class PressResponse
{
    // Said when no card could be made in time; everything else that people read stands in cards and the phrasebook.
    private const string Working = "Working on it. The answer will appear here in a moment.";

    /// <summary>The body of a result.</summary>
    public static JsonObject Of(PressResult result) => result switch
    {
        PressResult.Answered answered => Body(200, CardMessage.CardType, answered.Answer.Card.DeepClone()),
        PressResult.Later => Body(200, "application/vnd.microsoft.activity.message", Working),
        _ => Body(200, "application/vnd.microsoft.activity.message", string.Empty),
    };

    /// <summary>The body for an invoke whose value holds no action.</summary>
    public static JsonObject BadRequest() =>
        Body(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "BadRequest", ["message"] = "Missing action property" });

    private static JsonObject Body(int status, string type, JsonNode value) => new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };
}
