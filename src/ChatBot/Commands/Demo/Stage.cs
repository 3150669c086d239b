namespace ChatBot.Commands.Demo;

/// <summary>What every part needs: the order, dice for each question, and where declared gaps are noted.</summary>
internal sealed record Stage(DemoOrder Order, List<DeclaredGap> Gaps)
{
    /// <summary>Dice of a member for one question about their part.</summary>
    public Dice Ask(Member member, int question) => Dice.Of(Order.Seed, member.Index, 0, question);

    /// <summary>Heavy or light, and in which way.</summary>
    public void DrawLevel(Member member)
    {
        var dice = Ask(member, 11);
        member.Level = dice.Chance(42) ? Level.Heavy : Level.Light;
        member.Habit = member.Level == Level.Heavy
            ? dice.Pick<Habit>([Habit.Chat, Habit.Chat, Habit.Agent, Habit.Agent, Habit.Cli])
            : dice.Pick<Habit>([Habit.Chat, Habit.Chat, Habit.Completions, Habit.Completions, Habit.Agent, Habit.OneDay]);
    }

    /// <summary>The same for who has no part yet; a second part leaves the first one's level.</summary>
    public void EnsureLevel(Member member)
    {
        if (member.Planted.Count == 0)
        {
            DrawLevel(member);
        }
    }
}
