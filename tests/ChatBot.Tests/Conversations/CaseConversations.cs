using ChatBot.Domain.Access;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Usage;
using ChatBot.Tests.Features;
using ChatBot.Tests.Features.Appeals;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Conversations;

/// <summary>What a reviewer sees of a case, in the bot's very words.</summary>
public sealed class CaseConversations
{
    [Fact]
    public async Task A_case_that_one_took_shows_the_evidence()
    {
        await using var company = await Company.Appealing();
        var filed = await company.Files("tess", Ground.NotCaptured, "My editor's telemetry was off.");
        await company.TakenBy(filed, "rita");

        (await company.Talker("rita").Says("case a-7k3qx")).Gets(
            """
            Case A-7K3QX
            Work in a tool that is not counted, Q4 2026, first level.
            • 5–16 Oct, GitHub Copilot
            You have it. To be decided by Mon 7 Dec: 10 working days after today.

            It is about Tess Example, Risk.
            They wrote: My editor's telemetry was off.
            What happened
            • Mon 23 Nov: filed
            • Mon 23 Nov: taken by you

            5–16 Oct, GitHub Copilot
            - GitHub Copilot, 5–16 Oct (10 days): not visible, the editor's telemetry was off
            - GitHub's Copilot report has rows of 10 days, 10 with use; 10 say that telemetry was off
            - 2 days left out: weekend or day off
            - 0 counted days, 0 points in all
            Proposed for you to confirm, nothing is done by itself:
            - 5–16 Oct count as regular use of GitHub Copilot, because the editor's telemetry was off (10 days)

            On record
            - No snapshot of seats has an account of theirs
            - No leave on record in Q4 2026
            - Working days: Mon, Tue, Wed, Thu, Fri
            • GitHub: tess, counts for them, usage since Wed 1 Jul
            The number

            Told as of Mon 23 Nov:  heavy, 25.0 of 100 on 26 counted days
            Now:                    heavy, 25.0 of 100 on 26 counted days
            If the claim is true:   heavy, 26.4 of 100 on 36 counted days

            What that would mean: 5–16 Oct count as regular use of GitHub Copilot.
            For deciding this appeal, and for nothing else: that you opened it is recorded. Rubric 2026.1, as of Mon 23 Nov, days in UTC.

            [What would it change?] [Decide] [Ask the person] [Hand over] [Give it back]
            """);
    }

    [Fact]
    public async Task Nobody_has_it_yet_so_it_is_shown_without_the_person()
    {
        await using var company = await Company.Appealing();
        await company.Files("tess", Ground.NotCaptured, Company.Hostile);

        (await company.Talker("rita").Says("case A-7K3QX")).Gets(
            """
            Case A-7K3QX
            Work in a tool that is not counted, Q4 2026, first level.
            • 5–16 Oct, GitHub Copilot
            Nobody has it yet. To be taken by Wed 25 Nov, and decided by Mon 7 Dec: 10 working days after today.
            You see whom it is about once you take it. It then waits for you alone.

            [Take it] [Queue]
            """);
        (await company.Talker("rita").PressesHostile("case.preview", With())).Gets(Gone);
        Assert.Equal([false, false], await Openings(company));
    }

    [Fact]
    public async Task Not_yours_and_not_there_are_the_same_words()
    {
        await using var company = await Company.Appealing();
        var filed = await company.Files("tess", Ground.NotCaptured);
        await company.TakenBy(filed, "rita");

        foreach (var name in new[] { "tess", "petra", "carol", "tom", "rob", "olive", "ada" })
        {
            (await company.Talker(name).Says("case A-7K3QX")).Gets(Gone);
            (await company.Talker(name).PressesHostile("case.preview", With(("outcome0", "upheld"), ("fix0", "exclude")))).Gets(Gone);
        }

        (await company.Talker("rita").Says("case A-22222")).Gets(Gone);
        (await company.Talker("rita").Says("open a–bcdfg please")).Gets(Gone);
        foreach (var hostile in new[] { string.Empty, "' or '1'='1", new string('A', 100_000), "A-7K3Q", "\u202EA-7K3QZ", Company.Hostile })
        {
            (await company.Talker("rita").PressesHostile("case.show", new Dictionary<string, string>(StringComparer.Ordinal) { ["case"] = hostile })).Gets(Gone);
        }

        Assert.All(await Openings(company), Assert.False);
    }

    [Fact]
    public async Task Opening_a_case_is_recorded_and_so_is_what_was_refused()
    {
        await using var company = await Company.Appealing();
        var filed = await company.Files("tess", Ground.NotCaptured);
        await company.TakenBy(filed, "rita");

        (await company.Talker("rita").Says("case A-7K3QX")).Begins("Case A-7K3QX");
        (await company.Talker("petra").Says("case A-7K3QX")).Gets(Gone);

        Assert.Equal([true, false], await Openings(company));
    }

