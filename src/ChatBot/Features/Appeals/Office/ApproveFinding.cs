using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Access;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Corrects everybody found with the same gap: the corrections, one access record and one message each, in the one transaction in which nobody else has
/// decided. Whoever does not have the gap any more is left out.
/// </summary>
internal sealed class ApproveFinding(BotDb db, OfficeDoor office, FindingCards cards, ActionTokens tokens, TurnEffects effects, IAllSheets sheets, Rubric rubric) : IHandler
{
    private const string Looked = "correction";

    /// <summary>By then <see cref="LookForOthers"/> has computed the sheets of all together, which is far cheaper than one by one when each message is made.</summary>
    private static readonly TimeSpan UntilTold = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        if (!await office.IsOpen(asked, cancel))
        {
            return OfficeDoor.Closed;
        }

        var by = asked.Person!.Value;
        if (await cards.ToDecide(asked.Object, by, asked.Now, cancel) is not { } finding)
        {
            return new Reply(new CardContent("findings", await cards.Show(by, asked.Now, after: null, cancel) with { Said = FindingSaid.MovedOn }));
        }

        var reason = WrittenReason.Of(asked);
        if (reason.Problem != ReasonProblem.None)
        {
            return new Reply(ShowFindingForm.Form(finding, asked, approves: true, cards, tokens, reason));
        }

        var found = await Findings.People(db, finding.Id, cancel);
        var corrected = await Still(finding, found, asked.Today, cancel);
        effects.Change((store, stop) => Write(store, finding.Id, corrected, by, reason.Text!, asked.Now, stop));
        var next = await cards.Show(by, asked.Now, finding.Id.ToString("N"), cancel);
        return new Reply(new CardContent("findings", Without(next, finding) with
        {
            Said = FindingSaid.Approved,
            Corrected = cards.People(corrected.Count),
            LeftOut = corrected.Count == found.Count ? null : cards.People(found.Count - corrected.Count),
        }));
    }

    /// <summary>The next one, not the one that has just been decided.</summary>
    public static FindingsCard Without(FindingsCard next, FindingRow decided) =>
        next.One?.Id == decided.Id.ToString("N") ? next with { One = null, MayDecide = false, More = false } : next;

    /// <summary>Whoever still has the gap, so that the same days are proposed for them by what is known now.</summary>
    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Correction>>> Still(
        FindingRow finding, IReadOnlyDictionary<Guid, IReadOnlyList<Correction>> found, DateOnly today, CancellationToken cancel)
    {
        var gap = Findings.GapOf(finding);
        var now = await sheets.On([.. found.Keys], Findings.QuarterOf(finding), today, cancel);
        return found.Where(x => now.TryGetValue(x.Key, out var sheet) && CreditedDays.Of(Proposals.Of(gap, sheet, rubric).Select(one => one.Correction)).SetEquals(CreditedDays.Of(x.Value))).ToDictionary();
    }

    /// <summary>Everything that follows from an approval, in as many statements for ten thousand people as for one.</summary>
    internal static async Task Write(
        BotDb store, Guid finding, IReadOnlyDictionary<Guid, IReadOnlyList<Correction>> corrected, Guid by, string why, DateTimeOffset now, CancellationToken cancel)
    {
        await Findings.Decide(store, finding, FindingState.Approved, by, why, now, cancel);
        if (corrected.Count == 0)
        {
            return;
        }

        await Corrections.Add(store, finding, level: 1, corrected, by, now, cancel);
        await AccessRecords.Add(store, new Viewer(by, Role.ProgrammeOffice, Purpose.Appeal), [.. corrected.Keys], Looked, now, cancel);
        Outbox.Plan(store, [.. corrected.Keys.Select(x => new PlannedDelivery(new DeliveryKey(AppealKinds.Correction, x, finding.ToString("N")), finding, now + UntilTold))], now);
    }
}
