using System.Net;
using System.Reflection;
using ChatBot.Chat;
using ChatBot.Domain.Access;
using ChatBot.Storage;

namespace ChatBot.Channels.Web;

/// <summary>The local page: pick a person, talk to the bot as them. Development only, and only from this machine.</summary>
internal static class LocalPage
{
    /// <summary>Tells the script's requests from a form sent by the browser itself.</summary>
    private const string FragmentHeader = "X-Fragment";

    private static readonly Viewer Operator = new(null, Role.Operator, Purpose.Operation);

    public static IServiceCollection AddLocalPage(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.Read<LocalPageSettings>();
        if (settings.Enabled == true && !environment.IsDevelopment())
        {
            throw new SettingsException($"LocalPage:Enabled lets anybody talk as anybody, so it is for Development only; this is {environment.EnvironmentName}.");
        }

        services.AddSingleton(settings).AddSingleton<Transcripts>().AddSingleton<WebTurns>();
        if (environment.IsDevelopment() && settings.Enabled != false)
        {
            services.AddSingleton<IChannel, WebChannel>();
        }

        return environment.IsDevelopment() ? services.AddHostedService<WebBacklog>() : services;
    }

    /// <summary>Maps the page in Development, and nothing elsewhere.</summary>
    public static void MapLocalPage(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || app.Services.GetRequiredService<LocalPageSettings>().Enabled == false)
        {
            return;
        }

        var page = app.MapGroup(string.Empty).AddEndpointFilter<SameMachine>();
        page.MapGet("/", People);
        page.MapPost("/chat", Open);
        page.MapGet("/chat/{email}", Show);
        page.MapPost("/chat/{email}", Say);
        page.MapPost("/chat/{email}/clear", Clear);
        foreach (var (file, type) in new[] { ("page.css", "text/css"), ("page.js", "text/javascript"), ("mark.svg", "image/svg+xml") })
        {
            page.MapGet("/local/" + file, () => Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("web/" + file)!, type));
        }
    }

    private static async Task<IResult> People(string? q, PeopleOverview overview, TurnEffects effects, GroupCommit commits, TimeProvider clock, CancellationToken cancel)
    {
        var sought = (q ?? string.Empty).Trim();
        var people = sought.Length > 0
            ? await overview.Search(Operator, sought, cancel)
            : await overview.Examples(Operator, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancel);
        await commits.Run(effects.WriteTo, cancel);
        return Html(PeoplePage.Of(people, sought));
    }

    /// <summary>Opens the chat of a person: to the bot, they have just added it.</summary>
    private static async Task<IResult> Open(HttpRequest request, WebTurns turns, CancellationToken cancel)
    {
        var email = Plain((await request.ReadFormAsync(cancel))["as"].ToString());
        await turns.Take(new WebEvent(email, TurnKind.Arrived, string.Empty, null, [], null), cancel);
        return Results.LocalRedirect(ChatPage.Url(email), permanent: false, preserveMethod: false);
    }

    private static IResult Show(string email, bool? trouble, Transcripts transcripts) =>
        Html(ChatPage.Of(Plain(email), transcripts.Of(Plain(email)), trouble == true));

    private static async Task<IResult> Say(string email, int? card, HttpRequest request, WebTurns turns, CancellationToken cancel)
    {
        email = Plain(email);
        if (WebTurns.Read(email, await request.ReadFormAsync(cancel), card) is not { } said)
        {
            return Results.Text("That is no form of this page.", statusCode: StatusCodes.Status400BadRequest);
        }

        var exchange = await turns.Take(said, cancel);
        if (request.Headers.ContainsKey(FragmentHeader))
        {
            return Html(ChatPage.Fragment(email, exchange.Entries), exchange.Trouble ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }

        var url = ChatPage.Url(email) + (exchange.Trouble ? "?trouble=true" : string.Empty);
        return Results.Redirect(exchange.Entries is [.., var last] ? $"{url}#m{last.Number}" : url);
    }

    private static IResult Clear(string email, Transcripts transcripts)
    {
        transcripts.Clear(Plain(email));
        return Results.Redirect(ChatPage.Url(Plain(email)));
    }

    private static string Plain(string email) => email.Trim().ToLowerInvariant();

    private static IResult Html(Markup page, int status = StatusCodes.Status200OK) => Results.Content(page.Html, "text/html; charset=utf-8", statusCode: status);

    /// <summary>
    /// Lets in only browsers on this machine that call it by a local name (else a web page whose name is pointed here could read it), and only forms
    /// that this page sent. Adds the headers that let the browser load nothing else.
    /// </summary>
    private sealed class SameMachine : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return IsLocal(http) && (HttpMethods.IsGet(http.Request.Method) || IsOwnForm(http.Request))
                ? await next(context)
                : Results.Text("The local page answers only on this machine, to itself.", statusCode: StatusCodes.Status403Forbidden);
        }

        private static bool IsLocal(HttpContext http) =>
            http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" && (http.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from));

        /// <summary>Browsers send one of the two with every form; "null" is an origin that hides itself.</summary>
        private static bool IsOwnForm(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" => true,
            "" => request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}",
            _ => false,
        };
    }
}
