using ChatBot.Channels.Teams;
using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>Wrong settings are refused with a sentence.</summary>
public sealed class TeamsSettingsTests
{
    [Theory]
    [InlineData("not a GUID", "t", "s", "", "x", "GUID")]
    [InlineData(TeamsService.AppId, "", "s", "", "x", "AppTenant")]
    [InlineData(TeamsService.AppId, "t", "", "", "x", "exactly one")]
    [InlineData(TeamsService.AppId, "t", "s", "file.pfx", "x", "exactly one")]
    [InlineData(TeamsService.AppId, "t", "", "no-such-file.pfx", "x", "no file")]
    [InlineData(TeamsService.AppId, "t", "s", "", "", "AllowedTenants")]
    [InlineData("", "", "s", "", "", "Teams:AppId is empty")]
    public void Half_credentials_are_refused_with_a_sentence(string appId, string tenant, string secret, string certificate, string tenants, string words)
    {
        var settings = Whole() with { AppId = appId, AppTenant = tenant, Secret = secret, CertificateFile = certificate, AllowedTenants = tenants };

        Assert.Contains(words, settings.Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rest_of_the_settings_is_checked_too()
    {
        Assert.Null(Whole().Problem());
        Assert.NotNull((Whole() with { ChannelMetadata = "http://login.botframework.com/" }).Problem());
        Assert.NotNull((Whole() with { ServiceHosts = "https://smba.trafficmanager.net/" }).Problem());
        Assert.NotNull((Whole() with { ServiceHosts = string.Empty }).Problem());
        Assert.NotNull((Whole() with { AnswerSeconds = 15 }).Problem());
        Assert.NotNull((Whole() with { AcceptEntraTokens = true, EntraMetadata = "https://login.example/", EntraIssuers = "https://login.example/" }).Problem());
    }

    [Fact]
    public void A_company_without_Teams_needs_no_credentials_for_it()
    {
        Assert.NotNull(Whole().ServingProblem(development: false));
        Assert.Null((Whole() with { Off = true }).Problem());
        Assert.Null((Whole() with { Off = true }).ServingProblem(development: false));
        Assert.Contains("Teams:Off", (Whole() with { Off = true, AppId = TeamsService.AppId, AppTenant = "t", Secret = "s", AllowedTenants = "t" }).Problem(), StringComparison.Ordinal);
    }

    private static TeamsSettings Whole() => new()
    {
        ChannelIssuers = "https://api.botframework.com", ChannelMetadata = "https://login.botframework.com/x", Authority = "https://login.microsoftonline.com",
        Scope = "s", ServiceHosts = "smba.trafficmanager.net", Workers = 1, AnswerSeconds = 10,
    };
}
