using ChatBot.Domain.Appeals;

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
            - 5–16 Oct count as light use of GitHub Copilot, because the editor's telemetry was off (10 days)

            On record
            - No snapshot of seats has an account of theirs
            - No leave on record in Q4 2026
            - Working days: Mon, Tue, Wed, Thu, Fri
            • GitHub: tess, counts for them, usage since Wed 1 Jul
            The number

            Told as of Mon 23 Nov:  heavy, 25.0 of 100 on 26 counted days
            Now:                    heavy, 25.0 of 100 on 26 counted days
            If the claim is true:   light, 20.8 of 100 on 36 counted days

            What that would mean: 5–16 Oct count as light use of GitHub Copilot.
            For deciding this appeal, and for nothing else: that you opened it is recorded. Rubric 2026.1, as of Mon 23 Nov, days in UTC.

            [What would it change?] [Decide] [Ask the person] [Hand over] [Give it back]
            """);
    }
}
