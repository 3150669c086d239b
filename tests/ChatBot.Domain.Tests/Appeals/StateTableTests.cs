using ChatBot.Domain.Appeals;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>Every state, event and actor: what becomes of it is written down here.</summary>
public sealed class StateTableTests
{
    /// <summary>
    /// Capitals are the state that follows: Filed, In review, Proposed (in review), Needs info, Ruled, Escalated, Q (escalated, proposed), L (ruled finally), Closed,
    /// Withdrawn. Small letters refuse: n not now, h held by another, d not due, s not by the same. Whoever has no line for an event is told that
    /// nothing is there, in every state; so is, by <c>-</c>, who ruled on the first level once the second has begun.
    /// </summary>
    private const string Table = """
                            Filed  InReview  Proposed  NeedsInfo  Ruled  Escalated0  Escalated1  RuledFinally  Closed  Withdrawn
        Add            A      F       I         P         N         n        E           E            n          n        n
        Answer         A      n       n         n         I         n        n           n            n          n        n
        Withdraw       A      W       W         W         W         n        W           n            n          n        n
        Escalate       A      n       n         n         n         E        n           n            n          n        n
        Claim          H      I       n         n         n         n        n           E            n          n        n
        Claim          O      I       h         h         h         n        h           E            n          n        n
        Claim          1      I       h         h         h         n        -           -            -          n        n
        Release        H      n       F         F         n         n        E           n            n          n        n
        Release        O      n       h         h         h         n        h           n            n          n        n
        Release        1      n       h         h         h         n        -           -            -          n        n
        Release        C      n       d         d         n         n        d           n            n          n        n
        Ask            H      n       N         N         n         n        n           n            n          n        n
        Ask            O      n       h         h         h         n        h           n            n          n        n
        Ask            1      n       h         h         h         n        -           -            -          n        n
        HandOver       H      n       I         I         N         n        E           n            n          n        n
        HandOver       O      n       h         h         h         n        h           n            n          n        n
        HandOver       1      n       h         h         h         n        -           -            -          n        n
        Uphold         H      n       R         R         n         n        L           n            n          n        n
        Uphold         O      n       h         h         h         n        h           n            n          n        n
        Uphold         1      n       h         h         h         n        -           -            -          n        n
        Decline        H      n       P         P         n         n        Q           n            n          n        n
        Decline        O      n       h         h         h         n        h           n            n          n        n
        Decline        1      n       h         h         h         n        -           -            -          n        n
        Agree          H      n       n         s         n         n        n           n            n          n        n
        Agree          O      n       n         R         n         n        n           n            n          n        n
        Agree          1      n       n         R         n         n        -           -            -          n        n
        Disagree       H      n       n         s         n         n        n           n            n          n        n
        Disagree       O      n       n         I         n         n        n           n            n          n        n
        Disagree       1      n       n         I         n         n        -           -            -          n        n
        Name           F      I       I         I         N         n        E           E            n          n        n
        AnswerTimeOver C      n       n         n         I         n        n           n            n          n        n
        ClockMissed    C      E       E         E         E         n        n           n            n          n        n
        Close          C      n       n         n         n         C        n           n            C          n        n
        """;

    private static readonly Dictionary<string, Guid?> Actors = new(StringComparer.Ordinal)
    {
        ["A"] = Cast.Appellant, ["H"] = Cast.Holder, ["O"] = Cast.Other, ["1"] = Cast.First, ["P"] = Cast.Peer, ["M"] = Cast.Manager, ["F"] = Cast.Office,
        ["S"] = Cast.Stranger, ["U"] = Cast.Id(999), ["C"] = null,
    };

