namespace ChatBot.Commands.Demo;

/// <summary>How much a member of the cast uses their tools.</summary>
internal enum Level
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>At most 20 points on a day, or much on one day a week.</summary>
    Light,

    /// <summary>At least 40 points on at least two of three working days.</summary>
    Heavy,

    /// <summary>23 or 24 points on every working day: light by less than the width of the border.</summary>
    JustLight,

    /// <summary>26 or 27 points on every working day: heavy by less than the width of the border.</summary>
    JustHeavy,
}

/// <summary>In which way Copilot is used.</summary>
internal enum Habit
{
    /// <summary>Chat and completions in the editor.</summary>
    Chat,

    /// <summary>Agent mode in the editor.</summary>
    Agent,

    /// <summary>Completions only.</summary>
    Completions,

    /// <summary>Copilot CLI only.</summary>
    Cli,

    /// <summary>The cloud agent only.</summary>
    Cloud,

    /// <summary>Much on one day of the week, nothing on the others.</summary>
    OneDay,
}

/// <summary>Tools with a file of their own.</summary>
[Flags]
internal enum Kit
{
    None = 0,
    Copilot = 1,
    ClaudeCode = 2,

    /// <summary>A tool without a reader of its own: comes as <c>usage-csv</c>.</summary>
    Other = 4,
}

/// <summary>Why rows of Copilot say nothing.</summary>
internal enum Hidden
{
    /// <summary>They do say something.</summary>
    No,

    /// <summary>Telemetry of the editor is off: only the server saw something.</summary>
    ServerSideOnly,

    /// <summary>The client is too old to count.</summary>
    OldClient,
}

/// <summary>What the seat's last activity says.</summary>
internal enum SeatActivity
{
    /// <summary>The last day with a row.</summary>
    AsReported,

    /// <summary>Nothing within the vendor's memory.</summary>
    Never,

    /// <summary>Just now, though no report has it.</summary>
    Unreported,
}
