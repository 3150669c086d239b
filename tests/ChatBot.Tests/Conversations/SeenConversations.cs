using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Conversations;

/// <summary>What can be seen of somebody and what cannot, how they compare, and what is recorded of it. Each with the bot's very words.</summary>
public sealed class SeenConversations(Sunday sunday) : IClassFixture<Sunday>
{
    private Company Company => sunday.Company;

    [Fact]
    public async Task How_do_I_compare()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("how do i compare")).Gets(
            """
            How you compare
            Your score for Q4 2026 is 17.8 of 100. You are about at the middle of your line of business, about 15 people.
            Your tier does not depend on this, only on your own days. I never rank people and keep no list of them.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Why?] [What is this for?]
            """);
    }

    [Fact]
    public async Task How_do_I_compare_without_a_tier()
    {
        var tove = Company.Talker("tove");

        (await tove.Says("compare me")).Gets(
            """
            How you compare
            There is nothing I could fairly compare you with: you have no tier in Q4 2026, or your line of business has too few people with one to stay private.
            Your tier does not depend on this, only on your own days. I never rank people and keep no list of them.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Why?] [What is this for?]
            """);
    }

    [Fact]
    public async Task What_cannot_be_seen_where_nothing_is_hidden()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("what can't you see about me")).Gets(
            """
            What I can't see about you
            Your working days in Q4 2026 that are settled, up to Wed 18 Nov:

            Tool            Use seen  No use  Not visible
            --------------  --------  ------  -----------
            GitHub Copilot        24      11            0

            None of those days was hidden from me.
            Latest full report of GitHub Copilot: Fri 20 Nov.
            Never visible to me
            What you ask the tools, your code and your chats: I only get counts. Use in a browser or of tools that send the company no report. Thinking, reviewing, meetings, and help you gave.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Who am I to you?] [This is wrong]
            """);
    }

    [Fact]
    public async Task What_cannot_be_seen_with_a_declared_gap_in_one_of_two_tools()
    {
        var kai = Company.Talker("kai");

        (await kai.Says("what can't you see")).Gets(
            """
            What I can't see about you
            Your working days in Q4 2026 that are settled, up to Wed 18 Nov:

            Tool            Use seen  No use  Not visible
            --------------  --------  ------  -----------
            Claude Code           35       0            0
            GitHub Copilot        32       0            3

            Days that were not visible, and why. They count neither for nor against you:
            • 3 days of GitHub Copilot: it is on record that use can't be seen there (“Bedrock”)

            Latest full report of Claude Code: Fri 20 Nov.
            Latest full report of GitHub Copilot: Fri 20 Nov.
            Never visible to me
            What you ask the tools, your code and your chats: I only get counts. Use in a browser or of tools that send the company no report. Thinking, reviewing, meetings, and help you gave.
            Claude Code reports no prompts, only sessions and accepted edits.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Who am I to you?] [This is wrong]
            """);
    }

    [Fact]
    public async Task What_cannot_be_seen_without_any_account()
    {
        var tove = Company.Talker("tove");

        (await tove.Says("what can't you see")).Gets(
            """
            What I can't see about you
            I see no tool of yours in Q4 2026.

            Days that were not visible, and why. They count neither for nor against you:
            • 35 days: no account of yours is linked

            Never visible to me
            What you ask the tools, your code and your chats: I only get counts. Use in a browser or of tools that send the company no report. Thinking, reviewing, meetings, and help you gave.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Who am I to you?] [This is wrong]
            """);

        (await tove.Says("why")).Gets(
            """
            Why there is no number yet
            None of your days in Q4 2026 counts so far. Here is what I know of them.
            Days that do not count, for you or against you
            • 35 days: no account of yours is linked
            • 14 days: weekend or day off
            • 4 days: still settling
            To open another week, type for example “why week 42” or “why 12 Oct”.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Open the latest week] [What would move me?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Who_am_I_to_you()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("who am I to you")).Gets(
            """
            Who you are to me
            You are Ada Lovelace (ada@example.com).
            These accounts are yours, as far as I know:
            • E-mail: ada@example.com, first seen Wed 1 Jul
            If one is missing or is not yours, it can be put right, and your days are then counted again from what is stored.
            The person to turn to: ai-help@example.com.
            Only linked accounts count. I tell this to you alone.

            [My score] [What can't you see?] [This is wrong]
            """);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_told_score_is_recorded_as_told_and_every_look_is_recorded(Database kind)
    {
        await using var company = await Company.On(kind: kind);
        var heard = await company.Talker("ada").Says("my score");

        heard.Begins("Light: 17.8 of 100");
        var delivery = await company.Query(db => db.Deliveries.SingleAsync());
        var sheet = await company.Query(db => db.ScoreSheets.SingleAsync(row => row.Id == delivery.About));
        Assert.Equal(("reply", heard.Answer!.Delivery!.Period, "2026-Q4", 624), (delivery.Kind, delivery.Period, sheet.Quarter, sheet.Points));
        Assert.Equal([("score", true)], await company.Query(async db => (await db.AccessRecords.ToListAsync()).Select(look => (look.What, look.Allowed))));
    }
}
