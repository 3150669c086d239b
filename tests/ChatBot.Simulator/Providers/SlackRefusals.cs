using System.Text.Json.Nodes;
using ChatBot.Simulator.Faults;

namespace ChatBot.Simulator.Providers;

/// <summary>Refusals in the Web API's words: mostly 200 with <c>ok</c> false.</summary>
internal sealed class SlackRefusals : IRefusals
{
    /// <inheritdoc />
    public Answer TooMany(int retryAfterSeconds) => Error("ratelimited", 429, retryAfterSeconds);

    /// <inheritdoc />
    public Answer Of(Fault fault, FaultPlan plan) => fault switch
    {
        Fault.Throttle => TooMany(plan.RetryAfterSeconds),
        Fault.ThrottleBare => Error("ratelimited", 429),
        Fault.Conflict => Error("conflict", 412),
        Fault.Blocked => Error("user_disabled"),
        Fault.WritesBlocked => Error("messages_tab_disabled"),
        Fault.NotFound => Error("channel_not_found"),
        Fault.MessageGone => Error("message_not_found"),
        Fault.BadGateway => new Answer(502, "<html><body>Bad Gateway</body></html>"),
        Fault.GatewayTimeout => new Answer(504, string.Empty),
        _ => Error("internal_error", 500),
    };

    /// <summary>A refusal.</summary>
    public static Answer Error(string error, int status = 200, int? retryAfter = null) =>
        new(status, new JsonObject { ["ok"] = false, ["error"] = error }.ToJsonString(), retryAfter);
}
