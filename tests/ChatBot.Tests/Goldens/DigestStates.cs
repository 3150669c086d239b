using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Digests;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Digests;
using ChatBot.Storage;
using ChatBot.Tests.Features;
using static ChatBot.Tests.Goldens.SheetMaker;

namespace ChatBot.Tests.Goldens;

/// <summary>The weekly summary and its cards in every state; on a Tuesday, the usual day, of the week after.</summary>
internal static class DigestStates
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly Quarter Q4 = new(2026, 4);
    private static readonly Week W47 = new(2026, 47);
    private static readonly IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> NoHolidays = new Dictionary<string, IReadOnlySet<DateOnly>>();

    private static Rubric Rubric => Parts.Rubric;

    private static Wording Wording => Parts.Wording;

    public static IReadOnlyList<(string Template, string State, object Data)> All { get; } =
    [
        Digest("usual", Light()),
        Digest("first week", Light(), new DigestOccasion(FirstOne: "Tuesdays at 11:00")),
        Digest("asked for though stopped", Light(), new DigestOccasion(Stopped: true)),
        Digest("quiet week", Of(day => day < 32 ? [Use(Tool.Copilot, 4, 1, 0, 5)] : [Quiet(Tool.Copilot)])),
        Digest("tier went up", Heavy(), new DigestOccasion(LastTold: SheetVerdict.Light)),
        Digest("tier went down", Light(), new DigestOccasion(LastTold: SheetVerdict.Heavy)),
        Digest("borderline heavy", Of(day => day % 3 > 0 ? [Use(Tool.Copilot, 8)] : [Quiet(Tool.Copilot)])),
        Digest("borderline light", Of(day => day % 2 == 0 ? [Use(Tool.Copilot, 9, acceptances: 2)] : [Quiet(Tool.Copilot)])),
        Digest("only accepting", Of(day => [Use(Tool.Copilot, 0, 0, 0, day % 2 == 0 ? 12 : 4)])),
        Digest("no use seen", Of(day => day == 0 ? [Use(Tool.Copilot, 4)] : [Quiet(Tool.Copilot)], SheetVerdict.Non)),
        Digest("days hidden by telemetry", Of(day => day >= 35 ? [Hidden(Tool.Copilot, Reason.TelemetryOff), Use(Tool.ClaudeCode, sessions: 1)] : [Use(Tool.Copilot, 6, 1)])),
        Digest("three things hidden", Of(day => day switch
        {
            34 => [Hidden(Tool.Copilot, Reason.ReportMissing)],
            35 => [Hidden(Tool.Copilot, Reason.NotReported)],
            36 => [Hidden(Tool.Copilot, new Reason(CardStates.Hostile))],
            _ => [Use(Tool.Copilot, 6, 1)],
        })),
        Digest("week before unknown", Of(day => day is >= 27 and < 32 ? [Hidden(Tool.Copilot, Reason.ReportMissing)] : [Use(Tool.Copilot, 6, 1)])),
        Digest("not measurable", Of(day => day >= 32 ? [Use(Tool.Copilot, 5)] : [Hidden(Tool.Copilot, Reason.ClientTooOld)], SheetVerdict.NotMeasurable, Reason.ClientTooOld)),
        Digest("not measurable, declared and hostile", Of(day => day >= 32 ? [Use(Tool.Copilot, 5)] : [Hidden(Tool.Copilot, new Reason(CardStates.Hostile))], SheetVerdict.NotMeasurable, new Reason(CardStates.Hostile))),
        Digest("too new", Sheet(Q4, Tuesday, Rubric, _ => [Use(Tool.Copilot, 4)], SheetVerdict.TooNew, leftOut: day => day < new DateOnly(2026, 11, 16) ? LeftOut.NotEmployed : LeftOut.No)),
        Digest("on leave", Light(), leave: new DateSpan(new DateOnly(2026, 11, 23), null)),
        Overlaid("under review", VerdictKind.UnderReview),
        Overlaid("exempt", VerdictKind.Exempt),
        Overlaid("left", VerdictKind.Left),
        Monday(),
        FirstDays(),
        ("digestnone", "nothing known", new DigestNoneCard("Mon 5 Oct", "Sun 15 Nov")),
        ("digestsettings", "on", On),
        ("digestsettings", "stopped", Stopped with { Said = DigestSaid.Stopped, Cancelled = true }),
        ("digestsettings", "stopped before", Stopped with { Said = DigestSaid.StoppedBefore }),
        ("digestsettings", "stopped, looked at", Stopped),
        ("digestsettings", "paused", Paused with { Said = DigestSaid.Paused, Cancelled = true }),
        ("digestsettings", "paused, looked at", Paused),
        ("digestsettings", "pause is over", On with { Said = DigestSaid.PauseIsOver }),
        ("digestsettings", "pause too long", On with { Said = DigestSaid.PauseTooLong }),
        ("digestsettings", "resumed", On with { Said = DigestSaid.Resumed }),
        ("digestsettings", "come already", On with { Said = DigestSaid.ComeAlready }),
        ("digestsettings", "chosen", On with { Said = DigestSaid.Chosen, When = "Wednesdays at 09:00", Next = "Wed 25 Nov at 09:00" }),
        ("digestsettings", "chosen and resumed", On with { Said = DigestSaid.ChosenAndResumed, When = "Wednesdays at 09:00", Next = "Wed 2 Dec at 09:00" }),
        ("digestsettings", "refused", On with { Said = DigestSaid.Refused, Refused = "Sundays at 20:00", Nearest = "Mondays at 16:59", NearestToken = CardStates.Token }),
        ("digestsettings", "nowhere", On with { Next = null, Zone = "Europe/Berlin", ZoneUnknown = true, Opens = "11:00", Closes = "15:00" }),
        ("digesttime", "form", new DigestTimeCard(
            "Tue", "11:00", [new("Monday", "Mon"), new("Tuesday", "Tue"), new("Wednesday", "Wed")], [new("10:30", "10:30"), new("11:00", "11:00"), new("11:30", "11:30")], "Europe/Berlin", CardStates.Token)),
    ];

    private static DigestSettingsCard On => new()
    {
        Said = DigestSaid.Nothing, Opens = "09:00", Closes = "17:00", When = "Tuesdays at 11:00", Next = "Tue 24 Nov at 11:00", Zone = "Europe/Berlin", ZoneUnknown = false,
        Stopped = false, PausedUntil = null, StopToken = CardStates.Token, PauseToken = CardStates.Token, ResumeToken = null,
    };

    private static DigestSettingsCard Stopped => On with { Next = null, Stopped = true, StopToken = null, PauseToken = null, ResumeToken = CardStates.Token };

    private static DigestSettingsCard Paused => On with { Next = "Tue 8 Dec at 11:00", PausedUntil = "Sat 5 Dec", PauseToken = null, ResumeToken = CardStates.Token };

    private static ScoreSheet Light() => Of(day => day % 3 > 0 ? [Use(Tool.Copilot, 3, 0, 0, 11)] : [Quiet(Tool.Copilot)]);

    private static ScoreSheet Heavy() => Of(day => day % 5 > 0 ? [Use(Tool.Copilot, 14, 4, 1, 14)] : [Use(Tool.Copilot, 2)]);

    private static ScoreSheet Of(Func<int, ToolDay[]> plan, SheetVerdict? verdict = null, Reason? reason = null) => Sheet(Q4, Tuesday, Rubric, plan, verdict, reason);

    private static (string, string, object) Digest(string state, ScoreSheet sheet, DigestOccasion occasion = default, DateSpan? leave = null) =>
        Digest(state, [sheet], sheet, sheet, W47, Tuesday, occasion, leave);

    private static (string, string, object) Digest(
        string state, IReadOnlyList<ScoreSheet> ofWeek, ScoreSheet current, ScoreSheet told, Week week, DateOnly today, DigestOccasion occasion = default, DateSpan? leave = null)
    {
        var person = new Person { Id = Guid.Empty, Email = "ada@example.com", Leave = leave is { } span ? [span] : [] };
        var verdict = Verdicts.Over(told, person, today, underReview: false, exemptUntil: null);
        var move = told == current && verdict.Tier is not null ? Moves.ToHeavy(current, DaysLeft.Of(person, [], NoHolidays, Q4, today), Rubric) : new Move.NoTier();
        var own = new OwnWeek(WeekComparison.Of(week, ofWeek, person, NoHolidays)!, current, new StoredSheet(Guid.Empty, told), verdict, move, today);
        return ("digest", state, WriteDigest.Card(own, occasion, Rubric, Wording));
    }

    private static (string, string, object) Overlaid(string state, VerdictKind verdict) =>
        ("digest", state, (DigestCard)Digest("", Light()).Item3 with
        {
            Verdict = verdict, Title = Wording.Sentence(Wording.Name(verdict)), Tip = null,
            Since = verdict == VerdictKind.UnderReview ? CardStates.Reviewed.Since : null, Until = verdict == VerdictKind.Exempt ? CardStates.Exempted.Until : null,
        });

    /// <summary>Asked for on the Monday after: the Friday has not settled.</summary>
    private static (string, string, object) Monday()
    {
        var monday = new DateOnly(2026, 11, 23);
        var sheet = Sheet(Q4, monday, Rubric, day => day % 3 > 0 ? [Use(Tool.Copilot, 3, 0, 0, 11)] : [Quiet(Tool.Copilot)]);
        return Digest("a day not final", [sheet], sheet, sheet, W47, monday);
    }

    /// <summary>A week over the turn of a quarter, while last quarter's sheet stands in.</summary>
    private static (string, string, object) FirstDays()
    {
        var today = new DateOnly(2026, 10, 6);
        var last = Sheet(Q4.Previous, today, Rubric, day => day % 3 > 0 ? [Use(Tool.Copilot, 3, 0, 0, 11)] : [Quiet(Tool.Copilot)]);
        var now = Sheet(Q4, today, Rubric, _ => [Use(Tool.Copilot, 5)], SheetVerdict.NotMeasurable, Reason.TooFewDays);
        return Digest("on the sheet of last quarter", [last, now], now, last, new Week(2026, 40), today);
    }
}
