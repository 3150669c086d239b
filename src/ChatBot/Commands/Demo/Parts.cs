using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>The parts that single people play, and how many play each. Whoever has two parts at once has both in <c>truth.csv</c>.</summary>
internal sealed class Parts
{
    private readonly DemoOrder order;
    private readonly List<DeclaredGap> gaps;

    public Parts(DemoOrder order, List<DeclaredGap> gaps)
    {
        (this.order, this.gaps) = (order, gaps);
        var share = order.Share;
        var both = Math.Max(1, share / 2);
        Pairs = [((share + 1) / 2, ShareLogin)];
        Singles =
        [
            (share, TurnTelemetryOff), (share, KeepOldClient), (share, GoToBedrock), (share, UseTwoTools), (share, Rename), (share, LoseLogin),
            (share, LoseLicence), (share, StopUsing), (share, NeverStart), (share, StayUnreported), (share, GetNewSeat), (share, BeHired), (share, Join),
            (share, Leave), (share, GoOnLeave), (share, ReturnFromLongLeave), (share, StandAtTheBorder), (share, UseOtherTool),
            (share, member => WorkPartTime(member, 1)), (share, member => WorkPartTime(member, 2)), (share, member => WorkPartTime(member, 3)),
            (share, member => WorkPartTime(member, 4)), (share, member => Stick(member, Habit.Completions, Situations.CompletionsOnly)),
            (share, member => Stick(member, Habit.Cli, Situations.CliOnly)), (share, member => Stick(member, Habit.Cloud, Situations.CloudAgentOnly)),
            (both, member => { Rename(member); WorkPartTime(member, 3); }), (both, member => { UseTwoTools(member); GoOnLeave(member); }),
            (both, member => { TurnTelemetryOff(member); WorkPartTime(member, 4); }), (both, member => { Leave(member); Rename(member); }),
            (both, member => { BeHired(member); TurnTelemetryOff(member); }), (both, member => { UseTwoTools(member); ReturnFromLongLeave(member); }),
            (both, member => { KeepOldClient(member); GoOnLeave(member); }),
        ];
    }

    /// <summary>Parts for two, with how often they are given.</summary>
    public IReadOnlyList<(int Share, Action<Member, Member> Play)> Pairs { get; }

    /// <summary>Parts for one, with how often they are given.</summary>
    public IReadOnlyList<(int Share, Action<Member> Play)> Singles { get; }

    /// <summary>Everybody else: most use Copilot, some Claude Code, some both, a few nothing.</summary>
    public void PlayOrdinary(Member member)
    {
        var dice = Ask(member, 10);
        if (dice.Chance(5))
        {
            StopUsing(member);
            return;
        }

        PlayOrdinaryLevel(order, member);
        var kit = dice.Below(10);
        if (kit == 0)
        {
            member.Kit = Kit.ClaudeCode;
            NameClaude(member);
            Plant(member, Situations.ClaudeCodeOnly, order.First, null);
        }
        else if (kit == 1)
        {
            UseTwoTools(member);
        }
        else
        {
            Plant(member, member.Level == Level.Heavy ? Situations.Heavy : Situations.Light, order.First, null);
        }

        if (dice.Chance(50))
        {
            var from = dice.Day(order.First, order.Until.AddDays(-12));
            member.Leave.Add(new DateSpan(from, from.AddDays(dice.Below(9))));
        }
    }

    /// <summary>Heavy or light, and in which way.</summary>
    public static void PlayOrdinaryLevel(DemoOrder order, Member member)
    {
        var dice = Dice.Of(order.Seed, member.Index, 0, 11);
        member.Level = dice.Chance(42) ? Level.Heavy : Level.Light;
        member.Habit = member.Level == Level.Heavy
            ? dice.Pick<Habit>([Habit.Chat, Habit.Chat, Habit.Agent, Habit.Agent, Habit.Cli])
            : dice.Pick<Habit>([Habit.Chat, Habit.Chat, Habit.Completions, Habit.Completions, Habit.Agent, Habit.OneDay]);
    }

    private Dice Ask(Member member, int question) => Dice.Of(order.Seed, member.Index, 0, question);

    private static void Plant(Member member, string situation, DateOnly from, DateOnly? to) => member.Planted.Add(new Planted(situation, from, to));

