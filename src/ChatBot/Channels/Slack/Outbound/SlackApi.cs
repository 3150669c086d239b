using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards.BlockKit;
using ChatBot.Channels.Slack.Inbound;

namespace ChatBot.Channels.Slack.Outbound;

/// <summary>
/// Slack's Web API, as far as the bot uses it. The token goes to the address of the settings and nowhere else; answers to commands go without it to the
/// hosts of the settings only.
/// </summary>
internal sealed partial class SlackApi(SlackSettings settings, IHttpClientFactory http, ChannelWindows windows, TimeProvider clock, ILogger<SlackApi> log)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly IReadOnlyList<string> hookHosts = SlackSettings.List(settings.HookHosts);

    /// <summary>Who the token is.</summary>
    public Task<SlackOutcome> Test(CancellationToken cancel) => Call("auth.test", [], cancel);

    /// <summary>Posts into a conversation, in its turn: Slack takes about one a second there.</summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="message">The message.</param>
    /// <param name="thread">Time of the message that heads the thread; empty outside of one.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<SlackOutcome> Post(string channel, BlockMessage message, string thread, CancellationToken cancel)
    {
        await windows.Enter(channel, cancel);
        return await Deliver(channel, message, thread, cancel);
    }

    /// <summary>The same for whoever waited for the conversation's turn already, see <see cref="Window"/>.</summary>
    public Task<SlackOutcome> Deliver(string channel, BlockMessage message, string thread, CancellationToken cancel) =>
        Call("chat.postMessage", With(message, ("channel", channel), ("thread_ts", thread)), cancel);

    /// <summary>Waits until the conversation may be sent another message.</summary>
    public Task Window(string channel, CancellationToken cancel) => windows.Enter(channel, cancel);

    /// <summary>Shows a message in a conversation to one user only.</summary>
    public Task<SlackOutcome> PostEphemeral(string channel, string user, BlockMessage message, string thread, CancellationToken cancel) =>
        Call("chat.postEphemeral", With(message, ("channel", channel), ("user", user), ("thread_ts", thread)), cancel);

    /// <summary>Puts another message in place of one that was posted.</summary>
    public Task<SlackOutcome> Update(string channel, string time, BlockMessage message, CancellationToken cancel) =>
        Call("chat.update", With(message, ("channel", channel), ("ts", time)), cancel);

    /// <summary>Opens (or finds: it is the same each time) the private chat with a user.</summary>
    /// <returns>Accepted with <c>channel.id</c>.</returns>
    public Task<SlackOutcome> OpenChat(string user, CancellationToken cancel) => Call("conversations.open", new JsonObject { ["users"] = user }, cancel);

    /// <summary>Opens a form; the trigger lives three seconds.</summary>
    public Task<SlackOutcome> OpenView(string trigger, JsonObject view, CancellationToken cancel) =>
        Call("views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = view.DeepClone() }, cancel);

    /// <summary>Puts another view in place of an open form.</summary>
    public Task<SlackOutcome> UpdateView(string viewId, JsonObject view, CancellationToken cancel) =>
        Call("views.update", new JsonObject { ["view_id"] = viewId, ["view"] = view.DeepClone() }, cancel);

    /// <summary>Publishes a user's App Home tab.</summary>
    public Task<SlackOutcome> PublishHome(string user, JsonObject view, CancellationToken cancel) =>
        Call("views.publish", new JsonObject { ["user_id"] = user, ["view"] = view.DeepClone() }, cancel);

    /// <summary>A user, by id.</summary>
    public Task<SlackOutcome> User(string user, CancellationToken cancel) => Call("users.info", new JsonObject { ["user"] = user }, cancel, asForm: true);

    /// <summary>A user, by e-mail.</summary>
    public Task<SlackOutcome> UserByEmail(string email, CancellationToken cancel) => Call("users.lookupByEmail", new JsonObject { ["email"] = email }, cancel, asForm: true);

    /// <summary>Answers a command or a button at the address that came with it, without the token.</summary>
    public Task<SlackOutcome> Respond(string responseUrl, BlockMessage message, bool replace, CancellationToken cancel)
    {
        var body = message.ToJson();
        body["response_type"] = "ephemeral";
        body["replace_original"] = replace;
        return Hook(responseUrl) is { } address
            ? Send(address, "response_url", () => Json(body), withToken: false, cancel)
            : Task.FromResult<SlackOutcome>(new SlackOutcome.Refused("address"));
    }

    private static JsonObject With(BlockMessage message, params (string Name, string Value)[] arguments)
    {
        var body = message.ToJson();
        foreach (var (name, value) in arguments.Where(argument => argument.Value.Length > 0))
        {
            body[name] = value;
        }

        return body;
    }

    /// <summary>Whoever chooses the address chooses who is called: only a listed host, whole.</summary>
    private Uri? Hook(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && (uri is { Scheme: "https", IsDefaultPort: true } ? hookHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase) : settings.IsLocal && uri.Scheme == "http" && uri.IsLoopback)
            ? uri
            : null;

    /// <summary>Methods that read take a form only; a value that is no text travels as JSON in it.</summary>
    private Task<SlackOutcome> Call(string method, JsonObject arguments, CancellationToken cancel, bool asForm = false) => Send(
        new Uri(settings.ApiBase + method),
        method,
        () => asForm ? new FormUrlEncodedContent(arguments.Select(one => KeyValuePair.Create(one.Key, one.Value!.GetValue<string>()))) : Json(arguments),
        withToken: true,
        cancel);

    private static ByteArrayContent Json(JsonObject body)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Plain));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", Encoding.UTF8.WebName);
        return content;
    }

    private async Task<SlackOutcome> Send(Uri address, string method, Func<HttpContent> content, bool withToken, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content() };
            request.Headers.Authorization = withToken ? new AuthenticationHeaderValue("Bearer", settings.BotToken) : null;
            using var response = await http.CreateClient(SlackHttp.Api).SendAsync(request, cancel);
            var outcome = SlackAnswer.Read((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancel), Asked(response), isHook: !withToken);
            Note(method, outcome, response);
            return outcome;
        }
        catch (HttpRequestException failed) when (NeverLeft(failed))
        {
            return new SlackOutcome.NotNow("not-connected", null);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return new SlackOutcome.Unclear("connection-lost");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SlackOutcome.Unclear("timeout");
        }
    }

    private void Note(string method, SlackOutcome outcome, HttpResponseMessage response)
    {
        if (SlackError.StopsAll(outcome.Why))
        {
            LogStopped(log, method, outcome.Why, RequestId(response));
        }
        else if (outcome is not SlackOutcome.Accepted)
        {
            LogRefused(log, method, outcome.Why, RequestId(response));
        }
    }

    private static string RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-slack-req-id", out var ids) && ids.First() is { Length: <= 100 } id && id.All(char.IsAsciiLetterOrDigit) ? id : "-";

    /// <summary>What <c>Retry-After</c> asks for, in either of its forms.</summary>
    private TimeSpan? Asked(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>True when the request never left: looking the name up, connecting or the TLS handshake failed.</summary>
    private static bool NeverLeft(HttpRequestException failed) => failed.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack refuses {Method} for everybody: {Code} (request {Request}). Nothing is sent there for an hour; mend the app's token or its scopes.")]
    private static partial void LogStopped(ILogger log, string method, string code, string request);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not take {Method}: {Code} (request {Request})")]
    private static partial void LogRefused(ILogger log, string method, string code, string request);
}
