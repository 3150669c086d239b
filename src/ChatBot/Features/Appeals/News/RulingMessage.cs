using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Access;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Makes the message of a ruling: the statement of reasons. It states the verdict anew, being what ends the freeze; where a second level or another appeal
/// has begun meanwhile, it states the decision without it.
/// </summary>
internal sealed class RulingMessage(PersonDoor door, ActionTokens tokens, AppealSettings settings, Wording wording)
{
    private const int MostFacts = 8;
    private const int MostRuns = 4;

    /// <summary>The message, on its way.</summary>
    public async Task<Making> Make(Case found, int level, DueDelivery due, CancellationToken cancel)
    {
        var (appeal, person) = (found.Appeal, found.Appeal.Person);
        var file = door.Open(Viewer.Self(person), person, "ruling") ?? throw new InvalidOperationException("The door refuses people their own data.");
        var today = DateOnly.FromDateTime(due.Now.UtcDateTime);
        var contested = await file.Kept(found.Sheet, cancel) ?? throw new InvalidOperationException("A contested sheet is kept.");
        var current = await file.Sheet(appeal.Quarter, today, cancel);
        var known = await file.Known(today, cancel);
        var review = await file.ReviewBut(appeal.Id, cancel);
        var verdict = review.IsOpen ? null : (VerdictKind?)Verdicts.Over(current.Sheet, known.Facts, today, underReview: false, review.ExemptUntil).Kind;
        var ruling = appeal.Rulings.Single(one => one.Level == level);
        var last = appeal.EscalateBy is { } by && level == 1 && appeal.Calendar.Day(due.Now) <= by ? by : (DateOnly?)null;
        var token = last is null ? null : tokens.Mint(person, "appeal.escalate", appeal.Id.ToString("N"), due.Now, found.Version);
        var card = Card(found, ruling, contested.Sheet, current.Sheet, verdict, last, today, wording) with
        {
            IsCopy = due.Copy > 1, EscalateToken = token, Further = settings.Further,
        };
        return new Making.Ready(new CardContent("ruling", card), verdict is null ? null : current.Id);
    }

    /// <summary>The card's data, of a first copy, with no token and no contact.</summary>
    /// <param name="found">The case.</param>
    /// <param name="ruling">Its ruling.</param>
    /// <param name="contested">The contested sheet.</param>
    /// <param name="current">The sheet of the quarter now.</param>
    /// <param name="verdict">What is shown over it; null while that is open.</param>
    /// <param name="escalateBy">Last day for the second level; null where there is none.</param>
    /// <param name="today">UTC day.</param>
    /// <param name="wording">The words.</param>
    public static RulingCard Card(
        Case found, Ruling ruling, ScoreSheet contested, ScoreSheet current, VerdictKind? verdict, DateOnly? escalateBy, DateOnly today, Wording wording)
    {
        var facts = Facts(found.Appeal, contested, wording);
        return new RulingCard
        {
            Reference = found.Reference,
            IsCopy = false,
            Outcome = AppealWords.Of(ruling.Outcome),
            Changes = ruling.Corrections.Any(),
            Quarter = wording.Quarter(found.Appeal.Quarter),
            DecidedOn = wording.Day(found.Appeal.Calendar.Day(ruling.At), today),
            SecondLevel = ruling.Level == 2,
            ByTwo = ruling.Second is not null,
            Parts = [.. ruling.Parts.Select(part => Line(found.Appeal, part, wording))],
            Facts = [.. facts.Take(MostFacts)],
            MoreFacts = facts.Count > MostFacts ? wording.Number(facts.Count - MostFacts) : null,
            Rubric = ruling.Rubric,
            Before = Score(contested, wording),
            After = Score(current, wording),
            Verdict = verdict is { } kind ? wording.Name(kind) : null,
            EscalateBy = escalateBy is { } last ? wording.Day(last, today) : null,
            EscalateToken = null,
            Further = null,
        };
    }

