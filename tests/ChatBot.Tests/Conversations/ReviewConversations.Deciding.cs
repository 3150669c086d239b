using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Conversations;

/// <summary>What a reviewer says and presses to ask, hand over and decide.</summary>
public sealed partial class ReviewConversations
{
    private const string Reason = "GitHub reported for these days that telemetry was switched off in the editor.";

    private static readonly (string, string)[] Uphold = [("outcome0", "upheld"), ("fix0", "proposal"), ("reason0", Reason)];

    [Theory, OnSqlite, OnPostgres]
    internal async Task A_reviewer_decides_and_the_correction_counts(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var filed = await company.File("tess");
        var rita = await Holder(company, "rita");

        (await rita.Presses("Decide")).Begins("Decide on case A-7K3QX");
        var shortReason = await rita.Presses("Decide", ("outcome0", "upheld"), ("fix0", "proposal"), ("reason0", "It was off."));
        Assert.Contains("Please write a reason of at least 40 characters", shortReason.Text, StringComparison.Ordinal);
        Assert.Contains("(x) Upheld: the person is right", shortReason.Text, StringComparison.Ordinal);
        Assert.Contains("It was off.", shortReason.Text, StringComparison.Ordinal);
        Assert.Equal(AppealState.InReview, (await company.Now(filed)).Appeal.State);

        (await rita.Presses("Decide", Uphold)).Gets(
            """
            Case A-7K3QX
            Upheld. It is decided: the person is told what was decided and why, and how to contest it further. What you corrected counts from now on.

            [Queue]
            """);
        var ruled = await company.Now(filed);
        Assert.Equal((AppealState.Ruled, Outcome.Upheld, "2026.1"), (ruled.Appeal.State, ruled.Appeal.Rulings[0].Outcome, ruled.Appeal.Rulings[0].Rubric));
        Assert.IsType<Correction.CreditDays>(Assert.Single(await company.Query(db => Corrections.Of(db, filed.Appeal.Person, default))));
        Assert.Equal(1, await company.Query(db => db.Deliveries.CountAsync(x => x.Kind == "appeal" && x.Recipient == filed.Appeal.Person && x.Period.EndsWith(":ruling-1"))));
    }

    [Theory]
    [InlineData("", "proposal", Reason, "Please pick whether it is upheld")]
    [InlineData("upheld", "", Reason, "Please pick what it changes")]
    [InlineData("upheld", "credit:copilot:enormous", Reason, "That change is not to be had in this case")]
    [InlineData("upheld", "account:1", Reason, "That change is not to be had in this case")]
    [InlineData("declined", "", "No.                                                      !", "Please write a reason of at least 40 characters")]
    [InlineData("everything", "proposal", Reason, "Please pick whether it is upheld")]
    public async Task What_is_not_right_in_a_form_decides_nothing_and_is_said(string outcome, string fix, string reason, string says)
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("tess");
        var rita = await Holder(company, "rita");
        await rita.Presses("Decide");

        Assert.Contains(says, (await rita.Presses("Decide", ("outcome0", outcome), ("fix0", fix), ("reason0", reason))).Text, StringComparison.Ordinal);
        Assert.Equal(AppealState.InReview, (await company.Now(filed)).Appeal.State);
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task A_claim_of_leave_is_declined_by_two(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var filed = await company.File("tess", "22222", Ground.Leave);
        var rita = await Holder(company, "rita", "A-22222");
        await rita.Presses("Decide");

        (await rita.Presses("Decide", ("outcome0", "declined"), ("reason0", "The calendar of the team shows work on every one of these days."))).Gets(
            """
            Case A-22222
            Declined, as you propose it. A claim of leave that is not upheld whole needs a second reviewer, so nothing has changed yet: the other independent reviewers are told.
            10 working days left, to Mon 7 Dec.

            [Open A-22222] [Queue]
            """);
        Assert.Equal(AppealState.InReview, (await company.Now(filed)).Appeal.State);

        var rob = company.Talker("rob");
        Assert.Contains("A-22222 · needs a second reviewer", (await rob.Says("queue")).Text, StringComparison.Ordinal);
        await rob.Presses("Open A-22222");
        (await rob.Presses("Agree")).Gets(
            """
            Case A-22222
            Declined. You agreed, so it is decided: the person is told what was decided and why, and how to contest it further.

            [Queue]
            """);
        var ruled = (await company.Now(filed)).Appeal;
        Assert.Equal((AppealState.Ruled, await company.IdOf("rita"), await company.IdOf("rob")), (ruled.State, ruled.Rulings[0].Reviewer, ruled.Rulings[0].Second!.Value));
    }

    [Fact]
    public async Task A_second_reviewer_who_does_not_agree_leaves_the_case_with_the_first()
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("tess", "22222", Ground.Leave);
        var rita = await Holder(company, "rita", "A-22222");
        await rita.Presses("Decide");
        await rita.Presses("Decide", ("outcome0", "declined"), ("reason0", "The calendar of the team shows work on every one of these days."));
        var rob = company.Talker("rob");
        await rob.Says("open A-22222");

