namespace ChatBot.Chat;

/// <summary>A chat platform. <see cref="Web"/> is the local page and the shell.</summary>
internal enum Channel
{
    /// <summary>The local page and <c>ask</c>; Development only.</summary>
    Web,

    /// <summary>Microsoft Teams.</summary>
    Teams,

    /// <summary>Slack.</summary>
    Slack,
}

/// <summary>What a person did.</summary>
internal enum TurnKind
{
    /// <summary>Typed something.</summary>
    Typed,

    /// <summary>Pressed a button or sent a form.</summary>
    Pressed,

    /// <summary>Added the bot.</summary>
    Arrived,

    /// <summary>Removed or blocked the bot.</summary>
    Departed,
}

/// <summary>An account on a channel, from the authenticated envelope and nowhere else.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Tenant">Tenant or workspace id.</param>
/// <param name="Id">Teams: the Entra object id. Slack: the user id. Web: the e-mail of the person picked.</param>
/// <param name="Email">The account's e-mail where the platform vouches for it and the directory may be asked by it; null elsewhere.</param>
internal sealed record Account(Channel Channel, string Tenant, string Id, string? Email = null);

/// <summary>What a person did, in one form for every channel. A channel translates its wire into this and never decides anything.</summary>
internal sealed record Turn
{
    /// <summary>The inbox key: what makes two arrivals the same turn.</summary>
    public required string Key { get; init; }

    /// <summary>Who.</summary>
    public required Account Account { get; init; }

    /// <summary>What.</summary>
    public required TurnKind Kind { get; init; }

    /// <summary>What was typed, mention of the bot removed; empty for a press.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>For a press: the command name (<c>score.why</c>) that the button carries. Hostile until looked up.</summary>
    public string? Command { get; init; }

    /// <summary>For a press: the button's own data and the form's inputs by id. Hostile until checked.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True in a group chat or channel: nothing personal may be said there.</summary>
    public bool InRoom { get; init; }

    /// <summary>True for somebody who is on the platform but not of the company: a guest, a partner in a shared place.</summary>
    public bool ByOutsider { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset At { get; init; }
}
