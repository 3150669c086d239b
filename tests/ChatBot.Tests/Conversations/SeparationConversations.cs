using ChatBot.Domain.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Conversations;

/// <summary>Who may not act on a case, decided at the click from the directory as it is then; and two who act at once.</summary>
public sealed class SeparationConversations
{
    private static readonly string[] Reviewing = ["queue.show", "case.show", "case.ruleform", "case.askform", "case.handoverform", "cases.unassigned"];

    [Fact]
    public async Task Whoever_is_too_close_neither_sees_nor_learns_of_a_case()
    {
        await using var company = await Company.Appealing();
        await company.Import("people", Company.Directory(("ruth", "rita"), ("rob", "ada")));
        var filed = await company.File("ada", "22222", setBy: await company.IdOf("ruth"));

        // The appellant's manager and theirs, a report, somebody of the same team, who set the value, the appellant.
        foreach (var name in (string[])["mona", "max", "rob", "roy", "ruth", "ada"])
        {
            await LearnsNothing(company, name, filed);
        }

        Assert.Contains("A-22222", (await company.Talker("rita").Says("queue")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delegate_has_the_conflicts_of_whom_they_stand_in_for()
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("ada", "22222");
        var (rita, mona) = (await company.IdOf("rita"), await company.IdOf("mona"));
        await company.Write(db =>
        {
            db.StandIns.Add(new StandInRow { Person = rita, ForPerson = mona, FromDay = new(2026, 11, 1), SetBy = "operator", SetAt = company.Now });
            return Task.CompletedTask;
        });

        await LearnsNothing(company, "rita", filed);
    }

    [Fact]
    public async Task The_first_level_and_its_line_have_no_part_in_the_second()
    {
        await using var company = await Company.Appealing();
        var filed = await company.File("ada", "22222");
        var rob = await company.IdOf("rob");
        filed = await company.Happen(filed, new AppealEvent.Escalate(), filed.Appeal.Person, appeal => appeal with
        {
            State = AppealState.Escalated, EscalatedAt = company.Now, FirstReviewers = [rob],
        });

        await LearnsNothing(company, "rob", filed);
        await LearnsNothing(company, "ruth", filed);
        Assert.Contains("A-22222 · free, second level", (await company.Talker("rita").Says("queue")).Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task Who_becomes_the_appellants_manager_after_taking_the_case_cannot_decide_it(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var filed = await company.File("tess", "22222");
        var rita = company.Talker("rita");
        await rita.Says("claim A-22222");
        await rita.Presses("Take this case (A-22222)");
        await rita.Presses("Decide");
        await company.Import("people", Company.Directory(("tess", "rita")));

        var told = await rita.Presses("Decide", ("outcome0", "upheld"), ("fix0", "proposal"), ("reason0", "GitHub reported for these days that telemetry was switched off in the editor."));

        told.Begins("There is no case by that name that you can open.");
        Assert.Empty((await company.Now(filed)).Appeal.Rulings);
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task Two_who_take_a_case_at_once_are_one_who_has_it_and_one_who_is_told(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var filed = await company.File("tess", "22222");
        var talkers = new[] { company.Talker("rita"), company.Talker("rob"), company.Talker("ruth") };
        foreach (var talker in talkers)
        {
            await talker.Says("claim A-22222");
        }

        var told = await Task.WhenAll(talkers.Select(talker => Task.Run(() => talker.Presses("Take this case (A-22222)"))));

        Assert.Equal(2, (await company.Now(filed)).Version);
        Assert.Equal(1, told.Count(heard => heard.Text.Contains("You have it now.", StringComparison.Ordinal)));
        Assert.Equal(2, told.Count(heard => heard.Text.Contains("Another reviewer has it.", StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task Two_rulings_at_once_are_one_ruling_and_one_set_of_corrections(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var filed = await company.File("tess", "22222");
        var talkers = new[] { company.Talker("rita"), company.Talker("rita") };
        await talkers[0].Says("claim A-22222");
        await talkers[0].Presses("Take this case (A-22222)");
        foreach (var talker in talkers)
        {
            await talker.Says("open A-22222");
            await talker.Presses("Decide");
        }

        var told = await Task.WhenAll(talkers.Select(talker => Task.Run(() => talker.Presses(
            "Decide", ("outcome0", "upheld"), ("fix0", "proposal"), ("reason0", "GitHub reported for these days that telemetry was switched off in the editor.")))));

        Assert.Single((await company.Now(filed)).Appeal.Rulings);
        Assert.Single(await company.Query(db => Corrections.Of(db, filed.Appeal.Person, default)));
        Assert.Equal(1, await company.Query(db => db.Deliveries.CountAsync(x => x.Kind == "appeal" && x.Recipient == filed.Appeal.Person)));
        Assert.Equal(1, told.Count(heard => heard.Text.Contains("It is decided: the person is told", StringComparison.Ordinal)));
    }

    /// <summary>The queue, every form and every command with a guessed reference answer as they do for a case that does not exist.</summary>
    private static async Task LearnsNothing(Company company, string name, Case filed)
    {
        var talker = company.Talker(name);
        foreach (var command in Reviewing)
        {
            var guessed = await talker.PressesHostile(command, new() { ["case"] = filed.Reference });
            Assert.Equal((await talker.PressesHostile(command, new() { ["case"] = "A-99999" })).Text, guessed.Text);
            Assert.DoesNotContain("22222", guessed.Text, StringComparison.Ordinal);
        }

        await talker.Says($"claim {filed.Reference}");
        var taken = await talker.Presses($"Take this case ({filed.Reference})");
        await talker.Says("claim A-99999");
        Assert.Equal((await talker.Presses("Take this case (A-99999)")).Text, taken.Text);
        Assert.Equal(filed.Version, (await company.Now(filed)).Version);
    }
}
