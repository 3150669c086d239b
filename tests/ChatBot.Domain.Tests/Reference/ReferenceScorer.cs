using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Reference;

internal sealed record ReferenceDay(DateOnly Day, LeftOut LeftOut, Reason? Reason, bool Use, int Points);

internal sealed record ReferenceSheet(
    SheetVerdict Verdict, Reason? Reason, bool Borderline, int Points, int Eligible, int Active, DateOnly? LastUse, IReadOnlyList<ReferenceDay> Days);

/// <summary>
/// The rules of scoring written down a second time: naively, one sentence of the text after the other, slowly, sharing nothing with the code under
/// test but the records it takes. Weights and thresholds are those of rubric 2026.1 as numbers.
/// </summary>
internal sealed class ReferenceScorer(OrganisationFacts facts, Quarter quarter, DateOnly asOf, ScoreInputs given)
{
    private readonly ScoreInputs inputs = given with
    {
        Accounts = [.. given.Accounts.Where(a => !IsAnothers(given, a.Id)).Select(a => Remap(given, a.Id) is null ? a : a with { Ambiguous = false })],
        Readings = [.. given.Readings.Where(r => !IsAnothers(given, r.Account))],
        Seats = [.. given.Seats.Where(s => !IsAnothers(given, s.Account))],
    };

    private static readonly DateOnly Never = DateOnly.MinValue;

    private List<Reading> Readings => field ??= inputs.Readings.Where(r => r.Day <= asOf && r.Day >= ScoreWindow.FirstDay(quarter)).ToList();

    private List<Seat> Seats => field ??= inputs.Seats.Where(s => s.TakenOn <= asOf).ToList();

    private ILookup<DateOnly, Reading> ReadingsOf => field ??= Readings.ToLookup(r => r.Day);

    private ILookup<Tool, Reading> CoveringReadingsOf => field ??= Readings.Where(r => ScopeOf(r).Source != Source.ChatGpt).ToLookup(r => ScopeOf(r).Tool);

    private Dictionary<int, Scope> ScopesById => field ??= facts.Scopes.ToDictionary(s => s.Id);

    private ILookup<(Source, Tool, string, DateOnly), SourceDay> SourceDaysOf => field ??= facts.SourceDays.ToLookup(d => (d.Source, d.Tool, d.Scope, d.Day));

    private List<Correction.CreditDays> Credits => field ??= inputs.Corrections.OfType<Correction.CreditDays>().ToList();

    private List<Tool> Tools => field ??= inputs.Accounts.Select(a => a.Tool).Concat(Credits.Select(c => c.Tool)).Distinct().OrderBy(t => t.Id, StringComparer.Ordinal).ToList();

    private DateOnly End => asOf < quarter.Last ? asOf : quarter.Last;

    public ReferenceSheet Score()
    {
        var days = From(quarter.First, End).Select(Look).ToList();
        var eligible = days.Where(d => d.LeftOut == LeftOut.No).ToList();
        var (points, active) = (eligible.Sum(d => d.Points), eligible.Count(d => d.Use));
        var (verdict, reason) = Conclude(days, points, active, eligible.Count);
        var borderline = verdict is SheetVerdict.Heavy or SheetVerdict.Light && IsBorderline(points, active, eligible.Count);
        DateOnly? lastUse = Readings.Where(r => Own(r) && HasUse(r)).Select(r => (DateOnly?)r.Day)
            .Concat(From(ScoreWindow.FirstDay(quarter), asOf).Where(IsCredited).Select(d => (DateOnly?)d)).Max();
        return new ReferenceSheet(verdict, reason, borderline, points, eligible.Count, active, lastUse, days);
    }

