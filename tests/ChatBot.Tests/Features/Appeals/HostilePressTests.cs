using ChatBot.Domain.Appeals;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>Every changing button about a case, pressed by everybody, with everything that is wrong about its data.</summary>
public sealed class HostilePressTests(ITestOutputHelper output)
{
    private static readonly Who[] Everybody = Enum.GetValues<Who>();
    private static readonly Who[] Nobody = [];

    /// <summary>
    /// The changing commands: which case they are pressed about, who may do it with a good button, and who may know that the case is there. Whoever is in
    /// neither list gets what they would get for a case that does not exist.
    /// </summary>
    private static readonly Verb[] Verbs =
    [
        // Command             Case        May do it                          May know of it
        new("appeal.file",     "",         [.. Everybody.SkipLast(1)],        Everybody,                       ("ground", "7"), ("text", "Take me off.")),
        new("appeal.add",      "Held",     [Who.Appellant],                   [Who.Appellant],                 ("text", "One thing more.")),
        new("appeal.answer",   "Asked",    [Who.Appellant],                   [Who.Appellant],                 ("text", "It was the other machine.")),
        new("appeal.withdraw", "Held",     [Who.Appellant],                   [Who.Appellant]),
        new("appeal.escalate", "Ruled",    [Who.Appellant],                   [Who.Appellant]),
        new("case.claim",      "Filed",    [Who.Independent, Who.Holder],     [Who.Independent, Who.Holder]),
        new("case.release",    "Held",     [Who.Holder],                      [Who.Independent, Who.Holder]),
        new("case.handover",   "Held",     [Who.Holder],                      [Who.Independent, Who.Holder],   ("reviewer", "@Independent")),
        new("case.ask",        "Held",     [Who.Holder],                      [Who.Independent, Who.Holder],   ("question", "Which machine was it?")),
        new("case.rule",       "Held",     [Who.Holder],                      [Who.Independent, Who.Holder],   ("outcome0", "declined"), ("reason0", HostileScene.Reason)),
        new("case.agree",      "Proposed", [Who.Independent],                 [Who.Independent, Who.Holder]),
        new("case.disagree",   "Proposed", [Who.Independent],                 [Who.Independent, Who.Holder]),
        new("case.name",       "Filed",    [Who.Office],                      [Who.Office],                    ("reviewer", "@Independent")),
        new("finding.approve", "Finding",  [Who.Office],                      [Who.Office],                    ("reason", HostileScene.Reason)),
        new("finding.dismiss", "Finding",  [Who.Office],                      [Who.Office],                    ("reason", HostileScene.Reason)),
    ];

    /// <summary>What only shows, about which case, and who may know of it.</summary>
    private static readonly Verb[] Looks =
    [
        new("appeal.show",       "Held",     Nobody, [Who.Appellant]),
        new("appeal.say",        "Asked",    Nobody, [Who.Appellant]),
        new("appeal.sheets",     "Ruled",    Nobody, [Who.Appellant]),
        new("case.show",         "Held",     Nobody, [Who.Holder]),
        new("case.show",         "Filed",    Nobody, [Who.Independent, Who.Holder]),
        new("case.preview",      "Held",     Nobody, [Who.Holder]),
        new("case.askform",      "Held",     Nobody, [Who.Independent, Who.Holder]),
        new("case.ruleform",     "Held",     Nobody, [Who.Independent, Who.Holder]),
        new("case.handoverform", "Held",     Nobody, [Who.Independent, Who.Holder]),
        new("cases.unassigned",  "Filed",    Nobody, [Who.Office]),
    ];

