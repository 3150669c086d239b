using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>Who joins, leaves, is away or works part of the week.</summary>
internal static class EmploymentParts
{
    public static void BeHired(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        StartOn(member, stage.Ask(member, 18).Day(stage.Order.Until.AddDays(-20), stage.Order.Until.AddDays(-5)));
        member.Plant(Situations.NewHire, member.Start, null);
    }

    public static void Join(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        StartOn(member, stage.Ask(member, 19).Day(stage.Order.Until.AddDays(-90), stage.Order.Until.AddDays(-40)));
        member.Plant(Situations.Joiner, member.Start, null);
    }

    private static void StartOn(Member member, DateOnly day) => (member.Start, member.SeatCreated) = (day, day);

    public static void Leave(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        var end = stage.Ask(member, 20).Day(stage.Order.Until.AddDays(-60), stage.Order.Until.AddDays(-2));
        member.End = end;
        member.HasSeat = false;
        member.Plant(Situations.Leaver, end, null);
    }

    public static void GoOnLeave(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        var dice = stage.Ask(member, 21);
        var from = dice.Day(stage.Order.Until.AddDays(-25), stage.Order.Until.AddDays(-3));
        var span = new DateSpan(from, dice.Chance(30) ? null : dice.Day(stage.Order.Until.AddDays(10), stage.Order.Until.AddDays(90)));
        member.Leave.Add(span);
        member.Plant(Situations.OnLeave, span.From, span.To);
    }

    /// <summary>Away since before the quarter and back for three to four weeks, or for one to two: the first have ten days to be judged by, the others not.</summary>
    public static void ReturnFromLongLeave(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        var dice = stage.Ask(member, 22);
        var back = dice.Chance(50) ? dice.Day(stage.Order.Until.AddDays(-28), stage.Order.Until.AddDays(-22)) : dice.Day(stage.Order.Until.AddDays(-13), stage.Order.Until.AddDays(-7));
        var span = new DateSpan(Days.Earlier(stage.Order.Quarter.First, stage.Order.Until.AddDays(-40)).AddDays(-20), back);
        member.Leave.Add(span);
        member.Plant(Situations.LongLeave, span.From, span.To);
    }

    public static void WorkPartTime(Stage stage, Member member, int days)
    {
        stage.EnsureLevel(member);
        if (member.Habit == Habit.OneDay)
        {
            member.Habit = Habit.Chat;
        }

        // Who works one day a week has too few days anyway; the day of the outage would only change the reason.
        var dice = stage.Ask(member, 24);
        var outage = stage.Order.OutageDay.DayOfWeek.ToString()[..3];
        ReadOnlySpan<string> weeks = days switch
        {
            1 => ["Mon", "Fri", .. ((string[])["Tue", "Wed", "Thu"]).Where(day => day != outage)],
            2 => ["Mon-Tue", "Tue;Thu", "Wed-Thu", "Thu-Fri"],
            3 => ["Mon-Wed", "Tue-Thu", "Mon;Wed;Fri", "Wed-Fri"],
            _ => ["Mon-Thu", "Tue-Fri", "Mon;Tue;Thu;Fri"],
        };
        _ = WorkingDays.TryParse(dice.Pick(weeks), out var week);
        member.Week = week;
        member.Plant(days switch { 1 => Situations.PartTime1, 2 => Situations.PartTime2, 3 => Situations.PartTime3, _ => Situations.PartTime4 }, stage.Order.First, null);
    }
}