    private (SheetVerdict, Reason?) Conclude(List<ReferenceDay> days, int points, int active, int eligible)
    {
        var ownSeats = Seats.Where(s => inputs.Accounts.Any(a => a.Id == s.Account && !a.Ambiguous)).ToList();
        var firstReading = inputs.Accounts.Where(a => !a.Ambiguous && a.FirstReading <= asOf).Select(a => a.FirstReading)
            .Concat(Readings.Where(Own).Select(r => (DateOnly?)r.Day)).Min();
        DateOnly? firstLicence = ownSeats.Count == 0 ? null : new[] { ownSeats.Min(s => s.CreatedOn), firstReading ?? DateOnly.MaxValue }.Min();
        var known = new[] { inputs.Person.StartDate, firstLicence }.Where(d => d is not null).ToList();
        if (known.Count > 0 && End.DayNumber - known.Max()!.Value.DayNumber < 28)
        {
            return (SheetVerdict.TooNew, null);
        }

        var employedWorkingSettled = From(quarter.First, End).Where(d => d <= asOf.AddDays(-4) && IsWorking(d) && IsEmployed(d)).ToList();
        if (employedWorkingSettled.Count > 0 && employedWorkingSettled.All(d => !IsCredited(d) && !Tools.Any(t => IsTheirs(t, d))))
        {
            return (SheetVerdict.NotMeasurable, Commonest(employedWorkingSettled.Select(d => (d, NoToolReason(d)))));
        }

        if (eligible < 10)
        {
            return (SheetVerdict.NotMeasurable, Commonest(days.Where(d => d.LeftOut == LeftOut.NotCovered).Select(d => (d.Day, d.Reason!.Value))) ?? Reason.TooFewDays);
        }

        if (IsHeavy((decimal)points / eligible, (decimal)active / eligible))
        {
            return (SheetVerdict.Heavy, null);
        }

        var last = asOf.AddDays(-4) < quarter.Last ? asOf.AddDays(-4) : quarter.Last;
        var window = From(last.AddDays(-27), last).ToList();
        if (!window.Any(IsCredited) && !Readings.Any(r => r.Day >= window[0] && HasUse(r) && inputs.Accounts.Any(a => a.Id == r.Account)))
        {
            var coverable = window.Where(d => IsWorking(d) && IsEmployed(d) && !IsOnLeave(d) && !IsExcluded(d)).ToList();
            var covered = coverable.Count(d => IsCovered(d));
            return covered >= 4 && covered * 2 >= coverable.Count ? (SheetVerdict.Non, null) : (SheetVerdict.NotMeasurable, Reason.NotCovered);
        }

        return (SheetVerdict.Light, null);
    }

    private ReferenceDay Look(DateOnly day)
    {
        var use = IsCredited(day) || ReadingsOf[day].Any(r => Own(r) && HasUse(r));
        var leftOut =
            day > asOf.AddDays(-4) ? LeftOut.Pending
            : !Pattern(day).Contains(day.DayOfWeek) ? LeftOut.DayOff
            : IsHoliday(day) ? LeftOut.Holiday
            : !IsEmployed(day) ? LeftOut.NotEmployed
            : IsOnLeave(day) ? LeftOut.OnLeave
            : IsExcluded(day) ? LeftOut.Excluded
            : !IsCovered(day) ? LeftOut.NotCovered
            : LeftOut.No;
        return new ReferenceDay(
            day, leftOut, leftOut == LeftOut.NotCovered ? NotCoveredReason(day) : null, use, leftOut == LeftOut.No ? Points(day) : 0);
    }

    private int Points(DateOnly day)
    {
        var signals = Tools.Select(t => (Seen: Signals(t, day), Given: Credited(t, day) ?? default)).Select(s => new Signals(
            new[] { s.Seen.Prompts, s.Given.Prompts }.Max(), new[] { s.Seen.AgentSessions, s.Given.AgentSessions }.Max(),
            s.Seen.ReviewRequests, s.Seen.Acceptances, null)).ToList();
        return (5 * Math.Min(10, signals.Sum(s => s.Prompts ?? 0))) + (10 * Math.Min(2, signals.Sum(s => s.AgentSessions ?? 0)))
            + (10 * Math.Min(1, signals.Sum(s => s.ReviewRequests ?? 0))) + Math.Min(20, signals.Sum(s => s.Acceptances ?? 0));
    }

    private static bool IsHeavy(decimal score, decimal rate) => score >= 25 && rate >= 0.5m;

