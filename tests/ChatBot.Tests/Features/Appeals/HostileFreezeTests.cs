using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Appeals;
using ChatBot.Features.Scores;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>From filing until the ruling is told, five working days have passed, or it is taken back: never shorter, never longer, and in no card.</summary>
public sealed partial class HostileFreezeTests(ITestOutputHelper output)
{
    private const string Reason = "The reports of the editor show no work at all on these days of October.";

    /// <summary>What one asks with that only answers about a reference, a form or a number.</summary>
    private static readonly string[] Inputs = ["2026-Q4", "2026-Q3"];

    [Theory, OnSqlite, OnPostgres]
    internal async Task The_store_says_under_review_exactly_while_it_is(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        await CaseTables.Keep(company);
        var (steps, frozen) = (0, 0);
        for (var seed = 0; seed < (kind == Database.Sqlite ? 12 : 4); seed++)
        {
            var walk = await Walk.Begin(company, seed);
            for (var step = 0; step < 14; step++)
            {
                await walk.Step();
                var review = await company.Query(db => Reviews.Of(db, walk.Person, walk.Now, default));
                Assert.True(walk.Since == review.Since, $"Seed {seed}: {walk.Told}: {review.Since}, and {walk.Since} is right at {walk.Now:u}.");
                var all = await company.Query(db => Reviews.All(db, walk.Now, default));
                Assert.Equal(review.Since, all.GetValueOrDefault(walk.Person).Since);
                (steps, frozen) = (steps + 1, frozen + (review.IsOpen ? 1 : 0));
            }

            await CaseTables.Restore(company);
        }

        output.WriteLine($"{steps} steps on {kind}, {frozen} of them under review.");
        Assert.InRange(frozen, steps / 5, kind == Database.Sqlite ? steps - 10 : steps);
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task It_lasts_through_imports_scoring_and_a_restart(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        await Filed.Case(company, "ada");

        await company.Import("people", Company.Directory());
        await company.Import("usage-csv", "email,day,tool,prompts,agent_sessions,review_requests,acceptances,generations,cost_usd\nada@example.com,2026-11-02,copilot,9,2,1,9,,\n");
        await company.Import("leave", "email,from,to\nada@example.com,2026-11-09,2026-11-10\n");
        await Scoring.Nightly(company.Parts, default);
        (await company.Talker("ada").Says("what's my score")).Begins("Under review since Mon 23 Nov");

        await using var later = company.Restarted("2026-11-24T12:00:00Z");
        await Scoring.Nightly(later.Parts, default);
        await later.Talker("ada").Says("help"); // Turns are numbered anew with the service, and the first one's key has been answered.
        (await later.Talker("ada").Says("what's my score")).Begins("Under review since Mon 23 Nov");
        var ada = await later.IdOf("ada");
        var scored = new List<Verdict>();
        await later.Parts.GetRequiredService<RecomputeSheets>().All(new Quarter(2026, 4), new(2026, 11, 24), one =>
        {
            if (one.Inputs.Person.Id == ada)
            {
                scored.Add(one.Verdict);
            }
        }, null, default);
        Assert.Equal(VerdictKind.UnderReview, Assert.Single(scored).Kind);
    }

    [Fact]
    public async Task No_card_that_only_shows_has_a_tier_of_theirs_while_it_is_contested()
    {
        await using var company = await Company.Appealing();
        foreach (var name in (string[])["ada", "grace", "linus"])
        {
            Assert.NotEmpty(await Tiers(company, name)); // So that they are found where they may stand.
        }

        foreach (var (name, reference) in ((string, string)[])[("ada", "A-22222"), ("grace", "A-33333"), ("linus", "A-44444")])
        {
            await Filed.Case(company, name, reference: reference);
        }

        foreach (var name in (string[])["ada", "grace", "linus"])
        {
            Assert.Empty(await Tiers(company, name));
        }

        // To everybody else there was nothing to see before, and there is nothing now: not their manager, not a reviewer's queue, not the programme office.
        foreach (var name in (string[])["mona", "rita", "olive"])
        {
            foreach (var command in (string[])["team.show", "queue.show", "cases.unassigned", "findings.show", "appeals.stats"])
            {
                var said = (await company.Talker(name).PressesHostile(command, [])).Text;
                Assert.DoesNotContain("Lovelace", said, StringComparison.Ordinal);
                Assert.DoesNotContain("Hopper", said, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Wherever a card that only shows, pressed or typed, names a tier as if it were theirs.</summary>
    private static async Task<List<string>> Tiers(Company company, string name)
    {
        var (found, talker) = (new List<string>(), company.Talker(name));
        foreach (var row in company.Parts.GetRequiredService<Phrasebook>().Rows.Where(row => row is { Effect: Effect.Shows, Personal: true }))
        {
            var said = row.Phrases.Take(1).Select(phrase => talker.Says(phrase.TrimStart('='))).Concat(Inputs.Select(quarter => talker.PressesHostile(row.Name, new(StringComparer.Ordinal) { ["quarter"] = quarter })));
            foreach (var one in said)
            {
                found.AddRange((await one).Text.Split('\n').Where(line => Tier().IsMatch(line) && !Rule().IsMatch(line)).Select(line => $"{row.Name}: {line}"));
            }
        }

        return found;
    }

    [GeneratedRegex(@"\b(light|heavy|no use seen)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tier();

    /// <summary>Sentences on what a tier takes, which are the same for everybody, and of days without use.</summary>
    [GeneratedRegex(@"heavy (from|is|needs|takes|starts)|Heavy: |light: everything|of use: light|: no use seen|use on at least|^No use seen\.$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    /// <summary>A person's cases as chance has it, and beside the store what must be true of them.</summary>
    private sealed class Walk(Company company, Random random, Guid person, IReadOnlyDictionary<string, Guid> ids)
    {
        private static readonly Ground[] Grounds = [Ground.NotCaptured, Ground.Other, Ground.Leave];
        private readonly List<(Guid Id, DateTimeOffset? Sent)> cases = [];

        public Guid Person { get; } = person;

        public DateTimeOffset Now { get; private set; } = company.Now;

        public string Told { get; private set; } = string.Empty;

        /// <summary>Since when it must be under review; null: it must not be.</summary>
        public DateTimeOffset? Since { get; private set; }

        public static async Task<Walk> Begin(Company company, int seed)
        {
            var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
            foreach (var name in (string[])["ada", "rita", "rob", "ruth"])
            {
                ids[name] = await company.IdOf(name);
            }

            return new Walk(company, new Random(seed), ids["ada"], ids);
        }

        public async Task Step()
        {
            Now += TimeSpan.FromHours(random.Next(3) == 0 ? random.Next(24 * 9) : random.Next(30));
            if (cases.Count == 0 || (cases.Count < Grounds.Length && random.Next(16) == 0))
            {
                await File();
            }
            else
            {
                await Happen(random.Next(cases.Count));
            }

            await Reckon();
        }

        private async Task File()
        {
            var made = await Filed.Make(company, Person, Grounds[cases.Count], $"A-2222{(cases.Count + 2).ToString(CultureInfo.InvariantCulture)}");
            var filed = made with { Appeal = made.Appeal with { Id = Guid.CreateVersion7(Now), FiledAt = Now } };
            await company.Parts.GetRequiredService<GroupCommit>().Run((db, cancel) => Cases.Add(db, filed, Now, null, cancel), default);
            cases.Add((filed.Appeal.Id, null));
            Told = "filed";
        }

        private async Task Happen(int number)
        {
            var appeal = (await Read(number)).Appeal;
            if (!appeal.IsOpen && appeal.Rulings.Count > 0 && random.Next(2) == 0)
            {
                await Tell(number);
                return;
            }

            var rubric = company.Parts.GetRequiredService<Rubric>();
            var holder = appeal.Reviewer ?? ids["rita"];
            (AppealEvent Happened, Guid? Actor) next = (appeal.State == AppealState.Filed && random.Next(2) == 0 ? 0 : random.Next(11)) switch
            {
                0 or 1 => (new AppealEvent.Claim(), ids[new[] { "rita", "rob", "ruth" }[random.Next(3)]]),
                2 => (new AppealEvent.Ask(), holder),
                3 => (new AppealEvent.Answer(), Person),
                4 => (random.Next(2) == 0 ? new AppealEvent.Withdraw() : new AppealEvent.Add(), Person),
                5 => (new AppealEvent.Escalate(), Person),
                6 => (AppealRules.Due(appeal, Now) ?? new AppealEvent.Close(), null),
                7 => (new AppealEvent.Agree(), ids["ruth"]),
                _ => (new AppealEvent.Rule([new PartRuling(0, Outcome.Declined, Reason, [])], rubric), holder),
            };
            var applied = await Do(number, next.Happened, next.Actor);
            Told = $"{next.Happened.GetType().Name} {applied.Refusal}";
        }

        private async Task<Applied> Do(int number, AppealEvent happened, Guid? actor)
        {
            await using var scope = company.Parts.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<ActOnCase>().Do(await Read(number), happened, new Actor(actor), Now, null, default);
            await company.Parts.GetRequiredService<GroupCommit>().Run(scope.ServiceProvider.GetRequiredService<TurnEffects>().WriteTo, default);
            return applied;
        }

        /// <summary>The message of the last ruling leaves.</summary>
        private async Task Tell(int number)
        {
            var appeal = (await Read(number)).Appeal;
            var (period, now) = (Reviews.Period(appeal.Id, appeal.Rulings[^1].Level), Now);
            var sent = await company.Query(db => db.Deliveries.Where(x => x.Kind == Reviews.Kind && x.Period == period && x.State != DeliveryState.Sent)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, DeliveryState.Sent).SetProperty(x => x.StateAt, now)));
            cases[number] = (appeal.Id, sent == 1 ? Now : cases[number].Sent);
            Told = $"told {sent}";
        }

        private async Task<Case> Read(int number) => (await company.Query(db => Cases.Find(db, cases[number].Id, default)))!;

        /// <summary>What must be true, by the words of the rule and not by its code.</summary>
        private async Task Reckon()
        {
            Since = null;
            for (var number = 0; number < cases.Count; number++)
            {
                var appeal = (await Read(number)).Appeal;
                var ruled = appeal.Rulings.Count > 0 ? appeal.Rulings[^1].At : (DateTimeOffset?)null;
                var isOpen = appeal.State is AppealState.Filed or AppealState.InReview or AppealState.NeedsInfo or AppealState.Escalated;
                var isUntold = appeal.State != AppealState.Withdrawn && ruled is { } at && !(cases[number].Sent >= at) && PassedSince(at) < 5;
                if (isOpen || isUntold)
                {
                    var since = appeal.EscalatedAt is { } escalated && appeal.Rulings.Any(one => one.Level == 1) ? escalated : appeal.FiledAt;
                    Since = Since < since ? Since : since;
                }
            }
        }

        /// <summary>Working days that have begun and ended since.</summary>
        private int PassedSince(DateTimeOffset at)
        {
            var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
            var (from, to) = (Day(at), Day(Now));
            return Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber - 1)).Count(ahead => from.AddDays(ahead).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

            DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, berlin).DateTime);
        }
    }
}
