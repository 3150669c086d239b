using System.Globalization;
using System.Text.Json;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>The days of a sheet on their way into a document; the form is <see cref="SheetDocument"/>'s.</summary>
internal sealed class SheetDays
{
    private readonly IReadOnlyList<SheetDay> days;
    private readonly List<Tool> tools = [];
    private readonly List<Reason> reasons = [];
    private readonly LineWeights weights = new();

    public SheetDays(IReadOnlyList<SheetDay> days)
    {
        this.days = days;
        for (var i = 0; i < days.Count; i++)
        {
            weights.Learn(days[i].Lines);
        }
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Date(JsonElement text) => DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Write(Utf8JsonWriter json, DateOnly expected)
    {
        json.WriteStartArray("days");
        for (var i = 0; i < days.Count;)
        {
            var run = 1;
            while (i + run < days.Count && days[i + run].Day.DayNumber == days[i].Day.DayNumber + run && IsAlike(days[i], days[i + run]))
            {
                run++;
            }

            Write(json, days[i], run, expected);
            expected = days[i].Day.AddDays(run);
            i += run;
        }

        json.WriteEndArray();
    }

    /// <summary>The tables that the days refer to, with the rubric's version between them in the order of keys.</summary>
    public void WriteTables(Utf8JsonWriter json, string rubric)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in reasons)
        {
            json.WriteStringValue(reason.Name);
        }

        json.WriteEndArray();
        json.WriteString("rubric", rubric);
        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            json.WriteStringValue(tool.Id);
        }

        json.WriteEndArray();
    }

    public void WriteWeights(Utf8JsonWriter json) => weights.Write(json);

    private void Write(Utf8JsonWriter json, SheetDay day, int run, DateOnly expected)
    {
        var follows = IsAlike(day.Lines, weights.LinesOf(day)) && day.Points == LineWeights.PointsOf(day.Lines) && day.Use == LineWeights.UseOf(day.Tools);
        if (follows && day is { LeftOut: LeftOut.No, Reason: null, Tools.Count: > 0 } && run == 1 && day.Day == expected)
        {
            WritePlain(json, day.Tools);
            return;
        }

        json.WriteStartObject();
        if (day.Day != expected)
        {
            json.WriteString("d", Text(day.Day));
        }

        if (!follows)
        {
            Write(json, day.Lines);
        }

        if (run > 1)
        {
            json.WriteNumber("n", run);
        }

        if (day.LeftOut != LeftOut.No)
        {
            json.WriteNumber("o", (int)day.LeftOut);
        }

        if (!follows)
        {
            json.WriteNumber("p", day.Points);
        }

        if (day.Reason is { } reason)
        {
            json.WriteNumber("r", Place(reasons, reason));
        }

        if (day.Tools.Count > 0)
        {
            json.WritePropertyName("t");
            Write(json, day.Tools);
        }

        if (!follows)
        {
            json.WriteBoolean("u", day.Use);
        }

        json.WriteEndObject();
    }

    /// <summary>A day that counts: its tools alone, and of the first tool, seen with use, only the signals.</summary>
    private void WritePlain(Utf8JsonWriter json, IReadOnlyList<ToolDay> all)
    {
        if (all is [{ Coverage: { State: CoverageState.Seen, Reason: null }, Use: true } only] && Place(tools, only.Tool) == 0)
        {
            json.WriteStartArray();
            Write(json, only.Signals);
            json.WriteEndArray();
        }
        else
        {
            Write(json, all);
        }
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<ScoreLine> lines)
    {
        json.WriteStartArray("l");
        foreach (var line in lines)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)line.Signal);
            json.WriteNumberValue(line.Count);
            json.WriteNumberValue(line.Counted);
            json.WriteNumberValue(line.Points);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void Write(Utf8JsonWriter json, IReadOnlyList<ToolDay> all)
    {
        json.WriteStartArray();
        for (var i = 0; i < all.Count; i++)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Place(tools, all[i].Tool));
            json.WriteNumberValue(((int)all[i].Coverage.State * 2) + (all[i].Use ? 1 : 0));
            if (all[i].Coverage is { State: CoverageState.NotMeasurable, Reason: { } reason })
            {
                json.WriteNumberValue(Place(reasons, reason));
            }

            Write(json, all[i].Signals);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Signals signals)
    {
        for (var signal = Signal.Prompt; signal <= LastOf(signals); signal++)
        {
            if (signals[signal] is { } count)
            {
                json.WriteNumberValue(count);
            }
            else
            {
                json.WriteNullValue();
            }
        }
    }

    private static Signal LastOf(Signals signals)
    {
        var last = Signal.Generation;
        while (last >= Signal.Prompt && signals[last] is null)
        {
            last--;
        }

        return last;
    }

    private static int Place<T>(List<T> table, T one)
    {
        var place = table.IndexOf(one);
        if (place < 0)
        {
            place = table.Count;
            table.Add(one);
        }

        return place;
    }

    private static bool IsAlike(SheetDay a, SheetDay b) =>
        a.LeftOut == b.LeftOut && a.Use == b.Use && a.Points == b.Points && a.Reason == b.Reason && IsAlike(a.Tools, b.Tools) && IsAlike(a.Lines, b.Lines);

    private static bool IsAlike<T>(IReadOnlyList<T> a, IReadOnlyList<T> b)
        where T : class, IEquatable<T>
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (!ReferenceEquals(a[i], b[i]) && !a[i].Equals(b[i]))
            {
                return false;
            }
        }

        return true;
    }
}
