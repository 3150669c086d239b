using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>Finds the commonest reason of days taken in order; of equally common ones the one seen last.</summary>
internal sealed class ReasonCount
{
    private readonly List<(Reason Reason, int Days, int Latest)> counts = [];
    private int added;

    public void Add(Reason reason)
    {
        var place = counts.FindIndex(one => one.Reason == reason);
        if (place < 0)
        {
            counts.Add((reason, 1, added++));
        }
        else
        {
            counts[place] = (reason, counts[place].Days + 1, added++);
        }
    }

    public Reason? Commonest() => counts.Count == 0 ? null : counts.MaxBy(one => (one.Days, one.Latest)).Reason;
}
