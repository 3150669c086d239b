using System.Text.Json;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>The days of a sheet on their way out of a document; the form is <see cref="SheetDocument"/>'s.</summary>
internal sealed class SheetDaysReader(JsonElement root)
{
    private readonly Tool[] tools = [.. root.GetProperty("tools").EnumerateArray().Select(one => new Tool(one.GetString()!))];
    private readonly Reason[] reasons = [.. root.GetProperty("reasons").EnumerateArray().Select(one => new Reason(one.GetString()!))];
    private readonly LineWeights weights = LineWeights.Read(root.GetProperty("weights"));

    public IReadOnlyList<SheetDay> Read(DateOnly next)
    {
        var days = new List<SheetDay>();
        foreach (var run in root.GetProperty("days").EnumerateArray())
        {
            var day = run.ValueKind == JsonValueKind.Array ? PlainDay(run, next) : Day(run, next);
            var count = run.ValueKind == JsonValueKind.Object && run.TryGetProperty("n", out var n) ? n.GetInt32() : 1;
            for (var i = 0; i < count; i++)
            {
                days.Add(i == 0 ? day : day with { Day = day.Day.AddDays(i) });
            }

            next = day.Day.AddDays(count);
        }

        return days;
    }

    private SheetDay PlainDay(JsonElement plain, DateOnly day)
    {
        IReadOnlyList<ToolDay> onDay = plain.GetArrayLength() > 0 && plain[0].ValueKind == JsonValueKind.Array
            ? [.. plain.EnumerateArray().Select(Tool)]
            : [new ToolDay(tools[0], Coverages.Seen, Signals(plain, 0), Use: true)];
        var lines = weights.LinesOf(LeftOut.No, onDay);
        return new SheetDay(day, LeftOut.No, null, LineWeights.UseOf(onDay), LineWeights.PointsOf(lines), lines, onDay);
    }

    private SheetDay Day(JsonElement run, DateOnly next)
    {
        var leftOut = run.TryGetProperty("o", out var o) ? (LeftOut)o.GetInt32() : LeftOut.No;
        IReadOnlyList<ToolDay> onDay = run.TryGetProperty("t", out var t) ? [.. t.EnumerateArray().Select(Tool)] : [];
        var lines = run.TryGetProperty("l", out var l) ? [.. l.EnumerateArray().Select(Line)] : weights.LinesOf(leftOut, onDay);
        return new SheetDay(
            run.TryGetProperty("d", out var d) ? SheetDays.Date(d) : next,
            leftOut,
            run.TryGetProperty("r", out var r) ? reasons[r.GetInt32()] : null,
            run.TryGetProperty("u", out var u) ? u.GetBoolean() : LineWeights.UseOf(onDay),
            run.TryGetProperty("p", out var p) ? p.GetInt32() : LineWeights.PointsOf(lines),
            lines,
            onDay);
    }

    private static ScoreLine Line(JsonElement line) => new((Signal)line[0].GetInt32(), line[1].GetInt32(), line[2].GetInt32(), line[3].GetInt32());

    private ToolDay Tool(JsonElement tool)
    {
        var state = (CoverageState)(tool[1].GetInt32() / 2);
        var signals = state == CoverageState.NotMeasurable ? 3 : 2;
        return new ToolDay(
            tools[tool[0].GetInt32()],
            new Coverage(state, state == CoverageState.NotMeasurable ? reasons[tool[2].GetInt32()] : null),
            Signals(tool, signals),
            tool[1].GetInt32() % 2 == 1);
    }

    private static Signals Signals(JsonElement array, int first)
    {
        return new Signals(At(0), At(1), At(2), At(3), At(4));

        int? At(int place) =>
            first + place < array.GetArrayLength() && array[first + place] is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : null;
    }
}
