using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>The days of use that rulings credit to one person.</summary>
internal sealed class Credits(IReadOnlyList<Correction> corrections, Rubric rubric)
{
    private readonly Correction.CreditDays[] all = corrections.Count == 0 ? [] : [.. corrections.OfType<Correction.CreditDays>()];

    /// <summary>The tools of a day on which the person was there, with the credited ones among them, in the order of their ids.</summary>
    public ToolDay[] On(DateOnly day, ToolDay[] tools)
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Span.Contains(day))
            {
                tools = With(all[i], tools);
            }
        }

        return tools;
    }

    /// <summary>The last settled day with a credit on which the person was there; null when there is none.</summary>
    public DateOnly? LastUse(Person person, SharedFacts facts)
    {
        DateOnly? last = null;
        foreach (var credit in all)
        {
            var settled = Settling.Last(facts.AsOf);
            for (var day = credit.Span.To < settled ? credit.Span.To.Value : settled; day >= credit.Span.From && day >= facts.FirstDay && !(last >= day); day = day.AddDays(-1))
            {
                if (Attendance.On(person, corrections, facts.Holidays, day) == LeftOut.No)
                {
                    last = day;
                }
            }
        }

        return last;
    }

    private ToolDay[] With(Correction.CreditDays credit, ToolDay[] tools)
    {
        var level = rubric.CreditLevels.GetValueOrDefault(credit.Level);
        var place = Array.FindIndex(tools, tool => tool.Tool == credit.Tool);
        var measured = place < 0 ? default : tools[place].Signals;
        var credited = new ToolDay(credit.Tool, Coverages.Credited, UsageDay.Larger(measured, level), Use: true);
        return place < 0
            ? [.. tools.Append(credited).OrderBy(tool => tool.Tool)]
            : [.. tools[..place], credited, .. tools[(place + 1)..]];
    }
}
