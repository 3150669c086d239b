namespace ChatBot.Domain.Calendar;

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both inclusive; an open <paramref name="To"/> has no end.</summary>
public readonly record struct DateSpan(DateOnly From, DateOnly? To)
{
    /// <summary>Whether the day lies in the span, ends included.</summary>
    public bool Contains(DateOnly day) => day >= From && (To is not { } to || day <= to);
}
