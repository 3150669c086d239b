using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What <c>cards/appealsheets.json</c> is given: the contested sheet beside the one that holds now.</summary>
internal sealed record AppealSheetsCard
{
    private const int MostLines = 12;

    /// <summary>What people call the case.</summary>
    public required string Reference { get; init; }

    /// <summary>The quarter.</summary>
    public required string Quarter { get; init; }

    /// <summary>The contested one.</summary>
    public required SheetLook Before { get; init; }

    /// <summary>The one that holds now.</summary>
    public required SheetLook Now { get; init; }

    /// <summary>When the contested one was replaced; null while it holds.</summary>
    public required string? ReplacedOn { get; init; }

    /// <summary>Reference of the appeal that replaced it; null where the cause is another.</summary>
    public required string? Because { get; init; }

    /// <summary>Another correction than an appeal of one's own replaced it.</summary>
    public required bool Corrected { get; init; }

    /// <summary>What the decisions changed.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>What differs, by days.</summary>
    public required IReadOnlyList<SheetDifference> Differences { get; init; }

    /// <summary>Whether more differs than is listed.</summary>
    public required bool More { get; init; }

    /// <summary>Days that were not settled or not there before; null for none.</summary>
    public required string? NewDays { get; init; }

    /// <summary>Version of the rubric.</summary>
    public required string Rubric { get; init; }

    /// <summary>The day of the answer.</summary>
    public required string AsOf { get; init; }

    /// <summary>The card's data.</summary>
    /// <param name="own">The case.</param>
    /// <param name="before">The contested sheet.</param>
    /// <param name="now">The sheet that holds.</param>
    /// <param name="verdict">What is shown over it.</param>
    /// <param name="because">Reference of the person's appeal that replaced the contested one.</param>
    /// <param name="today">UTC day.</param>
    /// <param name="wording">The words.</param>
    public static AppealSheetsCard Of(Case own, KeptSheet before, ScoreSheet now, VerdictKind verdict, string? because, DateOnly today, Wording wording)
    {
        var laid = verdict is VerdictKind.UnderReview or VerdictKind.Exempt;
        var (lines, newDays) = Compare(before.Sheet, now, wording);
        return new AppealSheetsCard
        {
            Reference = own.Reference,
            Quarter = wording.Quarter(now.Quarter),
            Before = SheetLook.Of(before.Sheet, laid ? verdict : Verdicts.Of(before.Sheet).Kind, today, wording),
            Now = SheetLook.Of(now, laid ? verdict : Verdicts.Of(now).Kind, today, wording),
            ReplacedOn = before.ReplacedAt is { } at ? wording.Day(own.Appeal.Calendar.Day(at), today) : null,
            Because = because,
            Corrected = because is null && before.Why is not (null or SheetStore.Recomputed),
            Changes = [.. own.Appeal.Rulings.SelectMany(ruling => ruling.Corrections).Take(MostLines).Select(one => AppealWords.Of(one, wording))],
            Differences = [.. lines.Take(MostLines)],
            More = lines.Count > MostLines,
            NewDays = newDays > 0 ? wording.Count(newDays, "day") : null,
            Rubric = now.Rubric,
            AsOf = wording.Day(today),
        };
    }

    /// <summary>Runs of days that differ alike; days that were not settled before are only counted.</summary>
    private static (List<SheetDifference> Lines, int NewDays) Compare(ScoreSheet before, ScoreSheet now, Wording wording)
    {
        var old = before.Days.ToDictionary(day => day.Day);
        var (runs, newDays) = (new List<(SheetDay From, SheetDay To, string Was, string Is)>(), 0);
        var goesOn = false;
        foreach (var day in now.Days.Where(day => day.LeftOut != LeftOut.Pending))
        {
            if (!old.TryGetValue(day.Day, out var then) || then.LeftOut == LeftOut.Pending)
            {
                newDays += day.LeftOut == LeftOut.DayOff ? 0 : 1;
                goesOn = false;
                continue;
            }

            var (was, isNow) = (DisputableDays.Look(then, wording), DisputableDays.Look(day, wording));
            if (was == isNow && day.Points == then.Points)
            {
                goesOn &= day.LeftOut is LeftOut.DayOff or LeftOut.Holiday;
            }
            else if (goesOn && runs[^1].Was == was && runs[^1].Is == isNow)
            {
                runs[^1] = runs[^1] with { To = day };
            }
            else
            {
                runs.Add((day, day, was, isNow));
                goesOn = true;
            }
        }

        return ([.. runs.Select(run => new SheetDifference(wording.Span(run.From.Day, run.To.Day), run.Was, run.Is))], newDays);
    }
}

/// <summary>A sheet in short.</summary>
/// <param name="Score">The score; a dash where no day counts.</param>
/// <param name="Days">Counted days.</param>
/// <param name="ActiveDays">Counted days with use.</param>
/// <param name="Verdict">The verdict in words.</param>
/// <param name="AsOf">Its day.</param>
internal sealed record SheetLook(string Score, string Days, string ActiveDays, string Verdict, string AsOf)
{
    /// <summary>A sheet with what is shown over it.</summary>
    public static SheetLook Of(ScoreSheet sheet, VerdictKind verdict, DateOnly today, Wording wording) => new(
        sheet.EligibleDays == 0 ? "–" : wording.Score(sheet.Score),
        wording.Number(sheet.EligibleDays),
        wording.Number(sheet.ActiveDays),
        wording.Name(verdict),
        wording.Day(sheet.AsOf, today));
}

/// <summary>Days that differ.</summary>
/// <param name="Days">The days.</param>
/// <param name="Was">As they were.</param>
/// <param name="Is">As they are.</param>
internal sealed record SheetDifference(string Days, string Was, string Is);
