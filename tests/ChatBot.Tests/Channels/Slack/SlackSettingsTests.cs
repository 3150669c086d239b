using ChatBot.Channels.Slack;
using Xunit;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>Wrong settings are refused with a sentence.</summary>
public sealed class SlackSettingsTests
{
    private const string Token = "xoxb-1-test";
    private const string Secret = "0123456789abcdef";

    [Theory]
    [InlineData("xoxp-1-user", Secret, "T1", "not a bot token")]
    [InlineData("xoxb-1 test", Secret, "T1", "spaces")]
    [InlineData(Token, "", "T1", "SigningSecret")]
    [InlineData(Token, "short", "T1", "SigningSecret")]
    [InlineData(Token, Secret, "", "AllowedTeams")]
    [InlineData(Token, Secret, "T1 acme", "AllowedTeams")]
    [InlineData("", Secret, "", "Slack:BotToken is empty")]
    public void Half_credentials_are_refused_with_a_sentence(string token, string secret, string teams, string words) =>
        Assert.Contains(words, (Off() with { BotToken = token, SigningSecret = secret, AllowedTeams = teams }).Problem(), StringComparison.Ordinal);

    [Fact]
    public void The_rest_of_the_settings_is_checked_too()
    {
        Assert.Null(Off().Problem());
        Assert.Null(On().Problem());
        Assert.NotNull((On() with { ApiBase = "https://evil.example/api/" }).Problem());
        Assert.NotNull((On() with { ApiBase = "http://slack.com/api/" }).Problem());
        Assert.NotNull((On() with { ApiBase = "http://127.0.0.1:4000/api" }).Problem());
        Assert.NotNull((On() with { HookHosts = "https://hooks.slack.com/" }).Problem());
        Assert.NotNull((On() with { HookHosts = string.Empty }).Problem());
        Assert.NotNull((On() with { PreviousSigningSecret = "short" }).Problem());
        Assert.NotNull((On() with { Workers = 0 }).Problem());
        Assert.NotNull((On() with { AnswerSeconds = 3 }).Problem());
        Assert.NotNull((On() with { Home = "a b c d e f" }).Problem());
    }

    [Fact]
    public void Another_web_api_than_slacks_is_for_development_only()
    {
        var local = On() with { ApiBase = "http://127.0.0.1:4000/api/" };

        Assert.Null(local.Problem());
        Assert.Null(local.ServingProblem(development: true));
        Assert.Contains("Development only", local.ServingProblem(development: false), StringComparison.Ordinal);
        Assert.Null(On().ServingProblem(development: false));
    }

    private static SlackSettings On() => Off() with { BotToken = Token, SigningSecret = Secret, AllowedTeams = "T1 E2" };

    private static SlackSettings Off() => new() { ApiBase = SlackSettings.PublicApi, HookHosts = "hooks.slack.com", Workers = 1, AnswerSeconds = 2 };
}
