using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>What a ruling must hold to, and who must make it.</summary>
public sealed class RulingTests
{
    private static readonly AppealPart SecondPart = new(new(2026, 10, 12), new(2026, 10, 13), Tool.Copilot);

    [Theory]
    [InlineData("", 0)]
    [InlineData("no", 2)]
    [InlineData("  two   words \n ", 9)]
    [InlineData("\u200d\u200b\u00ad\u2060", 0)]
    [InlineData("a\u0301\u0302\u0303\u0304", 1)]
    [InlineData("\u0627\u0644\u062a", 3)]
    [InlineData("\ud83d\ude00!", 2)]
    public void A_reason_is_as_long_as_what_one_can_read_of_it(string reason, int length) => Assert.Equal(length, RulingCheck.LengthOf(reason));

    [Fact]
    public void Every_part_needs_its_own_reason_of_forty_characters()
    {
        Assert.Equal(Refusal.ReasonTooShort, Rules([Upheld(0), Upheld(1) with { Reason = new string('x', 39) }]));
        Assert.Equal(Refusal.ReasonTooShort, Rules([Upheld(0), Upheld(1) with { Reason = new string(' ', 60) }]));
        Assert.Null(Rules([Upheld(0), Upheld(1) with { Reason = new string('x', 40) }]));
    }

    [Fact]
    public void Every_part_is_ruled_on_exactly_once()
    {
        Assert.Equal(Refusal.PartsNotRuled, Rules([Upheld(0)]));
        Assert.Equal(Refusal.PartsNotRuled, Rules([Upheld(0), Upheld(0)]));
        Assert.Equal(Refusal.PartsNotRuled, Rules([Upheld(0), Upheld(1), Upheld(1)]));
        Assert.Null(Rules([Upheld(1), Upheld(0)]));
    }

    [Fact]
    public void An_upheld_part_changes_something_and_a_declined_one_nothing()
    {
        Assert.Equal(Refusal.CorrectionsMissing, Rules([Upheld(0), Upheld(1) with { Corrections = [] }]));
        Assert.Equal(Refusal.CorrectionsMissing, Rules([Upheld(0), Upheld(1) with { Outcome = Outcome.Declined }]));
        Assert.Equal(Refusal.CorrectionsMissing, Rules([Upheld(0), Upheld(1) with { Outcome = (Outcome)9 }]));
    }

    public static TheoryData<Correction, bool> Corrections => new()
    {
        { new Correction.ExcludeDays(new(new(2026, 10, 12), new(2026, 10, 12))), true },
        { new Correction.ExcludeDays(new(new(2026, 10, 12), null)), false },
        { new Correction.ExcludeDays(new(new(2026, 10, 13), new(2026, 10, 12))), false },
        { new Correction.ExcludeDays(new(new(2026, 10, 11), new(2026, 10, 12))), false },
        { new Correction.ExcludeDays(new(new(2026, 10, 12), new(2026, 10, 14))), false },
        { new Correction.CreditDays(new(new(2026, 10, 12), new(2026, 10, 13)), Tool.Copilot, "light"), true },
        { new Correction.CreditDays(new(new(2026, 10, 12), new(2026, 10, 13)), Tool.ClaudeCode, "light"), false },
        { new Correction.CreditDays(new(new(2026, 10, 12), new(2026, 10, 13)), Tool.Copilot, "huge"), false },
        { new Correction.RemapAccount(7, null), true },
        { new Correction.ChangeWorkArea("Search", new(new(2026, 1, 1), null)), true },
        { new Correction.ChangeWorkArea(" ", new(new(2026, 1, 1), null)), false },
        { new Correction.ChangeWorkingPattern(new WorkingDays(7), new(new(2026, 1, 1), null)), true },
        { new Correction.ChangeWorkingPattern(default, new(new(2026, 1, 1), null)), false },
        { new Correction.ExemptUntil(new(2026, 11, 3)), true },
        { new Correction.ExemptUntil(new(2026, 11, 2)), false },
        { new Correction.ExemptUntil(new(2027, 11, 4)), true },
        { new Correction.ExemptUntil(new(2027, 11, 5)), false },
    };

    [Theory]
    [MemberData(nameof(Corrections))]
    public void A_correction_stays_within_what_is_disputed_and_what_the_rubric_defines(Correction correction, bool allowed) =>
        Assert.Equal(allowed ? null : Refusal.CorrectionNotAllowed, Rules([Upheld(0), Upheld(1) with { Corrections = [correction] }]));

    [Fact]
    public void Days_to_come_can_be_excluded_and_not_credited()
    {
        var coming = new AppealPart(new(2026, 11, 2), new(2026, 11, 6));
        var claimed = Cast.New(Ground.Leave, coming).After((new AppealEvent.Claim(), Cast.Holder));
        Refusal? Rules(Correction correction) =>
            claimed.Refused(new AppealEvent.Rule([new PartRuling(0, Outcome.Upheld, Cast.Reason, [correction])], Rubrics.Current), Cast.Holder);
        Assert.Null(Rules(new Correction.ExcludeDays(new(coming.From, coming.To))));
        Assert.Null(Rules(new Correction.CreditDays(new(coming.From, new(2026, 11, 3)), Tool.Copilot, "light")));
        Assert.Equal(Refusal.CorrectionNotAllowed, Rules(new Correction.CreditDays(new(coming.From, new(2026, 11, 4)), Tool.Copilot, "light")));
    }

