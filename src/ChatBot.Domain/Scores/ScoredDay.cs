using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>The lines of a day: counts over all tools, cut by the caps, times the weights.</summary>
internal static class ScoredDay
{
    public static ScoreLine[] Lines(IReadOnlyList<ToolDay> tools, Rubric rubric)
    {
        Span<int> counts = stackalloc int[(int)Signal.Generation + 1];
        var lines = 0;
        for (var signal = Signal.Prompt; signal <= Signal.Generation; signal++)
        {
            counts[(int)signal] = Count(tools, signal);
            lines += counts[(int)signal] > 0 ? 1 : 0;
        }

        var made = lines == 0 ? [] : new ScoreLine[lines];
        for (var (signal, line) = (Signal.Prompt, 0); line < lines; signal++)
        {
            if (counts[(int)signal] is > 0 and var count)
            {
                var rule = rubric[signal];
                var counted = Math.Min(count, rule.Cap);
                made[line++] = new ScoreLine(signal, count, counted, counted * rule.Weight);
            }
        }

        return made;
    }

    /// <summary>The count of a signal over all tools; what is not measured adds nothing.</summary>
    public static int Count(IReadOnlyList<ToolDay> tools, Signal signal)
    {
        var count = 0L;
        for (var i = 0; i < tools.Count; i++)
        {
            count += tools[i].Signals[signal] is > 0 and var seen ? seen : 0;
        }

        return (int)Math.Min(count, int.MaxValue);
    }
}
