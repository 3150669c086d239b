using ChatBot.Cards;
using ChatBot.Channels.Web;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Features.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>Who is told what of a case, as it reaches them.</summary>
public sealed partial class NewsConversations
{
    private const string Why = "The editor's telemetry was switched off by policy in that week; the server saw a chat each day.";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_case_is_told_to_three_independent_reviewers_and_to_nobody_of_the_persons_line(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        await Filed.Case(company, "ada");

        await company.SendDue();

        foreach (var reviewer in (string[])["rita", "rob", "ruth"])
        {
            Assert.Equal(
                """
                A case waits for a reviewer
                A-7K3QX · Work in a tool that is not counted
                You are independent of it and have few cases. Whoever takes it first has it; take it by Wed 25 Nov, and decide it by Mon 7 Dec.

                [Open the case] [Queue]
                """.ReplaceLineEndings("\n"),
                Last(company, reviewer));
        }

        Assert.All((string[])["roy", "mona", "max", "carol", "ada", "olive"], name => Assert.Empty(All(company, name)));
    }

    [Fact]
    public async Task Those_with_fewer_cases_are_told_and_nobody_who_is_on_leave()
    {
        await using var company = await Company.Appealing();
        foreach (var (name, reviewer) in new[] { ("tess", "rita"), ("tom", "rob") })
        {
            var busy = await Filed.Case(company, name, reference: "A-" + name.ToUpperInvariant(), told: false);
            Assert.NotNull((await Filed.Does(company, busy, new AppealEvent.Claim(), reviewer)).Appeal);
        }

        await company.Import("leave", "email,from,to\nruth@example.com,2026-11-20,2026-12-20\n");
        var filed = await Filed.Case(company, "tina");

        Assert.Equal(["rita", "rob", "roy"], await Told(company, filed, "new-1"));
    }

