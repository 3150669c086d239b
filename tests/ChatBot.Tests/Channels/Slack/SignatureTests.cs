using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Channels.Slack;
using ChatBot.Channels.Slack.Inbound;
using ChatBot.Tests.Layout;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>The signed requests of <c>signatures.json</c>; <c>tests/oracles-slack/signatures.mjs</c> has Slack's own package judge the same.</summary>
public sealed class SignatureTests
{
    private static readonly JsonNode Vectors = JsonNode.Parse(Repository.Read("tests/ChatBot.Tests/Channels/Slack/signatures.json"))!;

    private static string Secret => (string)Vectors["secret"]!;

    public static TheoryData<string> Names => [.. Vectors["requests"]!.AsArray().Select(request => (string)request!["name"]!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_signed_request_is_judged_as_the_file_says(string name)
    {
        var request = Vectors["requests"]!.AsArray().Single(one => (string)one!["name"]! == name)!;
        var body = request["body"] is { } text ? Encoding.UTF8.GetBytes((string)text!) : Convert.FromBase64String((string)request["bodyBase64"]!);

        var holds = Of(Secret).Holds(Header(request["timestamp"]), Header(request["signature"]), body, DateTimeOffset.FromUnixTimeSeconds((long)request["now"]!));

        Assert.Equal((bool)request["valid"]!, holds);
    }

    [Fact]
    public void The_file_has_enough_of_both_kinds()
    {
        var valid = Vectors["requests"]!.AsArray().Count(request => (bool)request!["valid"]!);

        Assert.InRange(valid, 10, 100);
        Assert.InRange(Vectors["requests"]!.AsArray().Count - valid, 30, 100);
    }

    [Fact]
    public void A_header_that_comes_twice_proves_nothing()
    {
        var (now, body) = (DateTimeOffset.FromUnixTimeSeconds(1_531_420_618), "{}"u8.ToArray());
        var signature = SlackSignature.Sign(Secret, "1531420618", body);

        Assert.True(Of(Secret).Holds("1531420618", signature, body, now));
        Assert.False(Of(Secret).Holds(new StringValues(["1531420618", "1531420618"]), signature, body, now));
        Assert.False(Of(Secret).Holds("1531420618", new StringValues([signature, signature]), body, now));
    }

    [Fact]
    public void The_secret_before_a_rotation_holds_until_it_is_taken_out()
    {
        const string Before = "the-secret-before-it";
        var (now, body) = (DateTimeOffset.FromUnixTimeSeconds(1_531_420_618), "{}"u8.ToArray());
        var signature = SlackSignature.Sign(Before, "1531420618", body);

        Assert.True(Of(Secret, Before).Holds("1531420618", signature, body, now));
        Assert.False(Of(Secret).Holds("1531420618", signature, body, now));
    }

    private static SlackSignature Of(string secret, string before = "") => new(new SlackSettings { SigningSecret = secret, PreviousSigningSecret = before });

    private static StringValues Header(JsonNode? value) => value is null ? StringValues.Empty : (string)value!;
}