    private static RuledPartLine Line(Appeal appeal, PartRuling part, Wording wording) => new(
        AppealWords.Of(appeal.Parts[part.Part], wording),
        AppealWords.Of(part.Outcome),
        Cut(part.Reason),
        [.. part.Corrections.Take(CaseWords.MostParts).Select(one => AppealWords.Of(one, wording)), .. CaseWords.More(part.Corrections.Count - CaseWords.MostParts)]);

    /// <summary>What each source could see of the disputed days, by tool and reason, as the contested sheet had it.</summary>
    private static IReadOnlyList<FactLine> Facts(Appeal appeal, ScoreSheet contested, Wording wording)
    {
        var disputed = contested.Days
            .Select(day => (day, Parts: appeal.Parts.Where(part => day.Day >= part.From && day.Day <= part.To).ToList()))
            .Where(x => x.Parts.Count > 0 && x.day.LeftOut is not (LeftOut.DayOff or LeftOut.Pending))
            .ToList();
        var seen = disputed.SelectMany((x, place) => x.day.Tools.Where(tool => x.Parts.Any(part => part.Tool is null || part.Tool == tool.Tool) && tool.Coverage.State != CoverageState.NotTheirs)
            .Select(tool => (Place: place, Fact: new Fact(tool.Tool, Said(tool.Coverage, wording), Unseen.Declared(tool.Coverage.Reason)?.Text))));
        var others = disputed.Select((x, place) => (Place: place, Fact: Without(x.day, wording))).Where(x => x.Fact is not null).Select(x => (x.Place, Fact: x.Fact!));
        return
        [
            .. seen.Concat(others).GroupBy(x => x.Fact, x => x.Place).OrderByDescending(x => x.Count()).ThenBy(x => x.Key.Tool?.Id, StringComparer.Ordinal).ThenBy(x => x.Key.Said, StringComparer.Ordinal)
                .Select(x => new FactLine(
                    Days([.. x.Order()], [.. disputed.Select(one => one.day.Day)], wording),
                    x.Key.Tool is { } tool ? wording.Name(tool) : null,
                    x.Key.Said,
                    x.Key.Declared is { } text ? Cut(text) : null)),
        ];
    }

    /// <summary>What is said of a day on which no tool says anything; null for any other day.</summary>
    private static Fact? Without(SheetDay day, Wording wording) =>
        day.LeftOut is not (LeftOut.No or LeftOut.NotCovered) ? new Fact(null, wording.Name(day.LeftOut), null)
        : day is { LeftOut: LeftOut.NotCovered, Tools.Count: 0, Reason: { } reason } ? new Fact(null, wording.Of(reason).Short, Unseen.Declared(reason)?.Text)
        : null;

    /// <summary>The days in runs, over days off, and how many: <c>5–9 Oct, 14 Oct (6 days)</c>.</summary>
    private static string Days(IReadOnlyList<int> places, IReadOnlyList<DateOnly> days, Wording wording)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var place in places)
        {
            if (runs.Count > 0 && runs[^1].Last == place - 1)
            {
                runs[^1] = (runs[^1].First, place);
            }
            else
            {
                runs.Add((place, place));
            }
        }

        var told = runs.Take(MostRuns).Select(run => wording.Span(days[run.First], days[run.Last]));
        return $"{string.Join(", ", told)}{(runs.Count > MostRuns ? " and others" : string.Empty)} ({wording.Count(places.Count, "day")})";
    }

    private static string Said(Coverage coverage, Wording wording) => coverage.State switch
    {
        CoverageState.Seen => "use was seen",
        CoverageState.Silent => "the source looked, and saw no use",
        CoverageState.Pending => "not settled yet",
        CoverageState.Credited => "credited by an earlier ruling",
        _ => $"not measurable: {wording.Of(coverage.Reason!.Value).Short}",
    };

    private static Supplied Cut(string text) => new(WrittenText.Cut(text, WrittenText.MostCharacters));

    /// <summary>Without a counted day there is no score, and least of all one of 0.</summary>
    private static string Score(ScoreSheet sheet, Wording wording) => sheet.EligibleDays == 0 ? "no score" : wording.Score(sheet.Score);

    /// <summary>What was known of a day in a tool, or of the day itself.</summary>
    private sealed record Fact(Tool? Tool, string Said, string? Declared);
}
