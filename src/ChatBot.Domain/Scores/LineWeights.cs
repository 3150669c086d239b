using System.Text.Json;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>
/// Weight and cap of each signal, learnt from the lines themselves, so that a document states them once. Lines that follow from a day's tools and
/// these need not be written.
/// </summary>
internal sealed class LineWeights
{
    private const int NoCap = int.MaxValue;
    private readonly (bool Known, int Weight, int Cap)[] rules = new (bool, int, int)[(int)Signal.Generation + 1];

    public static LineWeights Read(JsonElement array)
    {
        var read = new LineWeights();
        foreach (var rule in array.EnumerateArray())
        {
            read.rules[rule[0].GetInt32()] = (true, rule[1].GetInt32(), rule.GetArrayLength() > 2 ? rule[2].GetInt32() : NoCap);
        }

        return read;
    }

    public static int PointsOf(IReadOnlyList<ScoreLine> lines)
    {
        var points = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            points += lines[i].Points;
        }

        return points;
    }

    public static bool UseOf(IReadOnlyList<ToolDay> tools)
    {
        for (var i = 0; i < tools.Count; i++)
        {
            if (tools[i].Use)
            {
                return true;
            }
        }

        return false;
    }

    public void Learn(IReadOnlyList<ScoreLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            ref var rule = ref rules[(int)line.Signal];
            if (!rule.Known)
            {
                rule = (true, 0, NoCap);
            }

            if (rule.Weight == 0 && line.Counted > 0)
            {
                rule.Weight = line.Points / line.Counted;
            }

            if (line.Counted < line.Count && line.Counted < rule.Cap)
            {
                rule.Cap = line.Counted;
            }
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("weights");
        for (var signal = (int)Signal.Prompt; signal < rules.Length; signal++)
        {
            if (rules[signal].Known)
            {
                json.WriteStartArray();
                json.WriteNumberValue(signal);
                json.WriteNumberValue(rules[signal].Weight);
                if (rules[signal].Cap != NoCap)
                {
                    json.WriteNumberValue(rules[signal].Cap);
                }

                json.WriteEndArray();
            }
        }

        json.WriteEndArray();
    }

    /// <summary>The lines that follow from an eligible day's tools; none for a day left out.</summary>
    public IReadOnlyList<ScoreLine> LinesOf(SheetDay day) => LinesOf(day.LeftOut, day.Tools);

    /// <inheritdoc cref="LinesOf(SheetDay)"/>
    public IReadOnlyList<ScoreLine> LinesOf(LeftOut leftOut, IReadOnlyList<ToolDay> tools)
    {
        if (leftOut != LeftOut.No || tools.Count == 0)
        {
            return [];
        }

        List<ScoreLine>? lines = null;
        for (var signal = Signal.Prompt; signal <= Signal.Generation; signal++)
        {
            var count = ScoredDay.Count(tools, signal);
            if (count > 0)
            {
                var (_, weight, cap) = rules[(int)signal];
                var counted = Math.Min(count, cap);
                (lines ??= new List<ScoreLine>(5)).Add(new ScoreLine(signal, count, counted, unchecked(counted * weight)));
            }
        }

        return lines is null ? [] : lines;
    }
}
