using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Access;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Tells somebody that days of theirs count because another's appeal showed the gap that they had too: which days, at what level, the score before and now,
/// and how to contest it. It never names a tier, so that one who appeals while it goes out is told none.
/// </summary>
internal sealed class MakeCorrection(BotDb db, PersonDoor door, RecipientHours hours, Wording wording) : IDeliveryMaker
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        var person = due.Key.Recipient;
        if (await Recipients.One(db, person, cancel) is not { } recipient || !Guid.TryParseExact(due.Key.Period, "N", out var id) || await Findings.Find(db, id, cancel) is not { } finding)
        {
            return new Making.Withheld(nameof(WithholdingReason.Gone));
        }

        var open = hours.Of(recipient, await Holidays.Read(db, cancel));
        if (recipient.Facts.EndDate < open.Day(due.Now))
        {
            return new Making.Withheld(nameof(WithholdingReason.NotEmployed));
        }

        if (!open.Allow(due.Now))
        {
            return new Making.Later(open.Next(due.Now, due.Now + Ahead) ?? due.Now + Ahead);
        }

        var file = door.Open(Viewer.Self(person), person, "correction") ?? throw new InvalidOperationException("The door refuses people their own data.");
        var quarter = Findings.QuarterOf(finding);
        var stored = await file.Sheet(quarter, DateOnly.FromDateTime(due.Now.UtcDateTime), cancel);
        var before = await file.ReplacedBy(id, quarter, cancel);
        var credited = (await Findings.Proposed(db, id, person, cancel)).OfType<Correction.CreditDays>().ToList();
        var review = await file.Review(cancel);
        return new Making.Ready(
            new CardContent("correction", Card(finding, credited, before?.Sheet, stored.Sheet, review.IsOpen, due.Copy > 1, wording)), review.IsOpen ? null : stored.Id);
    }

    /// <summary>The card.</summary>
    public static CorrectionCard Card(
        FindingRow finding, IReadOnlyList<Correction.CreditDays> credited, ScoreSheet? before, ScoreSheet now, bool underReview, bool again, Wording wording)
    {
        var (old, score) = (before is { EligibleDays: > 0 } ? wording.Score(before.Score) : null, now.EligibleDays > 0 ? wording.Score(now.Score) : null);
        return new CorrectionCard
        {
            Tool = wording.Name(new Tool(finding.Tool)),
            Because = FindingCards.Because(new Reason(finding.Reason)),
            Credited = [.. credited.Select(x => $"{AppealWords.Days(x.Span, wording)} as {x.Level} use")],
            Days = wording.Count(now.Days.Count(day => day.LeftOut == LeftOut.No && credited.Any(x => x.Span.Contains(day.Day) && day.Tools.Any(tool => tool.Tool == x.Tool && tool.Coverage.State == CoverageState.Credited))), "day"),
            Quarter = wording.Quarter(now.Quarter),
            Old = old == score ? null : old,
            New = score,
            AsOf = wording.Day(now.AsOf),
            Rubric = now.Rubric,
            QuarterId = now.Quarter.ToString(),
            UnderReview = underReview,
            Again = again,
        };
    }
}
