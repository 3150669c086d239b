namespace ChatBot.Simulator.Faults;

/// <summary>What can go wrong with one call.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Accepted, and the connection is cut before any answer.</summary>
    AcceptCut,

    /// <summary>Accepted, and answered with 500.</summary>
    Accept500,

    /// <summary>Accepted, and answered only after <see cref="FaultPlan.StallSeconds"/>.</summary>
    AcceptStall,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    Throttle,

    /// <summary>429 without it.</summary>
    ThrottleBare,

    /// <summary>412, another operation on the conversation was under way; not accepted.</summary>
    Conflict,

    /// <summary>Blocked by the person: 403 with the code in <c>error</c>. On Slack <c>user_disabled</c>.</summary>
    Blocked,

    /// <summary>The same in the other envelope: 403 with <c>errorCode</c> 209 and JSON inside a string. On Slack <c>messages_tab_disabled</c>.</summary>
    WritesBlocked,

    /// <summary>404 <c>ConversationNotFound</c>. On Slack <c>channel_not_found</c>.</summary>
    NotFound,

    /// <summary>404 <c>ActivityNotFoundInConversation</c>, for a message that is to be replaced. On Slack <c>message_not_found</c>.</summary>
    MessageGone,

    /// <summary>502 before anything was accepted.</summary>
    BadGateway,

    /// <summary>504 before anything was accepted.</summary>
    GatewayTimeout,

    /// <summary>The connection is cut before anything was accepted.</summary>
    Cut,
}

/// <summary>The faults as they are written on the command line and in JSON.</summary>
internal static class FaultNames
{
    private static readonly Dictionary<string, Fault> Known = new(StringComparer.Ordinal)
    {
        ["accept-cut"] = Fault.AcceptCut,
        ["accept-500"] = Fault.Accept500,
        ["accept-stall"] = Fault.AcceptStall,
        ["429"] = Fault.Throttle,
        ["429-bare"] = Fault.ThrottleBare,
        ["412"] = Fault.Conflict,
        ["blocked"] = Fault.Blocked,
        ["writes-blocked"] = Fault.WritesBlocked,
        ["404"] = Fault.NotFound,
        ["message-gone"] = Fault.MessageGone,
        ["502"] = Fault.BadGateway,
        ["504"] = Fault.GatewayTimeout,
        ["cut"] = Fault.Cut,
    };

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => Known.Keys;

    /// <summary>The fault of a name; null for none that is known.</summary>
    public static Fault? Parse(string name) => Known.TryGetValue(name, out var fault) ? fault : null;

    /// <summary>The name of a fault; empty for none.</summary>
    public static string Name(this Fault fault) => Known.FirstOrDefault(x => x.Value == fault).Key ?? string.Empty;

    /// <summary>Whether the message is in the ledger all the same.</summary>
    public static bool Accepts(this Fault fault) => fault is Fault.None or Fault.AcceptCut or Fault.Accept500 or Fault.AcceptStall;
}
