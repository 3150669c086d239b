using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>What happens to a whole group at once: a sealed line of business, an office behind a proxy, a team whose telemetry fell silent.</summary>
internal static class GroupParts
{
    /// <summary>Casts the groups and returns everybody else.</summary>
    public static IEnumerable<Member> Cast(Stage stage, IReadOnlyList<Member> members)
    {
        var order = stage.Order;
        var teams = members.Where(member => member.Team >= 0).GroupBy(member => member.Team).Select(team => team.ToArray()).ToList();
        var cast = new HashSet<Member>();
        var silent = PickTeam(order, teams);
        cast.UnionWith(silent);
        teams.Remove(silent);

        var sealedSpan = new DateSpan(order.First.AddDays(-90), null);
        foreach (var member in PickTeams(order, teams))
        {
            cast.Add(member);
            member.WorkArea = Places.SealedArea;
            member.Level = Level.None;
            member.SeatActivity = SeatActivity.Unreported;
            member.Plant(Situations.SealedArea, sealedSpan.From, null);
        }

        stage.Gaps.Add(new DeclaredGap("work_area", Places.SealedArea, "copilot", sealedSpan, Situations.SealedReason));

        var proxy = new DateSpan(order.Until.AddDays(-44), order.Until.AddDays(-31));
        foreach (var member in PickTeams(order, teams))
        {
            cast.Add(member);
            member.Office = Places.BehindProxy;
            member.Week = Places.BehindProxy.Week;
            member.Veil = (proxy, Hidden.ServerSideOnly);
            stage.DrawLevel(member);
            member.Plant(Situations.OfficeProxy, proxy.From, proxy.To);
        }

        stage.Gaps.Add(new DeclaredGap("office", Places.BehindProxy.Name, string.Empty, proxy, Situations.ProxyReason));

        var silence = new DateSpan(order.Until.AddDays(-35), order.Until.AddDays(-22));
        foreach (var member in silent)
        {
            member.Veil = (silence, Hidden.ServerSideOnly);
            stage.DrawLevel(member);
            member.Plant(Situations.TeamSilent, silence.From, silence.To);
        }

        return members.Where(member => member.Boss is not null && !cast.Contains(member));
    }

    /// <summary>The smallest team of at least 20; where there is none, the largest.</summary>
    private static Member[] PickTeam(DemoOrder order, IReadOnlyList<Member[]> teams) => order.People < 2000
        ? teams.MaxBy(team => team.Length)!
        : teams.Where(team => team.Length >= 20).MinBy(team => team.Length) ?? teams.MaxBy(team => team.Length)!;

    /// <summary>Takes the smallest teams, the last first, until the share is reached.</summary>
    private static List<Member> PickTeams(DemoOrder order, List<Member[]> teams)
    {
        var picked = new List<Member>();
        while (picked.Count < order.Share && teams.Count > 1)
        {
            var team = teams.AsEnumerable().Reverse().MinBy(team => team.Length)!;
            picked.AddRange(team);
            teams.Remove(team);
        }

        return picked;
    }
}