    [Fact]
    public async Task Whoever_becomes_partial_before_the_message_leaves_gets_none()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "ada");
        await company.Import("people", Company.Directory(("ada", "rita")));

        await company.SendDue();

        Assert.Empty(All(company, "rita"));
        var rita = await company.IdOf("rita");
        var row = await company.Query(db => db.Deliveries.SingleAsync(x => x.Recipient == rita && x.About == filed.Appeal.Id));
        Assert.Equal((DeliveryState.WithheldAtSend, "NotTheirs"), (row.State, row.Code));
        Assert.NotEmpty(All(company, "rob"));
    }

    [Fact]
    public async Task Whoever_is_told_late_of_a_case_that_somebody_took_is_not_told()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "ada");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");

        await company.SendDue();

        Assert.All((string[])["rita", "rob", "ruth"], name => Assert.Empty(All(company, name)));
    }

    [Fact]
    public async Task With_no_independent_reviewer_the_programme_office_is_asked_to_name_one()
    {
        await using var company = await Company.Appealing();
        await company.Import("people", Company.Directory(("rita", "mona"), ("rob", "mona"), ("ruth", "mona"), ("oscar", "ada")));
        var filed = await Filed.Case(company, "ada");

        await company.SendDue();

        Assert.StartsWith("A case has no independent reviewer", Last(company, "olive"), StringComparison.Ordinal);
        Assert.Empty(All(company, "oscar"));
        Assert.Equal(["olive"], await Told(company, filed, "unassigned-1"));
        Assert.NotNull((await Filed.Does(company, filed, new AppealEvent.Name(await company.IdOf("colleague1")), "olive")).Appeal);
        await company.SendDue();
        Assert.StartsWith("A case is yours", Last(company, "colleague1"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_reaches_the_person_and_the_answer_its_reviewer(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var filed = await Filed.Case(company, "ada");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        await Filed.Does(company, filed, new AppealEvent.Ask(), "rita", "Which editor was it?");

        await company.SendDue();

        Assert.Equal(
            """
            A question about your appeal
            A reviewer looks at A-7K3QX and would like to know:
            Which editor was it?
            Please answer by Mon 30 Nov. Please write no medical details. Without an answer it is decided on what is known by then, by Mon 7 Dec; not answering is not held against you.

            [Answer] [My appeals]
            """.ReplaceLineEndings("\n"),
            Last(company, "ada"));
        await Filed.Does(company, filed, new AppealEvent.Answer(), "ada", "Vim.");
        await company.SendDue();
        Assert.StartsWith("There is news in your case\nA-7K3QX", Last(company, "rita"), StringComparison.Ordinal);
        Assert.DoesNotContain("Vim", Last(company, "rita"), StringComparison.Ordinal);

        await Filed.Does(company, filed, new AppealEvent.HandOver(await company.IdOf("rob")), "rita");
        await company.SendDue();
        Assert.StartsWith("A case is yours", Last(company, "rob"), StringComparison.Ordinal);

        await Filed.Does(company, filed, new AppealEvent.Withdraw(), "ada");
        await company.SendDue();
        Assert.StartsWith("A case was taken back", Last(company, "rob"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_ruling_reaches_the_person_with_reasons_and_ends_the_freeze_when_it_is_sent(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var tess = company.Talker("tess");
        var earlier = (await Web(company, "tess", "what's my score")).Number;
        await Web(company, "tess", "hello");
        var filed = await Filed.Case(company, "tess");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        (await tess.Says("what's my score")).Begins("Under review since Mon 23 Nov");

        await Rule(company, filed, "rita", Credit());
        (await tess.Says("what's my score")).Begins("Under review since Mon 23 Nov");
        await company.SendDue();

        var told = Last(company, "tess");
        Assert.StartsWith("Your appeal is upheld\nA-7K3QX, about your score for Q4 2026. Decided on Mon 23 Nov. It holds from then on", told, StringComparison.Ordinal);
        Assert.Contains($"5–9 Oct: upheld\nWhy: {Why}\n→ 5–9 Oct count as regular use of GitHub Copilot", told, StringComparison.Ordinal);
        Assert.Contains("GitHub Copilot, 5–9 Oct (5 days): not measurable: your editor sends no usage data", told, StringComparison.Ordinal);
        Assert.Contains("Ask for it by Wed 23 Dec.", told, StringComparison.Ordinal);
        Assert.Matches("That is: (light|heavy)\\.", told);
        Assert.EndsWith("[Old and new] [Ask for the second level] [My appeals]", told, StringComparison.Ordinal);
        Assert.Matches("^(Light|Heavy): ", (await tess.Says("what's my score")).Text);
        var row = await company.Query(db => db.Deliveries.SingleAsync(x => x.Kind == "appeal"));
        Assert.Equal(DeliveryState.Sent, row.State);
        Assert.True(await company.Query(db => db.ScoreSheets.AnyAsync(x => x.Id == row.About && x.ReplacedAt == null)));
        var token = await company.Query(db => db.ActionTokens.SingleAsync(x => x.Verb == "appeal.escalate"));
        Assert.Equal((filed.Appeal.Id.ToString("N"), 3, filed.Appeal.Person), (token.Object, token.Version, token.Person));

        await company.SendDue();
        var posted = company.Parts.GetRequiredService<Transcripts>().Of("tess@example.com").Single(x => x.Number == earlier);
        Assert.StartsWith("This was corrected\nWhat stood here told your score for Q4 2026. On Mon 23 Nov your appeal A-7K3QX was decided", CardText.Render(posted.Card!), StringComparison.Ordinal);
        Assert.Equal(1, await company.Query(db => db.Deliveries.CountAsync(x => x.Kind == "posted" && x.State == DeliveryState.Sent)));
    }

    [Fact]
    public async Task A_ruling_that_was_escalated_before_it_could_be_told_is_told_without_the_tier()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "tess");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        await Rule(company, filed, "rita", Credit());
        await Filed.Does(company, filed, new AppealEvent.Escalate(), "tess");

        await company.SendDue();

        var told = Last(company, "tess");
        Assert.StartsWith("Your appeal is upheld", told, StringComparison.Ordinal);
        Assert.Contains("The tier stays under review", told, StringComparison.Ordinal);
        Assert.DoesNotContain("light", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("[Ask for the second level]", told, StringComparison.Ordinal);
        (await company.Talker("tess").Says("what's my score")).Begins("Under review since Mon 23 Nov");
        Assert.DoesNotContain("rita", await Told(company, filed, "new-2"));
        Assert.Equal(["roy"], (await Told(company, filed, "new-2")).Except(["rob", "ruth"]));
    }

    [Fact]
    public async Task Another_open_appeal_keeps_the_tier_out_of_a_ruling_even_when_it_comes_between_making_and_leaving()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "tess");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        await Rule(company, filed, "rita", Credit());
        var due = (await company.Parts.GetRequiredService<ChatBot.Deliveries.OutboxRows>().Claim(10, default)).Single(x => x.Key.Kind == "appeal");
        await using var scope = company.Parts.CreateAsyncScope();
        var made = Assert.IsType<ChatBot.Deliveries.Making.Ready>(
            await scope.ServiceProvider.GetRequiredService<MakeAppealNews>().Make(new(due.Key, due.About, 1, company.Now), default));
        Assert.NotNull(made.StatedSheet);

        await Filed.Case(company, "tess", Ground.Other, "A-22222");

        Assert.False(await company.Parts.GetRequiredService<ChatBot.Deliveries.OutboxRows>().Leave(due, "Web", made.StatedSheet, scope.ServiceProvider.GetRequiredService<TurnEffects>(), default));
        var again = Assert.IsType<ChatBot.Deliveries.Making.Ready>(await company.Make<MakeAppealNews>(new(due.Key, due.About, 1, company.Now)));
        Assert.Null(again.StatedSheet);
        Assert.Null(Assert.IsType<RulingCard>(again.Card.Data).Verdict);
        Assert.Empty(await company.Query(db => db.ActionTokens.Where(x => x.Verb == "appeal.escalate").ToListAsync()));
    }

    [Fact]
    public async Task Declining_leave_asks_a_second_reviewer_and_tells_the_first_what_they_say()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "ada", Ground.Leave);
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");

        await Rule(company, filed, "rita");
        await SendAll(company);

        Assert.Empty(All(company, "ada"));
        Assert.StartsWith("A ruling needs a second reviewer", Last(company, "rob"), StringComparison.Ordinal);
        Assert.StartsWith("A ruling needs a second reviewer", Last(company, "ruth"), StringComparison.Ordinal);
        Assert.Empty(All(company, "roy"));
        await Filed.Does(company, filed, new AppealEvent.Disagree(), "rob");
        await SendAll(company);
        Assert.StartsWith("The second reviewer does not agree", Last(company, "rita"), StringComparison.Ordinal);
        await Rule(company, filed, "rita");
        await Filed.Does(company, filed, new AppealEvent.Agree(), "ruth");
        await SendAll(company);
        Assert.StartsWith("Your appeal is declined", Last(company, "ada"), StringComparison.Ordinal);
        Assert.Contains("Two people decided", Last(company, "ada"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_copy_says_so_and_names_the_same_case()
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "ada");
        var key = NumberedStep.Key(filed.Appeal, NewsStep.New, 1, await company.IdOf("rita"));

        var made = Assert.IsType<ChatBot.Deliveries.Making.Ready>(await company.Make<MakeCaseNews>(new(key, filed.Appeal.Id, 2, company.Now)));

        Assert.Contains("This is the same as before, A-7K3QX", CardText.Render(company.Parts.GetRequiredService<CardTemplates>()[made.Card.Template].Expand(made.Card.Data)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_written_to_at_night_or_on_a_day_off()
    {
        await using var company = await Company.Appealing("2026-11-22");
        await Filed.Case(company, "ada");

        await company.SendDue();

        Assert.Empty(All(company, "rita"));
        Assert.All(await company.Query(db => db.Deliveries.Where(x => x.Kind == "case").Select(x => x.DueAt).ToListAsync()), due => Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), due));
    }

    /// <summary>A worker takes one of each recipient at a time.</summary>
    private static async Task SendAll(Company company)
    {
        while (await company.Query(db => db.Deliveries.AnyAsync(x => x.State == DeliveryState.Planned && x.DueAt <= company.Now)))
        {
            await company.SendDue();
        }
    }

    private static Correction.CreditDays Credit() => new(new DateSpan(new(2026, 10, 5), new(2026, 10, 9)), Tool.Copilot, "regular");

    private static async Task Rule(Company company, Case filed, string reviewer, params Correction[] corrections)
    {
        var part = new PartRuling(0, corrections.Length > 0 ? Outcome.Upheld : Outcome.Declined, Why, corrections);
        var applied = await Filed.Does(company, filed, new AppealEvent.Rule([part], company.Parts.GetRequiredService<Rubric>()), reviewer);
        Assert.Null(applied.Refusal);
    }

    private static async Task<IReadOnlyList<string>> Told(Company company, Case filed, string step) => await company.Query(db => (
        from delivery in db.Deliveries
        where delivery.Kind == "case" && delivery.Period == $"{filed.Appeal.Id:N}:{step}"
        join person in db.People on delivery.Recipient equals person.Id
        orderby person.Email
        select person.Email.Replace("@example.com", string.Empty)).ToListAsync());

    private static IReadOnlyList<Entry> All(Company company, string name) => company.Parts.GetRequiredService<Transcripts>().Of($"{name}@example.com");

    private static string Last(Company company, string name) => CardText.Render(All(company, name)[^1].Card!).TrimEnd('\n');

    private static async Task<Entry> Web(Company company, string name, string text) =>
        (await company.Parts.GetRequiredService<WebTurns>().Take(new WebEvent($"{name}@example.com", TurnKind.Typed, text, null, [], null), default)).Entries[^1];
}
