using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;

namespace ChatBot.Channels.Teams.Outbound;

/// <summary>Tokens for the connector, from Entra by MSAL, which keeps them and asks for a new one before the old one ends. One per process.</summary>
internal sealed class OutboundTokens
{
    private readonly IConfidentialClientApplication? app;
    private readonly string[] scopes;

    public OutboundTokens(TeamsSettings settings, IHttpClientFactory http)
    {
        scopes = [settings.Scope];
        if (!settings.HasCredentials)
        {
            return;
        }

        var builder = ConfidentialClientApplicationBuilder.Create(settings.AppId)
            .WithAuthority($"{settings.Authority.TrimEnd('/')}/{settings.AppTenant}")
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(new Clients(http));
        app = settings.CertificateFile.Length > 0
            ? builder.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(settings.CertificateFile, settings.CertificatePassword)).Build()
            : builder.WithClientSecret(settings.Secret).Build();
    }

    /// <summary>The token; null for a service without credentials, which sends to this machine only.</summary>
    /// <param name="anew">True when the kept one was refused.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <exception cref="MsalException">Entra gave none.</exception>
    public async Task<string?> Get(bool anew, CancellationToken cancel) =>
        app is null ? null : (await app.AcquireTokenForClient(scopes).WithForceRefresh(anew).ExecuteAsync(cancel)).AccessToken;

    private sealed class Clients(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(TeamsHttp.Login);
    }
}
