using System.Text.Json;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>The tools of a sheet's days on their way into a document, and the tables they refer to; the form is <see cref="SheetDocument"/>'s.</summary>
internal sealed class SheetTools
{
    private readonly List<Tool> tools = [];
    private readonly List<Reason> reasons = [];

    public int Place(Reason reason) => Place(reasons, reason);

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

    /// <summary>A day that counts: its tools alone, and of the first tool, seen with use, only the signals.</summary>
    public void WritePlain(Utf8JsonWriter json, IReadOnlyList<ToolDay> all)
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

    public void Write(Utf8JsonWriter json, IReadOnlyList<ToolDay> all)
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
}
