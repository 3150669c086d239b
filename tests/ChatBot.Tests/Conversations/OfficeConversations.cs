using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Features.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>What the programme office says and presses about appeals, with the bot's very words, and what becomes of it.</summary>
public sealed class OfficeConversations
{
    private const string Reason = "Copilot's own report says that the editors of this team sent nothing in these two weeks.";

    [Theory, OnSqlite, OnPostgres]
    internal async Task Findings_then_the_form_then_everybody_is_corrected_and_told(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        await Propose(company);
        var olive = company.Talker("olive");
        var before = await Score(company, "tom");

        (await olive.Says("findings")).Gets(
            """
            The same gap in others
            An upheld appeal showed that GitHub Copilot was in use on 5–16 Oct and could not be counted: the editor's telemetry was off.
            Others with the same gap on the same days: fewer than 10 people.
            Proposed for each of them: those days count in Q4 2026, at the level of their own other days.
            Nothing is corrected until somebody who did not rule on the appeal approves it. I show no names; everybody corrected gets a message.

            [Approve…] [Dismiss…]
            """);

        (await olive.Presses("Approve…")).Gets(
            """
            Correct them all
            GitHub Copilot, 5–16 Oct: the editor's telemetry was off. Others with the same gap: fewer than 10 people.
            Those days count for each of them, their scores are made anew, and each gets a message. It cannot be taken back for all at once.

            Why, in at least 40 characters*: ____

            The reason is kept with the decision. Please name nobody in it.

            [Correct them all]
            """);

        (await olive.Presses("Correct them all", ("reason", "Looks right to me."))).Gets(
            """
            Correct them all
            GitHub Copilot, 5–16 Oct: the editor's telemetry was off. Others with the same gap: fewer than 10 people.
            Those days count for each of them, their scores are made anew, and each gets a message. It cannot be taken back for all at once.
            That reason is too short: please write at least 40 characters. Nothing is changed yet.

            Why, in at least 40 characters*: Looks right to me.

            The reason is kept with the decision. Please name nobody in it.

            [Correct them all]
            """);
        Assert.Equal(1, await company.Query(db => db.Corrections.Select(x => x.Person).Distinct().CountAsync()));

        (await olive.Presses("Correct them all", ("reason", Reason))).Gets(
            """
            The same gap in others
            Done, for fewer than 10 people. Each of them will read it in a message, with the way to contest it.
            Nothing waits for you.

            [Appeal statistics]
            """);

        var finding = await company.Query(db => db.Findings.AsNoTracking().SingleAsync());
        Assert.Equal((FindingState.Approved, Reason), (finding.State, finding.Why));
        foreach (var name in (string[])["tom", "tina"])
        {
            var person = await company.IdOf(name);
            Assert.True(await Score(company, name) != before || name == "tina");
            Assert.Equal(1, await company.Query(db => db.Deliveries.CountAsync(x => x.Kind == AppealKinds.Correction && x.Recipient == person && x.About == finding.Id)));
            Assert.Equal(1, await Records(company, person, await company.IdOf("olive")));
            Assert.IsType<Correction.CreditDays>(Assert.Single(await company.Query(db => Corrections.Of(db, person, default))));
        }

        (await olive.Says("same gap")).Gets(
            """
            The same gap in others
            Nothing waits for you.

            [Appeal statistics]
            """);
    }

    [Fact]
    public async Task Who_is_corrected_reads_what_was_wrong_which_days_and_both_scores()
    {
        await using var company = await Company.Appealing();
        await Approve(company, "olive");
        var tom = await company.IdOf("tom");
        var finding = await company.Query(db => db.Findings.Select(x => x.Id).SingleAsync());

        var made = Assert.IsType<Making.Ready>(await company.Make<MakeCorrection>(new DueDelivery(new DeliveryKey(AppealKinds.Correction, tom, finding.ToString("N")), finding, 1, company.Now)));

        var card = Assert.IsType<CorrectionCard>(made.Card.Data);
        Assert.Equal(("10 days", "5–16 Oct as regular use"), (card.Days, Assert.Single(card.Credited)));
        Assert.NotNull(card.Old);
        Assert.NotEqual(card.Old, card.New);
        Assert.Equal(await company.Query(db => db.ScoreSheets.Where(x => x.Person == tom && x.Quarter == "2026-Q4" && x.ReplacedAt == null).Select(x => x.Id).SingleAsync()), made.StatedSheet);
        Assert.Equal(finding.ToString("D"), await company.Query(db => db.ScoreSheets.Where(x => x.Person == tom && x.Quarter == "2026-Q4" && x.ReplacedAt != null).Select(x => x.ReplacedWhy).SingleAsync()));
    }

