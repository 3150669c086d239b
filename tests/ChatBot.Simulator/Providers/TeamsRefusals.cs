using System.Text.Json.Nodes;
using ChatBot.Simulator.Faults;

namespace ChatBot.Simulator.Providers;

/// <summary>Refusals in the connector's words ("Status codes from bot conversational APIs").</summary>
internal sealed class TeamsRefusals : IRefusals
{
    /// <inheritdoc />
    public Answer TooMany(int retryAfterSeconds) => Error(429, "Throttled", "Too many requests.", retryAfterSeconds);

    /// <inheritdoc />
    public Answer Of(Fault fault, FaultPlan plan) => fault switch
    {
        Fault.Throttle => TooMany(plan.RetryAfterSeconds),
        Fault.ThrottleBare => Error(429, "Throttled", "Too many requests."),
        Fault.Conflict => Error(412, "PreconditionFailed", "Another operation on the conversation is under way."),
        Fault.Blocked => Error(403, "ConversationBlockedByUser", "User blocked the conversation with the bot."),
        Fault.WritesBlocked => new Answer(403, new JsonObject
        {
            ["errorCode"] = 209,
            ["message"] = "{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked from message writes.\",\r\n  \"errorCode\": null,\r\n  \"errorSubCode\": null\r\n}",
        }.ToJsonString()),
        Fault.NotFound => Error(404, "ConversationNotFound", "Conversation not found."),
        Fault.MessageGone => Error(404, "ActivityNotFoundInConversation", "The activity is not found in the conversation."),
        Fault.BadGateway => new Answer(502, "<html><body>Bad Gateway</body></html>"),
        Fault.GatewayTimeout => new Answer(504, string.Empty),
        _ => Error(500, "ServiceError", "Internal server error."),
    };

    /// <summary>A refusal in the usual envelope.</summary>
    public static Answer Error(int status, string code, string message, int? retryAfter = null) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }.ToJsonString(), retryAfter);
}
