namespace ChatBot.Commands.Doctor;

/// <summary>How bad it is.</summary>
internal enum Grade
{
    /// <summary>Good.</summary>
    Good,

    /// <summary>The service runs, but somebody gets less than they could.</summary>
    Warning,

    /// <summary>The service does not run, or not as it says.</summary>
    Bad,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What, in a word or two.</param>
/// <param name="Grade">How bad.</param>
/// <param name="Says">What was found and, where it is not good, what to do.</param>
internal sealed record Finding(string What, Grade Grade, string Says)
{
    /// <summary>It is good.</summary>
    public static Finding Good(string what, string says) => new(what, Grade.Good, says);

    /// <summary>Somebody gets less than they could.</summary>
    public static Finding Warning(string what, string says) => new(what, Grade.Warning, says);

    /// <summary>It must be mended.</summary>
    public static Finding Bad(string what, string says) => new(what, Grade.Bad, says);
}
