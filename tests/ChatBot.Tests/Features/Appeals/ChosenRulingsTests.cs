using System.Globalization;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Appeals;
using ChatBot.Tests.Goldens;
using Xunit;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>Whatever a form brings, what comes of it is a ruling that the rules allow or a refusal.</summary>
public sealed class ChosenRulingsTests
{
    private const int Seed = 20260401;
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly string Reason = new('y', RulingCheck.ReasonLength);
    private static readonly string[] Names = ["outcome", "reason", "fix", "from", "to", "until", "area", "days"];

    private static readonly Dictionary<string, string[]> Likely = new(StringComparer.Ordinal)
    {
        ["outcome"] = ["upheld", "partly", "declined"],
        ["reason"] = [Reason, Reason + CardStates.Hostile],
        ["fix"] = ["exclude", "credit:copilot:light", "credit:claude-code:regular", "proposal", "account", "account:7", "notmine:3", "exempt", "workarea", "pattern"],
        ["from"] = ["", "2026-10-05", "2026-10-07", "2026-11-20"],
        ["to"] = ["", "2026-10-09", "2026-10-16", "2026-11-27"],
        ["until"] = ["2026-12-31", "2027-11-24"],
        ["area"] = ["Payments", CardStates.Hostile],
        ["days"] = ["Mon-Thu", "Mon;Tue;Fri", "Mon,Wed"],
    };

    private static readonly string[] Hostile =
    [
        "", " ", "UPHELD", "credit", "credit:", "credit:copilot", "credit:copilot:light:light", "credit:cursor:light", "credit:copilot:heavy", "account:8", "account:-7", "account:+7", "account: 7", "account:99999999999", "notmine:7",
        "notmine", "exempt:", "0001-01-01", "9999-12-31", "2026-02-30", "2026-10-5", "05.10.2026", "2028-01-01", "\0", "\ud800", "\u202E\u200B", "Mon-", "Sun-Mon-Sun", ";;;;", "' or '1'='1", new string(' ', 60), new string('x', 2_001),
        new string(':', 10_000), new string('9', 10_000), new string('\u0301', 500), CardStates.Hostile,
    ];

    [Fact]
    public void Ten_thousand_hostile_forms_throw_nothing_and_what_is_accepted_is_a_ruling()
    {
        var (random, accepted, refused) = (new Random(Seed), new HashSet<Type>(), new HashSet<ChoiceProblem>());
        for (var form = 0; form < 10_000; form++)
        {
            var terms = Terms(random.Next(1, 4));
            var (inputs, withReasons) = (Inputs(random, terms.Appeal.Parts.Count), random.Next(3) > 0);
            var chosen = ChosenRulings.Read(inputs, terms, withReasons);
            var said = string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, form {form}");
            if (chosen.Refusal is { } refusal)
            {
                refused.Add(refusal.Problem);
                Assert.True(chosen.Parts.Count == 0 && refusal.Part < terms.Appeal.Parts.Count, said);
                Assert.NotEmpty(ChoiceWords.Of(refusal, terms.Appeal.Parts.Count, Parts.Wording));
                continue;
            }

            var parts = withReasons ? chosen.Parts : [.. chosen.Parts.Select(part => part with { Reason = Reason })];
            Assert.True(RulingCheck.Of(terms.Appeal, parts, terms.Rubric, terms.Today) is null, said);
            foreach (var correction in parts.SelectMany(part => part.Corrections))
            {
                accepted.Add(correction.GetType());
                Assert.True(correction is not Correction.RemapAccount remap || (remap.Owner is null ? terms.Owned : terms.Gains).Contains(remap.Account), said);
            }
        }

        Assert.Equal(6, accepted.Count);
        Assert.Equal(Enum.GetValues<ChoiceProblem>().Order(), refused.Order());
    }

    [Fact]
    public void Three_hundred_parts_are_each_ruled_and_one_that_is_missing_is_named()
    {
        var terms = Terms(300);
        var inputs = Enumerable.Range(0, 300).SelectMany(part => new[] { ("outcome", "upheld"), ("reason", Reason), ("fix", "exclude") }
            .Select(input => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"{input.Item1}{part}"), input.Item2))).ToDictionary(StringComparer.Ordinal);

        var chosen = ChosenRulings.Read(inputs, terms, withReasons: true);
        Assert.Null(chosen.Refusal);
        Assert.Equal(Enumerable.Range(0, 300), chosen.Parts.Select(part => part.Part));
        Assert.Null(RulingCheck.Of(terms.Appeal, chosen.Parts, terms.Rubric, terms.Today));

        inputs.Remove("outcome299");
        Assert.Equal(new ChoiceRefusal(299, ChoiceProblem.OutcomeMissing), ChosenRulings.Read(inputs, terms, withReasons: true).Refusal);
    }

    /// <summary>A form of which most fields are right, some hostile and some missing.</summary>
    private static Dictionary<string, string> Inputs(Random random, int parts)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var odd = random.Next(3) * 8;
        for (var part = -1; part <= parts; part++)
        {
            foreach (var name in Names)
            {
                var dice = random.Next(100);
                if (dice >= odd / 2)
                {
                    inputs[string.Create(CultureInfo.InvariantCulture, $"{name}{part}")] = dice < odd ? Hostile[random.Next(Hostile.Length)] : Likely[name][random.Next(Likely[name].Length)];
                }
            }
        }

        return inputs;
    }

    /// <summary>A case whose parts are, in turn, of a tool, of the days as such, and still to come.</summary>
    private static RulingTerms Terms(int count)
    {
        AppealPart[] kinds = [new(new(2026, 10, 5), new(2026, 10, 16), Tool.Copilot), new(new(2026, 10, 5), new(2026, 11, 27)), new(new(2026, 11, 24), new(2026, 11, 27))];
        var appeal = new Appeal
        {
            Id = Guid.AllBitsSet,
            Person = Guid.Empty,
            Quarter = new Quarter(2026, 4),
            Ground = Ground.Other,
            Parts = [.. Enumerable.Range(0, count).Select(part => kinds[part % kinds.Length])],
            FiledAt = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal), new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)),
        };
        var proposal = new Proposal(new Correction.CreditDays(new DateSpan(new(2026, 10, 5), new(2026, 10, 16)), Tool.Copilot, "regular"), Domain.Usage.Reason.TelemetryOff, [new(2026, 10, 5)]);
        return new RulingTerms(appeal, Parts.Rubric, Today, [Tool.Copilot, Tool.ClaudeCode], [.. appeal.Parts.Select((_, part) => part % kinds.Length == 0 ? new[] { proposal } : [])], [7], [3]);
    }
}
