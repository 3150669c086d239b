using System.Text.Json.Nodes;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>Claims of channel tokens.</summary>
internal static class Tokens
{
    /// <summary>Claims that hold for <see cref="TeamsService"/> and <see cref="Activities"/>.</summary>
    public static JsonObject Good() => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = TeamsService.AppId,
        ["nbf"] = FromNow(minutes: -1),
        ["exp"] = FromNow(minutes: 60),
        ["serviceurl"] = TeamsService.ServiceUrl,
    };

    /// <summary>The good claims, some changed; a null takes the claim away.</summary>
    public static JsonObject Good(params (string Name, JsonNode? Value)[] changes)
    {
        var claims = Good();
        foreach (var (name, value) in changes)
        {
            claims.Remove(name);
            if (value is not null)
            {
                claims[name] = value;
            }
        }

        return claims;
    }

    /// <summary>A time as tokens write it.</summary>
    public static long FromNow(double minutes) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();
}
