using System.Net;
using ChatBot.Commands;
using ChatBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Browser.Tests;

/// <summary>What a newcomer meets: the service over HTTP, started as they start it, without a browser.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-first-").FullName;

    [Fact]
    public async Task The_first_start_loads_the_demo_organisation_and_the_second_keeps_it()
    {
        using var first = new StringWriter();
        await using (var app = await Open(first))
        {
            Assert.Equal(300, await Count(app));
            Assert.StartsWith("First start: making a demo organisation of 300 people and 100 days.", first.ToString(), StringComparison.Ordinal);
        }

        using var second = new StringWriter();
        await using (var app = await Open(second))
        {
            Assert.Equal(300, await Count(app));
            Assert.Empty(second.ToString());
        }
    }

    [Fact]
    public async Task A_database_that_was_named_stays_as_it_is()
    {
        await using var app = await Open(TextWriter.Null, $"--ConnectionStrings:BotDb={Path.Combine(folder, "own.db")}");

        Assert.Equal(0, await Count(app));
    }

    [Fact]
    public async Task The_page_answers_itself_on_this_machine_and_nobody_else()
    {
        await using var app = await Open(TextWriter.Null, $"--ConnectionStrings:BotDb={Path.Combine(folder, "own.db")}");
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

        Assert.Equal(HttpStatusCode.OK, await Send(HttpMethod.Get, "/"));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Get, "/", ("Host", "evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/chat/ada@acme.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/chat/ada@acme.example", ("Origin", "https://evil.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/chat/ada@acme.example", ("Origin", "null")));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(HttpMethod.Post, "/chat/ada@acme.example", ("Sec-Fetch-Site", "cross-site"), ("Origin", address.GetLeftPart(UriPartial.Authority))));
        Assert.Equal(HttpStatusCode.Redirect, await Send(HttpMethod.Post, "/chat/ada@acme.example", ("Origin", address.GetLeftPart(UriPartial.Authority))));
        Assert.Equal(HttpStatusCode.Redirect, await Send(HttpMethod.Post, "/chat/ada@acme.example", ("Sec-Fetch-Site", "same-origin")));

        async Task<HttpStatusCode> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = method == HttpMethod.Post ? new FormUrlEncodedContent([new("text", "help")]) : null;
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await client.SendAsync(request);
            Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Outside_development_there_is_no_page_and_health_answers()
    {
        await using var app = await Serve.Open(
            [
                "--environment=Production", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:BotDb={Path.Combine(folder, "own.db")}", "--Help:Contact=help@example.com",
                "--Teams:AppId=11111111-1111-1111-1111-111111111111", "--Teams:AppTenant=22222222-2222-2222-2222-222222222222", "--Teams:Secret=not-a-real-one",
                "--Teams:AllowedTenants=22222222-2222-2222-2222-222222222222", "--Logging:LogLevel:Default=Warning",
            ],
            TextWriter.Null,
            CancellationToken.None);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/chat/ada@acme.example")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<WebApplication> Open(TextWriter output, params string[] settings) => Serve.Open(
        ["--environment=Development", "--urls=http://127.0.0.1:0", $"--Storage:DataFolder={folder}", "--Clock:Now=2026-11-22T09:00:00Z", "--Logging:LogLevel:Default=Warning", .. settings],
        output,
        CancellationToken.None);

    private static async Task<int> Count(WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync();
        return await db.People.CountAsync();
    }
}
