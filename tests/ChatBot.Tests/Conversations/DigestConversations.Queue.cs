using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Features.Digests;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Conversations;

/// <summary>What is said holds for what waits already, and for what is made when its turn comes.</summary>
public sealed partial class DigestConversations
{
    private const string W47 = "2026-W47";

    /// <summary>Tuesday 24 November, 11:00 in Berlin.</summary>
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Stopping_cancels_what_waits_and_starting_again_leaves_it_cancelled()
    {
        await Queue("colleague11");
        var colleague = Company.Talker("colleague11");

        Assert.Contains("The one that waited to be sent is cancelled.", (await colleague.Says("stop digest")).Text, StringComparison.Ordinal);
        var row = await Row("colleague11");
        Assert.Equal((DeliveryState.Cancelled, "Stopped"), (row.State, row.Code));

        var again = (await colleague.Says("start digest")).Text;
        Assert.Contains("The next one: Tue 1 Dec at 11:00", again, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Cancelled, (await Row("colleague11")).State);
    }

    [Theory, OnPostgres]
    public async Task On_the_other_database_it_is_the_same(Database kind)
    {
        await using var company = await Company.On(kind: kind);
        await company.Plan(new PlannedDelivery(new DeliveryKey("digest", await company.IdOf("ada"), W47), null, Tuesday));
        var ada = company.Talker("ada");

        Assert.Contains("The next one: Thu 26 Nov at 13:30", (await ada.Says("digest thursday 13:30")).Text, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 12, 30, 0, TimeSpan.Zero), await company.Query(db => db.Deliveries.Where(x => x.Kind == "digest").Select(x => x.DueAt).SingleAsync()));
        Assert.Contains("The one that waited to be sent is cancelled.", (await ada.Says("pause digest 2 weeks")).Text, StringComparison.Ordinal);
        Assert.Contains("Done: it is stopped.", (await ada.Presses("Stop it")).Text, StringComparison.Ordinal);
        Assert.Contains("The next one: Thu 3 Dec at 13:30", (await ada.Presses("Start it again")).Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Cancelled, await company.Query(db => db.Deliveries.Where(x => x.Kind == "digest").Select(x => x.State).SingleAsync()));
    }

    [Fact]
    public async Task A_pause_cancels_what_is_due_within_it_and_nothing_else()
    {
        await Queue("colleague12");
        var colleague = Company.Talker("colleague12");

        Assert.DoesNotContain("cancelled", (await colleague.Says("pause digest until 23 Nov")).Text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Planned, (await Row("colleague12")).State);

        Assert.Contains("The one that waited to be sent is cancelled.", (await colleague.Says("pause digest until 24 Nov")).Text, StringComparison.Ordinal);
        var row = await Row("colleague12");
        Assert.Equal((DeliveryState.Cancelled, "Paused"), (row.State, row.Code));
    }

    [Fact]
    public async Task Another_time_moves_what_waits_out_of_the_hand_of_a_worker_that_has_claimed_it()
    {
        await Queue("kai");
        await Company.Write(db => db.Deliveries.Where(x => x.Kind == "digest" && x.Period == W47).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.State, DeliveryState.Claimed).SetProperty(x => x.Fence, 4).SetProperty(x => x.LeaseUntil, Tuesday)));

        Assert.Contains("The next one: Thu 26 Nov at 13:30", (await Company.Talker("kai").Says("digest thursday 13:30")).Text, StringComparison.Ordinal);

        var row = await Row("kai");
        Assert.Equal(
            (DeliveryState.Planned, new DateTimeOffset(2026, 11, 26, 13, 30, 0, TimeSpan.Zero), (DateTimeOffset?)null, 5),
            (row.State, row.DueAt!.Value, row.LeaseUntil, row.Fence));
    }

    [Fact]
    public async Task A_press_without_a_token_of_its_own_changes_nothing()
    {
        await Queue("colleague10");
        var colleague = Company.Talker("colleague10");

        (await colleague.PressesHostile("digest.stop", [])).Gets(
            """
            That button is used up: each works once, for the person it was made for, and for 90 days. Nothing was changed.
            Do you still want it? Here is a fresh one.

            [Stop my weekly summary] [Help]
            """);
        Assert.Equal(DeliveryState.Planned, (await Row("colleague10")).State);
        Assert.Equal(0, await Company.Query(async db => await db.Preferences.CountAsync(x => x.Person == db.People.Single(person => person.Email == "colleague10@example.com").Id)));

        (await colleague.Presses("Stop my weekly summary")).Begins("Your weekly summary");
        Assert.Equal(DeliveryState.Cancelled, (await Row("colleague10")).State);
    }

    [Fact]
    public async Task The_form_is_taken_once_and_what_is_hostile_in_it_is_not_taken()
    {
        var colleague = Company.Talker("colleague4");
        var form = await colleague.Says("change digest time");
        var token = (string)form.Answer!.Card["actions"]![0]!["data"]!["token"]!;

        var hostile = await colleague.PressesHostile("digest.time", new(StringComparer.Ordinal) { ["token"] = token, ["day"] = "<at>", ["time"] = "99:99" });
        hostile.Begins("Another day or time");

        var fresh = (string)hostile.Answer!.Card["actions"]![0]!["data"]!["token"]!;
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = fresh, ["day"] = "Thu", ["time"] = "14:30" };
        Assert.Contains("Done: it comes on Thursdays at 14:30.", (await colleague.PressesHostile("digest.time", inputs)).Text, StringComparison.Ordinal);
        Assert.StartsWith("That button is used up", (await colleague.PressesHostile("digest.time", inputs)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_changed_in_a_room_or_for_a_stranger()
    {
        (await Company.Talker("ada").SaysInARoom("stop digest")).Begins((await Company.Talker("ada").SaysInARoom("my score")).Text.Split('\n')[0]);
        Assert.DoesNotContain("stopped", (await Company.Talker("stranger").Says("stop digest")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_waits_for_the_notice_then_states_its_sheet_and_the_next_one_tells_a_change()
    {
        var grace = await Company.IdOf("grace");
        Assert.Equal(new Making.Later(Tuesday.AddMinutes(10)), await Make("grace"));

        await Notice(grace, DeliveryState.Sent);
        var first = Assert.IsType<Making.Ready>(await Make("grace"));
        var card = Assert.IsType<DigestCard>(first.Card.Data);
        Assert.Equal(("digest", "16–22 Nov", "Tuesdays at 11:00", VerdictKind.Heavy), (first.Card.Template, card.Span, card.FirstOne, card.Verdict));
        Assert.NotNull(await Company.Query(db => db.ScoreSheets.SingleOrDefaultAsync(x => x.Id == first.StatedSheet)));

        var light = Guid.CreateVersion7(Tuesday);
        await Company.Write(db =>
        {
            db.Add(Sent("digest", grace, "2026-W46", light));
            db.Add(new ScoreSheetRow
            {
                Id = light, Person = grace, Quarter = "2026-Q4", AsOf = new DateOnly(2026, 11, 17), Rubric = "2026.1", Verdict = SheetVerdict.Light, Borderline = false, Points = 1, EligibleDays = 1,
                ActiveDays = 1, Document = [], ComputedAt = Tuesday, ReplacedAt = Tuesday, ReplacedWhy = "recomputed",
            });
            return Task.CompletedTask;
        });
        var second = Assert.IsType<DigestCard>(Assert.IsType<Making.Ready>(await Make("grace")).Card.Data);
        Assert.Equal((null, "light"), (second.FirstOne, second.LastSaid));
    }

    [Fact]
    public async Task One_that_is_sent_states_its_sheet_records_the_look_and_is_told_only_once()
    {
        await using var company = await Company.On("2026-11-24");
        var ada = await company.IdOf("ada");
        await company.Write(db =>
        {
            db.Add(new DeliveryRow { Kind = "notice", Recipient = ada, Period = "once", Channel = "Teams", State = DeliveryState.Sent, PlannedAt = Tuesday, StateAt = Tuesday });
            return Task.CompletedTask;
        });
        await company.Plan(new PlannedDelivery(new DeliveryKey("digest", ada, W47), null, company.Now.AddHours(-1)));
        Assert.Contains("The next one: Tue 24 Nov at 10:00", (await company.Talker("ada").Says("digest tuesday 9:30")).Text, StringComparison.Ordinal);

        await company.SendDue();
        await company.SendDue();

        var row = await company.Query(db => db.Deliveries.SingleAsync(x => x.Kind == "digest"));
        Assert.Equal((DeliveryState.Sent, 1), (row.State, row.Attempts));
        Assert.Equal(ada, await company.Query(db => db.ScoreSheets.Where(x => x.Id == row.About).Select(x => x.Person).SingleAsync()));
        Assert.Equal(1, await company.Query(db => db.AccessRecords.CountAsync(x => x.What == "weekly summary")));
        Assert.Contains("The next one: Tue 1 Dec at 09:30", (await company.Talker("ada").Says("digest settings")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tove", nameof(WithholdingReason.NothingKnown))]
    [InlineData("bea", nameof(WithholdingReason.NothingKnown))]
    [InlineData("olga", nameof(WithholdingReason.OnLeave))]
    [InlineData("lars", nameof(WithholdingReason.NotEmployed))]
    public async Task Who_cannot_be_told_anything_is_sent_nothing(string name, string reason)
    {
        await Notice(await Company.IdOf(name), DeliveryState.Sent);

        Assert.Equal(new Making.Withheld(reason), await Make(name, Tuesday.AddHours(1)));
    }

    [Fact]
    public async Task After_a_notice_that_did_not_arrive_nothing_is_sent()
    {
        await Notice(await Company.IdOf("eve"), DeliveryState.Failed);

        Assert.Equal(new Making.Withheld(nameof(WithholdingReason.NoticeNotSent)), await Make("eve", Tuesday.AddHours(1)));
    }

    [Fact]
    public async Task Somebody_no_longer_in_the_directory_is_sent_nothing() =>
        Assert.Equal(
            new Making.Withheld(nameof(WithholdingReason.Gone)),
            await Company.Make<MakeDigest>(new DueDelivery(new DeliveryKey("digest", Guid.CreateVersion7(Tuesday), W47), null, 1, Tuesday)));

    private async Task<Making> Make(string name, DateTimeOffset? now = null) =>
        await Company.Make<MakeDigest>(new DueDelivery(new DeliveryKey("digest", await Company.IdOf(name), W47), null, 1, now ?? Tuesday));

    private async Task Queue(string name) => await Company.Plan(new PlannedDelivery(new DeliveryKey("digest", await Company.IdOf(name), W47), null, Tuesday));

    private async Task<DeliveryRow> Row(string name)
    {
        var person = await Company.IdOf(name);
        return await Company.Query(db => db.Deliveries.SingleAsync(x => x.Kind == "digest" && x.Recipient == person && x.Period == W47));
    }

    private Task Notice(Guid person, DeliveryState state) => Company.Write(db =>
    {
        db.Add(new DeliveryRow { Kind = "notice", Recipient = person, Period = "once", Channel = "Teams", State = state, PlannedAt = Tuesday, StateAt = Tuesday });
        return Task.CompletedTask;
    });

    private static DeliveryRow Sent(string kind, Guid person, string period, Guid about) =>
        new() { Kind = kind, Recipient = person, Period = period, About = about, Channel = "Teams", State = DeliveryState.Sent, PlannedAt = Tuesday, StateAt = Tuesday };
}
