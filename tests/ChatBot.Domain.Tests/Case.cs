using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests;

/// <summary>
/// One person of 2026-Q4, built up for a test. Unless a test says otherwise: as of 15 December, Monday to Friday, employed for years, and every
/// source reports every day, too few rows for rule 5's median to matter.
/// </summary>
internal sealed class Case
{
    public const int EnterpriseScope = 1;
    public const int OrganisationScope = 2;
    public const int ApiScope = 3;
    public const int SubscriptionScope = 4;
    public const int ClaudeEnterpriseScope = 5;
    public const int CodexScope = 6;
    public const int UnifiedScope = 7;
    public const int CopilotCsvScope = 8;
    public const int OtherOrganisationScope = 9;

    private static readonly Scope[] Scopes =
    [
        new(EnterpriseScope, Source.Copilot, Tool.Copilot, "enterprise", ""), new(OrganisationScope, Source.Copilot, Tool.Copilot, "organisation", ""),
        new(ApiScope, Source.ClaudeCode, Tool.ClaudeCode, "anthropic", "api vscode"), new(SubscriptionScope, Source.ClaudeCode, Tool.ClaudeCode, "anthropic", "subscription cli"),
        new(ClaudeEnterpriseScope, Source.ClaudeEnterprise, Tool.ClaudeCode, "enterprise", ""), new(CodexScope, Source.Codex, Tool.ChatGpt, "codex", ""),
        new(UnifiedScope, Source.ChatGpt, Tool.ChatGpt, "unified", ""), new(CopilotCsvScope, Source.UsageCsv, Tool.Copilot, "csv", ""),
        new(OtherOrganisationScope, Source.ClaudeCode, Tool.ClaudeCode, "anthropic-2", "api vscode"),
    ];

    private readonly List<LinkedAccount> accounts = [];
    private readonly List<Reading> readings = [];
    private readonly List<Seat> seats = [];
    private readonly List<(Source, DateOnly)> snapshots = [];
    private readonly List<Gap> gaps = [];
    private readonly List<Correction> corrections = [];
    private readonly Dictionary<(Source, string, DateOnly), SourceDay?> sourceDays = [];

    public DateOnly AsOf { get; set; } = new(2026, 12, 15);

    public Quarter Quarter { get; set; } = new(2026, 4);

    public Person Person { get; set; } = new() { Id = Guid.Empty, Email = "ada@contoso.example", StartDate = new DateOnly(2020, 1, 1) };

    public HashSet<DateOnly> GermanHolidays { get; } = [];

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    /// <summary>Somebody with one Copilot account and a seat since January, which a snapshot of the as-of day shows without telling of activity near any tested day.</summary>
    public static Case WithSeat() => new Case().Account(1, Tool.Copilot).Seat(1, Day(12, 15), lastActivity: Day(12, 14));

    /// <summary>Somebody with one Claude Code account, which needs no seat.</summary>
    public static Case WithClaudeCode() => new Case().Account(1, Tool.ClaudeCode);

    public Case Account(int id, Tool tool, bool ambiguous = false, DateOnly? firstReading = null)
    {
        accounts.Add(new LinkedAccount(id, tool, ambiguous, firstReading));
        return this;
    }

    public Case Seat(int account, DateOnly takenOn, DateOnly? created = null, DateOnly? cancelled = null, DateOnly? lastActivity = null)
    {
        seats.Add(new Seat(Source.Copilot, takenOn, account, created ?? Day(1, 5), cancelled, lastActivity));
        return Snapshot(takenOn);
    }

    public Case Snapshot(DateOnly takenOn)
    {
        if (!snapshots.Contains((Source.Copilot, takenOn)))
        {
            snapshots.Add((Source.Copilot, takenOn));
        }

        return this;
    }

    public Case Reads(DateOnly day, Signals signals = default, Marks marks = Marks.None, int account = 1, int scope = EnterpriseScope)
    {
        readings.Add(new Reading(account, scope, day, signals, marks | (signals.Any ? Marks.Use : Marks.None)));
        return this;
    }

    /// <summary>Prompts on a day.</summary>
    public Case Prompts(DateOnly day, int prompts = 1) => Reads(day, new Signals(prompts, 0, 0, 0, 0));

    /// <summary>The same on every working day of a span.</summary>
    public Case Daily(Signals signals, DateOnly from, DateOnly to, int scope = EnterpriseScope, int everyNthDayOfWeek = 1)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (WorkingDays.MondayToFriday.Contains(day.DayOfWeek) && ((int)day.DayOfWeek - 1) % everyNthDayOfWeek == 0)
            {
                Reads(day, signals, scope: scope);
            }
        }

        return this;
    }

    public Case Gap(GapScope names, string value, DateOnly from, DateOnly? to, Tool? tool = null, string reason = "Bedrock")
    {
        gaps.Add(new Gap(names, value, tool, new DateSpan(from, to), reason));
        return this;
    }

    public Case Excluding(DateOnly from, DateOnly to)
    {
        corrections.Add(new Correction.ExcludeDays(new DateSpan(from, to)));
        return this;
    }

    public Case Corrected(params Correction[] all)
    {
        corrections.AddRange(all);
        return this;
    }

    public Case Report(DateOnly day, int rows = 10, bool complete = true, DateTimeOffset? written = null, Source source = Source.Copilot, string scope = "enterprise")
    {
        var tool = Scopes.First(s => s.Source == source && s.Name == scope).Tool;
        sourceDays[(source, scope, day)] = new SourceDay(source, tool, scope, day, rows, complete, written ?? Settling.Moment(day));
        return this;
    }

    public Case NoReport(DateOnly day, Source source = Source.Copilot, string scope = "enterprise")
    {
        sourceDays[(source, scope, day)] = null;
        return this;
    }

    public Case With(Func<Person, Person> change)
    {
        Person = change(Person);
        return this;
    }

    public Case As(DateOnly asOf)
    {
        AsOf = asOf;
        return this;
    }

    public ScoreInputs Inputs => new(Person, accounts, readings, seats, corrections);

    public OrganisationFacts Facts
    {
        get
        {
            // The organisation's own Copilot scope reports nothing unless a test says so: one scope is what most have.
            foreach (var scope in Scopes.Where(s => s.Id is not (OrganisationScope or CopilotCsvScope or OtherOrganisationScope)))
            {
                for (var day = ScoreWindow.FirstDay(Quarter); day <= AsOf; day = day.AddDays(1))
                {
                    sourceDays.TryAdd((scope.Source, scope.Name, day), new SourceDay(scope.Source, scope.Tool, scope.Name, day, 10, Complete: true, Settling.Moment(day)));
                }
            }

            var holidays = new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal) { ["DE"] = GermanHolidays };
            return new OrganisationFacts(Scopes, [.. sourceDays.Values.OfType<SourceDay>()], gaps, holidays, snapshots);
        }
    }

    public ScoreSheet Score(Rubric? rubric = null) => new Scorer(Facts, rubric ?? Rubrics.Current, Quarter, AsOf).Score(Inputs);

    public SheetDay On(DateOnly day) => Score().Days.Single(d => d.Day == day);

    /// <summary>Coverage of the only tool on the day, else what the day says: <c>Seen</c>, <c>ReportMissing</c>, <c>no tool: NoLicence</c>.</summary>
    public string State(DateOnly day, Tool? tool = null)
    {
        var on = On(day);
        return on.Tools.SingleOrDefault(t => tool is null || t.Tool == tool) is { } found
            ? found.Coverage.Reason?.Name ?? found.Coverage.State.ToString()
            : $"no tool: {on.Reason}";
    }
}
