namespace ChatBot.Commands.Demo;

/// <summary>A part for one person, as a use case of its class.</summary>
internal delegate void Part(Stage stage, Member member);

/// <summary>The parts that single people play, in order of casting. Each gets its share; whoever has two at once has both in <c>truth.csv</c>.</summary>
internal static class Parts
{
    /// <summary>Parts that get a whole share each.</summary>
    public static IReadOnlyList<Part> Alone { get; } =
    [
        UsageParts.TurnTelemetryOff, UsageParts.KeepOldClient, UsageParts.GoToBedrock, UsageParts.UseTwoTools, AccountParts.Rename, AccountParts.LoseLogin,
        AccountParts.LoseLicence, UsageParts.StopUsing, UsageParts.NeverStart, UsageParts.StayUnreported, AccountParts.GetNewSeat, EmploymentParts.BeHired,
        EmploymentParts.Join, EmploymentParts.Leave, EmploymentParts.GoOnLeave, EmploymentParts.ReturnFromLongLeave, UsageParts.StandAtTheBorder,
        UsageParts.UseOtherTool, WorkDays(1), WorkDays(2), WorkDays(3), WorkDays(4),
        Stick(Habit.Completions, Situations.CompletionsOnly), Stick(Habit.Cli, Situations.CliOnly), Stick(Habit.Cloud, Situations.CloudAgentOnly),
    ];

    /// <summary>Two parts at once; half a share each.</summary>
    public static IReadOnlyList<Part> Doubled { get; } =
    [
        Both(AccountParts.Rename, WorkDays(3)), Both(UsageParts.UseTwoTools, EmploymentParts.GoOnLeave), Both(UsageParts.TurnTelemetryOff, WorkDays(4)),
        Both(EmploymentParts.Leave, AccountParts.Rename), Both(EmploymentParts.BeHired, UsageParts.TurnTelemetryOff),
        Both(UsageParts.UseTwoTools, EmploymentParts.ReturnFromLongLeave), Both(UsageParts.KeepOldClient, EmploymentParts.GoOnLeave),
    ];

    private static Part WorkDays(int days) => (stage, member) => EmploymentParts.WorkPartTime(stage, member, days);

    private static Part Stick(Habit habit, string situation) => (stage, member) => UsageParts.Stick(stage, member, habit, situation);

    private static Part Both(Part one, Part other) => one + other;
}