    [Fact]
    public async Task What_it_would_change_is_shown_before_and_after()
    {
        await using var company = await Company.Appealing();
        await company.TakenBy(await company.Files("tess", Ground.NotCaptured), "rita");
        var rita = company.Talker("rita");
        (await rita.Says("case A-7K3QX")).Begins("Case A-7K3QX");

        (await rita.Presses("What would it change?")).Gets(
            """
            What would it change? A-7K3QX
            Choose, and you see the number and the tier before and after. Nothing is stored, and nobody is told.
            5–16 Oct, GitHub Copilot

            What comes of it*: (x) Upheld  ( ) Upheld in part  ( ) Declined: nothing changes
            What it changes, where it is upheld*: (x) As the data suggests: 5–16 Oct count as regular use of GitHub Copilot  ( ) The days do not count  ( ) The days count as light use of GitHub Copilot  ( ) The days count as regular use of GitHub Copilot  ( ) GitHub account tess is not theirs  ( ) Other working days
            From: 2026-10-05
            To: 2026-10-16
            Working days, only where they change: ____

            [Show me]
            """);
        (await rita.Presses("Show me", ("outcome0", "partly"), ("fix0", "credit:copilot:regular"), ("to0", "2026-10-09"))).Gets(
            """
            Before and after: A-7K3QX

            Now:        heavy, 25.0 of 100 on 26 counted days
            With this:  heavy, 25.8 of 100 on 31 counted days

            5–16 Oct, GitHub Copilot: upheld in part
            5–9 Oct count as regular use of GitHub Copilot
            On these days: 0 counted days with 0 points now, 5 counted days with 150 points then.

            Nothing is stored, and nobody is told. A ruling takes a reason for each part. Rubric 2026.1, as of Mon 23 Nov, days in UTC.

            [Decide so] [Try something else] [Back to the case]
            """);
        (await rita.Presses("Back to the case")).Begins("Case A-7K3QX");
    }

