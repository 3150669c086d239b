using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>Two at once, each with a good button: one does it, the other is told.</summary>
public sealed class HostileRaceTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("CHATBOT_FULL") is { Length: > 0 } ? 5 : 2;

    [Theory, OnSqlite, OnPostgres]
    internal Task Two_rulings_make_one_with_its_corrections_alone(Database kind) => Race(
        kind,
        "Held",
        [new(Who.Holder, "case.rule", Uphold("2026-10-05", "2026-10-06")), new(Who.Holder, "case.rule", Uphold("2026-10-07", "2026-10-09"))],
        async (scene, now) =>
        {
            Assert.Equal(AppealState.Ruled, now.State);
            var corrections = await scene.Company.Query(db => db.Corrections.AsNoTracking().Where(x => x.Cause == now.Id).ToListAsync());
            Assert.Equal(Assert.Single(now.Rulings).Corrections, corrections.Select(x => CorrectionDocument.Read(x.Document)[0]));
            Assert.Equal(1, await scene.Company.Query(db => db.Deliveries.CountAsync(x => x.Kind == Reviews.Kind && x.Period == Reviews.Period(now.Id, 1))));
        });

    [Theory, OnSqlite, OnPostgres]
    internal Task Two_claims_make_one_holder(Database kind) => Race(
        kind, "Filed", [new(Who.Independent, "case.claim"), new(Who.Holder, "case.claim")], (scene, now) =>
        {
            Assert.Contains(now.Reviewer, new Guid?[] { scene.Id(Who.Independent), scene.Id(Who.Holder) });
            Assert.Equal(AppealState.InReview, now.State);
            return Task.CompletedTask;
        });

    [Theory, OnSqlite, OnPostgres]
    internal Task A_claim_and_a_withdrawal_do_not_both_happen(Database kind) => Race(
        kind, "Filed", [new(Who.Independent, "case.claim"), new(Who.Appellant, "appeal.withdraw")], (_, now) =>
        {
            Assert.True(now is { State: AppealState.InReview, Reviewer: not null } or { State: AppealState.Withdrawn, Reviewer: null });
            return Task.CompletedTask;
        });

    [Theory, OnSqlite, OnPostgres]
    internal Task A_ruling_and_a_withdrawal_do_not_both_happen(Database kind) => Race(
        kind, "Held", [new(Who.Holder, "case.rule", Uphold("2026-10-05", "2026-10-09")), new(Who.Appellant, "appeal.withdraw")], async (scene, now) =>
        {
            var corrections = await scene.Company.Query(db => db.Corrections.CountAsync(x => x.Cause == now.Id));
            Assert.True(now is { State: AppealState.Ruled, Rulings.Count: 1 } ? corrections == 1 : now is { State: AppealState.Withdrawn, Rulings.Count: 0 } && corrections == 0);
        });

    [Theory, OnSqlite, OnPostgres]
    internal Task Two_escalations_make_one(Database kind) => Race(
        kind, "Ruled", [new(Who.Appellant, "appeal.escalate"), new(Who.Appellant, "appeal.escalate")], (_, now) =>
        {
            Assert.Equal((AppealState.Escalated, 2), (now.State, now.Level));
            return Task.CompletedTask;
        });

    [Theory, OnSqlite, OnPostgres]
    internal Task A_ruling_and_its_handing_over_do_not_both_happen(Database kind) => Race(
        kind, "Held", [new(Who.Holder, "case.rule", Uphold("2026-10-05", "2026-10-09")), new(Who.Holder, "case.handover", ("reviewer", "@Independent"))], (scene, now) =>
        {
            Assert.True(now is { State: AppealState.Ruled, Rulings.Count: 1 } || (now is { State: AppealState.InReview, Rulings.Count: 0 } && now.Reviewer == scene.Id(Who.Independent)));
            return Task.CompletedTask;
        });

    /// <summary>What somebody presses in the moment in which the clock, on two nodes, moves the case on: whoever is first, it happens once.</summary>
    [Theory]
    [OnSqlite("2026-12-08", "Held", Who.Appellant, "appeal.withdraw", new[] { AppealState.Withdrawn, AppealState.Escalated })]
    [OnPostgres("2026-12-08", "Held", Who.Appellant, "appeal.withdraw", new[] { AppealState.Withdrawn, AppealState.Escalated })]
    [OnSqlite("2026-12-08", "Held", Who.Holder, "case.rule", new[] { AppealState.Escalated })]
    [OnPostgres("2026-12-08", "Held", Who.Holder, "case.rule", new[] { AppealState.Escalated })]
    [OnSqlite("2026-12-08", "Filed", Who.Independent, "case.claim", new[] { AppealState.Escalated })]
    [OnPostgres("2026-12-08", "Filed", Who.Independent, "case.claim", new[] { AppealState.Escalated })]
    [OnSqlite("2026-12-24", "Ruled", Who.Appellant, "appeal.escalate", new[] { AppealState.Closed })]
    [OnPostgres("2026-12-24", "Ruled", Who.Appellant, "appeal.escalate", new[] { AppealState.Closed })]
    internal async Task The_clock_and_people_do_not_both_move_a_case(Database kind, string day, string name, Who who, string verb, AppealState[] ends)
    {
        await using var scene = await HostileScene.Make(kind);
        await CaseTables.Keep(scene.Company);
        await using var later = scene.Restarted(day + "T09:00:00Z");
        for (var round = 0; round < Rounds; round++)
        {
            var of = later.Of(name);
            var inputs = Uphold("2026-10-05", "2026-10-09").ToDictionary(one => one.Id, one => one.Value, StringComparer.Ordinal);
            inputs["token"] = await later.Token(later.Id(who), verb, of.Object, of.Version);
            using var start = new Barrier(3);
            var clocks = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                start.SignalAndWait();
                await later.Company.Parts.GetRequiredService<RunClocks>().Run(default);
            })).ToList();
            var press = Task.Run(async () =>
            {
                start.SignalAndWait();
                await later.Talker(who).PressesHostile(verb, inputs);
            });
            await Task.WhenAll([.. clocks, press]);
            await later.Company.Parts.GetRequiredService<RunClocks>().Run(default); // Where the clock was overtaken it comes back.

            var now = (await later.Company.Query(db => Cases.Find(db, Guid.ParseExact(of.Object, "N"), default)))!;
            Assert.Contains(now.Appeal.State, ends);
            Assert.Equal(of.Version + 1, now.Version);
            Assert.Equal(now.Version, await later.Company.Query(db => db.AppealEvents.CountAsync(x => x.Appeal == now.Appeal.Id)));
            Assert.Equal(name == "Ruled" ? 1 : 0, now.Appeal.Rulings.Count);
            await CaseTables.Restore(later.Company);
        }
    }

    private static (string Id, string Value)[] Uphold(string from, string to) =>
        [("outcome0", "upheld"), ("reason0", HostileScene.Reason), ("fix0", "exclude"), ("from0", from), ("to0", to)];

    private static async Task Race(Database kind, string name, Press[] presses, Func<HostileScene, Appeal, Task> holds)
    {
        await using var scene = await HostileScene.Make(kind);
        await CaseTables.Keep(scene.Company);
        for (var round = 0; round < Rounds; round++)
        {
            var of = scene.Of(name);
            var buttons = new List<(Press Press, Dictionary<string, string> Inputs)>();
            foreach (var press in presses)
            {
                var inputs = press.Form.ToDictionary(one => one.Id, one => one.Value.StartsWith('@') ? scene.Id(Enum.Parse<Who>(one.Value[1..])).ToString("N") : one.Value, StringComparer.Ordinal);
                inputs["token"] = await scene.Token(scene.Id(press.Who), press.Verb, of.Object, of.Version);
                buttons.Add((press, inputs));
            }

            using var start = new Barrier(buttons.Count);
            var said = await Task.WhenAll(buttons.Select(one => Task.Run(async () =>
            {
                start.SignalAndWait();
                return (await scene.Talker(one.Press.Who).PressesHostile(one.Press.Verb, one.Inputs)).Text;
            })));

            var now = (await scene.Company.Query(db => Cases.Find(db, Guid.ParseExact(of.Object, "N"), default)))!;
            Assert.Equal(of.Version + 1, now.Version);
            Assert.Equal(now.Version, await scene.Company.Query(db => db.AppealEvents.CountAsync(x => x.Appeal == now.Appeal.Id)));
            await holds(scene, now.Appeal);
            Assert.True(said.Count(IsTold) == presses.Length - 1, string.Join("\n------\n", said));
            await CaseTables.Restore(scene.Company);
        }
    }

    private static bool IsTold(string said) => new[] { "moved on", "Another reviewer has it", "I changed nothing", "I did nothing", "nothing was decided", "nothing was changed" }
        .Any(words => said.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>A good button that somebody presses.</summary>
    private sealed record Press(Who Who, string Verb, params (string Id, string Value)[] Form);
}
