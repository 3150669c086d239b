namespace ChatBot.Domain.Appeals;

/// <summary>The dates of one level of an appeal. Each holds until its day has ended; no question to the person stops them.</summary>
/// <param name="From">The day of filing or of escalation; not counted.</param>
/// <param name="TriageBy">Last day for somebody to take it: the second working day.</param>
/// <param name="WarnOn">The day on which reviewers are warned: the seventh working day.</param>
/// <param name="RuleBy">Last day for a ruling: the tenth working day, and the 28th calendar day at the latest.</param>
public readonly record struct CaseClock(DateOnly From, DateOnly TriageBy, DateOnly WarnOn, DateOnly RuleBy)
{
    /// <summary>Working days until somebody takes the case.</summary>
    public const int TriageDays = 2;

    /// <summary>Working days until reviewers are warned.</summary>
    public const int WarningDays = 7;

    /// <summary>Working days until the ruling.</summary>
    public const int RulingDays = 10;

    /// <summary>Calendar days until the ruling, whatever the holidays.</summary>
    public const int OuterDays = 28;

    /// <summary>Working days that the person has to answer a question.</summary>
    public const int AnswerDays = 5;

    /// <summary>Calendar days after a ruling within which the person can escalate it.</summary>
    public const int EscalationDays = 30;

    /// <summary>Working days after a ruling at whose end the freeze ends although the person could not be reached.</summary>
    public const int DeliveryDays = 5;

    /// <summary>The dates of a level that begins on a day.</summary>
    public static CaseClock Start(CaseCalendar calendar, DateOnly from)
    {
        var (warn, rule, outer) = (calendar.After(from, WarningDays), calendar.After(from, RulingDays), from.AddDays(OuterDays));
        return new CaseClock(from, calendar.After(from, TriageDays), warn < outer ? warn : outer, rule < outer ? rule : outer);
    }
}
