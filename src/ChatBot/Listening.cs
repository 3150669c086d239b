namespace ChatBot;

/// <summary>Where and how the service listens.</summary>
/// <param name="Url">The address, where neither <c>--urls</c> nor <c>ASPNETCORE_URLS</c> names one.</param>
/// <param name="LargestRequestKilobytes">Larger requests are refused; Teams and Slack stay far below.</param>
internal sealed record ListeningSettings(string Url, int LargestRequestKilobytes) : ISettings
{
    /// <inheritdoc />
    public static string Section => "Listening";

    /// <inheritdoc />
    public string? Problem() =>
        !Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") ? "Url must be an http or https address."
        : LargestRequestKilobytes is < 32 or > 10_240 ? "LargestRequestKilobytes must be from 32 to 10240."
        : null;
}

/// <summary>Sets up the web server.</summary>
internal static class Listening
{
    private static readonly string[] Addresses = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static void AddListening(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.Read<ListeningSettings>();
        if (Addresses.All(key => string.IsNullOrEmpty(builder.Configuration[key])))
        {
            builder.WebHost.UseUrls(settings.Url);
        }

        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = settings.LargestRequestKilobytes * 1024L;
        });
    }
}
