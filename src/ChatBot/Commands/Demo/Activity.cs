using System.Numerics;

namespace ChatBot.Commands.Demo;

/// <summary>
/// Decides what a member does on a day, from their part and dice of that person and day alone: no day depends on another, so files can be written in any
/// order. The amounts hold the margins that <see cref="Level"/> promises; weights and caps are those of rubric 2026.1.
/// </summary>
internal sealed class Activity(ulong seed)
{
    /// <summary>What Copilot's report would hold of the day; null is no row.</summary>
    public CopilotAct? Copilot(Member member, DateOnly day)
    {
        if (!member.Kit.HasFlag(Kit.Copilot))
        {
            return null;
        }

        var dice = Dice.Of(seed, member.Index, day.DayNumber, 2);
        if (!IsActive(member, day))
        {
            return IsStray(member, day, ref dice) ? Light(Habit.Chat, ref dice)
                : member.Level != Level.None && member.Uses.Contains(day) && member.Works(day) && dice.Chance(3) ? new CopilotAct { ReviewCame = true }
                : null;
        }

        var hidden = member.HiddenOn(day);
        return hidden != Hidden.No ? new CopilotAct { Hidden = hidden }
            : member.Kit.HasFlag(Kit.ClaudeCode) && member.Level == Level.Light && IsTurnOfClaude(member, day) ? null
            : member.Level switch
            {
                Level.Heavy => Heavy(member.Habit, ref dice),
                Level.JustHeavy => Exactly(dice.Between(26, 27), ref dice),
                Level.JustLight => Exactly(dice.Between(23, 24), ref dice),
                _ => member.Habit == Habit.OneDay ? Heavy(Habit.Chat, ref dice) : Light(member.Habit, ref dice),
            };
    }

    /// <summary>What Claude Code's report would hold of the day; null is no row.</summary>
    public ClaudeAct? Claude(Member member, DateOnly day)
    {
        if (!member.Kit.HasFlag(Kit.ClaudeCode) || !IsActive(member, day))
        {
            return null;
        }

        var both = member.Kit.HasFlag(Kit.Copilot);
        var dice = Dice.Of(seed, member.Index, day.DayNumber, 3);
        return member.Level != Level.Heavy
            ? both && !IsTurnOfClaude(member, day) ? null : new ClaudeAct(1, dice.Between(1, 8), dice.Below(3), dice.Chance(10))
            : both && dice.Chance(50) ? null : new ClaudeAct(dice.Between(2, 6), dice.Between(20, 70), dice.Below(9), dice.Chance(20));
    }

    /// <summary>The line of the day for a tool that comes as <c>usage-csv</c>; null while not employed.</summary>
    public OtherAct? Other(Member member, DateOnly day)
    {
        if (!member.Kit.HasFlag(Kit.Other) || !member.IsEmployed(day))
        {
            return null;
        }

        var dice = Dice.Of(seed, member.Index, day.DayNumber, 4);
        return !IsActive(member, day) ? default(OtherAct)
            : member.Level == Level.Heavy ? new OtherAct(dice.Between(8, 15), dice.Between(6, 25), dice.Between(30, 80))
            : new OtherAct(dice.Between(1, 2), dice.Between(0, 8), dice.Between(9, 30));
    }

    /// <summary>
    /// Heavy: every working day but at most one a week, and only where a week has three. Light: one sure day a week and about half of the others.
    /// Behind a veil or at the border: every working day.
    /// </summary>
    private bool IsActive(Member member, DateOnly day)
    {
        if (member.Level == Level.None || !member.Uses.Contains(day) || !member.Works(day))
        {
            return false;
        }

        if (member.Level is Level.JustHeavy or Level.JustLight || member.HiddenOn(day) != Hidden.No)
        {
            return true;
        }

        var mask = member.Week.Mask;
        var place = BitOperations.PopCount((uint)(mask & ((1 << ((int)day.DayOfWeek + 6) % 7) - 1)));
        var days = BitOperations.PopCount(mask);
        var week = Dice.Of(seed, member.Index, day.DayNumber / 7, 5);
        var special = week.Below(days) == place;
        return member.Level == Level.Heavy
            ? !special || days < 3 || !week.Chance(member.Kit == Kit.ClaudeCode ? 25 : 60)
            : special || (member.Habit != Habit.OneDay && Dice.Of(seed, member.Index, day.DayNumber, 6).Chance(45));
    }

    private static bool IsTurnOfClaude(Member member, DateOnly day) => ((day.DayNumber / 7) + member.Index) % 2 == 0;

    /// <summary>Work on a day off: it is reported and earns nothing.</summary>
    private static bool IsStray(Member member, DateOnly day, ref Dice dice) =>
        member.Level is Level.Light or Level.Heavy && member.Veil.How == Hidden.No && member.Uses.Contains(day) && member.IsEmployed(day) && !member.IsOnLeave(day)
        && !member.Works(day) && dice.Chance(member.Level == Level.Heavy ? 8 : 2);

    /// <summary>46 points and more.</summary>
    private static CopilotAct Heavy(Habit habit, ref Dice dice)
    {
        if (habit == Habit.Cli)
        {
            return new CopilotAct { CliPrompts = dice.Between(8, 24), CliSessions = dice.Between(1, 4) };
        }

        var act = habit == Habit.Agent
            ? new CopilotAct { Prompts = dice.Between(6, 18), AgentMode = true, Blocks = dice.Between(8, 20), BlocksTaken = dice.Between(6, 8), AgentEdits = dice.Between(0, 40) }
            : new CopilotAct { Prompts = dice.Between(8, 20), Blocks = dice.Between(10, 30), BlocksTaken = dice.Between(6, 10) };
        if (dice.Chance(35))
        {
            act = act with { Shown = dice.Between(20, 90), Accepted = dice.Between(5, 20) };
        }

        return act with { ReviewAsked = dice.Chance(10), ReviewCame = dice.Chance(5), CloudAgent = dice.Chance(6) };
    }

    /// <summary>1 to 20 points.</summary>
    private static CopilotAct Light(Habit habit, ref Dice dice) => habit switch
    {
        Habit.Cli => new CopilotAct { CliPrompts = 1, CliSessions = 1 },
        Habit.Cloud => new CopilotAct { CloudAgent = true, ReviewAsked = dice.Chance(15) },
        Habit.Completions => new CopilotAct { Shown = dice.Between(40, 90), Accepted = dice.Between(1, 40) },
        Habit.Agent => new CopilotAct { Prompts = 1, AgentMode = true, Blocks = dice.Between(1, 3), AgentEdits = dice.Between(0, 6) },
        _ => dice.Chance(75)
            ? new CopilotAct { Prompts = dice.Between(1, 4), Blocks = dice.Between(0, 5) }
            : new CopilotAct { Prompts = dice.Between(1, 2), Blocks = dice.Between(0, 3), Shown = dice.Between(8, 30), Accepted = dice.Between(1, 8) },
    };

    /// <summary>So many points, no more and no less: five for a prompt, one for an acceptance.</summary>
    private static CopilotAct Exactly(int points, ref Dice dice)
    {
        var prompts = dice.Between(2, 4);
        var accepted = points - (5 * prompts);
        return new CopilotAct { Prompts = prompts, Blocks = prompts, Shown = accepted + dice.Between(10, 40), Accepted = accepted };
    }
}
