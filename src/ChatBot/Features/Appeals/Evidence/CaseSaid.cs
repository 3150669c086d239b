namespace ChatBot.Features.Appeals;

/// <summary>The line on top of a case: what has just happened to it, in words of our own. Empty where somebody only looks.</summary>
/// <param name="Line">One or two sentences.</param>
internal readonly record struct CaseSaid(string Line)
{
    /// <summary>Nothing happened.</summary>
    public static CaseSaid Nothing => new(string.Empty);

    /// <summary>The reader has it now.</summary>
    public static CaseSaid Claimed => new("You have it now.");

    /// <summary>The button that was pressed was made for an earlier version.</summary>
    public static CaseSaid MovedOn => new("It has moved on since that button was made: this is how it stands.");

    /// <summary>The question is on its way.</summary>
    public static CaseSaid Asked => new("Asked. I tell you when they answer; the clock runs on.");

    /// <summary>Another reviewer was first.</summary>
    public static CaseSaid HeldByAnother => new("Another reviewer has it now, so I changed nothing.");

    /// <summary>The first level's time is over.</summary>
    public static CaseSaid RanOut => new("The time of the first level is over, so I changed nothing: it goes to the second.");

    /// <summary>It does not stand where that can be done.</summary>
    public static CaseSaid NotNow => new("That cannot be done as it stands, so I changed nothing.");

    /// <summary>Who proposed a ruling cannot agree to it.</summary>
    public static CaseSaid NotBySame => new("You proposed this ruling, so agreeing to it is for somebody else. I changed nothing.");

    /// <summary>The one who was chosen cannot review it, or who proposed a ruling cannot any more.</summary>
    public static CaseSaid NotIndependent => new("By today's directory that reviewer is too close to this case, so I changed nothing. Please choose somebody else, or disagree.");
}
