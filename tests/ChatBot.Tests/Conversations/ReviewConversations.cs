using ChatBot.Domain.Appeals;
using ChatBot.Domain.Usage;
using Xunit;

namespace ChatBot.Tests.Conversations;

/// <summary>What a reviewer says and presses to find, take and give back cases.</summary>
public sealed partial class ReviewConversations
{
    [Fact]
    public async Task Who_reviews_nothing_is_told_so_kindly_and_learns_of_no_case()
    {
        await using var company = await Company.Appealing();
        await company.File("tess");

        foreach (var name in (string[])["petra", "tess", "olive", "carol"])
        {
            (await company.Talker(name).Says("queue")).Gets(
                """
                Cases to review
                Cases are looked at by people who were asked to review them, and you are not among them. If something that I say about you is wrong, press This is wrong.

                [This is wrong]
                """);
        }
    }

    [Fact]
    public async Task The_queue_is_by_reference_with_the_oldest_clock_first_and_its_filters()
    {
        await using var company = await Company.Appealing();
        await company.File("tess", "22222");
        await company.File("tom", "33333", Ground.Leave, company.Now.AddDays(-10), [new AppealPart(new(2026, 10, 5), new(2026, 10, 9))]);
        await company.File("tina", "44444", Ground.WrongWorkArea, company.Now.AddDays(-3), [new AppealPart(new(2026, 10, 5), new(2026, 10, 9)), new AppealPart(new(2026, 11, 2), new(2026, 11, 2), Tool.ClaudeCode)]);
        var rita = company.Talker("rita");

        (await rita.Says("queue")).Gets(
            """
            Cases to review
            0 yours, 3 free, 3 in all that you can review.

            A-33333 · free
            Leave, part time or secondment: 5–9 Oct
            4 working days left, to Fri 27 Nov

            A-44444 · free
            The wrong work area: 5–9 Oct and 1 more
            9 working days left, to Fri 4 Dec

            A-22222 · free
            Work in a tool that is not counted: 5–16 Oct, GitHub Copilot
            10 working days left, to Mon 7 Dec

            Oldest clock first. You see who it is about when you open a case, and that is recorded. You can also type “claim A-7K3QX”, “open A-7K3QX” or “queue leave”.

            [Take A-33333]
            """);

        (await rita.Says("queue leave")).Gets(
            """
            Cases to review
            0 yours, 3 free, 3 in all that you can review.
            Shown: “Leave, part time or secondment”.

            A-33333 · free
            Leave, part time or secondment: 5–9 Oct
            4 working days left, to Fri 27 Nov

            Oldest clock first. You see who it is about when you open a case, and that is recorded. You can also type “claim A-7K3QX”, “open A-7K3QX” or “queue leave”.

            [Take A-33333] [Show all]
            """);

        Assert.Contains("A-22222", (await rita.Presses("Show all")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A-33333", (await rita.Says("queue claude")).Text, StringComparison.Ordinal);
        Assert.Contains("None of your cases fits.", (await rita.Says("queue mine")).Text, StringComparison.Ordinal);
        await rita.Says("claim A-22222");
        await rita.Presses("Take this case (A-22222)");
        Assert.Contains("1 yours, 2 free, 3 in all", (await rita.Says("my cases")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_queue_has_pages_and_a_hostile_page_is_one_of_them()
    {
        await using var company = await Company.Appealing();
        for (var number = 1; number <= 12; number++)
        {
            await company.File($"colleague{number}", $"22{number + 222:000}", at: company.Now.AddMinutes(-number));
        }

        var rita = company.Talker("rita");

        Assert.Contains("1–10 of 12", (await rita.Says("queue")).Text, StringComparison.Ordinal);
        var last = await rita.Presses("More");
        Assert.Contains("11–12 of 12", last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[More]", last.Text, StringComparison.Ordinal);
        foreach (var page in (string[])["0", "-1", "2147483648", "99", "x", "<at>"])
        {
            Assert.Contains(" of 12", (await rita.PressesHostile("queue.show", new() { ["page"] = page, ["filter"] = "'; drop table appeals" })).Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task A_reviewer_takes_a_case_and_gives_it_back(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var filed = await company.File("tess");
        var rita = company.Talker("rita");

        await rita.Says("queue");
        var taken = await rita.Presses("Take A-7K3QX");

        taken.Begins("Case A-7K3QX");
        var held = await company.Now(filed);
        Assert.Equal((AppealState.InReview, await company.IdOf("rita"), 2), (held.Appeal.State, held.Appeal.Reviewer!.Value, held.Version));

        await rita.Says("release A-7K3QX");
        (await rita.Presses("Give this case back (A-7K3QX)")).Gets(
            """
            Case A-7K3QX
            You gave it back. Another reviewer can take it, and its clock runs on.
            10 working days left, to Mon 7 Dec.

            [Take A-7K3QX] [Queue]
            """);
        var free = await company.Now(filed);
        Assert.Equal((AppealState.Filed, null, 3), (free.Appeal.State, free.Appeal.Reviewer, free.Version));
    }

    [Fact]
    public async Task Taking_and_giving_back_without_a_reference_shows_the_queue()
    {
        await using var company = await Company.Appealing();
        await company.File("tess");
        var rita = company.Talker("rita");

        foreach (var said in (string[])["claim", "take the next case", "release", "give this case back"])
        {
            (await rita.Says(said)).Begins("Cases to review");
        }
    }

    [Fact]
    public async Task Of_two_who_take_a_case_the_second_is_told_that_another_has_it_and_not_who()
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("tess", "22222");
        var (rita, rob) = (company.Talker("rita"), company.Talker("rob"));
        await rita.Says("queue");
        await rob.Says("claim A-22222");

        await rita.Presses("Take A-22222");
        var told = await rob.Presses("Take this case (A-22222)");

        told.Gets(
            """
            Case A-22222
            Another reviewer has it. Nothing was changed, and there is nothing for you to do.
            10 working days left, to Mon 7 Dec.

            [Queue]
            """);
        Assert.Equal(await company.IdOf("rita"), (await company.Now(filed)).Appeal.Reviewer);
        Assert.DoesNotContain("A-22222", (await rob.Says("queue")).Text, StringComparison.Ordinal);
        Assert.Contains("Held by other reviewers: 1.", (await rob.Says("queue")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_an_earlier_state_does_nothing_and_shows_the_case_as_it_is()
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("tess");
        var rita = company.Talker("rita");
        await rita.Says("queue");
        await company.Happen(filed, new AppealEvent.Add(), filed.Appeal.Person, appeal => appeal);

        (await rita.Presses("Take A-7K3QX")).Gets(
            """
            Case A-7K3QX
            This case has moved on since that button was made, so I did nothing. This is how it stands now.
            10 working days left, to Mon 7 Dec.

            [Take A-7K3QX] [Queue]
            """);
        Assert.Null((await company.Now(filed)).Appeal.Reviewer);
        await rita.Presses("Take A-7K3QX");
        Assert.Equal(await company.IdOf("rita"), (await company.Now(filed)).Appeal.Reviewer);
    }

    [Fact]
    public async Task A_used_button_and_a_forged_one_show_what_stands_now()
    {
        await using var company = await Company.Appealing();
        await company.File("tess");
        var (rita, rob) = (company.Talker("rita"), company.Talker("rob"));
        await rita.Says("queue");
        var (command, inputs) = rita.Button("Take A-7K3QX");
        await rita.Presses("Take A-7K3QX");

        var again = await rita.PressesHostile(command, inputs);
        Assert.StartsWith("Case A-7K3QX\nIt has moved on since that button was made: this is how it stands.\n", again.Text, StringComparison.Ordinal);
        var foreign = await rob.PressesHostile(command, inputs);
        var forged = await rob.PressesHostile(command, new() { ["token"] = "0123456789abcdef0123456789abcdef" });
        foreign.Begins("There is no case by that name that you can open.");
        Assert.Equal(forged.Text, foreign.Text);
    }

    [Fact]
    public async Task After_the_time_of_the_first_level_nobody_takes_a_case()
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("tess", at: company.Now.AddDays(-20));
        var rita = company.Talker("rita");
        await rita.Says("claim A-7K3QX");

        (await rita.Presses("Take this case (A-7K3QX)")).Gets(
            """
            Case A-7K3QX
            The time of the first level is over, so nothing was changed. The case goes to the second level by itself, to another reviewer; the person loses nothing by it.
            Its time was over on Tue 17 Nov: it goes to the second level.

            [Queue]
            """);
        Assert.Equal(1, (await company.Now(filed)).Version);
    }
}
