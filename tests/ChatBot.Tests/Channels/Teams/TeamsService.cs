using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Channels.Teams;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>
/// The whole service on a port of its own with a database of its own, its HTTP led to <see cref="FakeTeams"/>. It runs as in production unless told otherwise.
/// </summary>
internal sealed class TeamsService : WebApplicationFactory<Program>
{
    public const string AppId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    public const string Tenant = "11111111-2222-4333-8444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string RealHost = "X-Real-Host";
    public const string RealPath = "X-Real-Path";

    private static readonly (string Key, string Value)[] Credentials =
    [
        ("Teams:AppId", AppId), ("Teams:AppTenant", Tenant), ("Teams:Secret", "a-secret"), ("Teams:AllowedTenants", Tenant), ("Help:Contact", "help@example.com"),
    ];

    private readonly Dictionary<string, string> settings;
    private readonly Action<IServiceCollection>? parts;
    private readonly string environment;
    private readonly bool ownsDatabase;

    private TeamsService(FakeTeams teams, TestDatabase database, bool ownsDatabase, string environment, Dictionary<string, string> settings, Action<IServiceCollection>? parts)
    {
        (Teams, Database, this.ownsDatabase, this.environment, this.settings, this.parts) = (teams, database, ownsDatabase, environment, settings, parts);
    }

    public FakeTeams Teams { get; }

    public TestDatabase Database { get; }

    /// <summary>Every request that the service sent, with the address it meant and whether a token was on it.</summary>
    public ConcurrentQueue<(Uri Address, bool Token)> Sent { get; } = new();

    /// <summary>The client of the tests, on the service's real port.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts the service with credentials, as in production.</summary>
    public static async Task<TeamsService> Start(FakeTeams teams, TestDatabase? database = null, params (string Key, string Value)[] settings) =>
        await Start(teams, database, "Production", [.. Credentials, .. settings]);

    /// <summary>Starts the service with credentials and parts of the test's own.</summary>
    public static Task<TeamsService> Start(FakeTeams teams, TestDatabase database, Action<IServiceCollection> parts, params (string Key, string Value)[] settings) =>
        Start(teams, database, "Production", [.. Credentials, .. settings], parts);

    /// <summary>Starts the service with credentials and a clock of the test's.</summary>
    public static Task<TeamsService> Start(FakeTeams teams, TimeProvider clock) => Start(teams, null, "Production", Credentials, services => services.AddSingleton(clock));

    /// <summary>Starts the service without credentials, for Development.</summary>
    public static async Task<TeamsService> StartOpen(FakeTeams teams, TestDatabase? database = null) => await Start(teams, database, "Development", []);

    /// <summary>Posts an activity with a good token for it.</summary>
    public Task<HttpResponseMessage> Post(JsonObject activity) => Post(activity, IssuerKey.First.Sign(Tokens.Good()));

    /// <summary>Posts an activity with this token, or without one.</summary>
    public Task<HttpResponseMessage> Post(JsonObject activity, string? token) => Post(Encoding.UTF8.GetBytes(activity.ToJsonString()), token);

    /// <summary>Posts bytes.</summary>
    public async Task<HttpResponseMessage> Post(byte[] body, string? token, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        return await Client.SendAsync(request);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
        if (ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            parts?.Invoke(services);
            foreach (var name in new[] { TeamsHttp.Metadata, TeamsHttp.Login, TeamsHttp.Connector })
            {
                services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => new ToFake(this));
            }
        });
    }

    private static async Task<TeamsService> Start(FakeTeams teams, TestDatabase? database, string environment, (string Key, string Value)[] settings, Action<IServiceCollection>? parts = null)
    {
        var all = settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal);
        var own = database ?? await TestDatabase.Create();
        all["ConnectionStrings:BotDb"] = own.Address.Connection;
        all.TryAdd("Help:Contact", "ai-help@example.com");
        all.TryAdd("Deliveries:Enabled", "false");
        var service = new TeamsService(teams, own, database is null, environment, all, parts);
        service.UseKestrel(0);
        service.Client = service.CreateClient();
        service.Client.DefaultRequestHeaders.ExpectContinue = false;
        return service;
    }

    /// <summary>Notes where a request is meant to go and takes it to the fake, through the handler the service itself uses.</summary>
    private sealed class ToFake(TeamsService service)
        : DelegatingHandler(TeamsHttp.Handler(loopback: true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])))
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var meant = request.RequestUri!;
            service.Sent.Enqueue((meant, request.Headers.Authorization is not null));
            request.Headers.Add(RealHost, meant.Host);
            request.Headers.Add(RealPath, meant.PathAndQuery);
            request.RequestUri = new Uri(service.Teams.Address, meant.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
