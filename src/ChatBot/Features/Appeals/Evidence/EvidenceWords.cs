using System.Diagnostics;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Evidence in words of our own, for a reviewer.</summary>
internal static class EvidenceWords
{
    private const int MostLines = 9;

    /// <summary>What is known of one part: what could be seen, what each source said, which rule made which points.</summary>
    public static IReadOnlyList<string> Of(Evidence evidence, Wording wording)
    {
        List<string> seen = [.. evidence.Coverage.Select(run => Of(run, wording))];
        List<string> rest =
        [
            .. evidence.Sources.Select(word => Of(word, wording)),
            .. evidence.Sources.Count == 0 ? ["No source has anything of them on these days"] : Array.Empty<string>(),
            .. evidence.Off.Select(off => $"{wording.Count(off.Days, "day")} left out: {wording.Name(off.Why)}"),
            .. evidence.Lines.Where(line => line.Rule.Weight > 0).Select(line => Of(line, wording)),
            $"{wording.Count(evidence.Counted, "counted day")}, {wording.Count(evidence.Points, "point")} in all",
        ];
        return [.. seen.Take(MostLines), .. CaseWords.More(seen.Count - MostLines), .. rest.Take(MostLines), .. CaseWords.More(rest.Count - MostLines)];
    }

    /// <summary>Why something could not be seen, said of somebody else; a declared reason stands beside it as supplied text.</summary>
    public static string Of(Reason reason) => reason.Name switch
    {
        "AccountNotLinked" => "no account of theirs was linked",
        "NoLicence" => "they had no licence",
        "ReportMissing" => "the source's report is missing or far too small",
        "TelemetryOff" => "the editor's telemetry was off",
        "ClientTooOld" => "the editor or its plug-in was too old to report; which version is not kept",
        "NotReported" => "the vendor saw activity that its report does not hold",
        "TooFewDays" => "too few days count",
        "NotCovered" => "too few days were covered",
        _ => "it is declared that use cannot be seen there",
    };

    /// <summary>A seat.</summary>
    public static string Of(SeatTrace seat, DateOnly today, Wording wording)
    {
        var activity = seat.LastActivityOn is { } last ? $"last activity {wording.Day(last, today)}" : "no activity known";
        var end = seat.GoneOn is { } gone ? $", gone by {wording.Day(gone, today)}" : seat.CancelledOn is { } until ? $", cancelled for {wording.Day(until, today)}" : string.Empty;
        return $"Seat in {wording.Name(ToolOf(seat.Source))} since {wording.Day(seat.CreatedOn, today)}, {activity} by the snapshot of {wording.Day(seat.TakenOn, today)}{end}";
    }

    /// <summary>What the directory has of the days: leave by its dates and never its kind, the working pattern, holidays.</summary>
    public static IEnumerable<string> Directory(OpenedCase opened, Wording wording)
    {
        var (quarter, person) = (opened.Found.Appeal.Quarter, opened.Known.Facts);
        var first = opened.Found.Appeal.Parts[0].From;
        var leave = person.Leave.Where(span => span.From <= quarter.Last && !(span.To < quarter.First)).OrderBy(span => span.From).ToList();
        yield return leave.Count == 0 ? $"No leave on record in {wording.Quarter(quarter)}"
            : $"Leave on record: {string.Join(", ", leave.Take(MostLines).Select(span => AppealWords.Days(span, wording)).Concat(CaseWords.More(leave.Count - MostLines)))}";
        yield return $"Working days: {person.WorkingDays.At(first, WorkingDays.MondayToFriday).ToString().Replace(";", ", ", StringComparison.Ordinal)}";
        var country = person.Country.At(first, string.Empty);
        var holidays = opened.Shared.Holidays.TryGetValue(country, out var all)
            ? all.Where(day => opened.Found.Appeal.Parts.Any(part => day >= part.From && day <= part.To)).Order().ToList()
            : [];
        if (holidays.Count > 0)
        {
            yield return $"Holidays on those days: {string.Join(", ", holidays.Take(MostLines).Select(wording.Day))}";
        }
    }

