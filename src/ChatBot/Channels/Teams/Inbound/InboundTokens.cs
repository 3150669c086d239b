using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>Who called, as far as the token alone can say.</summary>
internal abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>A channel's token: it may speak from <paramref name="ServiceUrl"/> for the channels in <paramref name="Endorsements"/>.</summary>
    public sealed record FromChannel(string ServiceUrl, IReadOnlySet<string> Endorsements) : Caller;

    /// <summary>An Entra token of a listed app; it binds neither address nor channel.</summary>
    public sealed record EntraApp : Caller;

    /// <summary>Nobody; <paramref name="Reason"/> is for the log only.</summary>
    public sealed record Refused(string Reason) : Caller;

    /// <summary>Nobody can say: the keys cannot be fetched.</summary>
    public sealed record Unknown : Caller;
}

/// <summary>
/// The rules for tokens that come with activities ("Authentication with the Bot Connector API", connector to bot): issuer, one audience that is the bot,
/// RSA signature by the key the header names, lifetime with five minutes of skew. There is no emulator path: it would not check the audience.
/// </summary>
internal sealed class InboundTokens(TeamsSettings settings, IHttpClientFactory http, TimeProvider clock, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = BearerToken.MaxLength };

    private readonly HashSet<string> channelIssuers = new(TeamsSettings.List(settings.ChannelIssuers), StringComparer.Ordinal);
    private readonly HashSet<string> entraIssuers = new(settings.AcceptEntraTokens ? TeamsSettings.List(settings.EntraIssuers) : [], StringComparer.Ordinal);
    private readonly HashSet<string> entraCallers = new(TeamsSettings.List(settings.EntraCallers), StringComparer.OrdinalIgnoreCase);
    private readonly SigningKeys channelKeys = new(settings.ChannelMetadata, http, clock, log);
    private readonly SigningKeys entraKeys = new(settings.EntraMetadata, http, clock, log);

    /// <summary>Validates a token. What it may say is then checked against the activity by <see cref="Admission"/>.</summary>
    public async Task<Caller> Check(string token, CancellationToken cancel)
    {
        if (!TryRead(token, out var read))
        {
            return new Caller.Refused("unreadable");
        }

        // The issuer is not believed yet: it only picks the one profile whose every rule must then hold.
        var isChannel = channelIssuers.Contains(read.Issuer);
        if (!isChannel && !entraIssuers.Contains(read.Issuer))
        {
            return new Caller.Refused("issuer");
        }

        if (read.Typ is not (null or "" or "JWT") || read.TryGetHeaderValue<object>("crit", out _))
        {
            return new Caller.Refused("header");
        }

        if (string.IsNullOrEmpty(read.Kid))
        {
            return new Caller.Refused("no key id");
        }

        var lookup = await (isChannel ? channelKeys : entraKeys).Find(read.Kid, cancel);
        if (lookup.Key is not { } key)
        {
            return lookup.Unavailable ? new Caller.Unknown() : new Caller.Refused("key");
        }

        var checkedToken = await Handler.ValidateTokenAsync(token, Rules(key.Key, isChannel ? channelIssuers : entraIssuers));
        if (!checkedToken.IsValid)
        {
            return new Caller.Refused(checkedToken.Exception?.GetType().Name ?? "invalid");
        }

        var valid = (JsonWebToken)checkedToken.SecurityToken;
        return isChannel ? FromChannel(valid, key) : EntraApp(valid);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        channelKeys.Dispose();
        entraKeys.Dispose();
    }

    private static bool TryRead(string token, out JsonWebToken read)
    {
        try
        {
            read = Handler.ReadJsonWebToken(token);
            return true;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException or FormatException)
        {
            read = null!;
            return false;
        }
    }

    private static Caller FromChannel(JsonWebToken token, SigningKey key) =>
        token.TryGetPayloadValue<string>("serviceurl", out var address) && !string.IsNullOrEmpty(address)
            ? new Caller.FromChannel(address, key.Endorsements)
            : new Caller.Refused("no serviceurl");

    /// <summary>The issuer's tenant and the token's agree, and the app that asked for the token is a listed one.</summary>
    private Caller EntraApp(JsonWebToken token)
    {
        token.TryGetPayloadValue<string>("tid", out var tenant);
        token.TryGetPayloadValue<string>("ver", out var version);
        token.TryGetPayloadValue<string>(version == "2.0" ? "azp" : "appid", out var app);
        return Guid.TryParse(tenant, out _) && token.Issuer.Split('/').Contains(tenant, StringComparer.OrdinalIgnoreCase) && app is not null && entraCallers.Contains(app)
            ? new Caller.EntraApp()
            : new Caller.Refused("caller");
    }

    private TokenValidationParameters Rules(SecurityKey key, IEnumerable<string> issuers) => new()
    {
        ValidIssuers = issuers,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        AudienceValidator = (audiences, _, _) => audiences.Count() == 1 && audiences.Single() == settings.AppId,
        LifetimeValidator = (from, until, _, _) => Lives(from, until, clock.GetUtcNow().UtcDateTime),
    };

    private static bool Lives(DateTime? from, DateTime? until, DateTime now) =>
        until is { } end && end > now - Skew && (from is not { } start || (start < now + Skew && start < end));
}