    private static bool IsBorderline(int points, int active, int eligible)
    {
        // Everything times eligible × 20, in whole numbers: no division, so nothing is rounded.
        bool Heavy(long score, long rate) => score >= 500L * eligible && rate >= 10L * eligible;
        var (score, rate) = (20L * points, 20L * active);
        var (someScore, someRate) = (50L * eligible, 1L * eligible);
        var heavy = Heavy(score, rate);
        return new[] { Heavy(score - someScore, rate), Heavy(score + someScore, rate), Heavy(score, rate - someRate), Heavy(score, rate + someRate) }.Any(other => other != heavy);
    }

    private bool IsCovered(DateOnly day)
    {
        var theirs = Tools.Where(t => Credited(t, day) is null && IsTheirs(t, day)).Select(t => State(t, day)).ToList();
        return (IsCredited(day) || theirs.Count > 0) && theirs.All(s => s.State is CoverageState.Seen or CoverageState.Silent);
    }

    private Reason NotCoveredReason(DateOnly day)
    {
        var theirs = Tools.Where(t => Credited(t, day) is null && IsTheirs(t, day)).ToList();
        if (theirs.Count == 0)
        {
            return NoToolReason(day);
        }

        string[] order = ["AccountNotLinked", "ReportMissing", "TelemetryOff", "ClientTooOld", "NotReported"];
        return theirs.Select(t => State(t, day)).Where(s => s.State == CoverageState.NotMeasurable).Select(s => s.Reason!.Value)
            .OrderBy(r => Array.IndexOf(order, r.Name)).First();
    }

    private Reason NoToolReason(DateOnly day) =>
        Gap(null, day) ?? (inputs.Accounts.Any(a => a.Ambiguous) || inputs.Accounts.Count == 0 ? Reason.AccountNotLinked : Reason.NoLicence);

    /// <summary>§2, first that applies.</summary>
    private Coverage State(Tool tool, DateOnly day)
    {
        if (day > asOf.AddDays(-4))
        {
            return new(CoverageState.Pending, null);
        }

        if (Gap(tool, day) is { } declared)
        {
            return Not(declared);
        }

        if (inputs.Accounts.Any(a => a.Tool == tool && a.Ambiguous))
        {
            return Not(Reason.AccountNotLinked);
        }

        if (!IsTheirs(tool, day))
        {
            return new(CoverageState.NotTheirs, null);
        }

        var passing = ScopesLookedAt(tool).Where(s => ReportPasses(s.Source, tool, s.Name, day)).ToList();
        if (passing.Count == 0)
        {
            return Not(Reason.ReportMissing);
        }

        var accounts = AccountDays(tool, day);
        if (accounts.Any(rows => rows.All(r => r.Marks.HasFlag(Marks.TelemetryOff))))
        {
            return Not(Reason.TelemetryOff);
        }

        if (accounts.Any(rows => rows.All(r => r.Marks.HasFlag(Marks.ClientTooOld))))
        {
            return Not(Reason.ClientTooOld);
        }

        if (accounts.Any(rows => rows.Any(HasUse)))
        {
            return new(CoverageState.Seen, null);
        }

        if (passing.Any(s => s.Source != Source.Copilot) || SeenNear(tool, day) || VendorSawNothing(tool, day))
        {
            return new(CoverageState.Silent, null);
        }

        return Not(Reason.NotReported);
    }

    private static Coverage Not(Reason reason) => new(CoverageState.NotMeasurable, reason);

    private bool SeenNear(Tool tool, DateOnly day) =>
        From(day.AddDays(-28), day.AddDays(28)).SelectMany(d => AccountDays(tool, d)).Any(rows =>
            rows.Any(r => HasUse(r) && !r.Marks.HasFlag(Marks.ReviewOnly))
            && !rows.All(r => r.Marks.HasFlag(Marks.TelemetryOff)) && !rows.All(r => r.Marks.HasFlag(Marks.ClientTooOld)));

    private bool VendorSawNothing(Tool tool, DateOnly day)
    {
        var snapshots = Seats.Where(s => ToolOf(s.Account) == tool && s.TakenOn >= day && s.TakenOn <= day.AddDays(28)).ToList();
        return snapshots.Count > 0 && snapshots.All(s => s.LastActivityOn is null || s.LastActivityOn < day.AddDays(-28));
    }