    /// <summary>What is wrong about a button. Each makes what it carries.</summary>
    private static readonly Tampering[] Tamperings =
    [
        new("no token", (_, _, _, _) => Task.FromResult<string?>(null)),
        new("a random token", (scene, _, _, _) => Task.FromResult<string?>(Guid.CreateVersion7(scene.Company.Now).ToString("N"))),
        new("another person's token", async (scene, verb, who, of) => await scene.Token(scene.Id(Other(verb, who)), verb.Name, of.Object, of.Version)),
        new("another person's token, written otherwise", async (scene, verb, who, of) => "{" + Guid.Parse(await scene.Token(scene.Id(Other(verb, who)), verb.Name, of.Object, of.Version)).ToString("D") + "}"),
        new("their token of another verb", async (scene, verb, who, of) => await scene.Token(scene.Id(who), Verbs[(Array.IndexOf(Verbs, verb) + 1) % Verbs.Length].Name, of.Object, of.Version)),
        new("their token, used up", async (scene, verb, who, of) => await scene.Token(scene.Id(who), verb.Name, of.Object, of.Version, used: true)),
        new("their token, expired", async (scene, verb, who, of) => await scene.Token(scene.Id(who), verb.Name, of.Object, of.Version, expired: true)),
        new("their token of an older version", async (scene, verb, who, of) => await scene.Token(scene.Id(who), verb.Name, of.Object, of.Version - 1), Versioned: true),
        new("a token in JSON", (_, verb, _, of) => Task.FromResult<string?>($$"""{"verb":"{{verb.Name}}","object":"{{of.Object}}","version":{{of.Version}},"good":true}""")),
    ];