    [Theory]
    [InlineData("exclude", "2026-10-04", "", "The days have to lie within those in dispute, and days that are credited not in the future.")]
    [InlineData("exclude", "2026-10-05", "2026-10-17", "The days have to lie within those in dispute, and days that are credited not in the future.")]
    [InlineData("exclude", "tomorrow", "", "The days have to lie within those in dispute, and days that are credited not in the future.")]
    [InlineData("credit:claude-code:light", "", "", "That change is not to be had in this case. Please pick one of those shown.")]
    [InlineData("credit:copilot:heavy", "", "", "That change is not to be had in this case. Please pick one of those shown.")]
    [InlineData("account:999", "", "", "That change is not to be had in this case. Please pick one of those shown.")]
    [InlineData("<at>Eve</at>", "", "", "That change is not to be had in this case. Please pick one of those shown.")]
    [InlineData("", "", "", "Please pick what it changes: an upheld claim has to change something.")]
    public async Task A_form_that_cannot_be_is_shown_again_with_what_is_wrong(string fix, string from, string to, string said)
    {
        await using var company = await Company.Appealing();
        await company.TakenBy(await company.Files("tess", Ground.NotCaptured), "rita");

        var heard = await company.Talker("rita").PressesHostile("case.preview", With(("outcome0", "upheld"), ("fix0", fix), ("from0", from), ("to0", to)));

        heard.Begins("What would it change? A-7K3QX");
        Assert.Contains(said, heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_waits_for_an_answer_can_only_be_handed_over()
    {
        await using var company = await Company.Appealing();
        var filed = await company.TakenBy(await company.Files("tess", Ground.NotCaptured), "rita");
        await Filed.Does(company, filed, new AppealEvent.Ask(), "rita", Company.Hostile);

        var heard = await company.Talker("rita").Says("case A-7K3QX");

        Assert.StartsWith(
            """
            Case A-7K3QX
            Work in a tool that is not counted, Q4 2026, first level.
            • 5–16 Oct, GitHub Copilot
            The person was asked something, and can answer until Mon 30 Nov. To be decided by Mon 7 Dec: 10 working days after today.
            """,
            heard.Text,
            StringComparison.Ordinal);
        Assert.Contains($"you asked: {ShownHostile}", heard.Text, StringComparison.Ordinal);
        Assert.EndsWith("[Hand over] [Queue]", heard.Text, StringComparison.Ordinal);

        await Filed.Does(company, filed, new AppealEvent.Answer(), "tess", "Vim, over a proxy.");
        var answered = await company.Talker("rita").Says("case A-7K3QX");
        Assert.Contains("the person answered: Vim, over a proxy.", answered.Text, StringComparison.Ordinal);
        Assert.EndsWith("[What would it change?] [Decide] [Ask the person] [Hand over] [Give it back]", answered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposed_ruling_is_shown_to_both_reviewers_and_what_it_would_come_to()
    {
        await using var company = await Company.Appealing();
        var filed = await company.TakenBy(await company.Files("tess", Ground.Leave), "rita");
        var decline = new PartRuling(0, Outcome.Declined, "The calendar of the team shows work on every one of these days.", []);
        await Filed.Does(company, filed, new AppealEvent.Rule([decline], Parts.Rubric), "rita");

        var own = await company.Talker("rita").Says("case A-7K3QX");
        Assert.Contains("Your ruling waits for a second reviewer; it has no effect before.", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[Agree]", own.Text, StringComparison.Ordinal);

        var second = await company.Talker("rob").Says("case A-7K3QX");
        Assert.Contains("A ruling waits for a second reviewer. Do you agree with it?", second.Text, StringComparison.Ordinal);
        Assert.Contains("Proposed on Mon 23 Nov, without effect so far: declined", second.Text, StringComparison.Ordinal);
        Assert.Contains(decline.Reason, second.Text, StringComparison.Ordinal);
        Assert.Contains("With the proposed ruling:  heavy, 25.0 of 100 on 26 counted days", second.Text, StringComparison.Ordinal);
        Assert.EndsWith("[Agree] [Disagree] [Queue]", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_second_level_another_reviewer_sees_what_the_first_decided_and_the_first_sees_nothing()
    {
        await using var company = await Company.Appealing();
        var filed = await company.TakenBy(await company.Files("tess", Ground.NotCaptured), "rita");
        var decline = new PartRuling(0, Outcome.Declined, "GitHub shows no use of the tool on any of these days, of any kind.", []);
        await Filed.Does(company, filed, new AppealEvent.Rule([decline], Parts.Rubric), "rita");
        await Filed.Does(company, filed, new AppealEvent.Escalate(), "tess", "They did not look at the chats.");

        (await company.Talker("rita").Says("case A-7K3QX")).Gets(Gone);
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rob");
        var heard = await company.Talker("rob").Says("case A-7K3QX");

        Assert.StartsWith(
            """
            Case A-7K3QX
            Work in a tool that is not counted, Q4 2026, second level.
            • 5–16 Oct, GitHub Copilot
            You have it. To be decided by Mon 7 Dec: 10 working days after today.
            """,
            heard.Text,
            StringComparison.Ordinal);
        Assert.Contains("Decided on the first level, Mon 23 Nov: declined", heard.Text, StringComparison.Ordinal);
        Assert.Contains(decline.Reason, heard.Text, StringComparison.Ordinal);
        Assert.Contains("the person asked for the second level: They did not look at the chats.", heard.Text, StringComparison.Ordinal);
        Assert.EndsWith("[What would it change?] [Decide] [Hand over] [Give it back]", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_statement_is_shown_as_it_was_written_and_the_longest_is_cut()
    {
        await using var company = await Company.Appealing();
        await company.TakenBy(await company.Files("tess", Ground.NotCaptured, Company.Hostile), "rita");
        await company.TakenBy(await company.Files("tom", Ground.Other, new string('\u202E', 2_000) + new string('x', 10_000), "A-22222"), "rita");

        Assert.Contains($"They wrote: {ShownHostile}", (await company.Talker("rita").Says("case A-7K3QX")).Text, StringComparison.Ordinal);
        var heard = await company.Talker("rita").Says("case A-22222");
        heard.Begins("Case A-22222");
        Assert.Contains("[…]", heard.Text, StringComparison.Ordinal);
        Assert.InRange(heard.Text.Length, 0, 10_000);
    }

    [Fact]
    public async Task A_case_of_three_hundred_parts_is_still_one_card_and_one_form()
    {
        await using var company = await Company.Appealing();
        await company.TakenBy(await company.Files("tess", Ground.NotCaptured, parts: [.. Enumerable.Repeat(new AppealPart(new(2026, 10, 5), new(2026, 10, 16), Tool.Copilot), 300)]), "rita");

        var heard = await company.Talker("rita").Says("case A-7K3QX");
        Assert.Contains("and 296 more", heard.Text, StringComparison.Ordinal);
        Assert.InRange(heard.Text.Length, 0, 10_000);
        var form = await company.Talker("rita").PressesHostile("case.preview", With([.. Enumerable.Range(0, 300).SelectMany(part => new[] { ($"outcome{part}", "upheld"), ($"fix{part}", "exclude") })]));
        form.Begins("Before and after: A-7K3QX");
        Assert.Contains("and 296 more", form.Text, StringComparison.Ordinal);
    }

    /// <summary>Hostile text as it is shown: to the letter, but for what turns the direction of reading.</summary>
    private static string ShownHostile { get; } = Company.Hostile.Replace("\u202E", string.Empty, StringComparison.Ordinal);

    private const string Gone =
        """
        There is no case by that name that you can open.
        A case has a name like A-7K3QX. Cases that wait for a reviewer are in the queue, and your own under My appeals.

        [Queue] [My appeals]
        """;

    private static Dictionary<string, string> With(params (string Id, string Value)[] inputs) =>
        inputs.Append(("case", FiledCase.Reference)).ToDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal);

    /// <summary>Whether each look at a case was allowed, those that were first.</summary>
    private static async Task<IReadOnlyList<bool>> Openings(Company company) =>
        [.. (await company.Query(db => db.AccessRecords.Where(x => x.What == "case" && x.Purpose == Purpose.Appeal && x.Role == Role.Reviewer).ToListAsync())).Select(x => x.Allowed).OrderDescending()];
}
