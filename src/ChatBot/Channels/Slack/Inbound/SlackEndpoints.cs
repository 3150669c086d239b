using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Chat;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>
/// Slack's three doors: prove that it is Slack, read what happened, commit it, acknowledge. Nothing of the body is read before the signature held, and
/// refusals say nothing but their status. Whether Slack sends an event again (<c>X-Slack-Retry-Num</c>) makes no difference: its key does.
/// </summary>
internal sealed partial class SlackEndpoints(
    SlackSignature signature, Visitors visitors, Inbox inbox, Backlog backlog, Submissions submissions, TimeProvider clock, ILogger<SlackEndpoints> log)
{
    /// <summary>Stops the repeats of what will never be taken.</summary>
    private const string NoRetry = "X-Slack-No-Retry";

    /// <summary>Handles one request.</summary>
    public async Task Handle(HttpContext http, Door door)
    {
        var (body, refused) = await SlackBody.Read(http.Request, door, http.RequestAborted);
        if (refused != 0)
        {
            http.Response.StatusCode = refused;
            return;
        }

        var headers = http.Request.Headers;
        if (!signature.Holds(headers[SlackSignature.TimestampHeader], headers[SlackSignature.SignatureHeader], body, clock.GetUtcNow()))
        {
            // Slack tests a command's address with requests that are not signed; they are nothing but answered.
            var isTest = door == Door.Commands && body.Length < 1000 && SlackBody.Fields(body).Text("ssl_check") == "1";
            http.Response.StatusCode = isTest ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
            if (!isTest)
            {
                LogNotSlack(log, door);
            }

            return;
        }

        if (SlackBody.Parse(body, door) is not { } payload)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await Take(http, new Envelope(door, payload));
    }

    private async Task Take(HttpContext http, Envelope envelope)
    {
        switch (envelope.Payload.Text("type"))
        {
            case "url_verification" when envelope.Door == Door.Events:
                await Write(http, new JsonObject { ["challenge"] = envelope.Payload.Text("challenge") });
                return;
            case "app_rate_limited" when envelope.Door == Door.Events:
                LogRateLimited(log);
                return;
        }

        var (team, enterprise) = EventReader.Installation(envelope);
        if (!visitors.IsAllowed(team, enterprise))
        {
            LogNotAllowed(log, envelope.Door);
            http.Response.Headers[NoRetry] = "1";
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // What is nothing that a person did to the bot, and what will be invented, is acknowledged.
        if (EventReader.Read(envelope) is { } happened)
        {
            await (happened.What == Happening.Submitted ? Submit(http, envelope, happened) : Accept(http, envelope, happened));
        }
    }

    private async Task Accept(HttpContext http, Envelope envelope, SlackEvent happened)
    {
        switch (await inbox.Accept(happened.Key, Channel.Slack, envelope.ToString(), http.RequestAborted))
        {
            case Acceptance.Taken:
                backlog.Add(happened.Key, happened);
                break;
            case Acceptance.NotTaken when envelope.Door == Door.Commands:
                await Write(http, new JsonObject { ["response_type"] = "ephemeral", ["text"] = SlackWords.TryAgain });
                break;
            case Acceptance.NotTaken:
                // An event is sent again by Slack; at a button Slack shows that something went wrong, and the words come beside it.
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                if (happened.Place.ResponseUrl.Length > 0)
                {
                    backlog.Track(submissions.SayTryAgain(happened));
                }

                break;
        }
    }

    private async Task Submit(HttpContext http, Envelope envelope, SlackEvent happened)
    {
        var (taken, answer) = await submissions.Take(envelope, happened, http.RequestAborted);
        if (!taken)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (answer is not null)
        {
            await Write(http, answer);
        }
    }

    private static Task Write(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), http.RequestAborted).AsTask();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request without a valid signature of Slack's was refused at {Door}")]
    private static partial void LogNotSlack(ILogger log, Door door);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request of a workspace that Slack:AllowedTeams does not list was refused at {Door}")]
    private static partial void LogNotAllowed(ILogger log, Door door);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack holds events back: more than it delivers to one app in an hour")]
    private static partial void LogRateLimited(ILogger log);
}
