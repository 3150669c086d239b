using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Help;
using ChatBot.Features.People;
using ChatBot.Features.Scores;
using ChatBot.Storage;
using ChatBot.Tests.Features;
using static ChatBot.Tests.Goldens.SheetMaker;

namespace ChatBot.Tests.Goldens;

/// <summary>Every card in every state, made by the features' own code from sheets made by hand. The first state of a card is its sample.</summary>
internal static class CardStates
{
    /// <summary>What somebody hostile would write where a person or a file supplies text.</summary>
    public const string Hostile = "<at>Eve</at> [press](https://evil.example) **bold** <script>alert(1)</script> \u202Egnp.exe ${score} {{DATE(2026-01-01)}}";

    /// <summary>What a token looks like; a real one is random.</summary>
    public const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Quarter Q4 = new(2026, 4);
    private static readonly Supplied Contact = new("ai-help@example.com");

    private static readonly NoticeTerms Terms = new(Teams: true, Contact, new Supplied("privacy@example.com"), new Supplied("2026-2"));
    private static readonly NoticeTerms NoTerms = new(Teams: false, null, null, null);

    /// <summary>What lies over a verdict that is contested.</summary>
    public static Overlay Reviewed { get; } = new("Tue 17 Nov", null);

    /// <summary>What lies over one that is exempt.</summary>
    public static Overlay Exempted { get; } = new(null, "Wed 30 Jun 2027");

    private static Rubric Rubric => Parts.Rubric;

    private static Wording Wording => Parts.Wording;

