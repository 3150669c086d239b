using System.Collections.Concurrent;
using System.Globalization;
using ChatBot.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace ChatBot.Browser.Tests;

/// <summary>The service as a newcomer starts it, on a free port and with the demo organisation, and a Chromium beside it.</summary>
public sealed class LocalService : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-browser-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where screenshots go: a folder that git ignores.</summary>
    public static string Screenshots { get; } = Path.Combine(Root(AppContext.BaseDirectory), "artifacts", "screenshots");

    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>The service's parts, for a test that has to know whom to pick.</summary>
    public IServiceProvider Parts => app!.Services;

    /// <summary>When its clock stands.</summary>
    internal string Now { get; init; } = "2026-11-22T09:00:00Z";


    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium.Program))
        {
            return;
        }

        app = await Serve.Open(
            ["--environment=Development", "--urls=http://127.0.0.1:0", $"--Storage:DataFolder={folder}", $"--Clock:Now={Now}", "--Logging:LogLevel:Default=Warning"],
            TextWriter.Null,
            CancellationToken.None);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Program, Args = ["--no-sandbox", "--disable-gpu"] });
        Directory.CreateDirectory(Screenshots);
    }

    /// <summary>A page of a browser of its own. What goes wrong in it is gathered in the bag given: script errors, refused content, requests to elsewhere.</summary>
    public async Task<IPage> Page(ConcurrentBag<string> problems, int width = 1100, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
            Locale = "en-GB",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(10_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                problems.Add(message.Text);
            }
        };
        page.PageError += (_, error) => problems.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address.ToString(), StringComparison.Ordinal))
            {
                problems.Add($"A request to {request.Url}.");
            }
        };
        return page;
    }

    /// <summary>Opens the chat of the first person of a situation, by its title on the list.</summary>
    public static async Task Pick(IPage page, string situation)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = situation, Exact = true }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Your message" }).WaitForAsync();
    }

    /// <summary>Types a message and sends it.</summary>
    public static async Task Say(IPage page, string text)
    {
        await page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Your message" }).FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Keeps what the page looks like, whole or as far as the window shows it.</summary>
    public static Task Keep(IPage page, string name, bool whole = false) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, string.Create(CultureInfo.InvariantCulture, $"{name}.png")), FullPage = whole });

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string Root(string path) => File.Exists(Path.Combine(path, "ChatBot.sln")) ? path : Root(Path.GetDirectoryName(path)!);
}
