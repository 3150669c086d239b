using System.Globalization;
using System.Text.Json;

namespace ChatBot.Domain.Scores;

/// <summary>The days of a sheet on their way into a document; the form is <see cref="SheetDocument"/>'s.</summary>
internal sealed class SheetDays
{
    private readonly IReadOnlyList<SheetDay> days;
    private readonly SheetTools tools = new();
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
            while (i + run < days.Count && days[i + run].Day.DayNumber == days[i].Day.DayNumber + run && Alike.Are(days[i], days[i + run]))
            {
                run++;
            }

            Write(json, days[i], run, expected);
            expected = days[i].Day.AddDays(run);
            i += run;
        }

        json.WriteEndArray();
    }

    /// <inheritdoc cref="SheetTools.WriteTables"/>
    public void WriteTables(Utf8JsonWriter json, string rubric) => tools.WriteTables(json, rubric);

    public void WriteWeights(Utf8JsonWriter json) => weights.Write(json);

    private void Write(Utf8JsonWriter json, SheetDay day, int run, DateOnly expected)
    {
        var follows = Alike.Are(day.Lines, weights.LinesOf(day)) && day.Points == LineWeights.PointsOf(day.Lines) && day.Use == LineWeights.UseOf(day.Tools);
        if (follows && day is { LeftOut: LeftOut.No, Reason: null, Tools.Count: > 0 } && run == 1 && day.Day == expected)
        {
            tools.WritePlain(json, day.Tools);
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
            json.WriteNumber("r", tools.Place(reason));
        }

        if (day.Tools.Count > 0)
        {
            json.WritePropertyName("t");
            tools.Write(json, day.Tools);
        }

        if (!follows)
        {
            json.WriteBoolean("u", day.Use);
        }

        json.WriteEndObject();
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
}
