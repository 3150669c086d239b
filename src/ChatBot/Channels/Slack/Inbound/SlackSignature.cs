using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>
/// Proves that a request is Slack's ("Verifying requests from Slack"): HMAC-SHA256 over <c>v0:timestamp:body</c> with the body's bytes as they came, a
/// timestamp within five minutes either way. Only the exact forms that Slack writes are taken, and only text, so that two readers cannot differ over one
/// request.
/// </summary>
internal sealed class SlackSignature(SlackSettings settings)
{
    /// <summary>Header with the time of the request, seconds since 1970.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>Header with <c>v0=</c> and 64 lower-case hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>Older or younger requests are refused, seconds.</summary>
    public const long Window = 300;

    private const string Version = "v0=";
    private const int HexLength = 2 * HMACSHA256.HashSizeInBytes;
    private const int LongestTimestamp = 12;

    private readonly IReadOnlyList<byte[]> secrets =
        [.. new[] { settings.SigningSecret, settings.PreviousSigningSecret }.Where(secret => secret.Length > 0).Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether the request is Slack's. Every secret is compared, whichever fits.</summary>
    /// <param name="timestamp">The header <see cref="TimestampHeader"/>.</param>
    /// <param name="signature">The header <see cref="SignatureHeader"/>.</param>
    /// <param name="body">The body's bytes as they came, before any decoding.</param>
    /// <param name="now">The time.</param>
    public bool Holds(StringValues timestamp, StringValues signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (timestamp.Count != 1 || signature.Count != 1 || !IsFresh(timestamp[0], now) || Hash(signature[0]) is not { } claimed || !Utf8.IsValid(body))
        {
            return false;
        }

        var head = Encoding.ASCII.GetBytes($"v0:{timestamp[0]}:");
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var holds = false;
        foreach (var secret in secrets)
        {
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
            hash.AppendData(head);
            hash.AppendData(body);
            hash.GetHashAndReset(computed);
            holds |= CryptographicOperations.FixedTimeEquals(computed, claimed);
        }

        return holds;
    }

    /// <summary>The signature header for a body; what tests sign with.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return Version + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsFresh(string? timestamp, DateTimeOffset now) =>
        timestamp is { Length: > 0 and <= LongestTimestamp } && timestamp[0] != '0' && timestamp.All(char.IsAsciiDigit)
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Window;

    private static byte[]? Hash(string? signature) =>
        signature is not null && signature.Length == Version.Length + HexLength && signature.StartsWith(Version, StringComparison.Ordinal)
        && signature.Skip(Version.Length).All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(signature.AsSpan(Version.Length))
            : null;
}
