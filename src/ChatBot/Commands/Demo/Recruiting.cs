using System.Globalization;
using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>Makes the people: names, addresses, accounts, who reports to whom, where they sit. What they do comes with <see cref="Casting"/>.</summary>
internal static class Recruiting
{
    /// <summary>Everybody, bosses first.</summary>
    public static List<Member> Recruit(DemoOrder order)
    {
        var tree = Hierarchy.Draw(order);
        var members = new List<Member>(order.People);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var above = new List<Member>();
        for (var tier = 0; tier < tree.Tiers.Count; tier++)
        {
            var here = new List<Member>();
            for (var place = 0; place < tree.Tiers[tier]; place++)
            {
                var boss = tier == 0 ? null : above[(int)((long)place * above.Count / tree.Tiers[tier])];
                here.Add(Hire(order, members, taken, boss, -1));
            }

            above = here;
        }

        for (var team = 0; team < tree.TeamSizes.Count; team++)
        {
            for (var place = 0; place < tree.TeamSizes[team]; place++)
            {
                Hire(order, members, taken, above[team], team);
            }
        }

        return members;
    }

    private static Member Hire(DemoOrder order, List<Member> members, Dictionary<string, int> taken, Member? boss, int team)
    {
        var index = members.Count;
        var dice = Dice.Of(order.Seed, index, 0, 1);
        var (given, family) = Names.Pick(ref dice);
        var (first, last) = (Names.Plain(given), Names.Plain(family));
        var count = taken[$"{first}.{last}"] = taken.GetValueOrDefault($"{first}.{last}") + 1;
        var number = count == 1 ? string.Empty : count.ToString(CultureInfo.InvariantCulture);
        var office = boss is not null && dice.Chance(70) ? boss.Office : PickOffice(ref dice);
        var start = dice.Day(new DateOnly(2012, 1, 2), order.First.AddDays(-200));
        var member = new Member
        {
            Index = index,
            Name = $"{given} {family}",
            Email = $"{first}.{last}{number}@acme.example",
            Boss = boss,
            Team = team,
            WorkArea = PickArea(ref dice, boss),
            Office = office,
            Week = office.Week,
            Start = start,
            Login = $"{first}-{last}{number}_acme",
            SeatCreated = dice.Day(Days.Later(start, order.First.AddDays(-190)), order.First.AddDays(-20)),
        };
        member.ListedLogin = member.Login;
        members.Add(member);
        return member;
    }

    private static Office PickOffice(ref Dice dice)
    {
        var point = dice.Below(Places.Offices.Sum(office => office.Weight));
        foreach (var office in Places.Offices)
        {
            point -= office.Weight;
            if (point < 0)
            {
                return office;
            }
        }

        return Places.Offices[0];
    }

    /// <summary>Bosses two steps below the root choose a line of business, the first ones more often; below them it is the boss's.</summary>
    private static string PickArea(ref Dice dice, Member? boss)
    {
        if (boss?.Boss?.Boss is not null)
        {
            return boss.WorkArea;
        }

        var areas = Places.WorkAreas;
        return areas[Math.Min(dice.Below(areas.Count), dice.Below(areas.Count))];
    }
}
