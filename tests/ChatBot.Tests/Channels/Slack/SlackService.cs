using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Channels.Slack.Inbound;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>The whole service on a port of its own with a database of its own, its Web API being <see cref="FakeSlack"/>.</summary>
internal sealed class SlackService : WebApplicationFactory<Program>
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly Dictionary<string, string> settings;
    private readonly Action<IServiceCollection>? parts;

    private SlackService(Dictionary<string, string> settings, Action<IServiceCollection>? parts) => (this.settings, this.parts) = (settings, parts);

    /// <summary>The client of the tests, on the service's real port.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts the service.</summary>
    public static SlackService Start(FakeSlack slack, TestDatabase database, Action<IServiceCollection>? parts = null, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:BotDb"] = database.Address.Connection,
            ["Help:Contact"] = "ai-help@example.com",
            ["Deliveries:Enabled"] = "false",
            ["Slack:BotToken"] = "xoxb-1-test",
            ["Slack:SigningSecret"] = Secret,
            ["Slack:AllowedTeams"] = "T0SIM E0ORG",
            ["Slack:ApiBase"] = $"{slack.Address}api/",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var service = new SlackService(all, parts);
        service.UseKestrel(0);
        service.Client = service.CreateClient();
        service.Client.DefaultRequestHeaders.ExpectContinue = false;
        return service;
    }

    /// <summary>Posts an event, signed.</summary>
    public Task<HttpResponseMessage> Event(JsonObject body, int? retry = null) => Post("events", "application/json", body.ToJsonString(), retry);

    /// <summary>Posts a command, signed.</summary>
    public Task<HttpResponseMessage> Command(IReadOnlyDictionary<string, string> fields) => Post("commands", Form, Encoded(fields));

    /// <summary>Posts an interaction, signed.</summary>
    public Task<HttpResponseMessage> Interaction(JsonObject payload) =>
        Post("interactions", Form, Encoded(new Dictionary<string, string>(StringComparer.Ordinal) { ["payload"] = payload.ToJsonString() }));

    /// <summary>Posts anything, signed with the secret given.</summary>
    public async Task<HttpResponseMessage> Post(string door, string contentType, string body, int? retry = null, string secret = Secret, bool signed = true)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/slack/{door}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.ExpectContinue = bytes.Length > 64 * 1024; // What is refused unread would else break the pipe under its sender, before the answer is read.
        if (signed)
        {
            request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
            request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Sign(secret, timestamp, bytes));
        }

        if (retry is { } number)
        {
            request.Headers.Add("X-Slack-Retry-Num", number.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
        }

        return await Client.SendAsync(request);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services => parts?.Invoke(services));
    }

    private const string Form = "application/x-www-form-urlencoded";

    private static string Encoded(IReadOnlyDictionary<string, string> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}"));
}
