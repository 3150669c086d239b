using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>A signing key of the fake issuer, with the channels it may speak for, and tokens made with it, well-formed or not.</summary>
internal sealed record IssuerKey(string Kid, RSA Rsa, string[]? Endorsements)
{
    public static readonly IssuerKey First = new("first", RSA.Create(2048), ["msteams", "webchat"]);
    public static readonly IssuerKey Second = new("second", RSA.Create(2048), ["msteams"]);
    public static readonly IssuerKey WebChatOnly = new("web-chat", RSA.Create(2048), ["webchat"]);
    public static readonly IssuerKey Unendorsed = new("unendorsed", RSA.Create(2048), null);
    public static readonly IssuerKey Strangers = new("strangers", RSA.Create(2048), ["msteams"]);

    /// <summary>The entry in the issuer's key set.</summary>
    public JsonObject Jwk()
    {
        var key = Rsa.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Kid, ["n"] = Text(key.Modulus!), ["e"] = Text(key.Exponent!) };
        if (Endorsements is not null)
        {
            jwk["endorsements"] = new JsonArray([.. Endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return jwk;
    }

    /// <summary>A token of this key.</summary>
    public string Sign(JsonObject claims, JsonObject? header = null) => Sign(claims.ToJsonString(), header);

    /// <summary>A token whose payload is this text.</summary>
    public string Sign(string claims, JsonObject? header = null)
    {
        header ??= [];
        header.TryAdd("alg", JsonValue.Create("RS256"));
        header.TryAdd("typ", JsonValue.Create("JWT"));
        header.TryAdd("kid", JsonValue.Create(Kid));
        var signed = Text(header.ToJsonString()) + "." + Text(claims);
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = header["alg"]!.GetValue<string>() switch
        {
            "RS384" => Rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS512" => Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            "none" => [],
            _ => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return signed + "." + Text(signature);
    }

    public static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public static string Text(string text) => Text(Encoding.UTF8.GetBytes(text));
}
