using Xunit;

namespace ChatBot.Tests.Conversations;

/// <summary>What somebody whose appeal is upheld then reads of the days that it was about.</summary>
public sealed partial class ReviewConversations
{
    [Fact]
    public async Task Days_that_a_ruling_credits_are_told_where_the_score_is_explained()
    {
        await using var company = await Company.Appealing();
        await company.File("tess");
        var (rita, tess) = (await Holder(company, "rita"), company.Talker("tess"));
        Assert.DoesNotContain("by a decision", (await tess.Says("why")).Text, StringComparison.Ordinal);
        await rita.Presses("Decide");
        Assert.StartsWith("Case A-7K3QX\nUpheld.", (await rita.Presses("Decide", Uphold)).Text, StringComparison.Ordinal);
        await company.SendDue();

        var why = await tess.Says("why");
        why.Begins("Why 26.4 of 100");
        Assert.Contains("10 days count by a decision, as regular use of GitHub Copilot.", why.Text, StringComparison.Ordinal);
        var week = await tess.Says("why week 5 oct");
        Assert.StartsWith("5–11 Oct\n150 points on 5 counted days.", week.Text, StringComparison.Ordinal);
        Assert.Contains(
            """
            Mon 5 Oct: 30 points
            Prompts: 4 × 5 = 20
            Agent sessions: 1 × 10 = 10
            It counts by a decision, as regular use of GitHub Copilot.
            """,
            week.Text,
            StringComparison.Ordinal);
        Assert.Contains("10 days of GitHub Copilot could not be seen and count by a decision.", (await tess.Says("what can't you see about me?")).Text, StringComparison.Ordinal);
    }
}
