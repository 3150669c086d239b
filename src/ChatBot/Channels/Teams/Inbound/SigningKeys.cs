using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>A signing key and the channels it may speak for.</summary>
internal sealed record SigningKey(SecurityKey Key, IReadOnlySet<string> Endorsements);

/// <summary>Found, not there, or nobody can say because the metadata cannot be fetched.</summary>
internal readonly record struct KeyLookup(SigningKey? Key, bool Unavailable);

/// <summary>
/// The keys that an issuer's metadata names. Fetched anew every 12 hours, and when a token names a key that is not there, at most once a minute, so that
/// made-up key ids cause no flood. While the metadata cannot be fetched the last keys hold for the 24 hours that Azure Bot Service's authentication page
/// allows them to be cached; after that nobody is believed.
/// </summary>
internal sealed partial class SigningKeys(string metadata, IHttpClientFactory http, TimeProvider clock, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly TimeSpan Held = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1);
    private Fetched? last;
    private DateTimeOffset triedAt = DateTimeOffset.MinValue;

    /// <summary>Looks up a key by the id in the token's header.</summary>
    public async ValueTask<KeyLookup> Find(string kid, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (last is { } current && now - current.At < Fresh && current.Keys.TryGetValue(kid, out var known))
        {
            return new KeyLookup(known, Unavailable: false);
        }

        await Fetch(kid, cancel);
        return last is { } keys && now - keys.At < Held
            ? new KeyLookup(keys.Keys.GetValueOrDefault(kid), Unavailable: false)
            : new KeyLookup(Key: null, Unavailable: true);
    }

    /// <inheritdoc />
    public void Dispose() => one.Dispose();

    private async Task Fetch(string kid, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            var answered = last is { } current && now - current.At < Fresh && current.Keys.ContainsKey(kid);
            if (answered || (last is not null && now - triedAt < BetweenFetches))
            {
                return;
            }

            triedAt = now;
            var retriever = new HttpDocumentRetriever(http.CreateClient(TeamsHttp.Metadata));
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(metadata, retriever, cancel);
            last = new Fetched(now, Index(found.JsonWebKeySet));
        }
        catch (Exception failed) when (failed is IOException or InvalidOperationException or HttpRequestException or ArgumentException
            || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            NotFetched(log, failed);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A key id that two keys share is left out: it could not be said which of them signed.</summary>
    private static Dictionary<string, SigningKey> Index(JsonWebKeySet? set) =>
        (set?.Keys ?? [])
            .Where(key => key.Kty == "RSA" && key.Use is null or "" or "sig" && !string.IsNullOrEmpty(key.Kid))
            .GroupBy(key => key.Kid, StringComparer.Ordinal)
            .Where(keys => keys.Count() == 1)
            .ToDictionary(keys => keys.Key, keys => new SigningKey(keys.Single(), Endorsements(keys.Single())), StringComparer.Ordinal);

    private static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var found) && found is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];

    private sealed record Fetched(DateTimeOffset At, Dictionary<string, SigningKey> Keys);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys of the chat platform could not be fetched")]
    private static partial void NotFetched(ILogger log, Exception reason);
}