    private bool IsTheirs(Tool tool, DateOnly day)
    {
        var readings = CoveringReadingsOf[tool].ToList();
        return readings.Any(r => r.Day == day)
            || Seats.Any(s => ToolOf(s.Account) == tool && SeatCovers(s, day))
            || readings.Any(r => r.Day >= day.AddDays(-90) && r.Day <= day && !facts.SeatSnapshots.Any(s => s.Source == ScopeOf(r).Source && s.TakenOn <= asOf));
    }

    private bool SeatCovers(Seat seat, DateOnly day)
    {
        // What the latest snapshot says of the seat is what holds.
        var latest = Seats.Where(s => s.Account == seat.Account && s.CreatedOn == seat.CreatedOn && s.Source == seat.Source).MaxBy(s => s.TakenOn)!;
        var lacking = facts.SeatSnapshots.Where(s => s.Source == seat.Source && s.TakenOn <= asOf && s.TakenOn > latest.TakenOn).Select(s => (DateOnly?)s.TakenOn).Min();
        return day >= latest.CreatedOn && (latest.CancelledOn is null || day <= latest.CancelledOn) && (lacking is null || day < lacking);
    }

    private List<(Source Source, string Name)> ScopesLookedAt(Tool tool)
    {
        var own = CoveringReadingsOf[tool].Where(Own).Select(r => (ScopeOf(r).Source, ScopeOf(r).Name)).Distinct().ToList();
        return own.Count > 0 ? own : facts.SourceDays.Where(d => d.Tool == tool && d.Source != Source.ChatGpt).Select(d => (d.Source, d.Scope)).Distinct().ToList();
    }

    private bool ReportPasses(Source source, Tool tool, string scope, DateOnly day)
    {
        int? Rows(DateOnly of) => SourceDaysOf[(source, tool, scope, of)]
            .Where(d => d.Day <= asOf && d.Complete)
            .Where(d => d.LastWritten >= new DateTimeOffset(of.AddDays(4).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)).Select(d => (int?)d.Rows).FirstOrDefault();
        if (Rows(day) is not { } rows)
        {
            return false;
        }

        var before = new[] { 7, 14, 21, 28 }.Select(back => Rows(day.AddDays(-back))).Where(r => r is not null).Select(r => (decimal)r!.Value).Order().ToList();
        if (before.Count == 0)
        {
            return true;
        }

        var median = before.Count % 2 == 1 ? before[before.Count / 2] : (before[(before.Count / 2) - 1] + before[before.Count / 2]) / 2;
        return median < 20 || rows >= median / 2;
    }

    private Signals Signals(Tool tool, DateOnly day)
    {
        var rows = ReadingsOf[day].Where(r => Own(r) && ScopeOf(r).Tool == tool).ToList();
        int? One(Func<Signals, int?> of)
        {
            // Parts of one scope sum, one account in two scopes gives the larger, accounts sum.
            int? Of(Source source, bool? subscription) => Sum(rows
                .Where(r => ScopeOf(r).Source == source && (subscription is null || r.Marks.HasFlag(Marks.Subscription) == subscription))
                .GroupBy(r => r.Account)
                .Select(account => account.GroupBy(r => ScopeOf(r).Name).Select(scope => Sum(scope.Select(r => of(r.Signals)))).Max()));
            var claude = Sum([Of(Source.ClaudeCode, false), new[] { Of(Source.ClaudeCode, true), Of(Source.ClaudeEnterprise, null) }.Max()]);
            return new[] { claude, Of(Source.Copilot, null), Of(Source.Codex, null), Of(Source.UsageCsv, null) }.Max();
        }

        return new Signals(One(s => s.Prompts), One(s => s.AgentSessions), One(s => s.ReviewRequests), One(s => s.Acceptances), One(s => s.Generations));
    }

    private static int? Sum(IEnumerable<int?> values) => values.Where(v => v is not null).ToList() is { Count: > 0 } measured ? measured.Sum() : null;

    private List<List<Reading>> AccountDays(Tool tool, DateOnly day) => ReadingsOf[day]
        .Where(r => Own(r) && ScopeOf(r).Tool == tool && ScopeOf(r).Source != Source.ChatGpt)
        .GroupBy(r => (r.Account, ScopeOf(r).Source)).Select(rows => rows.ToList()).ToList();

