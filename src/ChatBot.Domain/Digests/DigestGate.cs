using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Domain.Digests;

/// <summary>What a person chose about digests.</summary>
/// <param name="Choice">When; the usual where they chose nothing.</param>
/// <param name="Stopped">They want none.</param>
/// <param name="PausedUntil">Last local day of a pause, inclusive.</param>
public sealed record DigestWish(DigestChoice Choice, bool Stopped = false, DateOnly? PausedUntil = null);

/// <summary>What becomes of a planned digest whose turn has come.</summary>
public abstract record GateAnswer
{
    private GateAnswer()
    {
    }

    /// <summary>It may go now.</summary>
    public sealed record Go : GateAnswer;

    /// <summary>Not yet.</summary>
    public sealed record Later(DateTimeOffset DueAt) : GateAnswer;

    /// <summary>Too late.</summary>
    public sealed record Expired : GateAnswer;

    /// <summary>Not at all.</summary>
    public sealed record Withheld(WithholdingReason Reason) : GateAnswer;
}

/// <summary>
/// Whether a digest may go, asked twice: when it is planned, and with what holds by then when it is about to be sent. What the person, their calendar or
/// their zone changed in between holds for what was planned before.
/// </summary>
public static class DigestGate
{
    /// <summary>The plan for a person as of now: a slot, or why there is none. A pause that covers the slot withholds.</summary>
    public static DigestSlot Plan(SendingHours hours, DigestWish wish, Week week, DateTimeOffset now)
    {
        if (hours.Person.EndDate < hours.Day(now) || hours.Person.StartDate > week.Last)
        {
            return new DigestSlot.None(WithholdingReason.NotEmployed);
        }

        if (wish.Stopped)
        {
            return new DigestSlot.None(WithholdingReason.Stopped);
        }

        var slot = DigestSlot.From(hours, wish.Choice, week, now);
        return slot is DigestSlot.At { Due: var due } && hours.Day(due) <= wish.PausedUntil ? new DigestSlot.None(WithholdingReason.Paused) : slot;
    }

    /// <summary>Whether it may go now.</summary>
    /// <param name="hours">The person's hours as they are now.</param>
    /// <param name="wish">What they want now.</param>
    /// <param name="week">The week that the digest is about.</param>
    /// <param name="now">The time.</param>
    /// <param name="newerLeft">Whether one about a later week has left already: then this one never does.</param>
    public static GateAnswer Ask(SendingHours hours, DigestWish wish, Week week, DateTimeOffset now, bool newerLeft)
    {
        var today = hours.Day(now);
        return newerLeft ? new GateAnswer.Expired()
            : hours.Person.EndDate < today ? new GateAnswer.Withheld(WithholdingReason.NotEmployed)
            : wish.Stopped ? new GateAnswer.Withheld(WithholdingReason.Stopped)
            : today <= wish.PausedUntil ? new GateAnswer.Withheld(WithholdingReason.Paused)
            : DigestSlot.Of(hours, wish.Choice, week) switch
            {
                DigestSlot.None none => new GateAnswer.Withheld(none.Reason),
                DigestSlot.At slot when now >= slot.Expires => new GateAnswer.Expired(),
                DigestSlot.At slot when now < slot.Due => new GateAnswer.Later(slot.Due),
                DigestSlot.At slot => hours.Allow(now) ? new GateAnswer.Go()
                    : hours.Next(now, slot.Expires) is { } next ? new GateAnswer.Later(next) : new GateAnswer.Expired(),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
    }
}
