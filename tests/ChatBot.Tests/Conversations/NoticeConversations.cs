using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Features.Help;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>The first words that anybody hears of the bot, as the service makes them when their turn has come.</summary>
public sealed class NoticeConversations
{
    [Fact]
    public async Task Everybody_is_told_first_what_is_measured_what_for_and_who_sees_what()
    {
        await using var company = await Company.On("2026-11-24");
        await company.Parts.GetRequiredService<PlanNotices>().Run(default);

        Assert.Equal(
            """
            What is measured of your use of AI tools
            I am a bot that tells you what the usage data of AI coding tools says about you, line by line, and where it is blind.
            What is measured. For each day, how many prompts, agent sessions, review requests and accepted suggestions GitHub Copilot, Claude Code, ChatGPT and Codex report of your accounts. Never what you wrote, and never your code.
            What for. For finding help and training that is useful to you. Not for performance reviews, ranking or pay.
            Who sees what. You see all of it: ask “what's my score” and “why”. I tell nobody else your score or your tier: no manager, no colleague. Those who run the service may look only to run it, and every look at your data is recorded.
            Who leads a group is told rounded numbers about it, without names and only of 5 people at the very least. You count in them once you have been told this.
            If something is wrong, say “this is wrong”: a person looks at it and gives you reasons.
            Weekly summaries. I send you one of your own week, and only you. Say “stop digest” and they stop; it changes nothing else, and nobody is told.
            Whom to ask: ai-help@example.com.
            Who answers for the data: privacy@example.com.
            Policy: version demo-1.
            Reference N-
            """.ReplaceLineEndings("\n"),
            WithoutReference(await Notice(company, "ada")));
        Assert.Equal(20, await company.Query(db => db.Deliveries.CountAsync(x => x.Kind == "notice" && x.State == DeliveryState.Planned)));
    }

    [Fact]
    public async Task What_the_notice_names_can_be_said()
    {
        await using var company = await Company.On("2026-11-24");
        var ada = company.Talker("ada");

        (await ada.Says("what's my score")).Begins("Light: 17.6 of 100");
        (await ada.Says("why")).Begins("Why 17.6 of 100");
        (await ada.Says("this is wrong")).Begins("Let's get it right");
        Assert.NotEqual("help.unclear", company.Parts.GetRequiredService<Phrasebook>().Typed("stop digest").Row.Name);
    }

    [Fact]
    public async Task In_private_mode_the_notice_says_that_nothing_is_told_of_teams()
    {
        await using var company = await Company.On("2026-11-24", Database.Sqlite, "--Programme:PolicyVersion=", "--Programme:Controller=");
        await company.Parts.GetRequiredService<PlanNotices>().Run(default);

        var words = await Notice(company, "ada");

        Assert.Contains("Nothing about teams is told to anybody.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Who leads a group", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Policy", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_welcomed_is_not_told_the_same_again()
    {
        await using var company = await Company.On("2026-11-24");
        var welcome = await company.Talker("ada").Arrives();
        await company.Parts.GetRequiredService<DeliveryLedger>().Sent(welcome.Answer!.Delivery!, "1", default);

        await company.Parts.GetRequiredService<PlanNotices>().Run(default);

        var ada = await company.Query(db => db.People.Where(x => x.Email == "ada@example.com").Select(x => x.Id).SingleAsync());
        Assert.Equal(["welcome"], await company.Query(db => db.Deliveries.Where(x => x.Recipient == ada).Select(x => x.Kind).ToListAsync()));
    }

    private static async Task<string> Notice(Company company, string name)
    {
        var person = await company.Query(db => db.People.Where(x => x.Email == name + "@example.com").Select(x => x.Id).SingleAsync());
        await using var scope = company.Parts.CreateAsyncScope();
        var kind = scope.ServiceProvider.GetServices<DeliveryKind>().Single(x => x.Name == "notice");
        Assert.Equal(DeliveryClass.MustArrive, kind.Class);
        var maker = (IDeliveryMaker)scope.ServiceProvider.GetRequiredService(kind.Maker);
        var made = Assert.IsType<Making.Ready>(await maker.Make(new DueDelivery(new DeliveryKey("notice", person, "once"), null, 1, company.Now.AddHours(3)), default));
        return CardText.Render(scope.ServiceProvider.GetRequiredService<CardTemplates>()[made.Card.Template].Expand(made.Card.Data));
    }

    /// <summary>Up to where the person's own reference begins.</summary>
    private static string WithoutReference(string words) => words[..(words.IndexOf("Reference N-", StringComparison.Ordinal) + "Reference N-".Length)];
}
