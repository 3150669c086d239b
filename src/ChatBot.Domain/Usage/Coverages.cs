namespace ChatBot.Domain.Usage;

/// <summary>The states of coverage, made once.</summary>
internal static class Coverages
{
    public static Coverage NotTheirs { get; } = new(CoverageState.NotTheirs, null);

    public static Coverage Pending { get; } = new(CoverageState.Pending, null);

    public static Coverage Silent { get; } = new(CoverageState.Silent, null);

    public static Coverage Seen { get; } = new(CoverageState.Seen, null);

    public static Coverage Credited { get; } = new(CoverageState.Credited, null);

    public static Coverage AccountNotLinked { get; } = NotMeasurable(Reason.AccountNotLinked);

    public static Coverage ReportMissing { get; } = NotMeasurable(Reason.ReportMissing);

    public static Coverage TelemetryOff { get; } = NotMeasurable(Reason.TelemetryOff);

    public static Coverage ClientTooOld { get; } = NotMeasurable(Reason.ClientTooOld);

    public static Coverage NotReported { get; } = NotMeasurable(Reason.NotReported);

    public static Coverage NotMeasurable(Reason reason) => new(CoverageState.NotMeasurable, reason);

    /// <summary>Place of a reason among the rules: of several tools that take a day out, the earliest rule speaks for the day.</summary>
    public static int Rank(Reason reason) =>
        reason.IsDeclared ? 0
        : reason == Reason.AccountNotLinked ? 1
        : reason == Reason.ReportMissing ? 2
        : reason == Reason.TelemetryOff ? 3
        : reason == Reason.ClientTooOld ? 4
        : 5;
}