    private void EnsureLevel(Member member)
    {
        if (member.Planted.Count == 0)
        {
            PlayOrdinaryLevel(order, member);
        }
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private void TurnTelemetryOff(Member member)
    {
        EnsureLevel(member);
        member.Level = Level.Light;
        member.Veil = (new DateSpan(DateOnly.MinValue, null), Hidden.ServerSideOnly);
        Plant(member, Situations.TelemetryOff, Later(order.First, member.Start), null);
    }

    private void KeepOldClient(Member member)
    {
        EnsureLevel(member);
        member.Level = Level.Light;
        member.Veil = (new DateSpan(DateOnly.MinValue, null), Hidden.OldClient);
        Plant(member, Situations.OldClient, order.First, null);
    }

    /// <summary>First-party until a day that leaves fewer than ten days of the quarter and is at most 85 days ago, so that Claude Code stays theirs.</summary>
    private void GoToBedrock(Member member)
    {
        var dice = Ask(member, 12);
        var earliest = Later(order.Until.AddDays(-85), order.First.AddDays(2));
        var last = dice.Day(earliest, Later(earliest, Earlier(order.Until.AddDays(-60), order.Quarter.First.AddDays(5))));
        member.Kit = Kit.ClaudeCode;
        member.Level = Level.Heavy;
        member.Uses = new DateSpan(DateOnly.MinValue, last);
        NameClaude(member);
        gaps.Add(new DeclaredGap("email", member.Email, "claude-code", new DateSpan(last.AddDays(1), null), Situations.BedrockReason));
        Plant(member, Situations.Bedrock, last.AddDays(1), null);
    }

    private void UseTwoTools(Member member)
    {
        EnsureLevel(member);
        member.Kit = Kit.Copilot | Kit.ClaudeCode;
        NameClaude(member);
        Plant(member, Situations.TwoTools, order.First, null);
    }

    private void NameClaude(Member member)
    {
        var dice = Ask(member, 13);
        member.ClaudeEmail = dice.Chance(60) ? member.Email : member.Email.Replace("@acme.example", "@labs.acme.example", StringComparison.Ordinal);
    }

    /// <summary>The login changes, the id stays; the directory knows the new one or still the old one.</summary>
    private void Rename(Member member)
    {
        EnsureLevel(member);
        var dice = Ask(member, 14);
        member.RenamedOn = dice.Day(order.Until.AddDays(-30), order.Until.AddDays(-12));
        member.OldLogin = $"{member.Login[..member.Login.IndexOf('-', StringComparison.Ordinal)]}{member.Index}_acme";
        member.ListedLogin = dice.Chance(50) ? member.OldLogin : member.Login;
        Plant(member, Situations.RenamedLogin, member.RenamedOn, null);
    }

    /// <summary>The directory knows no login, or one that was never seen.</summary>
    private void LoseLogin(Member member)
    {
        EnsureLevel(member);
        var dice = Ask(member, 15);
        member.ListedLogin = dice.Chance(50) ? null : member.Login.Replace("_acme", "-old_acme", StringComparison.Ordinal);
        member.Linked = false;
        Plant(member, Situations.UnmatchedLogin, order.First, null);
    }

    private void ShareLogin(Member owner, Member other)
    {
        EnsureLevel(owner);
        other.Kit = Kit.None;
        other.ListedLogin = owner.Login;
        foreach (var member in (Member[])[owner, other])
        {
            member.Linked = false;
            Plant(member, Situations.AmbiguousLogin, order.First, null);
        }
    }

    /// <summary>Used Copilot before the quarter, then lost the seat; where the files begin later, the seat's end is all that is known.</summary>
    private void LoseLicence(Member member)
    {
        EnsureLevel(member);
        var last = order.Quarter.First.AddDays(-8);
        member.Uses = new DateSpan(DateOnly.MinValue, last);
        if (order.First > last.AddDays(-10))
        {
            member.SeatCancelled = last;
            member.SeatActivity = SeatActivity.Never;
            member.Level = Level.None;
        }
        else
        {
            member.HasSeat = false;
        }

        Plant(member, Situations.NoLicence, last.AddDays(1), null);
    }

    /// <summary>Light use until five to seven weeks ago, nothing since.</summary>
    private void StopUsing(Member member)
    {
        var last = Ask(member, 16).Day(order.Until.AddDays(-46), order.Until.AddDays(-34));
        member.Level = Level.Light;
        member.Uses = new DateSpan(DateOnly.MinValue, last);
        if (last < order.First.AddDays(7))
        {
            member.Level = Level.None;
            member.SeatActivity = SeatActivity.Never;
        }

        Plant(member, Situations.NoUse, Later(order.First, last.AddDays(1)), null);
    }

    private void NeverStart(Member member)
    {
        member.Level = Level.None;
        member.SeatActivity = SeatActivity.Never;
        Plant(member, Situations.SeatSilent, order.First, null);
    }

    private void StayUnreported(Member member)
    {
        member.Level = Level.None;
        member.SeatActivity = SeatActivity.Unreported;
        Plant(member, Situations.NotReported, order.First, null);
    }

    private void GetNewSeat(Member member)
    {
        EnsureLevel(member);
        member.SeatCreated = Ask(member, 17).Day(order.Until.AddDays(-20), order.Until.AddDays(-5));
        member.Uses = new DateSpan(member.SeatCreated.AddDays(1), null);
        Plant(member, Situations.NewSeat, member.SeatCreated, null);
    }

    private void BeHired(Member member)
    {
        EnsureLevel(member);
        StartOn(member, Ask(member, 18).Day(order.Until.AddDays(-20), order.Until.AddDays(-5)));
        Plant(member, Situations.NewHire, member.Start, null);
    }

    private void Join(Member member)
    {
        EnsureLevel(member);
        StartOn(member, Ask(member, 19).Day(order.Until.AddDays(-90), order.Until.AddDays(-40)));
        Plant(member, Situations.Joiner, member.Start, null);
    }

    private static void StartOn(Member member, DateOnly day) => (member.Start, member.SeatCreated) = (day, day);

    private void Leave(Member member)
    {
        EnsureLevel(member);
        var end = Ask(member, 20).Day(order.Until.AddDays(-60), order.Until.AddDays(-2));
        member.End = end;
        member.HasSeat = false;
        Plant(member, Situations.Leaver, end, null);
    }

    private void GoOnLeave(Member member)
    {
        EnsureLevel(member);
        var dice = Ask(member, 21);
        var from = dice.Day(order.Until.AddDays(-25), order.Until.AddDays(-3));
        var span = new DateSpan(from, dice.Chance(30) ? null : dice.Day(order.Until.AddDays(10), order.Until.AddDays(90)));
        member.Leave.Add(span);
        Plant(member, Situations.OnLeave, span.From, span.To);
    }

    /// <summary>Away since before the quarter and back for three to four weeks, or for one to two: the first have ten days to be judged by, the others not.</summary>
    private void ReturnFromLongLeave(Member member)
    {
        EnsureLevel(member);
        var dice = Ask(member, 22);
        var back = dice.Chance(50) ? dice.Day(order.Until.AddDays(-28), order.Until.AddDays(-22)) : dice.Day(order.Until.AddDays(-13), order.Until.AddDays(-7));
        var span = new DateSpan(Earlier(order.Quarter.First, order.Until.AddDays(-40)).AddDays(-20), back);
        member.Leave.Add(span);
        Plant(member, Situations.LongLeave, span.From, span.To);
    }

    private void StandAtTheBorder(Member member)
    {
        member.Level = Ask(member, 23).Chance(50) ? Level.JustHeavy : Level.JustLight;
        Plant(member, Situations.Borderline, order.First, null);
    }

    private void UseOtherTool(Member member)
    {
        PlayOrdinaryLevel(order, member);
        member.Kit = Kit.Other;
        member.ListedLogin = null;
        Plant(member, Situations.OtherTool, order.First, null);
    }

    private void WorkPartTime(Member member, int days)
    {
        EnsureLevel(member);
        if (member.Habit == Habit.OneDay)
        {
            member.Habit = Habit.Chat;
        }

        // Who works one day a week has too few days anyway; the day of the outage would only change the reason.
        var dice = Ask(member, 24);
        var outage = order.OutageDay.DayOfWeek.ToString()[..3];
        ReadOnlySpan<string> weeks = days switch
        {
            1 => ["Mon", "Fri", .. ((string[])["Tue", "Wed", "Thu"]).Where(day => day != outage)],
            2 => ["Mon-Tue", "Tue;Thu", "Wed-Thu", "Thu-Fri"],
            3 => ["Mon-Wed", "Tue-Thu", "Mon;Wed;Fri", "Wed-Fri"],
            _ => ["Mon-Thu", "Tue-Fri", "Mon;Tue;Thu;Fri"],
        };
        _ = WorkingDays.TryParse(dice.Pick(weeks), out var week);
        member.Week = week;
        Plant(member, days switch { 1 => Situations.PartTime1, 2 => Situations.PartTime2, 3 => Situations.PartTime3, _ => Situations.PartTime4 }, order.First, null);
    }

    private void Stick(Member member, Habit habit, string situation)
    {
        PlayOrdinaryLevel(order, member);
        member.Habit = habit;
        if (habit is not Habit.Cli)
        {
            member.Level = Level.Light;
        }

        Plant(member, situation, order.First, null);
    }
}