    /// <summary>What is proposed for a reviewer to confirm.</summary>
    public static string Of(Proposal proposal, Wording wording) =>
        $"{AppealWords.Of(proposal.Correction, wording)}, because {Of(proposal.Reason)} ({wording.Count(proposal.Days.Count, "day")})";

    /// <summary>A sheet in one line: what it concludes, its score and its days.</summary>
    public static string Of(ScoreSheet sheet, Wording wording) => Of(Verdicts.Of(sheet).Kind, sheet, wording);

    /// <summary>The same with another verdict over it.</summary>
    public static string Of(VerdictKind verdict, ScoreSheet sheet, Wording wording) =>
        sheet.EligibleDays == 0 ? $"{wording.Name(verdict)}, no counted days"
        : $"{wording.Name(verdict)}, {wording.Score(sheet.Score)} of 100 on {wording.Count(sheet.EligibleDays, "counted day")}";

    private static string Of(CoverageRun run, Wording wording)
    {
        var where = $"{(run.Tool is { } tool ? wording.Name(tool) : "No tool")}, {wording.Span(run.From, run.To)} ({wording.Count(run.Days, "day")})";
        return run.State switch
        {
            CoverageState.Seen => $"{where}: use was seen",
            CoverageState.Silent => $"{where}: the source looked and saw no use",
            CoverageState.Credited => $"{where}: credited by a decision",
            CoverageState.NotMeasurable => $"{where}: not visible, {(run.Fault is { } fault ? Of(fault) : Of(run.Reason!.Value))}",
            CoverageState.Pending => $"{where}: still settling",
            CoverageState.NotTheirs => $"{where}: not theirs",
            _ => throw new UnreachableException(),
        };
    }

    private static string Of(ReportFault fault) => fault switch
    {
        ReportFault.NoneArrived => "no report of the source arrived",
        ReportFault.Incomplete => "a part of the source's report is missing",
        ReportFault.ReadTooEarly => "the source's report was read before the day had settled, and not again",
        ReportFault.TooSmall => "the source's report holds far fewer people than in the weeks before",
        _ => throw new UnreachableException(),
    };

    private static string Of(SourceWord word, Wording wording) =>
        $"{Capital(NameOf(word.Source))} has rows of {wording.Count(word.Rows, "day")}, {wording.Number(word.Use)} with use"
        + (word.TelemetryOff > 0 ? $"; {wording.Number(word.TelemetryOff)} say that telemetry was off" : string.Empty)
        + (word.ClientTooOld > 0 ? $"; {wording.Number(word.ClientTooOld)} show a client that is too old" : string.Empty);

    private static string Of(RuleSum line, Wording wording) =>
        $"{wording.Sentence(wording.Name(line.Signal))}: {wording.Number(line.Counted)} × {wording.Number(line.Rule.Weight)} = {wording.Count(line.Points, "point")}"
        + (line.Count > line.Counted ? $" (of {wording.Number(line.Count)}; at most {wording.Number(line.Rule.Cap)} a day count)" : string.Empty);

    private static string NameOf(Source source) => source switch
    {
        Source.Copilot => "GitHub's Copilot report",
        Source.ClaudeCode => "the Claude Code report",
        Source.ClaudeEnterprise => "the Claude Enterprise report",
        Source.Codex => "the Codex report",
        Source.ChatGpt => "the ChatGPT report",
        Source.UsageCsv => "the usage file",
        _ => throw new UnreachableException(),
    };

    private static Tool ToolOf(Source source) => source switch
    {
        Source.Copilot => Tool.Copilot,
        Source.ClaudeCode or Source.ClaudeEnterprise => Tool.ClaudeCode,
        _ => Tool.ChatGpt,
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
