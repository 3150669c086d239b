using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Tokens of a case's buttons; null for a button that it has not.</summary>
internal readonly record struct AppealTokens(string? Withdraw, string? Escalate);

/// <summary>Puts a case into the words that its person reads.</summary>
internal static class WriteAppeal
{
    /// <summary>What is shown of a long case, the latest of each kind, and the statement before: so much fits on a card of every channel.</summary>
    private const int MostSteps = 10, MostNotes = 6, MostParts = 8;

    /// <summary>Characters of all that people wrote and is shown.</summary>
    private const int MostWritten = 5_000;

    /// <summary>Even of many texts something is shown.</summary>
    private const int LeastOfEach = 120;

    /// <summary>Whether the person can take the case back.</summary>
    public static bool MayWithdraw(Appeal appeal) => appeal.IsOpen && appeal.Rulings.Count == 0;

    /// <summary>Whether the person can take the case to the second level.</summary>
    public static bool MayEscalate(Appeal appeal, DateTimeOffset now) => appeal.EscalateBy is { } last && appeal.Calendar.Day(now) <= last;

    /// <summary>The card's data.</summary>
    /// <param name="own">The case.</param>
    /// <param name="history">What happened, in order.</param>
    /// <param name="said">What was done now.</param>
    /// <param name="tokens">Tokens of its buttons.</param>
    /// <param name="now">The moment.</param>
    /// <param name="further">Whom people can turn to beyond this.</param>
    /// <param name="wording">The words.</param>
    public static AppealCard Card(Case own, IReadOnlyList<AppealEventRow> history, AppealSaid said, AppealTokens tokens, DateTimeOffset now, Supplied? further, Wording wording)
    {
        var appeal = own.Appeal;
        var today = appeal.Calendar.Day(now);
        var written = history.Where(step => step.Text is { Length: > 0 }).ToList();
        List<AppealEventRow> notes = written.Count <= MostNotes ? written : [written[0], .. written.TakeLast(MostNotes - 1)];
        var most = MostOfEach(appeal, notes);
        return new AppealCard
        {
            Said = said,
            Reference = own.Reference,
            State = appeal.State,
            Stands = AppealWords.Of(appeal.State),
            UnderReview = appeal.IsOpen,
            NoFirstRuling = appeal.Level == 2 && appeal.Rulings.All(ruling => ruling.Level == 2),
            Ground = AppealWords.Of(appeal.Ground),
            Quarter = wording.Quarter(appeal.Quarter),
            Days = string.Join("; ", appeal.Parts.Select(part => AppealWords.Of(part, wording))),
            FiledOn = wording.Day(appeal.Calendar.Day(appeal.FiledAt), today),
            TriageBy = wording.Day(appeal.Clock.TriageBy, today),
            RuleBy = wording.Day(appeal.Clock.RuleBy, today),
            AnswerBy = appeal.AnswerBy is { } answer ? wording.Day(answer, today) : null,
            EscalateBy = MayEscalate(appeal, now) ? wording.Day(appeal.EscalateBy!.Value, today) : null,
            Question = appeal.State == AppealState.NeedsInfo && history.LastOrDefault(step => step.What == nameof(AppealEvent.Ask))?.Text is { } question ? new Supplied(question) : null,
            Notes = [.. notes.Select(step => Note(step, appeal, most, today, wording))],
            Rulings = [.. appeal.Rulings.Select(ruling => Ruling(ruling, appeal, ruling == appeal.Rulings[^1] ? MostParts : 0, most, today, wording))],
            Steps = [.. history.TakeLast(MostSteps).Select(step => new AppealStep(On(step, appeal, today, wording), What(step, appeal)))],
            Further = further,
            HasSheets = appeal.Rulings.Any(ruling => ruling.Corrections.Any()),
            MayAdd = appeal.IsOpen,
            WithdrawToken = tokens.Withdraw,
            EscalateToken = tokens.Escalate,
        };
    }

    /// <summary>How many characters of each text fit.</summary>
    private static int MostOfEach(Appeal appeal, IReadOnlyList<AppealEventRow> notes)
    {
        var lengths = notes.Select(step => step.Text!.Length).Concat(appeal.Rulings.TakeLast(1).SelectMany(ruling => ruling.Parts).Take(MostParts).Select(part => part.Reason.Length)).ToList();
        return lengths.Sum() <= MostWritten ? MostWritten : Math.Max(LeastOfEach, MostWritten / lengths.Count);
    }

    private static AppealNote Note(AppealEventRow step, Appeal appeal, int most, DateOnly today, Wording wording)
    {
        var by = step.What == nameof(AppealEvent.Ask) ? "The reviewer asked" : step.What == nameof(AppealEvent.Answer) ? "You answered" : step.Actor == appeal.Person ? "You wrote" : "The reviewer wrote";
        return new AppealNote($"{by} on {On(step, appeal, today, wording)}:", new Supplied(WrittenText.Cut(step.Text!, most)));
    }

    /// <summary>A ruling; of one that another followed only what came of it.</summary>
    private static AppealRuling Ruling(Ruling ruling, Appeal appeal, int parts, int most, DateOnly today, Wording wording) => new(
        $"{(ruling.Level == 2 ? "Second decision" : "Decision")} of {wording.Day(appeal.Calendar.Day(ruling.At), today)}: {AppealWords.Of(ruling.Outcome)}",
        [
            .. ruling.Parts.Take(parts).Select(part => new AppealPartRuling(
                $"{AppealWords.Of(appeal.Parts[part.Part], wording)}: {AppealWords.Of(part.Outcome)}.",
                new Supplied(WrittenText.Cut(part.Reason, most)),
                [.. part.Corrections.Take(MostParts).Select(correction => AppealWords.Of(correction, wording))])),
        ],
        parts > 0 && ruling.Parts.Count > parts);

    private static string On(AppealEventRow step, Appeal appeal, DateOnly today, Wording wording) => wording.Day(appeal.Calendar.Day(step.At), today);

    private static string What(AppealEventRow step, Appeal appeal) => step.What switch
    {
        nameof(AppealEvent.Add) => "You added something.",
        nameof(AppealEvent.Answer) => "You answered the question.",
        nameof(AppealEvent.Withdraw) => "You took it back.",
        nameof(AppealEvent.Escalate) => "You asked for the second level.",
        nameof(AppealEvent.Claim) => "A reviewer took it.",
        nameof(AppealEvent.Release) => "It went back to the reviewers.",
        nameof(AppealEvent.HandOver) => "Another reviewer has it.",
        nameof(AppealEvent.Name) => "The programme office named a reviewer.",
        nameof(AppealEvent.Ask) => "The reviewer asked you something.",
        nameof(AppealEvent.Rule) => appeal.Rulings.Any(ruling => ruling.Second is null && SameTime(ruling.At, step.At)) ? "It was decided." : "A second reviewer is to look at it.",
        nameof(AppealEvent.Agree) => "A second reviewer agreed, and it was decided.",
        nameof(AppealEvent.Disagree) => "The second reviewer did not agree, so the review goes on.",
        nameof(AppealEvent.AnswerTimeOver) => "The time to answer was over, so the review goes on without.",
        nameof(AppealEvent.ClockMissed) => "The time to decide was over, so it went to the second level.",
        nameof(AppealEvent.Close) => "It was closed.",
        _ => "You filed it.",
    };

    /// <summary>The store keeps microseconds.</summary>
    private static bool SameTime(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() < TimeSpan.FromMilliseconds(1);
}