    /// <summary>Each state: the card's template, the state's name, the card's data.</summary>
    public static IReadOnlyList<(string Template, string State, object Data)> All { get; } =
    [
        .. Scores(),
        .. DigestStates.All,
        .. EvidenceStates.All,
        .. OwnAppealStates.All,
        .. ReviewStates.All,
        .. OfficeStates.All,
        .. NewsStates.All,
        ("why", "light", Why(Light())),
        ("why", "two tools and gaps", Why(TwoTools())),
        ("why", "no day counts", Why(Blind(Reason.TelemetryOff))),
        ("why", "whole quarter", Why(Sheet(new Quarter(2026, 3), new DateOnly(2026, 11, 3), Rubric, day => [Use(Tool.Copilot, day % 14, day % 3, day % 2, day * 2)]))),
        ("week", "full", Week(TwoTools(), new DateOnly(2026, 11, 2))),
        ("week", "first, with a hostile gap", Week(HostileGap(), new DateOnly(2026, 9, 28))),
        ("week", "latest, still settling", Week(Light(), new DateOnly(2026, 11, 16))),
        ("why", "credited days", WhyScore.Card(Credited(), VerdictKind.Heavy, default, Rulings, Today, Rubric, Wording)),
        ("week", "credited days", ExplainWeek.Card(Credited(), new DateOnly(2026, 10, 5), Rulings, Today, Rubric, Wording)),
        ("move", "reachable", Move(Light())),
        ("move", "keep heavy", Move(Heavy())),
        ("move", "stays heavy", Move(Heavy(), ahead: 1)),
        ("move", "cannot stay heavy", MoveScore.Card(Heavy(), new Domain.Scores.Move.AlreadyHeavy(null, CanBeKept: false), default, 2, Today, Rubric, Wording)),
        ("move", "on its way", MoveScore.Card(Light(), new Domain.Scores.Move.Reachable(null), default, 27, Today, Rubric, Wording)),
        ("move", "not this quarter", Move(Light(), ahead: 2)),
        ("move", "no tier", Move(Blind(Reason.ClientTooOld))),
        ("why", "under review", WhyScore.Card(Light(), VerdictKind.UnderReview, Reviewed, [], Today, Rubric, Wording)),
        ("why", "exempt", WhyScore.Card(Light(), VerdictKind.Exempt, Exempted, [], Today, Rubric, Wording)),
        ("move", "under review", MoveScore.Card(Light(), new Domain.Scores.Move.NoTier(), Reviewed, 27, Today, Rubric, Wording)),
        ("move", "exempt", MoveScore.Card(Light(), new Domain.Scores.Move.NoTier(), Exempted, 27, Today, Rubric, Wording)),
        ("history", "under review", ShowHistory.Card(Light(), [Totals(3, SheetVerdict.Heavy, 2100)], VerdictKind.UnderReview, Reviewed, Today, Wording)),
        ("history", "exempt", ShowHistory.Card(Light(), [Totals(3, SheetVerdict.Heavy, 2100)], VerdictKind.Exempt, Exempted, Today, Wording)),
        ("compare", "about the median", Compare(Light(), 17.8m, 121)),
        ("compare", "below", Compare(Light(), 30m, 15)),
        ("compare", "above", Compare(Heavy(), 20m, 43)),
        ("compare", "not told", Compare(Light(), 20m, 10)),
        ("history", "three quarters", History(Totals(3, SheetVerdict.Heavy, 2100), Totals(2, SheetVerdict.NotMeasurable, 0))),
        ("history", "only this quarter", History()),
        ("coverage", "two tools and gaps", Coverage(TwoTools())),
        ("coverage", "nothing hidden", Coverage(Light())),
        ("coverage", "hostile gap", Coverage(HostileGap())),
        ("coverage", "credited days", Coverage(Credited())),
        ("coverage", "no tool", Coverage(Sheet(Q4, Today, Rubric, _ => [], SheetVerdict.NotMeasurable, Reason.AccountNotLinked))),
        ("accounts", "two", Accounts("Ada Lovelace", ("GitHub Copilot", "ada-l", "Mon 3 Aug", false), ("Claude Code", "ada@example.com", null, false))),
        ("accounts", "claimed twice, hostile", Accounts(Hostile, ("GitHub Copilot", Hostile, "Mon 3 Aug", true))),
        ("accounts", "none", Accounts("Ada Lovelace")),
        ("unknown", "with contact", new UnknownCard(Contact)),
        ("unknown", "without contact", new UnknownCard(null)),
        ("outsider", "with contact", new OutsiderCard(Contact)),
        ("outsider", "without contact", new OutsiderCard(null)),
        ("purpose", "rubric", Purpose()),
        ("help", "all rows", new HelpCard([.. Parts.Phrasebook.Rows.Where(row => row.Help.Length > 0).Select(row => new HelpRow(row.Phrases[0].TrimStart('='), row.Help))], Contact)),
        ("hello", "hello", new HelloCard(HelloKind.Hello, null)),
        ("hello", "Spanish", new HelloCard(HelloKind.Language, "¡Hola!")),
        ("hello", "some language", new HelloCard(HelloKind.Language, null)),
        ("hello", "thanks", new HelloCard(HelloKind.Thanks, null)),
        ("hello", "wordless", new HelloCard(HelloKind.Wordless, null)),
        ("others", "declined", new OthersCard()),
        ("unclear", "nearest", new UnclearCard(Between: false, Long: false, [new("My score", "score.show"), new("Why?", "score.why"), new("What can't you see?", "coverage.show")])),
        ("unclear", "between two", new UnclearCard(Between: true, Long: false, [new("Why?", "score.why"), new("This is wrong", "score.wrong")])),
        ("unclear", "one to confirm", new UnclearCard(Between: true, Long: false, [new("This is wrong", "score.wrong")])),
        ("unclear", "one that changes something", new UnclearCard(Between: true, Long: false, [new("Stop my weekly summary", "digest.stop", Token)])),
        ("usedup", "fresh one", new UsedUpCard(new("Pause my weekly summary (3 weeks)", "digest.pause", Token))),
        ("unclear", "long", new UnclearCard(Between: false, Long: true, [new("My score", "score.show")])),
        ("room", "pointer", new RoomCard()),
        ("welcome", "welcome", new WelcomeCard(new Supplied("Ada Lovelace"), Terms)),
        ("welcome", "hostile name", new WelcomeCard(new Supplied(Hostile), NoTerms)),
        ("notice", "first", Notice(1, Terms)),
        ("notice", "second copy", Notice(2, Terms)),
        ("notice", "private mode", Notice(1, NoTerms)),
        ("notice", "hostile settings", Notice(1, new NoticeTerms(Teams: true, new Supplied(Hostile), new Supplied(Hostile), new Supplied(Hostile)))),
        .. TeamStates.All(),
        ("trouble", "trouble", new TroubleCard("Sun 22 Nov, 09:14:05 UTC", Contact)),
    ];

