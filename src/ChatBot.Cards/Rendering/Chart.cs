using System.Text.Json.Nodes;

namespace ChatBot.Cards.Rendering;

internal readonly record struct Point(string Label, double Value, string Color);

internal sealed record Series(string Legend, IReadOnlyList<Point> Points, string Color);

/// <summary>A Chart.* element as labels and numbers, whichever kind it is.</summary>
internal sealed record Chart(string Title, string XTitle, string YTitle, bool IsLine, IReadOnlyList<Series> Series)
{
    /// <summary>Labels of all series in the order they first appear.</summary>
    public IReadOnlyList<string> Labels => [.. Series.SelectMany(s => s.Points).Select(p => p.Label).Distinct(StringComparer.Ordinal)];

    public double Largest => Series.SelectMany(s => s.Points).Select(p => p.Value).DefaultIfEmpty(0).Max();

    /// <summary>The chart's numbers, or null for a kind that is not known: then its fallback is shown.</summary>
    public static Chart? Read(JsonObject element)
    {
        IReadOnlyList<Series>? series = element.Kind() switch
        {
            "Chart.Donut" or "Chart.Pie" => [One(element, "legend", "value")],
            "Chart.VerticalBar" or "Chart.HorizontalBar" => [One(element, "x", "y")],
            "Chart.VerticalBar.Grouped" or "Chart.Line" => [.. element.List("data").Select(d => new Series(d.Text("legend"), Points(d, "values", "x", "y"), d.Text("color")))],
            "Chart.HorizontalBar.Stacked" => Turned(element),
            "Chart.Gauge" => [new("", [new(element.Text("subLabel"), CardJson.Number(element["value"]) ?? 0, "")], "")],
            _ => null,
        };
        return series is null ? null : new(element.Text("title"), element.Text("xAxisTitle"), element.Text("yAxisTitle"), element.Kind() == "Chart.Line", series);
    }

    public static double? At(Series series, string label) =>
        series.Points.Any(p => p.Label == label) ? series.Points.First(p => p.Label == label).Value : null;

    private static Series One(JsonObject element, string label, string value) => new("", Points(element, "data", label, value), element.Text("color"));

    private static IReadOnlyList<Point> Points(JsonObject holder, string list, string label, string value) =>
        [.. holder.List(list).Select(p => new Point(p.Text(label), CardJson.Number(p[value]) ?? 0, p.Text("color")))];

    /// <summary>A stacked bar has its rows outside and its legends inside; here a series is one legend.</summary>
    private static IReadOnlyList<Series> Turned(JsonObject element) =>
    [
        .. element.List("data")
            .SelectMany(row => row.List("data").Select(p => (Legend: p.Text("legend"), Color: p.Text("color"), Point: new Point(row.Text("title"), CardJson.Number(p["value"]) ?? 0, p.Text("color")))))
            .GroupBy(p => p.Legend, StringComparer.Ordinal)
            .Select(g => new Series(g.Key, [.. g.Select(p => p.Point)], g.First().Color)),
    ];
}
