using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>What goes wrong, or changes, between a person and their account on GitHub.</summary>
internal static class AccountParts
{
    /// <summary>The login changes, the id stays; the directory knows the new one or, where files are long enough to show it, still the old one.</summary>
    public static void Rename(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        var dice = stage.Ask(member, 14);
        var earliest = Days.Later(stage.Order.First.AddDays(10), stage.Order.Until.AddDays(-30));
        member.RenamedOn = dice.Day(earliest, stage.Order.Until.AddDays(-12));
        member.OldLogin = $"{member.Login[..member.Login.IndexOf('-', StringComparison.Ordinal)]}{member.Index}_acme";
        member.ListedLogin = dice.Chance(50) && earliest < stage.Order.Until ? member.OldLogin : member.Login;
        member.Plant(Situations.RenamedLogin, member.RenamedOn, null);
    }

    /// <summary>The directory knows no login, or one that was never seen.</summary>
    public static void LoseLogin(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        var dice = stage.Ask(member, 15);
        member.ListedLogin = dice.Chance(50) ? null : member.Login.Replace("_acme", "-old_acme", StringComparison.Ordinal);
        member.Linked = false;
        member.Plant(Situations.UnmatchedLogin, stage.Order.First, null);
    }

    public static void ShareLogin(Stage stage, Member owner, Member other)
    {
        stage.EnsureLevel(owner);
        other.Kit = Kit.None;
        other.ListedLogin = owner.Login;
        foreach (var member in (Member[])[owner, other])
        {
            member.Linked = false;
            member.Plant(Situations.AmbiguousLogin, stage.Order.First, null);
        }
    }

    /// <summary>Used Copilot before the quarter, then lost the seat; where the files begin later, the seat's end is all that is known.</summary>
    public static void LoseLicence(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        var last = stage.Order.Quarter.First.AddDays(-8);
        member.Uses = new DateSpan(DateOnly.MinValue, last);
        if (stage.Order.First > last.AddDays(-10))
        {
            member.SeatCancelled = last;
            member.SeatActivity = SeatActivity.Never;
            member.Level = Level.None;
        }
        else
        {
            member.HasSeat = false;
        }

        member.Plant(Situations.NoLicence, last.AddDays(1), null);
    }

    public static void GetNewSeat(Stage stage, Member member)
    {
        stage.EnsureLevel(member);
        member.SeatCreated = stage.Ask(member, 17).Day(stage.Order.Until.AddDays(-20), stage.Order.Until.AddDays(-5));
        member.Uses = new DateSpan(member.SeatCreated.AddDays(1), null);
        member.Plant(Situations.NewSeat, member.SeatCreated, null);
    }
}