    private Reason? Gap(Tool? tool, DateOnly day)
    {
        var person = inputs.Person;
        return facts.Gaps.Where(g => g.Span.Contains(day) && (g.Tool is null || tool is null || g.Tool == tool))
            .Where(g => g.Names switch
            {
                GapScope.Email => g.Value == person.Email,
                GapScope.WorkArea => g.Value == Area(day),
                GapScope.Office => g.Value == person.Office.At(day, "?"),
                _ => true,
            })
            .OrderBy(g => Array.IndexOf([GapScope.Email, GapScope.WorkArea, GapScope.Office, GapScope.All], g.Names))
            .ThenBy(g => g.Span.From).ThenBy(g => g.Reason, StringComparer.Ordinal)
            .Select(g => (Reason?)new Reason(g.Reason)).FirstOrDefault();
    }

    private static Reason? Commonest(IEnumerable<(DateOnly Day, Reason Reason)> days) => days.GroupBy(d => d.Reason)
        .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(d => d.Day)).Select(g => (Reason?)g.Key).FirstOrDefault();

    private bool IsWorking(DateOnly day) =>
        Pattern(day).Contains(day.DayOfWeek) && !IsHoliday(day);

    private WorkingDays Pattern(DateOnly day) =>
        inputs.Corrections.OfType<Correction.ChangeWorkingPattern>().LastOrDefault(c => c.Span.Contains(day))?.Pattern ?? inputs.Person.WorkingDays.At(day, WorkingDays.MondayToFriday);

    private string Area(DateOnly day) =>
        inputs.Corrections.OfType<Correction.ChangeWorkArea>().LastOrDefault(c => c.Span.Contains(day))?.WorkArea ?? inputs.Person.WorkArea.At(day, "?");

    private static Correction.RemapAccount? Remap(ScoreInputs inputs, int account) =>
        inputs.Corrections.OfType<Correction.RemapAccount>().LastOrDefault(c => c.Account == account);

    private static bool IsAnothers(ScoreInputs inputs, int account) => Remap(inputs, account) is { } remap && remap.Owner != inputs.Person.Id;

    /// <summary>What is credited of a tool and day: of each signal the most that any credit gives; null when nothing is.</summary>
    private Signals? Credited(Tool tool, DateOnly day)
    {
        if (day > asOf.AddDays(-4) || !IsWorking(day) || !IsEmployed(day) || IsOnLeave(day) || IsExcluded(day))
        {
            return null;
        }

        // The levels of rubric 2026.1: light and regular; any other has no points.
        var credits = Credits.Where(c => c.Tool == tool && c.Span.Contains(day)).ToList();
        return credits.Count == 0 ? null
            : credits.Exists(c => c.Level == "regular") ? new Signals(4, 1, null, null, null)
            : credits.Exists(c => c.Level == "light") ? new Signals(2, null, null, null, null)
            : default(Signals);
    }

    private bool IsCredited(DateOnly day) => Tools.Any(t => Credited(t, day) is not null);

    private bool IsHoliday(DateOnly day) =>
        facts.Holidays.TryGetValue(inputs.Person.Country.At(day, "?"), out var days) && days.Contains(day);

    private bool IsEmployed(DateOnly day) => day >= (inputs.Person.StartDate ?? Never) && day <= (inputs.Person.EndDate ?? DateOnly.MaxValue);

    private bool IsOnLeave(DateOnly day) => inputs.Person.Leave.Any(l => l.Contains(day));

    private bool IsExcluded(DateOnly day) => inputs.Corrections.OfType<Correction.ExcludeDays>().Any(c => c.Span.Contains(day));

    private bool Own(Reading reading) => inputs.Accounts.Any(a => a.Id == reading.Account && !a.Ambiguous);

    private Scope ScopeOf(Reading reading) => ScopesById[reading.Scope];

    private Tool ToolOf(int account) => inputs.Accounts.Single(a => a.Id == account).Tool;

    private static bool HasUse(Reading reading) => reading.Marks.HasFlag(Marks.Use) || reading.Signals.Any;

    private static IEnumerable<DateOnly> From(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