        (await rob.Presses("Disagree")).Gets(
            """
            Case A-22222
            You did not agree, so nothing was decided. The reviewer who holds it goes on with it.
            10 working days left, to Mon 7 Dec.

            [Queue]
            """);
        var now = (await company.Now(filed)).Appeal;
        Assert.Equal((AppealState.InReview, await company.IdOf("rita"), null), (now.State, now.Reviewer!.Value, now.Proposed));
    }

    [Fact]
    public async Task A_reviewer_asks_the_person_and_nothing_written_is_lost()
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("tess");
        var rita = await Holder(company, "rita");

        (await rita.Presses("Ask the person")).Begins("Ask about case A-7K3QX");
        Assert.Contains("Please write your question.", (await rita.Presses("Send", ("question", "  "))).Text, StringComparison.Ordinal);
        Assert.Contains("2,001 characters; 2,000 is the most", (await rita.Presses("Send", ("question", new string('x', 2001)))).Text, StringComparison.Ordinal);
        await company.Happen(filed, new AppealEvent.Add(), filed.Appeal.Person, appeal => appeal);
        var moved = await rita.Presses("Send", ("question", "Which editor did you use?"));
        Assert.Contains("The case has moved on since you began", moved.Text, StringComparison.Ordinal);
        Assert.Contains("Which editor did you use?", moved.Text, StringComparison.Ordinal);

        (await rita.Presses("Send", ("question", "Which editor did you use?"))).Begins("Case A-7K3QX");
        Assert.Equal(AppealState.NeedsInfo, (await company.Now(filed)).Appeal.State);
        Assert.Equal("Which editor did you use?", (await company.Query(db => Cases.History(db, filed.Appeal.Id, default)))[^1].Text);
    }

    [Fact]
    public async Task A_case_is_handed_over_to_an_independent_reviewer_only()
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("ada", "22222");
        var rita = await Holder(company, "rita", "A-22222");

        var form = (await rita.Presses("Hand over")).Text;
        Assert.Contains("Rob Example (0 cases)  ( ) Ruth Example (0 cases)", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Roy", form, StringComparison.Ordinal);
        foreach (var to in (string[])[(await company.IdOf("roy")).ToString("N"), (await company.IdOf("mona")).ToString("N"), (await company.IdOf("rita")).ToString("N"), "x"])
        {
            Assert.Contains("too close to this case", (await rita.Presses("Hand over", ("reviewer", to))).Text, StringComparison.Ordinal);
            await rita.Presses("Hand over");
        }

        (await rita.Presses("Hand over", ("reviewer", (await company.IdOf("rob")).ToString("N")))).Gets(
            """
            Case A-22222
            You handed it over. They are told, and its clock runs on.
            10 working days left, to Mon 7 Dec.

            [Queue]
            """);
        Assert.Equal(await company.IdOf("rob"), (await company.Now(filed)).Appeal.Reviewer);
    }

    [Fact]
    public async Task The_programme_office_names_a_reviewer_where_none_is_independent()
    {
        await using var company = await Company.Appealing();
        await company.Import("people", Company.Directory(("rita", "petra"), ("rob", "petra"), ("ruth", "petra"), ("roy", "petra")));
        var filed = await company.File("tess", "22222");
        var olive = company.Talker("olive");

        Assert.DoesNotContain("A-22222", (await company.Talker("rita").Says("queue")).Text, StringComparison.Ordinal);
        (await company.Talker("petra").Says("unassigned cases")).Begins("Cases without a reviewer");
        (await olive.Says("unassigned cases")).Gets(
            """
            Cases without a reviewer
            By today's directory no reviewer is independent of these. Please name somebody: their clocks run.

            A-22222
            Work in a tool that is not counted
            10 working days left, to Mon 7 Dec

            You see a case by its name only: whom it is about is for its reviewer.

            [Name for A-22222]
            """);
        await olive.Presses("Name for A-22222");
        Assert.Contains("nobody is here by that address", (await olive.Presses("Name", ("reviewer", "address"), ("email", "nobody@example.com"))).Text, StringComparison.Ordinal);
        Assert.Contains("Please pick somebody", (await olive.Presses("Name", ("reviewer", "address"))).Text, StringComparison.Ordinal);
        Assert.Contains("too close to this case", (await olive.Presses("Name", ("reviewer", "address"), ("email", "petra@example.com"))).Text, StringComparison.Ordinal);
        (await olive.Presses("Name", ("reviewer", "address"), ("email", " Quinn@Example.com "))).Gets(
            """
            Case A-22222
            Done. They are told, and the clock of the case runs on.
            10 working days left, to Mon 7 Dec.
            """);

        Assert.Equal(await company.IdOf("quinn"), (await company.Now(filed)).Appeal.Reviewer);
        Assert.Contains("A-22222 · yours", (await company.Talker("quinn").Says("queue")).Text, StringComparison.Ordinal);
        Assert.Contains("Every case has a reviewer", (await olive.Says("unassigned cases")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Naming_is_for_the_office_and_not_for_who_stands_in_the_line()
    {
        await using var company = await Company.Appealing();
        await company.Import("people", Company.Directory(("rita", "petra"), ("rob", "petra"), ("ruth", "petra"), ("roy", "petra"), ("petra", "olive")));
        await company.File("tess", "22222");

        Assert.Contains("Every case has a reviewer", (await company.Talker("olive").Says("unassigned cases")).Text, StringComparison.Ordinal);
        var guessed = await company.Talker("olive").PressesHostile("cases.unassigned", new() { ["case"] = "A-22222" });
        Assert.Equal((await company.Talker("olive").PressesHostile("cases.unassigned", new() { ["case"] = "A-99999" })).Text, guessed.Text);
        Assert.Contains("A-22222", (await company.Talker("oscar").Says("unassigned cases")).Text, StringComparison.Ordinal);
    }

    /// <summary>Somebody who has taken the case and looks at it.</summary>
    private static async Task<Talker> Holder(Company company, string name, string reference = "A-7K3QX")
    {
        var talker = company.Talker(name);
        await talker.Says($"claim {reference}");
        (await talker.Presses($"Take this case ({reference})")).Begins($"Case {reference}");
        return talker;
    }
}
