using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using ChatBot.Tests.Features.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>What becomes of a case, as its person sees it.</summary>
public sealed partial class AppealConversations
{
    private const string None =
        """
        I have no such appeal of yours
        Perhaps the reference is mistyped. My appeals lists all of yours.

        [My appeals] [This is wrong]
        """;

    [Fact]
    public async Task The_same_contested_twice_shows_the_open_one()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        var filed = await FileAs(company, tess, "tess");

        await tess.Says("this is wrong");
        var heard = await tess.Presses("Send", ("ground", "1"), ("days", "2026-10-01..2026-10-02"));

        heard.Begins($"Appeal {filed.Reference}: waiting for a reviewer");
        Assert.Contains("You have contested this already, and it is being looked at. You can add to it.", heard.Text, StringComparison.Ordinal);
        Assert.Single(await Of(company, "tess"));

        await tess.Says("this is wrong");
        Assert.Contains("I have it.", (await tess.Presses("Send", ("ground", "8"), ("days", "all"))).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Of(company, "tess")).Count);
    }

    [Fact]
    public async Task Days_that_were_decided_can_go_to_the_second_level_and_once_that_has_decided_no_further()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        var filed = await Ruled(company, tess, Outcome.Declined);

        await tess.Says("this is wrong");
        var heard = await tess.Presses("Send", ("ground", "1"), ("days", "2026-10-05..2026-10-16"));
        Assert.Contains("These days were decided before on the same ground. If you do not agree, press Ask for the second level.", heard.Text, StringComparison.Ordinal);
        Assert.Single(await Of(company, "tess"));

        heard = await tess.Presses("Ask for the second level");
        heard.Begins($"Appeal {filed.Reference}: on the second level");
        Assert.Contains("Done: it goes to the second level.", heard.Text, StringComparison.Ordinal);
        Assert.Contains("another reviewer, from another line, decides by Mon 7 Dec", heard.Text, StringComparison.Ordinal);
        (await tess.Says("what's my score")).Begins("Under review since Mon 23 Nov");
        Assert.Contains("You have none that could be taken back", (await tess.Says("withdraw my appeal")).Text, StringComparison.Ordinal);

        await Does(company, filed, new AppealEvent.Claim(), "ruth");
        await Does(company, filed, Rule(company, filed.Appeal, Outcome.Declined), "ruth");
        await tess.Says("this is wrong");
        heard = await tess.Presses("Send", ("ground", "1"), ("days", "2026-10-05..2026-10-16"));
        Assert.Contains("These days were decided before on the same ground, and cannot be contested again. Other days can.", heard.Text, StringComparison.Ordinal);

        await tess.Says("this is wrong");
        heard = await tess.Presses("Send", ("ground", "1"), ("days", "all"));
        Assert.Contains("Days that were decided before on the same ground are left out.", heard.Text, StringComparison.Ordinal);
        Assert.Equal([new AppealPart(new(2026, 10, 1), new(2026, 10, 4)), new AppealPart(new(2026, 10, 17), new(2026, 11, 23))], (await Of(company, "tess")).Single(one => one.Appeal.IsOpen).Appeal.Parts);
    }

    [Fact]
    public async Task After_six_months_it_is_too_late_and_the_day_is_named()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        var person = await company.IdOf("tess");
        var sheet = await company.Parts.GetRequiredService<ISheets>().Fresh(person, new(2026, 3), new(2026, 11, 23), default);
        await company.Write(async db => await db.Database.ExecuteSqlAsync(
            $"insert into deliveries (kind, recipient, period, about, channel, state, planned_at, state_at, held) values ('reply', {person}, 'old', {sheet.Id}, 'Web', {(int)DeliveryState.Sent}, 1779000000000000, 1779000000000000, 0)"));

        await tess.PressesHostile("score.wrong", new Dictionary<string, string>(StringComparer.Ordinal) { ["quarter"] = "2026-Q3" });
        var heard = await tess.Presses("Send", ("ground", "1"), ("days", "all"));

        heard.Begins("Your appeals");
        Assert.Contains("What you were told there could be contested until Tue 17 Nov, six months after I told you. It is too late for that, but not for what I told you since.", heard.Text, StringComparison.Ordinal);
        Assert.Empty(await Of(company, "tess"));
    }

    [Fact]
    public async Task My_appeals_lists_them_and_a_reference_opens_one()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        (await tess.Says("my appeals")).Gets(
            """
            Your appeals
            You have contested nothing. If something I say of you is wrong, press This is wrong: a person looks at it and decides with reasons.
            Only you and their reviewers read them; your manager is not told.

            [This is wrong]
            """);
        var filed = await FileAs(company, tess, "tess");

        (await tess.Says("appeal status")).Gets(
            $"""
            Your appeals
            {filed.Reference} (Q4 2026): Work in a tool that is not counted. It is waiting for a reviewer; decided by Mon 7 Dec.
            Only you and their reviewers read them; your manager is not told.

            [Open {filed.Reference}] [This is wrong]
            """);
        (await tess.Presses($"Open {filed.Reference}")).Begins($"Appeal {filed.Reference}: waiting for a reviewer");
        (await tess.Says($"what about my appeal {filed.Reference.ToLowerInvariant()}?")).Begins($"Appeal {filed.Reference}: waiting for a reviewer");
    }

    [Fact]
    public async Task Anothers_case_and_one_that_does_not_exist_are_the_same_words_whatever_is_pressed()
    {
        await using var company = await Company.Appealing();
        var filed = await FileAs(company, company.Talker("tess"), "tess");
        var tom = company.Talker("tom");
        foreach (var reference in new[] { filed.Reference, "A-22222", "A-7K3QX' or 1=1", "", new string('A', 10_000), "\0" })
        {
            foreach (var command in new[] { "appeal.show", "appeal.say", "appeal.sheets", "appeals.show" })
            {
                (await tom.PressesHostile(command, Named(reference))).Gets(None);
            }
        }

        (await tom.Says($"my appeal {filed.Reference}")).Gets(None);
        (await tom.Says("my appeal A-22222")).Gets(None);
        foreach (var command in new[] { "appeal.add", "appeal.answer", "appeal.withdraw", "appeal.escalate" })
        {
            // Without a good token nothing tells what it was for.
            (await tom.PressesHostile(command, Named(filed.Reference))).Gets(None);
            (await tom.PressesHostile(command, Named("A-22222"))).Gets(None);
        }

        Assert.Equal((filed.Version, AppealState.Filed), (await company.Query(async db => { var now = await Cases.Find(db, filed.Appeal.Id, default); return (now!.Version, now.Appeal.State); })));

        static Dictionary<string, string> Named(string reference) => new(StringComparer.Ordinal) { ["case"] = reference, ["token"] = Guid.Empty.ToString("N"), ["text"] = "x" };
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task Somebody_adds_is_asked_and_answers(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var tess = company.Talker("tess");
        var filed = await FileAs(company, tess, "tess");

        (await tess.Says("add to my appeal")).Gets(
            $"""
            Add to appeal {filed.Reference}

            What should the reviewer know?*: ____

            The reviewers will read this. Please write nothing about your health: for leave, the days are enough.

            [Send]
            """);
        Assert.Contains("There is nothing written yet.", (await tess.Presses("Send", ("text", "  \0 "))).Text, StringComparison.Ordinal);
        Assert.Contains("That text has 2,001 characters; 2,000 is the most. Please shorten it.", (await tess.Presses("Send", ("text", new string('x', 2001)))).Text, StringComparison.Ordinal);

        await Does(company, filed, new AppealEvent.Claim(), "rita");
        var moved = await tess.Presses("Send", ("text", "The whole team had it."));
        Assert.Contains("Your appeal has moved on meanwhile, so I have not sent this yet. It is all still here: please press Send again.", moved.Text, StringComparison.Ordinal);
        var added = await tess.Presses("Send", ("text", "The whole team had it."));
        added.Begins($"Appeal {filed.Reference}: with a reviewer");
        Assert.Contains("Done: it is added.", added.Text, StringComparison.Ordinal);
        Assert.Contains("You wrote on Mon 23 Nov: The whole team had it.", added.Text, StringComparison.Ordinal);

        await Does(company, filed, new AppealEvent.Ask(), "rita", "Which editor was it?");
        var asks = await tess.Says($"my appeal {filed.Reference}");
        asks.Begins($"Appeal {filed.Reference}: waiting for your answer");
        Assert.Contains("The reviewer asks: Which editor was it?", asks.Text, StringComparison.Ordinal);
        Assert.Contains("please answer by Mon 30 Nov", asks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita", asks.Text, StringComparison.Ordinal);
        (await tess.Presses("Answer")).Begins($"Answer for appeal {filed.Reference}");
        var answered = await tess.Presses("Send", ("text", "Visual Studio Code."));
        Assert.Contains("Thank you: your answer is with the reviewer.", answered.Text, StringComparison.Ordinal);
        Assert.Equal(["Filed", "Claim", "Add", "Ask", "Answer"], (await company.Query(db => Cases.History(db, filed.Appeal.Id, default))).Select(x => x.What));
        Assert.Equal(AppealState.InReview, (await Of(company, "tess"))[0].Appeal.State);
    }

    [Fact]
    public async Task What_is_said_finds_the_case_and_only_a_button_takes_it_back_or_further()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        Assert.Contains("You have none that could be taken back", (await tess.Says("withdraw my appeal")).Text, StringComparison.Ordinal);
        Assert.Contains("You have none that could go to the second level", (await tess.Says("escalate")).Text, StringComparison.Ordinal);
        Assert.Contains("You have none that is open", (await tess.Says("add to my appeal")).Text, StringComparison.Ordinal);
        var filed = await FileAs(company, tess, "tess");

        (await tess.Says("withdraw my appeal")).Begins($"Appeal {filed.Reference}: waiting for a reviewer");
        Assert.Equal(AppealState.Filed, (await Of(company, "tess"))[0].Appeal.State);
        var (command, inputs) = tess.Button("Take it back");
        await Does(company, filed, new AppealEvent.Claim(), "rita");
        var moved = await tess.PressesHostile(command, inputs);
        moved.Begins($"Appeal {filed.Reference}: with a reviewer");
        Assert.Contains("That button was an old one, so I changed nothing. This is how it stands.", moved.Text, StringComparison.Ordinal);

        (await tess.Presses("Take it back")).Begins($"Appeal {filed.Reference}: withdrawn");
        Assert.Contains("That button was an old one", (await tess.PressesHostile(command, inputs)).Text, StringComparison.Ordinal);

        await FileAs(company, tess, "tess");
        await tess.Says("this is wrong");
        await tess.Presses("Send", ("ground", "8"), ("days", "all"));
        Assert.Contains("You have more than one. Which do you mean?", (await tess.Says("withdraw my appeal")).Text, StringComparison.Ordinal);
        Assert.Contains("You have more than one. Which do you mean?", (await tess.Says("add to my appeal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_level_is_open_for_thirty_days_and_not_beside_another_appeal_on_the_same_ground()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        var filed = await Ruled(company, tess, Outcome.Declined);
        (await tess.Says("escalate my appeal")).Begins($"Appeal {filed.Reference}: decided");
        var (command, inputs) = tess.Button("Ask for the second level");

        await tess.Says("this is wrong");
        await tess.Presses("Send", ("ground", "1"), ("days", "2026-10-01..2026-10-02"));
        var other = (await Of(company, "tess")).Single(one => one.Appeal.IsOpen);
        Assert.Contains("You have another appeal on the same ground that is not decided.", (await tess.PressesHostile(command, inputs)).Text, StringComparison.Ordinal);
        await Does(company, other, new AppealEvent.Withdraw(), "tess");

        await using (var later = company.Restarted("2026-12-24T09:00:00Z"))
        {
            var again = later.Talker("tess");
            Assert.Contains("You have none that could go to the second level", (await again.Says("escalate my appeal")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ask for the second level", (await again.Says($"my appeal {filed.Reference}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_contested_sheet_is_shown_beside_the_new_one()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        await tess.Says("what's my score");
        var filed = await Ruled(company, tess, Outcome.Upheld);

        (await tess.Says($"my appeal {filed.Reference}")).Begins($"Appeal {filed.Reference}: decided");
        var both = await tess.Presses("Old and new score");
        both.Begins("Before and after, Q4 2026");
        Assert.Contains("under review  under review", both.Text, StringComparison.Ordinal);
        await Delivered(company, filed);

        (await tess.Says($"my appeal {filed.Reference}")).Begins($"Appeal {filed.Reference}: decided");
        (await tess.Presses("Old and new score")).Gets(
            $"""
            Before and after, Q4 2026
            It was computed anew on Mon 23 Nov, because of appeal {filed.Reference}. Nothing was written over: both stay readable.

            Q4 2026        Contested   Now
            -------------  ----------  ----------
            Score          25.0        26.4
            Counted days   26          36
            Days with use  26          36
            Tier           heavy       heavy
            As of          Mon 23 Nov  Mon 23 Nov

            What was decided
            • 5–16 Oct count as regular use of GitHub Copilot
            What differs
            5–16 Oct: GitHub Copilot could not be seen → use seen, 30 points
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Mon 23 Nov, days in UTC.

            [Why?] [Open {filed.Reference}] [My appeals]
            """);
    }

    [Fact]
    public async Task While_it_is_under_review_number_and_lines_stay_and_no_card_names_a_tier()
    {
        await using var company = await Company.Appealing();
        var ada = company.Talker("ada");
        await FileAs(company, ada, "ada");
        foreach (var (said, begins) in new[]
        {
            ("what's my score", "Under review since Mon 23 Nov"), ("why", "Why 17.3 of 100"), ("what would move me", "What would move you"), ("history", "Your history"), ("digest now", "Your week, 16–22 Nov"),
        })
        {
            var heard = await ada.Says(said);
            heard.Begins(begins);
            Assert.Contains("nder review", heard.Text, StringComparison.Ordinal);
            Assert.Contains("[My appeals]", heard.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\b(heavy|light|Heavy|Light)\b", heard.Text);
        }
    }

    private static async Task<Case> FileAs(Company company, Talker who, string name)
    {
        await who.Says("this is wrong");
        await who.Presses("Send", ("ground", "1"), ("days", "2026-10-05..2026-10-16"));
        return (await Of(company, name)).First(one => one.Appeal.IsOpen);
    }

    private static async Task<Case> Ruled(Company company, Talker tess, Outcome outcome)
    {
        var filed = await FileAs(company, tess, "tess");
        await Does(company, filed, new AppealEvent.Claim(), "rita");
        await Does(company, filed, Rule(company, filed.Appeal, outcome), "rita");
        return (await Of(company, "tess"))[0];
    }

    private static async Task Does(Company company, Case filed, AppealEvent happened, string actor, string? text = null) =>
        Assert.Null((await Filed.Does(company, filed, happened, actor, text)).Refusal);

    /// <summary>The message of the ruling has been sent, and so the freeze is over.</summary>
    private static Task Delivered(Company company, Case filed)
    {
        var period = Reviews.Period(filed.Appeal.Id, 1);
        return company.Write(db => db.Deliveries.Where(x => x.Period == period).ExecuteUpdateAsync(set => set.SetProperty(x => x.State, DeliveryState.Sent).SetProperty(x => x.StateAt, company.Now)));
    }
}