    [Theory, OnSqlite]
    internal async Task No_tampered_button_changes_anything_or_tells_that_a_case_is_there(Database kind)
    {
        await using var scene = await HostileScene.Make(kind);
        var cells = 0;
        foreach (var verb in Verbs)
        {
            foreach (var who in Everybody)
            {
                foreach (var tampering in Tamperings.Where(one => !one.Versioned || scene.Of(verb.Case).Version > 0))
                {
                    var cell = $"{verb.Name} by {who} with {tampering.Name}";
                    var of = scene.Of(verb.Case);
                    var inputs = await Inputs(scene, verb, tampering, who, of);
                    var before = await CaseTables.Digest(scene.Company, scene.Id(who));
                    var card = await scene.Press(who, verb.Name, inputs);
                    Assert.True(before == await CaseTables.Digest(scene.Company, scene.Id(who)), $"{cell} changed something.");
                    if (!verb.Know.Contains(who))
                    {
                        var absent = await scene.Press(who, verb.Name, await Inputs(scene, verb, tampering, who, scene.Absent));
                        Assert.True(absent == card, $"{cell} tells that the case is there:\n{card}\n{absent}");
                    }

                    cells++;
                }
            }
        }

        output.WriteLine($"{cells} tampered buttons on {kind}: 0 effects.");
        Assert.True(cells > 576);
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task A_good_button_does_it_for_whoever_may_and_for_nobody_else(Database kind)
    {
        await using var scene = await HostileScene.Make(kind);
        await CaseTables.Keep(scene.Company);
        var effects = 0;
        foreach (var verb in Verbs)
        {
            foreach (var who in Everybody)
            {
                var of = scene.Of(verb.Case);
                var inputs = Filled(scene, verb, of);
                inputs["token"] = await scene.Token(scene.Id(who), verb.Name, of.Object, of.Version);
                var before = await CaseTables.Digest(scene.Company, scene.Id(who));
                var card = await scene.Press(who, verb.Name, inputs);
                var did = before != await CaseTables.Digest(scene.Company, scene.Id(who));
                Assert.True(verb.May.Contains(who) == did, $"{verb.Name} by {who} with a good button {(did ? "changed something" : "changed nothing")}:\n{card}");
                if (!verb.Know.Contains(who))
                {
                    inputs["token"] = await scene.Token(scene.Id(who), verb.Name, scene.Absent.Object, scene.Absent.Version);
                    Assert.Equal(await scene.Press(who, verb.Name, inputs), card);
                }

                if (did)
                {
                    effects++;
                    await CaseTables.Restore(scene.Company);
                }
            }
        }

        output.WriteLine($"{Verbs.Length * Everybody.Length} good buttons on {kind}: {effects} effects, each of somebody who may.");
        Assert.Equal(Verbs.Sum(verb => verb.May.Length), effects);
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task What_a_button_says_beside_its_token_moves_no_other_case(Database kind)
    {
        await using var scene = await HostileScene.Make(kind);
        await CaseTables.Keep(scene.Company);
        string[] all = ["Filed", "Held", "Asked", "Proposed", "Ruled"];
        foreach (var verb in Verbs.Where(one => scene.Of(one.Case).Version > 0))
        {
            foreach (var who in verb.May)
            {
                var (own, other) = (scene.Of(verb.Case), scene.Of(all.First(name => name != verb.Case)));
                var inputs = Filled(scene, verb, other);
                inputs["token"] = await scene.Token(scene.Id(who), verb.Name, own.Object, own.Version);
                await scene.Press(who, verb.Name, inputs);
                foreach (var name in all)
                {
                    Assert.Equal(scene.Of(name).Version + (name == verb.Case ? 1 : 0), await scene.VersionOf(name));
                }

                await CaseTables.Restore(scene.Company);
            }
        }
    }

    [Theory, OnSqlite]
    internal async Task Whatever_only_shows_a_case_says_to_everybody_else_what_it_says_of_none(Database kind)
    {
        await using var scene = await HostileScene.Make(kind);
        var same = 0;
        foreach (var look in Looks)
        {
            foreach (var who in Everybody)
            {
                var (there, absent) = (await Look(scene, look, who, scene.Of(look.Case).Reference), await Look(scene, look, who, scene.Absent.Reference));
                Assert.True(look.Know.Contains(who) == (there != absent), $"{look.Name} of {look.Case} by {who}:\n{there}\n{absent}");
                foreach (var forged in (string[])[scene.Of(look.Case).Object, $"[\"{scene.Of(look.Case).Reference}\"]", "' or 1=1 --", string.Empty])
                {
                    Assert.True(look.Know.Contains(who) || await Look(scene, look, who, forged) == await Look(scene, look, who, forged.Length == 0 ? forged : scene.Absent.Reference), $"{look.Name} by {who} of {forged}");
                }

                same += there == absent ? 1 : 0;
            }
        }

        output.WriteLine($"{Looks.Length * Everybody.Length} looks on {kind}: {same} the same as of a case that does not exist.");
    }

    private static Task<string> Look(HostileScene scene, Verb look, Who who, string reference) =>
        scene.Press(who, look.Name, new(StringComparer.Ordinal) { ["case"] = reference, ["outcome0"] = "declined", ["finding"] = reference });

    /// <summary>Somebody whose good token it is, of those who may do it where that is another.</summary>
    private static Who Other(Verb verb, Who who) => verb.May.Concat(Everybody).First(one => one != who);

    private static async Task<Dictionary<string, string>> Inputs(HostileScene scene, Verb verb, Tampering tampering, Who who, Target of)
    {
        var inputs = Filled(scene, verb, of);
        if (await tampering.Token(scene, verb, who, of) is { } token)
        {
            inputs["token"] = token;
        }

        return inputs;
    }

    /// <summary>The form filled in rightly, and beside it everything that could be taken for what is to be changed or for who changes it.</summary>
    private static Dictionary<string, string> Filled(HostileScene scene, Verb verb, Target of)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["case"] = of.Reference, ["id"] = of.Object, ["appeal"] = of.Object, ["object"] = of.Object, ["version"] = "1", ["person"] = scene.Id(Who.Holder).ToString("D"),
            ["actor"] = scene.Id(Who.Appellant).ToString("D"), ["role"] = "reviewer", ["verb"] = verb.Name, ["quarter"] = "2026-Q4",
        };
        foreach (var (id, value) in verb.Form)
        {
            inputs[id] = value.StartsWith('@') ? scene.Id(Enum.Parse<Who>(value[1..])).ToString("N") : value;
        }

        return inputs;
    }

    /// <summary>A button.</summary>
    /// <param name="Name">Its command.</param>
    /// <param name="Case">Which case it is pressed about; empty for one that is still to be filed.</param>
    /// <param name="May">Who may do it.</param>
    /// <param name="Know">Who may know that the case is there.</param>
    /// <param name="Form">What is filled in; with <c>@</c> the id of somebody.</param>
    private sealed record Verb(string Name, string Case, Who[] May, Who[] Know, params (string Id, string Value)[] Form);

    /// <summary>What is wrong about a button's token.</summary>
    private sealed record Tampering(string Name, Func<HostileScene, Verb, Who, Target, Task<string?>> Token, bool Versioned = false);
}
