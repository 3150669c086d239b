namespace ChatBot.Domain.Usage;

/// <summary>What the data can say of one person, tool and day.</summary>
public enum CoverageState
{
    /// <summary>The tool is not the person's on that day.</summary>
    NotTheirs,

    /// <summary>The day is not settled yet.</summary>
    Pending,

    /// <summary>The data could not have seen the person; with a reason.</summary>
    NotMeasurable,

    /// <summary>The source looked and there was no use.</summary>
    Silent,

    /// <summary>Use was seen.</summary>
    Seen,

    /// <summary>Nobody could see, or not enough, and a ruling credits the day.</summary>
    Credited,
}

/// <summary>Why something is not measurable: one of the known reasons or what an operator declared in a gap.</summary>
/// <param name="Name">The reason's name, e.g. <c>TelemetryOff</c>, or the declared text.</param>
public readonly record struct Reason(string Name)
{
    /// <summary>No account of the person is linked, or the link is ambiguous.</summary>
    public static Reason AccountNotLinked { get; } = new("AccountNotLinked");

    /// <summary>An account is linked but no tool was licensed.</summary>
    public static Reason NoLicence { get; } = new("NoLicence");

    /// <summary>The source's report of that day is missing or far too small.</summary>
    public static Reason ReportMissing { get; } = new("ReportMissing");

    /// <summary>The editor's telemetry is off.</summary>
    public static Reason TelemetryOff { get; } = new("TelemetryOff");

    /// <summary>The client is too old to report.</summary>
    public static Reason ClientTooOld { get; } = new("ClientTooOld");

    /// <summary>The vendor saw activity that the report does not hold.</summary>
    public static Reason NotReported { get; } = new("NotReported");

    /// <summary>Fewer than the needed eligible days, with no other reason.</summary>
    public static Reason TooFewDays { get; } = new("TooFewDays");

    /// <summary>No use was seen, but too few days were covered to say so.</summary>
    public static Reason NotCovered { get; } = new("NotCovered");

    /// <summary>The reasons that the rules themselves give; any other was declared by an operator.</summary>
    public static IReadOnlySet<Reason> Known { get; } = new HashSet<Reason>
    {
        AccountNotLinked, NoLicence, ReportMissing, TelemetryOff, ClientTooOld, NotReported, TooFewDays, NotCovered,
    };

    /// <summary>Whether an operator wrote it: then it is supplied text.</summary>
    public bool IsDeclared => !Known.Contains(this);

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>Coverage of one tool on one day.</summary>
/// <param name="State">The state.</param>
/// <param name="Reason">The reason, exactly when the state is <see cref="CoverageState.NotMeasurable"/>.</param>
public readonly record struct Coverage(CoverageState State, Reason? Reason);