    [Theory]
    [InlineData(Outcome.Upheld, Outcome.Upheld, Outcome.Upheld)]
    [InlineData(Outcome.Declined, Outcome.Declined, Outcome.Declined)]
    [InlineData(Outcome.Upheld, Outcome.Declined, Outcome.PartlyUpheld)]
    [InlineData(Outcome.PartlyUpheld, Outcome.PartlyUpheld, Outcome.PartlyUpheld)]
    [InlineData(Outcome.PartlyUpheld, Outcome.Declined, Outcome.PartlyUpheld)]
    public void A_ruling_is_partly_upheld_where_its_parts_differ(Outcome first, Outcome second, Outcome whole) =>
        Assert.Equal(whole, new Ruling(1, Cast.Holder, null, Cast.Filed, "2026.1", [Upheld(0) with { Outcome = first }, Upheld(1) with { Outcome = second }]).Outcome);

    [Fact]
    public void A_ruling_names_who_when_and_by_which_rubric()
    {
        var appeal = Cast.New(Ground.NotCaptured, Cast.Part, SecondPart);
        var ruled = appeal.After((new AppealEvent.Claim(), Cast.Holder), (new AppealEvent.Rule([Upheld(1), Upheld(0)], Rubrics.Current), Cast.Holder));
        var ruling = Assert.Single(ruled.Rulings);
        Assert.Equal((1, Cast.Holder, (Guid?)null, Cast.Filed.AddDays(1), "2026.1"), (ruling.Level, ruling.Reviewer, ruling.Second, ruling.At, ruling.Rubric));
        Assert.Equal([0, 1], ruling.Parts.Select(part => part.Part));
        Assert.Equal(2, ruling.Corrections.Count());
        Assert.Null(ruled.Reviewer);
    }

    [Theory]
    [InlineData(Ground.Leave, true)]
    [InlineData(Ground.NotCaptured, false)]
    [InlineData(Ground.Removal, false)]
    public void Declining_a_claim_of_leave_takes_a_second_reviewer(Ground ground, bool takesTwo)
    {
        var claimed = Cast.New(ground).After((new AppealEvent.Claim(), Cast.Holder));
        var declined = claimed.After((Cast.Decline(claimed), Cast.Holder));
        Assert.Equal(takesTwo ? (AppealState.InReview, 0) : (AppealState.Ruled, 1), (declined.State, declined.Rulings.Count));
        Assert.Equal(AppealState.Ruled, claimed.After((Cast.Uphold(claimed), Cast.Holder)).State);
    }

    [Fact]
    public void The_second_reviewer_is_another_and_the_ruling_counts_from_their_word()
    {
        var proposed = Proposed();
        var later = Cast.Filed.AddDays(3);
        Assert.Equal(Refusal.NotBySame, proposed.Refused(new AppealEvent.Agree(), Cast.Holder));
        Assert.Equal(Refusal.NotThere, proposed.Refused(new AppealEvent.Agree(), Cast.Peer));
        var ruling = proposed.At(later, (new AppealEvent.Agree(), Cast.Other)).Rulings.Single();
        Assert.Equal((Cast.Holder, (Guid?)Cast.Other, later, Outcome.Declined), (ruling.Reviewer, ruling.Second, ruling.At, ruling.Outcome));
        var disagreed = proposed.After((new AppealEvent.Disagree(), Cast.Other));
        Assert.Equal((AppealState.InReview, Cast.Holder), (disagreed.State, disagreed.Reviewer));
        Assert.Null(disagreed.Proposed);
    }

    [Fact]
    public void What_was_proposed_falls_away_with_who_proposed_it()
    {
        Assert.Null(Proposed().After((new AppealEvent.HandOver(Cast.Other), Cast.Holder)).Proposed);
        Assert.Null(Proposed().After((new AppealEvent.Name(Cast.Other), Cast.Office)).Proposed);
        Assert.NotNull(Proposed().After((new AppealEvent.Name(Cast.Holder), Cast.Office)).Proposed);
        Assert.Null(Proposed().At(Cast.Filed.AddDays(20), (new AppealEvent.ClockMissed(), null)).Proposed);
        var moved = Cast.ChartWith([new(Cast.Holder, Cast.Manager)]);
        Assert.Equal(Refusal.NotIndependent, Proposed().Refused(new AppealEvent.Agree(), Cast.Other, chart: moved));
    }

    private static Appeal Proposed() => Cast.New().After((new AppealEvent.Claim(), Cast.Holder), (Cast.Decline(Cast.New()), Cast.Holder));

    private static PartRuling Upheld(int part) => Cast.Upheld(part, part == 0 ? Cast.Part : SecondPart);

    private static Refusal? Rules(PartRuling[] parts) => Cast.New(Ground.NotCaptured, Cast.Part, SecondPart)
        .After((new AppealEvent.Claim(), Cast.Holder)).Refused(new AppealEvent.Rule(parts, Rubrics.Current), Cast.Holder);
}