    [Fact]
    public async Task The_sheets_are_computed_together_before_the_messages_are_due()
    {
        await using var company = await Company.Appealing();
        await Approve(company, "oscar");
        Assert.All(await company.Query(db => db.Deliveries.Where(x => x.Kind == AppealKinds.Correction).Select(x => x.DueAt).ToListAsync()), due => Assert.Equal(company.Now.AddMinutes(10), due));
        Assert.NotEqual(0, await company.Query(db => db.StaleSheets.CountAsync(x => x.Quarter == "2026-Q4")));

        await company.Parts.GetRequiredService<LookForOthers>().Run(default);

        Assert.Equal(0, await company.Query(db => db.StaleSheets.CountAsync(x => x.Quarter == "2026-Q4")));
    }

    [Fact]
    public async Task Who_has_an_appeal_of_their_own_open_is_corrected_too_and_told_no_verdict()
    {
        await using var company = await Company.Appealing();
        await Propose(company);
        var tina = await company.IdOf("tina");
        await UpheldCase.File(company.Parts, tina, new(2026, 4), company.Now);
        await Decide(company, "olive");
        var finding = await company.Query(db => db.Findings.Select(x => x.Id).SingleAsync());

        var made = Assert.IsType<Making.Ready>(await company.Make<MakeCorrection>(new DueDelivery(new DeliveryKey(AppealKinds.Correction, tina, finding.ToString("N")), finding, 1, company.Now)));

        Assert.True(Assert.IsType<CorrectionCard>(made.Card.Data).UnderReview);
        Assert.Null(made.StatedSheet);
        Assert.NotEmpty(await company.Query(db => Corrections.Of(db, tina, default)));
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task Of_two_who_approve_at_once_one_does_and_the_other_is_told(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        await Propose(company);
        var talkers = new[] { company.Talker("olive"), company.Talker("oscar") };
        foreach (var talker in talkers)
        {
            await talker.Says("findings");
            await talker.Presses("Approve…");
        }

        var heard = await Task.WhenAll(talkers.Select(talker => Task.Run(() => talker.Presses("Correct them all", ("reason", Reason)))));

        Assert.Single(heard, one => one.Text.Contains("Done, for fewer than 10 people.", StringComparison.Ordinal));
        Assert.Single(heard, one => one.Text.Contains("That one has moved on, so I changed nothing.", StringComparison.Ordinal));
        Assert.Equal(3, await company.Query(db => db.Corrections.CountAsync()));
        Assert.Equal(2, await company.Query(db => db.Deliveries.CountAsync(x => x.Kind == AppealKinds.Correction)));
        Assert.Equal(2, await company.Query(db => db.AccessRecords.CountAsync(x => x.What == "correction")));
    }

    [Fact]
    public async Task Who_no_longer_has_the_gap_is_left_out_and_counted()
    {
        await using var company = await Company.Appealing();
        await Propose(company);
        var tina = await company.IdOf("tina");
        await company.Import("leave", "email,from,to\ntina@example.com,2026-10-05,2026-10-16\n");
        var olive = company.Talker("olive");
        await olive.Says("findings");
        await olive.Presses("Approve…");

        var heard = await olive.Presses("Correct them all", ("reason", Reason));

        Assert.Contains("Left out, because their data has changed since: fewer than 10 people.", heard.Text, StringComparison.Ordinal);
        Assert.Empty(await company.Query(db => Corrections.Of(db, tina, default)));
        Assert.Single(await company.Query(db => Corrections.Of(db, company.IdOf("tom").Result, default)));
    }

    [Fact]
    public async Task Dismissed_corrects_nobody_and_the_second_press_says_so()
    {
        await using var company = await Company.Appealing();
        await Propose(company);
        var (olive, oscar) = (company.Talker("olive"), company.Talker("oscar"));
        await oscar.Says("findings");
        await oscar.Presses("Approve…");
        await olive.Says("findings");
        await olive.Presses("Dismiss…");

        (await olive.Presses("Dismiss", ("reason", Reason))).Gets(
            """
            The same gap in others
            Done: it is dismissed, and nobody is corrected by it. Each of them can still appeal.
            Nothing waits for you.

            [Appeal statistics]
            """);
        (await oscar.Presses("Correct them all", ("reason", Reason))).Gets(
            """
            The same gap in others
            That one has moved on, so I changed nothing. This is how it stands now.
            Nothing waits for you.

            [Appeal statistics]
            """);
        Assert.Equal(FindingState.Dismissed, await company.Query(db => db.Findings.Select(x => x.State).SingleAsync()));
        Assert.Equal(1, await company.Query(db => db.Corrections.Select(x => x.Person).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Who_is_not_of_the_office_or_is_among_those_found_learns_nothing()
    {
        await using var company = await Company.Appealing();
        await company.Write(db => db.People.Where(x => x.Email == "tom@example.com").ExecuteUpdateAsync(set => set.SetProperty(x => x.Roles, "programme-office")));
        await Propose(company);
        var finding = (await company.Query(db => db.Findings.Select(x => x.Id).SingleAsync())).ToString("N");
        var closed =
            """
            For the programme office
            That is for the people who run the programme, and they see counts there, not names. What is yours is a press away.

            [My score] [My appeals]
            """;

        foreach (var name in (string[])["ada", "tess", "petra", "rob", "mona"])
        {
            (await company.Talker(name).Says("findings")).Gets(closed);
            (await company.Talker(name).Says("appeal statistics")).Gets(closed);
            (await company.Talker(name).PressesHostile("finding.approveform", new(StringComparer.Ordinal) { ["finding"] = finding })).Gets(closed);
        }

        var nothing =
            """
            The same gap in others
            That one has moved on, so I changed nothing. This is how it stands now.
            Nothing waits for you.
            Something waits that you have no part in: the others of the programme office see it.

            [Appeal statistics]
            """;
        foreach (var named in (string[])[finding, Guid.Empty.ToString("N"), "x' or 1=1", string.Empty])
        {
            (await company.Talker("tom").PressesHostile("finding.approveform", new(StringComparer.Ordinal) { ["finding"] = named })).Gets(nothing);
        }

        (await company.Talker("tom").PressesHostile("finding.approve", new(StringComparer.Ordinal) { ["finding"] = finding, ["reason"] = Reason })).Begins("That button is used up: each works once, for the person it was made for, and for 90 days. Nothing was changed.");
        Assert.Equal(FindingState.Proposed, await company.Query(db => db.Findings.Select(x => x.State).SingleAsync()));
    }

    [Fact]
    public async Task Statistics_of_few_appeals_tell_none()
    {
        await using var company = await Company.Appealing();
        await Propose(company);

        (await company.Talker("oscar").Says("appeal statistics")).Gets(
            """
            Appeals since Sun 23 Nov 2025
            Fewer than 10 were received, so there is nothing to tell that would not tell of somebody.
            No number of fewer than 10 appeals, and none that would tell one. A reviewer whose rulings are changed often may have the hard cases.

            [Same gap in others]
            """);
    }

    [Fact]
    public async Task The_office_is_told_while_it_waits_and_not_any_more_when_it_is_decided()
    {
        await using var company = await Company.Appealing();
        await Propose(company);
        var finding = await company.Query(db => db.Findings.Select(x => x.Id).SingleAsync());
        var due = new DueDelivery(new DeliveryKey(AppealKinds.Finding, await company.IdOf("oscar"), finding.ToString("N")), finding, 1, company.Now);

        Assert.Equal("findings", Assert.IsType<Making.Ready>(await company.Make<MakeFinding>(due)).Card.Template);
        await Decide(company, "olive");

        Assert.IsType<Making.Withheld>(await company.Make<MakeFinding>(due));
    }

    private static async Task Propose(Company company)
    {
        await UpheldCase.Of(company.Parts, company.Store, await company.IdOf("tess"), await company.IdOf("rob"), new(2026, 4), company.Now);
        await company.Parts.GetRequiredService<LookForOthers>().Run(default);
    }

    private static async Task Approve(Company company, string name)
    {
        await Propose(company);
        await Decide(company, name);
    }

    private static async Task Decide(Company company, string name)
    {
        var talker = company.Talker(name);
        await talker.Says("findings");
        await talker.Presses("Approve…");
        (await talker.Presses("Correct them all", ("reason", Reason))).Begins("The same gap in others");
    }

    private static async Task<int> Score(Company company, string name) =>
        (await company.Parts.GetRequiredService<ISheets>().Fresh(await company.IdOf(name), new(2026, 4), new(2026, 11, 23), default)).Sheet.Points;

    private static Task<int> Records(Company company, Guid person, Guid actedBy) => company.Query(db => (
        from record in db.AccessRecords
        join subject in db.Subjects on record.Subject equals subject.Subject
        join actor in db.Subjects on record.Actor equals actor.Subject
        where subject.Person == person && actor.Person == actedBy && record.What == "correction" && record.Purpose == Domain.Access.Purpose.Appeal
        select record).CountAsync());
}
