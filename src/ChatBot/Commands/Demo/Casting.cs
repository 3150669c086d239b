namespace ChatBot.Commands.Demo;

/// <summary>Gives everybody a part: first whole teams and an office, then each planted situation its share of people, then the ordinary rest.</summary>
internal static class Casting
{
    /// <summary>Casts the members and returns the gaps that an operator would have declared.</summary>
    public static IReadOnlyList<DeclaredGap> Cast(DemoOrder order, IReadOnlyList<Member> members)
    {
        var stage = new Stage(order, []);
        var free = new Queue<Member>(Shuffled(order, GroupParts.Cast(stage, members)));
        for (var pair = 0; pair < (order.Share + 1) / 2; pair++)
        {
            AccountParts.ShareLogin(stage, free.Dequeue(), free.Dequeue());
        }

        Play(stage, Parts.Alone, order.Share, free);
        Play(stage, Parts.Doubled, Math.Max(1, order.Share / 2), free);
        GrantRoles(order, free);
        foreach (var member in free.Prepend(members[0]))
        {
            UsageParts.PlayOrdinary(stage, member);
        }

        return stage.Gaps;
    }

    private static void Play(Stage stage, IEnumerable<Part> parts, int share, Queue<Member> free)
    {
        foreach (var part in parts)
        {
            for (var each = 0; each < share && free.Count > 0; each++)
            {
                part(stage, free.Dequeue());
            }
        }
    }

    private static Member[] Shuffled(DemoOrder order, IEnumerable<Member> members)
    {
        var deck = members.ToArray();
        var dice = Dice.Of(order.Seed, -1, 0, 2);
        for (var card = deck.Length - 1; card > 0; card--)
        {
            var other = dice.Below(card + 1);
            (deck[card], deck[other]) = (deck[other], deck[card]);
        }

        return deck;
    }

    /// <summary>Each from a team of their own, and by turns from every part of the company: so that whoever appeals has a reviewer, and another for the second level.</summary>
    private static void GrantRoles(DemoOrder order, IEnumerable<Member> free)
    {
        var reviewers = Math.Clamp(order.People / 1000, 4, 20);
        var apart = free.Where(member => member.Team >= 0).DistinctBy(member => member.Team)
            .GroupBy(Top).SelectMany(part => part.Select((member, turn) => (Member: member, Turn: turn))).OrderBy(one => one.Turn).Select(one => one.Member);
        foreach (var (member, place) in apart.Take(reviewers + 4).Select((member, place) => (member, place)))
        {
            member.Roles = place switch
            {
                0 => "auditor",
                1 or 2 => "programme-office",
                3 => "reviewer;programme-office",
                _ => "reviewer",
            };
        }
    }

    /// <summary>Whoever of those above a member reports to the root.</summary>
    private static Member Top(Member member) => member.Boss is { Boss: not null } boss ? Top(boss) : member;
}
