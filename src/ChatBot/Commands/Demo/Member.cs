using ChatBot.Domain.Calendar;

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

/// <summary>One planted cause.</summary>
internal sealed record Planted(string Situation, DateOnly From, DateOnly? To);

/// <summary>One person of the made-up organisation, with the part they play.</summary>
internal sealed class Member
{
    public required int Index { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Who this member reports to; null at the root.</summary>
    public required Member? Boss { get; init; }

    /// <summary>Number of their team, the people of one boss; −1 for who leads others.</summary>
    public required int Team { get; init; }

    public required string WorkArea { get; set; }

    public required Office Office { get; set; }

    public required WorkingDays Week { get; set; }

    public required DateOnly Start { get; set; }

    public DateOnly? End { get; set; }

    public List<DateSpan> Leave { get; } = [];

    public string Roles { get; set; } = string.Empty;

    public string? ClaudeEmail { get; set; }

    /// <summary>GitHub's numeric id.</summary>
    public long GitHubId => 7_000_000 + Index;

    /// <summary>The login today, as GitHub writes it.</summary>
    public required string Login { get; set; }

    /// <summary>The login before <see cref="RenamedOn"/>.</summary>
    public string? OldLogin { get; set; }

    public DateOnly RenamedOn { get; set; }

    /// <summary>The login that the directory knows; null is none.</summary>
    public string? ListedLogin { get; set; }

    /// <summary>Whether the directory leads from this person to their account and to nobody else.</summary>
    public bool Linked { get; set; } = true;

    public Kit Kit { get; set; } = Kit.Copilot;

    public Level Level { get; set; } = Level.Light;

    public Habit Habit { get; set; } = Habit.Chat;

    /// <summary>The days on which tools can be used at all.</summary>
    public DateSpan Uses { get; set; } = new(DateOnly.MinValue, null);

    /// <summary>Days on which Copilot's rows say nothing, and why.</summary>
    public (DateSpan Span, Hidden How) Veil { get; set; } = (new DateSpan(DateOnly.MaxValue, null), Hidden.No);

    public bool HasSeat { get; set; } = true;

    public DateOnly SeatCreated { get; set; }

    public DateOnly? SeatCancelled { get; set; }

    public SeatActivity SeatActivity { get; set; }

    public List<Planted> Planted { get; } = [];

    public string LoginOn(DateOnly day) => OldLogin is { } old && day < RenamedOn ? old : Login;

    public Hidden HiddenOn(DateOnly day) => Veil.Span.Contains(day) ? Veil.How : Hidden.No;

    public bool IsOnLeave(DateOnly day)
    {
        foreach (var span in Leave)
        {
            if (span.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsEmployed(DateOnly day) => day >= Start && (End is not { } end || day <= end);

    /// <summary>A day that is worked: of the pattern, no holiday, employed, not on leave.</summary>
    public bool Works(DateOnly day) =>
        Week.Contains(day.DayOfWeek) && IsEmployed(day) && !Places.IsHoliday(Office.Country, day) && !IsOnLeave(day);
}
