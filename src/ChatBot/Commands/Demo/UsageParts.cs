using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>How much somebody uses which tools, and whether the vendors see it.</summary>
internal static class UsageParts
{
    /// <summary>Everybody else: most use Copilot, some Claude Code, some both, a few nothing.</summary>
    public static void PlayOrdinary(Stage stage, Member member)
    {
        var dice = stage.Ask(member, 10);
        if (dice.Chance(5))
        {
            StopUsing(stage, member);
            return;
        }

        stage.DrawLevel(member);
        var kit = dice.Below(10);
        if (kit == 0)
        {
            member.Kit = Kit.ClaudeCode;
            NameClaude(stage, member);
            member.Plant(Situations.ClaudeCodeOnly, stage.Order.First, null);
        }
        else if (kit == 1)
        {
            UseTwoTools(stage, member);
        }
        else
        {
            member.Plant(member.Level == Level.Heavy ? Situations.Heavy : Situations.Light, stage.Order.First, null);
        }

        if (dice.Chance(50))
        {
            var from = dice.Day(stage.Order.First, stage.Order.Until.AddDays(-12));
            member.Leave.Add(new DateSpan(from, from.AddDays(dice.Below(9))));
        }
    }

    public static void UseTwoTools(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        member.Kit = Kit.Copilot | Kit.ClaudeCode;
        NameClaude(stage, member);
        member.Plant(Situations.TwoTools, stage.Order.First, null);
    }

    private static void NameClaude(Stage stage, Member member)
    {
        var dice = stage.Ask(member, 13);
        member.ClaudeEmail = dice.Chance(60) ? member.Email : member.Email.Replace("@acme.example", "@labs.acme.example", StringComparison.Ordinal);
    }

    public static void UseOtherTool(Stage stage, Member member)
    {
        stage.DrawLevel(member);
        member.Kit = Kit.Other;
        member.ListedLogin = null;
        member.Plant(Situations.OtherTool, stage.Order.First, null);
    }

    public static void Stick(Stage stage, Member member, Habit habit, string situation)
    {
        stage.DrawLevel(member);
        member.Habit = habit;
        if (habit is not Habit.Cli)
        {
            member.Level = Level.Light;
        }

        member.Plant(situation, stage.Order.First, null);
    }

    public static void StandAtTheBorder(Stage stage, Member member)
    {
        member.Level = stage.Ask(member, 23).Chance(50) ? Level.JustHeavy : Level.JustLight;
        member.Plant(Situations.Borderline, stage.Order.First, null);
    }

    /// <summary>Light use until five to seven weeks ago, nothing since.</summary>
    public static void StopUsing(Stage stage, Member member)
    {
        var last = stage.Ask(member, 16).Day(stage.Order.Until.AddDays(-46), stage.Order.Until.AddDays(-34));
        member.Level = Level.Light;
        member.Uses = new DateSpan(DateOnly.MinValue, last);
        if (last < stage.Order.First.AddDays(7))
        {
            member.Level = Level.None;
            member.SeatActivity = SeatActivity.Never;
        }

        member.Plant(Situations.NoUse, Days.Later(stage.Order.First, last.AddDays(1)), null);
    }

    public static void NeverStart(Stage stage, Member member)
    {
        member.Level = Level.None;
        member.SeatActivity = SeatActivity.Never;
        member.Plant(Situations.SeatSilent, stage.Order.First, null);
    }

    public static void StayUnreported(Stage stage, Member member)
    {
        member.Level = Level.None;
        member.SeatActivity = SeatActivity.Unreported;
        member.Plant(Situations.NotReported, stage.Order.First, null);
    }

    public static void TurnTelemetryOff(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        member.Level = Level.Light;
        member.Veil = (new DateSpan(DateOnly.MinValue, null), Hidden.ServerSideOnly);
        member.Plant(Situations.TelemetryOff, Days.Later(stage.Order.First, member.Start), null);
    }

    public static void KeepOldClient(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        member.Level = Level.Light;
        member.Veil = (new DateSpan(DateOnly.MinValue, null), Hidden.OldClient);
        member.Plant(Situations.OldClient, stage.Order.First, null);
    }

    /// <summary>First-party until a day that leaves fewer than ten days of the quarter and is at most 85 days ago, so that Claude Code stays theirs.</summary>
    public static void GoToBedrock(Stage stage, Member member)
    {
        var dice = stage.Ask(member, 12);
        var earliest = Days.Later(stage.Order.Until.AddDays(-85), stage.Order.First.AddDays(2));
        var last = dice.Day(earliest, Days.Later(earliest, Days.Earlier(stage.Order.Until.AddDays(-60), stage.Order.Quarter.First.AddDays(5))));
        member.Kit = Kit.ClaudeCode;
        member.Level = Level.Heavy;
        member.Uses = new DateSpan(DateOnly.MinValue, last);
        NameClaude(stage, member);
        stage.Gaps.Add(new DeclaredGap("email", member.Email, "claude-code", new DateSpan(last.AddDays(1), null), Situations.BedrockReason));
        member.Plant(Situations.Bedrock, last.AddDays(1), null);
    }
}