    [Fact]
    public void Every_state_event_and_actor_gives_what_the_table_says()
    {
        var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var rows = lines.Skip(1).ToDictionary(cells => (cells[0], cells[1]), cells => cells[2..]);
        var cells = 0;
        foreach (var (name, place) in lines[0].Select((name, place) => (name, place)))
        {
            foreach (var happened in rows.Keys.Select(row => row.Item1).Distinct())
            {
                foreach (var (actor, person) in Actors)
                {
                    var expected = rows.TryGetValue((happened, actor), out var row) ? row[place] : "-";
                    Assert.Equal($"{name} {happened} {actor}: {expected}", $"{name} {happened} {actor}: {Told(Standing(name), happened, person)}");
                    cells++;
                }
            }
        }

        Assert.Equal(10 * 16 * 10, cells);
    }

    [Fact]
    public void What_does_not_exist_refuses_as_what_is_not_theirs() =>
        Assert.All(Actors.Values, actor => Assert.Equal(Refusal.NotThere, ((Appeal?)null).Refused(new AppealEvent.Claim(), actor)));

    private static Appeal Standing(string name)
    {
        var filed = Cast.New();
        var inReview = filed.After((new AppealEvent.Claim(), Cast.Holder));
        var ruled = filed.After((new AppealEvent.Claim(), Cast.First), (Cast.Uphold(filed), Cast.First));
        var escalated = filed.After((new AppealEvent.Claim(), Cast.First)).At(Cast.Filed.AddDays(15), (new AppealEvent.ClockMissed(), null), (new AppealEvent.Claim(), Cast.Holder));
        return name switch
        {
            "Filed" => filed,
            "InReview" => inReview,
            "Proposed" => inReview.After((Cast.Decline(filed), Cast.Holder)),
            "NeedsInfo" => inReview.After((new AppealEvent.Ask(), Cast.Holder)),
            "Ruled" => ruled,
            "Escalated0" => escalated,
            "Escalated1" => ruled.After((new AppealEvent.Escalate(), Cast.Appellant)),
            "RuledFinally" => escalated.After((Cast.Uphold(filed), Cast.Holder)),
            "Closed" => ruled.At(Cast.Filed.AddDays(60), (new AppealEvent.Close(), null)),
            _ => filed.After((new AppealEvent.Withdraw(), Cast.Appellant)),
        };
    }

    private static string Told(Appeal appeal, string name, Guid? actor)
    {
        // The clock's events come when they are due for all states; that they are refused earlier is tested beside the clocks.
        var now = Cast.Filed.AddDays(name is "AnswerTimeOver" or "ClockMissed" or "Close" ? 60 : 1);
        AppealEvent happened = name switch
        {
            "Add" => new AppealEvent.Add(),
            "Answer" => new AppealEvent.Answer(),
            "Withdraw" => new AppealEvent.Withdraw(),
            "Escalate" => new AppealEvent.Escalate(),
            "Claim" => new AppealEvent.Claim(),
            "Release" => new AppealEvent.Release(),
            "Ask" => new AppealEvent.Ask(),
            "HandOver" => new AppealEvent.HandOver(Cast.Other),
            "Uphold" => Cast.Uphold(appeal),
            "Decline" => Cast.Decline(appeal),
            "Agree" => new AppealEvent.Agree(),
            "Disagree" => new AppealEvent.Disagree(),
            "Name" => new AppealEvent.Name(Cast.Other),
            "AnswerTimeOver" => new AppealEvent.AnswerTimeOver(),
            "ClockMissed" => new AppealEvent.ClockMissed(),
            _ => new AppealEvent.Close(),
        };
        var applied = AppealRules.Apply(appeal, happened, new Actor(actor), now, Cast.Chart);
        return applied.Refusal switch
        {
            Refusal.NotThere => "-",
            Refusal.NotNow => "n",
            Refusal.HeldByAnother => "h",
            Refusal.NotDue => "d",
            Refusal.NotBySame => "s",
            { } other => other.ToString(),
            null when applied.Appeal!.Proposed is not null => applied.Appeal.State == AppealState.Escalated ? "Q" : "P",
            null => applied.Appeal.State == AppealState.RuledFinally ? "L" : applied.Appeal.State.ToString()[..1],
        };
    }
}
