using System.Text.RegularExpressions;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>What somebody is to the cases of ada.</summary>
public enum Who
{
    /// <summary>Filed them.</summary>
    Appellant,

    /// <summary>Another engineer.</summary>
    Engineer,

    /// <summary>Leads the appellant.</summary>
    Manager,

    /// <summary>Reviews cases, and is of the appellant's team.</summary>
    Partial,

    /// <summary>Reviews cases, is independent, and holds none of these.</summary>
    Independent,

    /// <summary>Holds what somebody holds.</summary>
    Holder,

    /// <summary>Of the programme office.</summary>
    Office,

    /// <summary>Has left the company.</summary>
    Left,

    /// <summary>An account by which nobody is known.</summary>
    Stranger,
}

/// <summary>A case that is named: by a token, and by what a button carries beside it.</summary>
/// <param name="Object">What a token says.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Version">Its version.</param>
internal sealed record Target(string Object, string Reference, int Version);

/// <summary>The company with cases of ada in every state in which something can be done to them, and everybody who might try.</summary>
internal sealed class HostileScene : IAsyncDisposable
{
    /// <summary>Long enough for a reason.</summary>
    public const string Reason = "The reports of the editor show no work at all on these days of October.";

    private static readonly Dictionary<Who, string> Names = new()
    {
        [Who.Appellant] = "ada", [Who.Engineer] = "tess", [Who.Manager] = "mona", [Who.Partial] = "roy", [Who.Independent] = "ruth", [Who.Holder] = "rita",
        [Who.Office] = "olive", [Who.Left] = "lars", [Who.Stranger] = "nobody",
    };

    private readonly Dictionary<string, Case> cases = new(StringComparer.Ordinal);
    private readonly Dictionary<Who, Guid> ids = [];
    private Guid finding;

    private HostileScene(Company company) => Company = company;

    public Company Company { get; }

    /// <summary>A case that does not exist.</summary>
    public Target Absent { get; } = new("0123456789abcdef0123456789abcdef", "A-ZZZZZ", 1);

    public static async Task<HostileScene> Make(Database kind)
    {
        var scene = new HostileScene(await Company.Appealing(kind: kind));
        foreach (var (who, name) in Names)
        {
            scene.ids[who] = who == Who.Stranger ? Guid.CreateVersion7(scene.Company.Now) : await scene.Company.IdOf(name);
        }

        var rubric = scene.Company.Parts.GetRequiredService<Rubric>();
        await scene.File("Filed", Ground.NotCaptured, "A-22222");
        await scene.File("Held", Ground.WrongAccount, "A-33333", (new AppealEvent.Claim(), "rita"));
        await scene.File("Asked", Ground.NoLicence, "A-44444", (new AppealEvent.Claim(), "rita"), (new AppealEvent.Ask(), "rita"));
        await scene.File("Proposed", Ground.Leave, "A-55555", (new AppealEvent.Claim(), "rita"), (Decline(rubric), "rita"));
        await scene.File("Ruled", Ground.Other, "A-66666", (new AppealEvent.Claim(), "rob"), (Decline(rubric), "rob"));
        await scene.Propose(rubric);
        return scene;
    }

    /// <summary>The same, its service started anew on another day. Dispose of it before the first.</summary>
    public HostileScene Restarted(string time)
    {
        var scene = new HostileScene(Company.Restarted(time));
        foreach (var (name, found) in cases)
        {
            scene.cases[name] = found;
        }

        foreach (var (who, id) in ids)
        {
            scene.ids[who] = id;
        }

        scene.finding = finding;

        return scene;
    }

    /// <summary>Somebody's id.</summary>
    public Guid Id(Who who) => ids[who];

    /// <summary>Somebody at the chat.</summary>
    public Talker Talker(Who who) => Company.Talker(Names[who]);

    /// <summary>A case as it was made.</summary>
    public Target Of(string name) => name.Length == 0 ? new Target("2026-Q4", string.Empty, 0)
        : name == "Finding" ? new Target(finding.ToString("N"), "A-66666", 0)
        : new Target(cases[name].Appeal.Id.ToString("N"), cases[name].Reference, cases[name].Version);

    /// <summary>The version that a case has now.</summary>
    public async Task<int> VersionOf(string name) => (await Company.Query(db => Cases.Find(db, cases[name].Appeal.Id, default)))!.Version;

    /// <summary>A token as the store has it; good unless it is said how it is not.</summary>
    public async Task<string> Token(Guid person, string verb, string of, int version, bool used = false, bool expired = false)
    {
        var (id, now) = (Guid.CreateVersion7(Company.Now), Company.Now);
        await Company.Store.Add(new ActionTokenRow
        {
            Id = id, Person = person, Verb = verb, Object = of, Version = version, ExpiresAt = expired ? now.AddSeconds(-1) : now.AddDays(1), UsedAt = used ? now : null,
        });
        return id.ToString("N");
    }

    /// <summary>The card that somebody gets, tokens and turns made alike.</summary>
    public async Task<string> Press(Who who, string command, Dictionary<string, string> inputs) =>
        Regex.Replace((await Talker(who).PressesHostile(command, inputs)).Answer!.Card.ToJsonString(), "[0-9a-f]{32}", "token", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Company.DisposeAsync();

    private static AppealEvent.Rule Decline(Rubric rubric) => new([new PartRuling(0, Outcome.Declined, Reason, [])], rubric);

    /// <summary>What follows from one of the rulings for somebody else waits for the programme office.</summary>
    private async Task Propose(Rubric rubric)
    {
        finding = Guid.CreateVersion7(Company.Now);
        var span = new DateSpan(new(2026, 10, 5), new(2026, 10, 16));
        await Company.Store.Add(
            new FindingRow
            {
                Id = finding, Appeal = cases["Ruled"].Appeal.Id, Reviewer = await Company.IdOf("rob"), Quarter = "2026-Q4", Tool = Tool.Copilot.Id, Reason = Domain.Usage.Reason.TelemetryOff.Name,
                FromDay = span.From, ToDay = new(2026, 10, 16), State = FindingState.Proposed, StateAt = Company.Now, People = 1, Days = 10, Verdicts = 0,
            },
            new FoundPersonRow
            {
                Finding = finding, Person = await Company.IdOf("tom"),
                Document = CorrectionDocument.Write([new Correction.CreditDays(span, Tool.Copilot, rubric.CreditLevels.Keys.Order(StringComparer.Ordinal).First())]),
            });
    }

    private async Task File(string name, Ground ground, string reference, params (AppealEvent Happened, string Actor)[] then)
    {
        var filed = await Filed.Case(Company, "ada", ground, reference);
        foreach (var (happened, actor) in then)
        {
            Assert.Null((await Filed.Does(Company, filed, happened, actor, "What happened then?")).Refusal);
        }

        cases[name] = (await Company.Query(db => Cases.Find(db, filed.Appeal.Id, default)))!;
    }
}
