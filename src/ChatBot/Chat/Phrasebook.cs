namespace ChatBot.Chat;

/// <summary>The table of everything that can be said or pressed, made of the rows that each feature registers.</summary>
internal sealed class Phrasebook
{
    /// <summary>Answers in a room: nothing personal, a way to the private chat.</summary>
    public const string Room = "room.pointer";

    /// <summary>Answers an account by which nobody is known.</summary>
    public const string Unknown = "person.unknown";

    /// <summary>Answers somebody who is not of the company.</summary>
    public const string Outsider = "person.outsider";

    /// <summary>Greets somebody who added the bot.</summary>
    public const string Welcome = "welcome";

    /// <summary>Answers what nobody understands, and what fits several rows.</summary>
    public const string Unclear = "help.unclear";

    /// <summary>Declines a question about somebody else.</summary>
    public const string Others = "help.others";

    /// <summary>Answers what is not English.</summary>
    public const string Language = "help.language";

    /// <summary>Answers a greeting, silence and emoji.</summary>
    public const string Hello = "help.hello";

    /// <summary>Answers thanks and goodbyes.</summary>
    public const string Thanks = "help.thanks";

    /// <summary>Answers when something on our side failed.</summary>
    public const string Trouble = "help.trouble";

    /// <summary>Answers a button that was used, ran out, or is not the presser's.</summary>
    public const string UsedUp = "help.usedup";

    /// <summary>Rows that the bot cannot do without.</summary>
    public static readonly IReadOnlyList<string> AlwaysThere = [Room, Unknown, Outsider, Welcome, Unclear, Others, Language, Hello, Thanks, Trouble, UsedUp];

    private readonly Dictionary<string, Phrase> _byName;
    private readonly Matcher _matcher;

    /// <summary>Makes the table; refuses a name that stands twice, and phrases that two rows claim.</summary>
    /// <exception cref="InvalidOperationException">With the sentence that stops the service.</exception>
    public Phrasebook(IEnumerable<Phrase> rows)
    {
        Rows = [.. rows];
        _byName = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            if (!_byName.TryAdd(row.Name, row))
            {
                throw new InvalidOperationException($"The phrasebook names {row.Name} twice.");
            }
        }

        if (AlwaysThere.FirstOrDefault(name => !_byName.ContainsKey(name)) is { } missing)
        {
            throw new InvalidOperationException($"The phrasebook lacks {missing}.");
        }

        if (Rows.FirstOrDefault(row => row.WhenUsed is { } name && Find(name) is not { Effect: Effect.Shows }) is { } astray)
        {
            throw new InvalidOperationException($"A used button of {astray.Name} is answered by {astray.WhenUsed}, which shows nothing.");
        }

        _matcher = new Matcher(Rows);
    }

    /// <summary>All rows, in the order in which help lists them.</summary>
    public IReadOnlyList<Phrase> Rows { get; }

    /// <summary>The row of a name; null for a name that is not in the table.</summary>
    public Phrase? Find(string? name) => name is not null && _byName.TryGetValue(name, out var row) ? row : null;

    /// <summary>Which row answers the turn. Never throws, whatever was typed; takes time linear in the text.</summary>
    /// <param name="turn">What the person did.</param>
    /// <param name="known">Whether the account is known to be a person.</param>
    public Understood Understand(Turn turn, bool known)
    {
        if (turn.ByOutsider)
        {
            return Certain(Outsider);
        }

        if (turn.InRoom)
        {
            return Certain(Room);
        }

        if (turn.Kind == TurnKind.Arrived)
        {
            return Certain(known ? Welcome : Unknown);
        }

        var understood = turn.Kind == TurnKind.Pressed ? Pressed(turn.Command) : Typed(turn.Text);
        return understood.Row.Personal && !known ? Certain(Unknown) : understood;
    }

    /// <summary>What was typed.</summary>
    public Understood Typed(string text)
    {
        var match = _matcher.Match(text);
        return match switch
        {
            { Row: null } => Ask(match.Nearest, between: false),
            { Between: true } => Ask(match.Nearest, between: true),
            { Guessed: true, Row.Effect: Effect.Changes } => Ask([match.Row], between: true),
            _ => new Understood(match.Row, match.Guessed, []),
        };
    }

    private Understood Pressed(string? command) =>
        Find(command) is { } row ? new Understood(row, Guessed: false, []) : Ask(_matcher.Usual, between: false);

    private Understood Ask(IReadOnlyList<Phrase> nearest, bool between) => new(_byName[Unclear], Guessed: false, nearest, between);

    private Understood Certain(string name) => new(_byName[name], Guessed: false, []);
}
