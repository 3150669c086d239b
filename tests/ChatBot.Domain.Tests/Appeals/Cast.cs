using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>The people around one appeal, in lines that meet only at the top, and what they typically do.</summary>
internal static class Cast
{
    public static readonly Guid Chief = Id(1);
    public static readonly Guid Head = Id(2);
    public static readonly Guid Manager = Id(3);
    public static readonly Guid Appellant = Id(4);
    public static readonly Guid Peer = Id(5);
    public static readonly Guid Holder = Id(10);
    public static readonly Guid Other = Id(20);
    public static readonly Guid First = Id(30);
    public static readonly Guid Office = Id(40);
    public static readonly Guid Stranger = Id(50);

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Filed = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly AppealPart Part = new(new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 9));

    public const string Reason = "The leave calendar shows these days as worked, and so does the project's log.";

    /// <summary>The manager and the peer are reviewers too, and the manager is of the programme office: it must not help them.</summary>
    public static OrgChart Chart { get; } = ChartWith([]);

    public static CaseCalendar Calendar { get; } = CaseCalendar.Of("", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal), Filed);

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static OrgChart ChartWith(IEnumerable<ReportsTo> more, params StandsIn[] standIns) => new(
        [
            new(Chief, null), new(Head, Chief), new(Manager, Head), new(Appellant, Manager), new(Peer, Manager),
            .. new[] { Holder, Other, First, Office, Stranger }.SelectMany((one, i) => new ReportsTo[] { new(one, Id(100 + i)), new(Id(100 + i), Chief) }), .. more,
        ],
        standIns, [Holder, Other, First, Manager, Peer], [Office, Manager]);

    public static Contest Contest(Ground ground = Ground.Leave, params AppealPart[] parts) =>
        new(Id(1000), Appellant, new Quarter(2026, 4), ground, parts.Length == 0 ? [Part] : parts, Filed.AddDays(-3), []);

    public static Appeal New(Ground ground = Ground.Leave, params AppealPart[] parts) => Filing.File(Contest(ground, parts), [], Calendar, Filed).Appeal!;

    public static AppealEvent.Rule Uphold(Appeal appeal) => new([.. appeal.Parts.Select((_, i) => Upheld(i, appeal.Parts[i]))], Rubrics.Current);

    public static AppealEvent.Rule Decline(Appeal appeal) => new([.. appeal.Parts.Select((_, i) => new PartRuling(i, Outcome.Declined, Reason, []))], Rubrics.Current);

    public static PartRuling Upheld(int part, AppealPart of) => new(part, Outcome.Upheld, Reason, [new Correction.ExcludeDays(new DateSpan(of.From, of.To))]);

    /// <summary>The appeal after steps that must all succeed.</summary>
    public static Appeal After(this Appeal appeal, params (AppealEvent Event, Guid? Actor)[] steps) => appeal.At(Filed.AddDays(1), steps);

    public static Appeal At(this Appeal appeal, DateTimeOffset now, params (AppealEvent Event, Guid? Actor)[] steps)
    {
        foreach (var (happened, actor) in steps)
        {
            var applied = AppealRules.Apply(appeal, happened, new Actor(actor), now, Chart);
            appeal = applied.Appeal ?? throw new InvalidOperationException($"{happened} in {appeal.State} was refused: {applied.Refusal}");
        }

        return appeal;
    }

    public static Refusal? Refused(this Appeal? appeal, AppealEvent happened, Guid? actor, DateTimeOffset? now = null, OrgChart? chart = null) =>
        AppealRules.Apply(appeal, happened, new Actor(actor), now ?? Filed.AddDays(1), chart ?? Chart).Refusal;
}
