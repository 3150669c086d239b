using ChatBot.Domain.Appeals;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>The window, what may be contested again, and when the second level opens.</summary>
public sealed class FilingTests
{
    [Theory]
    [InlineData("2026-08-31", "2027-02-28")]
    [InlineData("2027-08-31", "2028-02-29")]
    [InlineData("2028-02-29", "2028-08-29")]
    [InlineData("2026-10-31", "2027-04-30")]
    [InlineData("2026-11-19", "2027-05-19")]
    public void The_last_day_is_the_same_day_six_months_later_or_that_months_last(string told, string last) =>
        Assert.Equal(Day(last), Filing.LastDay(Day(told)));

    [Theory]
    [InlineData("UTC", "2026-09-15T00:00:00Z", "2027-03-15T23:59:59Z", "2027-03-16T00:00:00Z")]
    [InlineData("Europe/Berlin", "2026-09-28T22:30:00Z", "2027-03-29T21:59:59Z", "2027-03-29T22:00:00Z")]
    [InlineData("America/New_York", "2026-09-08T03:00:00Z", "2027-03-08T04:59:59Z", "2027-03-08T05:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-08-31T18:30:00Z", "2027-03-01T18:29:59Z", "2027-03-01T18:30:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-08-30T10:00:00Z", "2027-02-28T09:59:59Z", "2027-02-28T10:00:00Z")]
    public void The_window_ends_with_the_last_day_where_the_person_is(string zone, string told, string inside, string outside)
    {
        var calendar = Cast.Calendar with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
        var contest = Cast.Contest() with { ToldAt = At(told) };
        Assert.Null(Filing.File(contest, [], calendar, At(inside)).Refusal);
        Assert.Equal(Refusal.WindowClosed, Filing.File(contest, [], calendar, At(outside)).Refusal);
    }

    [Fact]
    public void Who_was_never_told_is_not_too_late() =>
        Assert.Null(Filing.File(Cast.Contest() with { ToldAt = null }, [], Cast.Calendar, Cast.Filed.AddYears(3)).Refusal);

    [Fact]
    public void Days_outside_the_quarter_or_none_at_all_are_no_dispute()
    {
        Assert.Equal(Refusal.NothingDisputed, Refused(Cast.Contest() with { Parts = [] }));
        Assert.Equal(Refusal.NothingDisputed, Refused(Cast.Contest(Ground.Leave, new AppealPart(new(2026, 9, 30), new(2026, 10, 2)))));
        Assert.Equal(Refusal.NothingDisputed, Refused(Cast.Contest(Ground.Leave, new AppealPart(new(2026, 10, 9), new(2026, 10, 2)))));
    }

    [Fact]
    public void One_appeal_of_a_person_quarter_and_ground_is_open_at_a_time()
    {
        var open = Cast.New();
        Assert.Equal(Refusal.AnotherIsOpen, Refused(Cast.Contest(Ground.Leave, Later), open));
        Assert.Null(Refused(Cast.Contest(Ground.Other, Later), open));
        Assert.Null(Refused(Cast.Contest(Ground.Leave, Later) with { Person = Cast.Peer }, open));
        Assert.Null(Refused(Cast.Contest() with { Quarter = open.Quarter.Next, Parts = [new(new(2027, 1, 4), new(2027, 1, 4))] }, open));
        Assert.Null(Refused(Cast.Contest(), open.After((new AppealEvent.Withdraw(), Cast.Appellant))));
    }

    [Fact]
    public void Days_ruled_on_are_contested_once_and_new_days_are_a_new_appeal()
    {
        var ruled = Cast.New().After((new AppealEvent.Claim(), Cast.First), (Cast.Uphold(Cast.New()), Cast.First));
        Assert.Equal(Refusal.ContestedBefore, Refused(Cast.Contest(), ruled));
        Assert.Equal(Refusal.ContestedBefore, Refused(Cast.Contest(Ground.Leave, Cast.Part with { Tool = Tool.Copilot }), ruled));
        Assert.Null(Refused(Cast.Contest(Ground.Other), ruled));
        var wider = Filing.File(Cast.Contest(Ground.Leave, new AppealPart(new(2026, 10, 1), new(2026, 10, 12))), [ruled], Cast.Calendar, Cast.Filed).Appeal!;
        Assert.Equal([new(new(2026, 10, 1), new(2026, 10, 4)), new AppealPart(new(2026, 10, 10), new(2026, 10, 12))], wider.Parts);
    }

    [Fact]
    public void A_ruling_on_one_tool_leaves_the_days_of_another_open_to_contest()
    {
        var appeal = Cast.New(Ground.NotCaptured, Cast.Part with { Tool = Tool.Copilot });
        var ruled = appeal.After((new AppealEvent.Claim(), Cast.First), (Cast.Uphold(appeal), Cast.First));
        Assert.Null(Refused(Cast.Contest(Ground.NotCaptured, Cast.Part with { Tool = Tool.ClaudeCode }), ruled));
        Assert.Null(Refused(Cast.Contest(Ground.NotCaptured), ruled));
        Assert.Equal(Refusal.ContestedBefore, Refused(Cast.Contest(Ground.NotCaptured, Cast.Part with { Tool = Tool.Copilot }), ruled));
    }

    [Fact]
    public void Escalation_is_open_for_thirty_days_and_waits_for_another_open_appeal()
    {
        var ruled = Cast.New().After((new AppealEvent.Claim(), Cast.First), (Cast.Uphold(Cast.New()), Cast.First));
        Assert.Equal(new DateOnly(2026, 12, 3), ruled.EscalateBy);
        Assert.Null(ruled.Refused(new AppealEvent.Escalate(), Cast.Appellant, At("2026-12-03T23:59:59Z")));
        Assert.Equal(Refusal.TooLate, ruled.Refused(new AppealEvent.Escalate(), Cast.Appellant, At("2026-12-04T00:00:00Z")));
        Assert.Equal(Refusal.NotDue, ruled.Refused(new AppealEvent.Close(), null, At("2026-12-03T23:59:59Z")));
        Assert.Equal(
            Refusal.AnotherIsOpen,
            AppealRules.Apply(ruled, new AppealEvent.Escalate(), new Actor(Cast.Appellant), Cast.Filed.AddDays(3), Cast.Chart, anotherIsOpen: true).Refusal);
        var escalated = ruled.After((new AppealEvent.Escalate(), Cast.Appellant));
        Assert.Equal((2, Cast.Filed.AddDays(1)), (escalated.Level, escalated.FrozenSince));
    }

    private static AppealPart Later => new(new(2026, 10, 19), new(2026, 10, 20));

    private static Refusal? Refused(Contest contest, params Appeal[] earlier) => Filing.File(contest, earlier, Cast.Calendar, Cast.Filed).Refusal;

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
