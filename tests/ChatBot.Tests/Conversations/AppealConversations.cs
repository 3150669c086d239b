using System.Text.Json.Nodes;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>What a person says and presses to contest what is said of them, each with the bot's very words. Monday, 23 November 2026.</summary>
public sealed partial class AppealConversations
{
    /// <summary>SQLite's code for a lock that did not come free in time.</summary>
    private const int Busy = 5;

    private const string Reason = "GitHub reported chat activity and no prompts on these days: the editor's telemetry was off.";

    [Theory, OnSqlite, OnPostgres]
    internal async Task From_the_score_card_to_the_receipt_and_back(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var tess = company.Talker("tess");
        (await tess.Says("what's my score")).Begins("Heavy: 25.0 of 100");

        (await tess.Presses("This is wrong")).Gets(
            """
            Let's get it right
            This is about Q4 2026. A person who is independent of you decides within 10 working days and gives you the reasons. No proof is needed, and asking is never held against you.

            What is wrong?*: ( ) Work in a tool that is not counted  ( ) Leave, part time or secondment  ( ) The wrong account, or not mine  ( ) The wrong work area  ( ) Work on which the tools may not be used  ( ) No working licence or installation  ( ) Take me off that list  ( ) Something else
            Which days?: ( ) All of Q4 2026 so far  ( ) 1–2 Oct: use seen, 50 points  ( ) 5–16 Oct: GitHub Copilot could not be seen  ( ) 19 Oct–19 Nov: use seen, 600 points  ( ) 20–23 Nov: still settling
            Or from: ____
            to: ____
            Which tool?: (x) No certain one  ( ) GitHub Copilot  ( ) Claude Code  ( ) ChatGPT and Codex
            What should they know? (if you like): ____

            The reviewers will read this. Please write nothing about your health: for leave, the days are enough.

            [Send]
            """);

        var receipt = await tess.Presses("Send", ("ground", "1"), ("days", "2026-10-05..2026-10-16"), ("tool", "copilot"), ("text", "Telemetry was off for the whole team."));
        var filed = Assert.Single(await Of(company, "tess"));
        receipt.Gets(
            $"""
            Appeal {filed.Reference}: waiting for a reviewer
            I have it. Your reference is {filed.Reference}.
            What happens next: a reviewer who is independent of you takes it by Wed 25 Nov, and decides by Mon 7 Dec.
            Until then your verdict is under review: nobody sees a tier of yours, and I send you nothing about it. Your number and its lines stay as they are.
            What you contest

            Reason:  Work in a tool that is not counted
            Days:    5–16 Oct, GitHub Copilot (Q4 2026)
            Filed:   Mon 23 Nov

            You wrote on Mon 23 Nov: Telemetry was off for the whole team.
            Only you and its reviewers read this; your manager is not told.

            [Add something] [Take it back] [My appeals]
            """);
        Assert.Equal([new AppealPart(new(2026, 10, 5), new(2026, 10, 16), Tool.Copilot)], filed.Appeal.Parts);
        Assert.Equal(("DE", "Europe/Berlin", "Risk"), (filed.Appeal.Calendar.Country, filed.Appeal.Calendar.Zone.Id, filed.WorkArea));
        Assert.Equal(await company.Query(db => db.ScoreSheets.Where(x => x.Id == filed.Sheet).Select(x => x.Person).SingleAsync()), filed.Appeal.Person);

        (await tess.Says("what's my score")).Begins("Under review since Mon 23 Nov");
        await tess.Presses("My appeals");
        await tess.Presses($"Open {filed.Reference}");
        (await tess.Presses("Take it back")).Gets(
            $"""
            Appeal {filed.Reference}: withdrawn
            Done: it is taken back. Nothing is held against you, and you can contest the same again.
            What you contest

            Reason:  Work in a tool that is not counted
            Days:    5–16 Oct, GitHub Copilot (Q4 2026)
            Filed:   Mon 23 Nov

            You wrote on Mon 23 Nov: Telemetry was off for the whole team.
            What happened
            Mon 23 Nov: You filed it.
            Mon 23 Nov: You took it back.
            Only you and its reviewers read this; your manager is not told.

            [My appeals]
            """);
        Assert.Equal(AppealState.Withdrawn, (await Of(company, "tess"))[0].Appeal.State);
        (await tess.Says("what's my score")).Begins("Heavy: 25.0 of 100");
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task Fifty_filings_of_the_same_at_once_make_one_case_and_each_gets_an_answer(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var talkers = new List<Talker>();
        for (var i = 0; i < 50; i++)
        {
            var tess = company.Talker("tess");
            await tess.Says("this is wrong");
            talkers.Add(tess);
        }

        var heard = await Task.WhenAll(talkers.Select(tess => Task.Run(() => Send(tess))));

        var only = Assert.Single(await Of(company, "tess"));
        Assert.All(heard, one => one.Begins($"Appeal {only.Reference}: waiting for a reviewer"));
        Assert.Single(heard, one => one.Text.Contains("I have it.", StringComparison.Ordinal));
        Assert.Equal(49, heard.Count(one => one.Text.Contains("You have contested this already", StringComparison.Ordinal)));
        Assert.Equal(["Filed"], (await company.Query(db => Cases.History(db, only.Appeal.Id, default))).Select(x => x.What));
    }

    /// <summary>Sends the form, and as a channel's backlog does once more where the embedded database was locked for too long: then nothing of it was written.</summary>
    private static async Task<Heard> Send(Talker who)
    {
        var (command, inputs) = who.Button("Send");
        (inputs["ground"], inputs["days"]) = ("1", "all");
        while (true)
        {
            try
            {
                return await who.PressesHostile(command, new Dictionary<string, string>(inputs, StringComparer.Ordinal));
            }
            catch (SqliteException locked) when (locked.SqliteErrorCode == Busy)
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task A_form_that_is_not_whole_comes_back_as_it_was_filled_in_and_says_why()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        await tess.Says("this is wrong");

        var form = await tess.Presses("Send", ("ground", ""), ("text", "Kept."));
        Assert.Contains("Please pick the reason it is wrong.", form.Text, StringComparison.Ordinal);
        Assert.Contains("(if you like): Kept.", form.Text, StringComparison.Ordinal);

        form = await tess.Presses("Send", ("ground", "1"), ("tool", "claude-code"));
        Assert.Contains("Please pick the days it is about, or all of Q4 2026.", form.Text, StringComparison.Ordinal);
        Assert.Contains("(x) Claude Code", form.Text, StringComparison.Ordinal);
        Assert.Contains("(x) Work in a tool that is not counted", form.Text, StringComparison.Ordinal);

        form = await tess.Presses("Send", ("ground", "1"), ("from", "2026-09-01"), ("to", "2026-10-09"));
        Assert.Contains("Those are not days of your sheet: it has Thu 1 Oct to Mon 23 Nov.", form.Text, StringComparison.Ordinal);

        form = await tess.Presses("Send", ("ground", "1"), ("from", "2026-10-09"), ("to", "2026-10-05"));
        Assert.Contains("The last of those days lies before the first.", form.Text, StringComparison.Ordinal);

        form = await tess.Presses("Send", ("ground", "1"), ("days", "all"), ("text", new string('x', 2001)));
        Assert.Contains("That text has 2,001 characters; 2,000 is the most. Please shorten it.", form.Text, StringComparison.Ordinal);
        Assert.Contains(new string('x', 2001), form.Text, StringComparison.Ordinal);
        Assert.Empty(await Of(company, "tess"));

        (await tess.Presses("Send", ("ground", "1"), ("days", "2026-10-05..2026-10-16,2026-10-01..2026-10-02"), ("from", "2026-10-16"), ("to", "2026-10-20"), ("text", new string('x', 2000)))).Begins(
            $"Appeal {(await Of(company, "tess"))[0].Reference}: waiting for a reviewer");
        Assert.Equal(
            [new AppealPart(new(2026, 10, 1), new(2026, 10, 2)), new AppealPart(new(2026, 10, 5), new(2026, 10, 20))],
            (await Of(company, "tess"))[0].Appeal.Parts);
    }

    [Fact]
    public async Task Whatever_a_form_is_made_to_carry_files_nothing_that_the_person_could_not_file()
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");
        (string Id, string Value)[][] forms =
        [
            [("ground", "0"), ("days", "all")], [("ground", "9"), ("days", "all")], [("ground", "-1"), ("days", "all")], [("ground", "1e0"), ("days", "all")], [("ground", "Leave"), ("days", "all")],
            [("ground", " 1"), ("days", "all")], [("ground", "1"), ("days", "ALL")], [("ground", "1"), ("days", "2026-10-05..2026-12-31")], [("ground", "1"), ("days", "2026-10-16..2026-10-05")],
            [("ground", "1"), ("days", "2026-10-05")], [("ground", "1"), ("days", "..")], [("ground", "1"), ("days", new string(',', 10_000))], [("ground", "1"), ("days", "all,2025-01-01..2025-01-02")],
            [("ground", "1"), ("from", "05.10.2026")], [("ground", "1"), ("from", "2026-11-24")], [("ground", "1"), ("from", "0001-01-01"), ("to", "9999-12-31")], [("ground", "1"), ("to", "２０２６-10-05")],
            [("ground", "1"), ("days", "all"), ("text", new string('\uD800', 10) + new string('y', 100_000))], [],
        ];
        foreach (var form in forms)
        {
            await tess.Says("this is wrong");
            (await tess.Presses("Send", form)).Begins("Let's get it right");
        }

        await tess.Says("this is wrong");
        var (command, inputs) = tess.Button("Send");
        inputs["ground"] = "1";
        inputs["days"] = "all";
        foreach (var token in new[] { "", "0", Guid.Empty.ToString("N"), new string('7', 32), inputs["token"] + "0" })
        {
            await tess.PressesHostile(command, new Dictionary<string, string>(inputs, StringComparer.Ordinal) { ["token"] = token });
        }

        await company.Talker("tom").PressesHostile(command, inputs);
        Assert.Empty(await company.Query(db => db.Appeals.ToListAsync()));

        (await tess.PressesHostile(command, new Dictionary<string, string>(inputs, StringComparer.Ordinal) { ["quarter"] = "2020-Q1", ["text"] = "\0a\0\uD800b", ["case"] = "A-22222", ["tool"] = "../../etc" })).Begins(
            $"Appeal {(await Of(company, "tess"))[0].Reference}: waiting for a reviewer");
        var filed = (await Of(company, "tess"))[0];
        Assert.Equal(("2026-Q4", null), (filed.Appeal.Quarter.ToString(), filed.Appeal.Parts[0].Tool));
        Assert.Equal("ab", (await company.Query(db => Cases.History(db, filed.Appeal.Id, default)))[0].Text);

        (await tess.PressesHostile(command, inputs)).Gets(
            """
            That button is used up: each works once, for the person it was made for, and for 90 days. Nothing was changed.
            Do you still want it? Here is a fresh one.

            [Fill in the form again (2026-Q4)] [Help]
            """);
        (await tess.Presses("Fill in the form again (2026-Q4)")).Begins("Let's get it right");
    }

    [Theory]
    [InlineData("appeal", "", "", "")]
    [InlineData("this is wrong", "", "", "")]
    [InlineData("remove me from the list", "7", "", "")]
    [InlineData("Take me off that list!", "7", "", "")]
    [InlineData("I was on leave last week", "2", "2026-11-16", "2026-11-22")]
    [InlineData("i was on leave from 5 oct to 9 oct", "2", "2026-10-05", "2026-10-09")]
    [InlineData("I was on parental leave until 3 Nov", "2", "2026-11-03", "2026-11-03")]
    [InlineData("I was off sick yesterday", "2", "2026-11-22", "2026-11-22")]
    [InlineData("you don't count my CLI work", "1", "", "")]
    [InlineData("you dont count my claude code work this week", "1", "2026-11-23", "2026-11-23")]
    [InlineData("that is the wrong account", "3", "", "")]
    [InlineData("I am in the wrong team", "4", "", "")]
    [InlineData("wrong work area", "4", "", "")]
    [InlineData("I'm not allowed to use it", "5", "", "")]
    [InlineData("I have no licence", "6", "", "")]
    [InlineData("I don't have a license", "6", "", "")]
    public async Task A_sentence_fills_in_the_form_and_files_nothing(string typed, string ground, string from, string to)
    {
        await using var company = await Company.Appealing();
        var tess = company.Talker("tess");

        var form = (await tess.Says(typed)).Answer!.Card;

        Assert.Equal((ground, from, to), (Filled(form, "ground"), Filled(form, "from"), Filled(form, "to")));
        Assert.Equal(typed.Contains("claude", StringComparison.Ordinal) ? "claude-code" : "any", Filled(form, "tool"));
        Assert.Empty(await Of(company, "tess"));
    }

    [Fact]
    public async Task What_needs_no_days_is_about_all_of_them_and_a_sentence_of_last_quarter_about_that()
    {
        await using var company = await Company.Appealing();
        var ada = company.Talker("ada");
        await ada.Says("remove me from the list");
        await ada.Presses("Send", ("ground", "7"));
        Assert.Equal([new AppealPart(new(2026, 10, 1), new(2026, 11, 23))], (await Of(company, "ada"))[0].Appeal.Parts);

        var form = await ada.Says("I was on leave from 3 aug to 14 aug");
        Assert.Contains("This is about Q3 2026.", form.Text, StringComparison.Ordinal);
        Assert.Equal(("2026-08-03", "2026-08-14"), (Filled(form.Answer!.Card, "from"), Filled(form.Answer.Card, "to")));
        await ada.Presses("Send", ("ground", "2"), ("from", "2026-08-03"), ("to", "2026-08-14"));
        var leave = (await Of(company, "ada")).Single(one => one.Appeal.Ground == Ground.Leave);
        Assert.Equal(("2026-Q3", new AppealPart(new(2026, 8, 3), new(2026, 8, 14))), (leave.Appeal.Quarter.ToString(), leave.Appeal.Parts[0]));
    }

    /// <summary>The cases of somebody, the latest first.</summary>
    internal static async Task<IReadOnlyList<Case>> Of(Company company, string name)
    {
        var person = await company.IdOf(name);
        return await company.Query(db => Cases.Of(db, person, default));
    }

    private static string Filled(JsonObject card, string input) => (string)card["body"]!.AsArray().Single(one => (string?)one!["id"] == input)!["value"]!;

    /// <summary>A ruling of the first part's days as an event.</summary>
    internal static AppealEvent.Rule Rule(Company company, Appeal appeal, Outcome outcome) => new(
        [.. appeal.Parts.Select((part, index) => new PartRuling(index, outcome, Reason, outcome == Outcome.Declined ? [] : [new Correction.CreditDays(new(part.From, part.To), Tool.Copilot, "regular")]))],
        company.Parts.GetRequiredService<Rubric>());
}
