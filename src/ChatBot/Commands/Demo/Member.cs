using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

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

    /// <summary>Notes a cause for <c>truth.csv</c>.</summary>
    public void Plant(string situation, DateOnly from, DateOnly? to) => Planted.Add(new Planted(situation, from, to));

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