    private static IEnumerable<(string, string, object)> Scores()
    {
        yield return Score("light", Light());
        yield return Score("heavy", Heavy(), standing: OwnStanding.Line(40m, 20m, 43, Rubric, Wording));
        yield return Score("light, about the median", Light(), standing: OwnStanding.Line(18m, 17.8m, 121, Rubric, Wording));
        yield return Score("light, below the median", Light(), standing: OwnStanding.Line(18m, 30m, 15, Rubric, Wording));
        yield return Score("light, borderline", Sheet(Q4, Today, Rubric, day => day % 2 == 0 ? [Use(Tool.Copilot, 9, acceptances: 2)] : [Quiet(Tool.Copilot)]));
        yield return Score("light, only days lacking", Sheet(Q4, Today, Rubric, day => day % 3 == 0 ? [Use(Tool.Copilot, 12, 3, 1, 30)] : [Quiet(Tool.Copilot)]));
        yield return ("score", "light, asked for a list", (ScoreCard)Score("", Light()).Item3 with { AskedForList = true });
        yield return Score("two tools and gaps", TwoTools());
        yield return Score("hostile gap", HostileGap());
        yield return Score("Claude Code only", Sheet(Q4, Today, Rubric, day => day % 3 > 0 ? [Use(Tool.ClaudeCode, sessions: 3, acceptances: 12)] : [Quiet(Tool.ClaudeCode)]));
        yield return Score("no use seen", Sheet(Q4, Today, Rubric, day => day == 0 ? [Use(Tool.Copilot, 4)] : [Quiet(Tool.Copilot)], SheetVerdict.Non));
        yield return Score("no use ever", Sheet(Q4, Today, Rubric, _ => [Quiet(Tool.Copilot)], SheetVerdict.Non));
        yield return Score("too new", Sheet(Q4, Today, Rubric, _ => [Use(Tool.Copilot, 4)], SheetVerdict.TooNew, leftOut: day => day < new DateOnly(2026, 11, 9) ? LeftOut.NotEmployed : LeftOut.No));
        foreach (var reason in Reason.Known.OrderBy(reason => reason.Name, StringComparer.Ordinal))
        {
            yield return Score($"not measurable, {reason}", Blind(reason));
        }

        yield return Score("not measurable, declared and hostile", Blind(new Reason(Hostile)));
        yield return Score("on leave", Light(), leave: new DateSpan(new DateOnly(2026, 11, 19), null));
        yield return Score("left", Light(), ended: new DateOnly(2026, 11, 20));
        yield return Overlaid("under review", VerdictKind.UnderReview);
        yield return Overlaid("exempt", VerdictKind.Exempt);
        yield return FirstDays("first days of a quarter", Reason.TooFewDays);
        yield return FirstDays("first days of a quarter, not visible", Reason.TelemetryOff);
    }

    private static ScoreSheet Light() => Sheet(Q4, Today, Rubric, day => day % 3 > 0 ? [Use(Tool.Copilot, 4, 1, 0, 25)] : [Quiet(Tool.Copilot)], SheetVerdict.Light) is var sheet
        && Rubric.IsHeavy(sheet.Points, sheet.ActiveDays, sheet.EligibleDays)
            ? Sheet(Q4, Today, Rubric, day => day % 3 > 0 ? [Use(Tool.Copilot, 3, 0, 0, 11)] : [Quiet(Tool.Copilot)])
            : sheet;

    private static ScoreSheet Heavy() => Sheet(Q4, Today, Rubric, day => day % 5 > 0 ? [Use(Tool.Copilot, 14, 4, 1, 14)] : [Quiet(Tool.Copilot)]);

    private static ScoreSheet TwoTools() => Sheet(Q4, Today, Rubric, day => day switch
    {
        4 or 5 or 6 => [Hidden(Tool.Copilot, Reason.TelemetryOff), Use(Tool.ClaudeCode, sessions: 1)],
        12 => [Hidden(Tool.Copilot, Reason.ReportMissing), Hidden(Tool.ClaudeCode, Reason.ReportMissing)],
        20 or 21 => [Hidden(Tool.Copilot, Reason.NotReported), Quiet(Tool.ClaudeCode)],
        _ when day % 2 == 0 => [Use(Tool.Copilot, 6, 1, 1, 8), Use(Tool.ClaudeCode, sessions: 2, acceptances: 16)],
        _ => [Quiet(Tool.Copilot), Use(Tool.ClaudeCode, sessions: 1, acceptances: 4)],
    });

    private static IReadOnlyList<Correction> Rulings =>
    [
        new Correction.CreditDays(new DateSpan(new(2026, 10, 5), new(2026, 10, 12)), Tool.Copilot, "light"), new Correction.CreditDays(new DateSpan(new(2026, 10, 5), new(2026, 10, 12)), Tool.Copilot, "regular"),
        new Correction.CreditDays(new DateSpan(new(2026, 10, 28), new(2026, 10, 30)), Tool.ClaudeCode, "light"),
    ];

    private static ScoreSheet Credited() => Sheet(Q4, Today, Rubric, day => day switch
    {
        2 => [Hidden(Tool.Copilot, Reason.TelemetryOff)],
        >= 3 and < 8 => [SheetMaker.Credited(Tool.Copilot, Rubric.CreditLevels["regular"])],
        20 => [Use(Tool.Copilot, 4), SheetMaker.Credited(Tool.ClaudeCode, Rubric.CreditLevels["light"])],
        _ => [Use(Tool.Copilot, 5, 1, 0, 4)],
    });

