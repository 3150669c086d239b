using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Channels.Teams.Outbound;
using ChatBot.Chat;
using Microsoft.AspNetCore.Http.Features;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>
/// <c>POST /api/messages</c>: prove who calls, read the activity, decide whether it may be acted on, commit it, acknowledge. Nothing of the body is read before the
/// token held, and refusals say nothing but their status.
/// </summary>
internal sealed partial class MessagesEndpoint(
    TeamsSettings settings, InboundTokens tokens, Admission admission, Inbox inbox, Backlog backlog, Presses presses, TurnAnswers answers,
    TimeProvider clock, ILogger<MessagesEndpoint> log)
{
    /// <summary>Handles one request.</summary>
    public async Task Handle(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var (caller, refusedStatus) = await Authenticate(http);
        if (refusedStatus is { } status)
        {
            http.Response.StatusCode = status;
            return;
        }

        var (body, unreadable) = await ReadBody(http.Request, cancel);
        if (unreadable != 0 || ActivityReader.Read(body) is not { } activity)
        {
            http.Response.StatusCode = unreadable == 0 ? StatusCodes.Status400BadRequest : unreadable;
            return;
        }

        if (admission.Refusal(caller, activity) is { } reason)
        {
            NotAdmitted(log, reason);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await Act(http, activity, Encoding.UTF8.GetString(body.Span));
    }

    private async Task<(Caller? Caller, int? Status)> Authenticate(HttpContext http)
    {
        if (!settings.HasCredentials)
        {
            return (null, Admission.IsLocal(http) ? null : StatusCodes.Status401Unauthorized);
        }

        var caller = BearerToken.Read(http.Request.Headers.Authorization) is { } token
            ? await tokens.Check(token, http.RequestAborted)
            : new Caller.Refused("no token");
        switch (caller)
        {
            case Caller.Refused refused:
                NotAuthenticated(log, refused.Reason);
                return (caller, StatusCodes.Status401Unauthorized);
            case Caller.Unknown:
                return (caller, StatusCodes.Status503ServiceUnavailable);
            default:
                return (caller, null);
        }
    }

    private async Task Act(HttpContext http, Activity activity, string payload)
    {
        var turn = TurnReader.Read(activity, clock.GetUtcNow());
        if (activity.Type == "invoke")
        {
            await Invoke(http, activity, turn, payload);
            return;
        }

        // Events that are nothing a person did to the bot, and those that will be invented, are acknowledged.
        var acceptance = turn is null ? Acceptance.SeenBefore : await inbox.Accept(turn.Key, Channel.Teams, payload, http.RequestAborted);
        if (acceptance == Acceptance.Taken)
        {
            backlog.Add(turn!.Key, new TakenActivity(activity, turn));
        }

        http.Response.StatusCode = acceptance == Acceptance.NotTaken ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
    }

    private async Task Invoke(HttpContext http, Activity activity, Turn? turn, string payload)
    {
        if (activity.Name != TurnReader.CardAction)
        {
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        if (turn is null)
        {
            await Write(http, PressResponse.BadRequest());
            return;
        }

        var result = await presses.Answer(activity, turn, payload, http.RequestAborted);
        if (result is PressResult.NotTaken)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            await Write(http, PressResponse.Of(result));
        }
        catch (Exception lost) when (result is PressResult.Answered unheard && lost is OperationCanceledException or IOException)
        {
            await answers.SettleInPlace(((PressResult.Answered)result).Answer, new ConnectorOutcome.Unclear("connection-lost"), activity.ReplyToId, CancellationToken.None);
            return;
        }

        if (result is PressResult.Answered answered)
        {
            await answers.SettleInPlace(answered.Answer, new ConnectorOutcome.Accepted(activity.ReplyToId), activity.ReplyToId, CancellationToken.None);
        }
    }

    private static async Task Write(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body), http.RequestAborted);
    }

    /// <summary>The bytes, or the status that refuses them.</summary>
    private static async Task<(ReadOnlyMemory<byte> Bytes, int Status)> ReadBody(HttpRequest request, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            || !(type.CharSet?.Trim('"') ?? "utf-8").Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || !string.IsNullOrEmpty(request.Headers.ContentEncoding))
        {
            return (default, StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > ActivityReader.MaxBytes)
        {
            return (default, StatusCodes.Status413PayloadTooLarge);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = ActivityReader.MaxBytes;
        }

        try
        {
            var read = await request.BodyReader.ReadAtLeastAsync(ActivityReader.MaxBytes + 1, cancel);
            var bytes = read.Buffer.Length > ActivityReader.MaxBytes ? null : read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return bytes is null ? (default, StatusCodes.Status413PayloadTooLarge) : (bytes, 0);
        }
        catch (BadHttpRequestException bad)
        {
            return (default, bad.StatusCode);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call without a valid token was refused: {Reason}")]
    private static partial void NotAuthenticated(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was not admitted: {Reason}")]
    private static partial void NotAdmitted(ILogger log, string reason);
}
