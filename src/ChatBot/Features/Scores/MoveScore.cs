using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>Answers "what would move me?" from the real thresholds and the working days left in the quarter.</summary>
internal sealed class MoveScore(PersonDoor door, Rubric rubric, Wording wording) : IHandler
{
    private static readonly Signal[] InOrder = [Signal.Prompt, Signal.AgentSession, Signal.ReviewRequest, Signal.Acceptance];

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "score");
        var known = await file.Known(asked.Today, cancel);
        var stored = await file.Sheet(Quarter.Of(asked.Today), asked.Today, cancel);
        var left = DaysLeft.Of(known.Facts, await file.Corrections(cancel), await file.Holidays(cancel), stored.Sheet.Quarter, asked.Today);
        var verdict = Verdicts.Over(stored.Sheet, known.Facts, asked.Today, known.Review.IsOpen, known.Review.ExemptUntil);
        var move = verdict.Tier is null ? new Move.NoTier() : Moves.ToHeavy(stored.Sheet, left, rubric);
        return new Reply(new CardContent("move", Card(stored.Sheet, move, Overlay.Of(verdict.Kind, known, asked.Today, wording), left.Ahead, asked.Today, rubric, wording)), move is Move.NoTier ? null : stored.Id);
    }

    /// <summary>The card's data.</summary>
    public static MoveCard Card(ScoreSheet sheet, Move move, Overlay over, int daysLeft, DateOnly today, Rubric rubric, Wording wording)
    {
        var (kind, step) = move switch
        {
            Move.AlreadyHeavy { Keep: { } keep } => (MoveKind.Keep, keep),
            Move.AlreadyHeavy { CanBeKept: true } => (MoveKind.Stays, null),
            Move.AlreadyHeavy => (MoveKind.CannotStay, null),
            Move.Reachable { Least: { } least } => (MoveKind.Reachable, least),
            Move.Reachable => (MoveKind.OnItsWay, null),
            Move.NotThisQuarter => (MoveKind.NotThisQuarter, null),
            _ => (MoveKind.NoTier, (Suggestion?)null),
        };
        return new MoveCard
        {
            Kind = kind,
            Since = over.Since,
            Until = over.Until,
            Quarter = wording.Quarter(sheet.Quarter),
            QuarterEnd = wording.Day(sheet.Quarter.Last, today),
            AsOf = wording.Day(today),
            Score = wording.Score(sheet.Score),
            HeavyFrom = wording.Score(rubric.HeavyScore),
            HeavyShare = wording.Percent(rubric.HeavyRate),
            DaysLeft = wording.Count(daysLeft, "working day"),
            Step = step is null ? null : Step(step, wording),
            NextQuarterStarts = wording.Day(sheet.Quarter.Next.First, today),
            Rubric = sheet.Rubric,
        };
    }

    private static MoveStep Step(Suggestion step, Wording wording) => new(
        wording.Number(step.Days),
        [.. InOrder.Where(signal => step.Daily[signal] > 0).Select(signal => wording.Count(step.Daily[signal]!.Value, signal))],
        wording.Count(step.Points, "point"));
}