    private static ScoreSheet HostileGap() =>
        Sheet(Q4, Today, Rubric, day => day < 8 ? [Hidden(new Tool("<b>tool</b>"), new Reason(Hostile))] : [Use(Tool.Copilot, 2)]);

    private static ScoreSheet Blind(Reason reason) => Sheet(Q4, Today, Rubric, _ => [Hidden(Tool.Copilot, reason)], SheetVerdict.NotMeasurable, reason);

    private static (string, string, object) Score(string state, ScoreSheet sheet, StandingLine? standing = null, DateSpan? leave = null, DateOnly? ended = null)
    {
        var person = new Person { Id = Guid.Empty, Email = "ada@example.com", EndDate = ended, Leave = leave is { } span ? [span] : [] };
        var known = new KnownPerson("Ada Lovelace", null, null, person, default);
        var shown = new ShownSheet(known, sheet, new StoredSheet(Guid.Empty, sheet), Verdicts.Over(sheet, person, Today, underReview: false, exemptUntil: null), Today);
        return ("score", state, ShowScore.Card(shown, standing, Rubric, Wording));
    }

    private static (string, string, object) Overlaid(string state, VerdictKind verdict) =>
        ("score", state, (ScoreCard)Score("", Light()).Item3 with
        {
            Verdict = verdict, Title = Wording.Sentence(Wording.Name(verdict)),
            Since = verdict == VerdictKind.UnderReview ? Reviewed.Since : null, Until = verdict == VerdictKind.Exempt ? Exempted.Until : null,
        });

    private static (string, string, object) FirstDays(string state, Reason reason)
    {
        var today = new DateOnly(2026, 10, 13);
        var person = new Person { Id = Guid.Empty, Email = "ada@example.com" };
        var last = Sheet(Q4.Previous, today, Rubric, day => day % 3 > 0 ? [Use(Tool.Copilot, 3, 0, 0, 11)] : [Quiet(Tool.Copilot)]);
        var now = Sheet(Q4, today, Rubric, day => reason == Reason.TooFewDays || day < 2 ? [Use(Tool.Copilot, 5)] : [Hidden(Tool.Copilot, reason)], SheetVerdict.NotMeasurable, reason);
        var shown = new ShownSheet(new KnownPerson("Ada Lovelace", null, null, person, default), now, new StoredSheet(Guid.Empty, last), Verdicts.Of(last), today);
        return ("score", state, ShowScore.Card(shown, null, Rubric, Wording));
    }

    private static WhyCard Why(ScoreSheet sheet) => WhyScore.Card(sheet, Verdicts.Of(sheet).Kind, default, [], Today, Rubric, Wording);

    private static WeekCard Week(ScoreSheet sheet, DateOnly monday) => ExplainWeek.Card(sheet, monday, [], Today, Rubric, Wording);

    private static MoveCard Move(ScoreSheet sheet, int ahead = 27) => MoveScore.Card(sheet, Moves.ToHeavy(sheet, ahead, Rubric), default, ahead, Today, Rubric, Wording);

    private static CompareCard Compare(ScoreSheet sheet, decimal median, int people) =>
        new(Wording.Quarter(sheet.Quarter), Wording.Score(sheet.Score), OwnStanding.Line(sheet.Score, median, people, Rubric, Wording), Wording.Day(Today), sheet.Rubric);

    private static HistoryCard History(params SheetTotals[] before) => ShowHistory.Card(Light(), before, VerdictKind.Light, default, Today, Wording);

    private static SheetTotals Totals(int quarter, SheetVerdict verdict, int points) =>
        new(Guid.Empty, new Quarter(2026, quarter), Today, Rubric.Version, verdict, null, Borderline: false, points, verdict == SheetVerdict.NotMeasurable ? 4 : 60, 50);

    private static CoverageCard Coverage(ScoreSheet sheet) => ShowCoverage.Card(
        sheet, new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["copilot"] = new(2026, 11, 21), ["claude-code"] = new(2026, 11, 20) }, Today, Wording);

    private static AccountsCard Accounts(string name, params (string Where, string Name, string? Since, bool Ambiguous)[] accounts) => new(
        new Supplied(name), new Supplied("ada@example.com"), [.. accounts.Select(one => new AccountLine(one.Where, new Supplied(one.Name), one.Since, one.Ambiguous))],
        accounts.Any(one => one.Ambiguous), Contact);

    private static NoticeCard Notice(int copy, NoticeTerms terms) => NoticeCard.Of(new Domain.Deliveries.DeliveryKey("notice", Guid.Empty, "once"), copy, terms);

    private static PurposeCard Purpose() => ShowPurpose.Card(Rubric, Wording, Contact);
}
