using System.Globalization;

namespace ChatBot.Cards.Rendering;

/// <summary>Draws a chart in SVG, hidden from screen readers, and beside it the same numbers as a table.</summary>
internal sealed class HtmlChart(Html html)
{
    private const double Width = 320;
    private const double Height = 120;

    /// <summary>Two values should look like two bars, not like two walls.</summary>
    private const double WidestBar = 40;

    public void Write(Chart chart)
    {
        html.Open("figure", ("class", "ac-chart"));
        if (chart.Title.Length > 0)
        {
            html.Element("figcaption", chart.Title, ("class", "ac-chart-title"));
        }

        html.Open("svg", ("class", "ac-chart-picture"), ("viewBox", "0 0 320 120"), ("aria-hidden", "true"), ("focusable", "false"));
        if (chart.IsLine)
        {
            Lines(chart);
        }
        else
        {
            Bars(chart);
        }

        html.Close("svg");
        Numbers(chart);
        html.Close("figure");
    }

    private static string Px(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Fill(string color, int series) => Classes.Named("fill", color) ?? string.Create(CultureInfo.InvariantCulture, $"ac-fill-{(series % 6) + 1}");

    private void Bars(Chart chart)
    {
        var labels = chart.Labels;
        var slot = Width / Math.Max(1, labels.Count);
        var series = Math.Max(1, chart.Series.Count);
        var bar = Math.Min(slot * 0.8 / series, WidestBar);
        var margin = (slot - (series * bar)) / 2;
        for (var l = 0; l < labels.Count; l++)
        {
            for (var s = 0; s < chart.Series.Count; s++)
            {
                var one = chart.Series[s];
                var height = chart.Largest > 0 ? Math.Max(0, Chart.At(one, labels[l]) ?? 0) / chart.Largest * Height : 0;
                var color = one.Points.FirstOrDefault(p => p.Label == labels[l]).Color is { Length: > 0 } own ? own : one.Color;
                html.Open(
                    "rect",
                    ("class", Fill(color, s)), ("x", Px((l * slot) + margin + (s * bar))), ("y", Px(Height - height)), ("width", Px(bar)), ("height", Px(height)));
                html.Close("rect");
            }
        }
    }

    private void Lines(Chart chart)
    {
        var labels = chart.Labels;
        var step = labels.Count > 1 ? Width / (labels.Count - 1) : 0;
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var series = chart.Series[s];
            var points = labels
                .Select((label, i) => (X: i * step, Y: Chart.At(series, label)))
                .Where(p => p.Y is not null)
                .Select(p => $"{Px(p.X)},{Px(Height - (chart.Largest > 0 ? p.Y!.Value / chart.Largest * Height : 0))}");
            html.Open("polyline", ("class", "ac-line " + Fill(series.Color, s)), ("points", string.Join(' ', points)), ("fill", "none"));
            html.Close("polyline");
        }
    }

    private void Numbers(Chart chart)
    {
        html.Open("table", ("class", "ac-chart-numbers"));
        if (chart.Series.Any(s => s.Legend.Length > 0) || chart.XTitle.Length > 0 || chart.YTitle.Length > 0)
        {
            html.Open("thead");
            html.Open("tr");
            html.Element("th", chart.XTitle, ("scope", "col"));
            foreach (var series in chart.Series)
            {
                html.Element("th", series.Legend.Length > 0 ? series.Legend : chart.YTitle, ("scope", "col"));
            }

            html.Close("tr");
            html.Close("thead");
        }

        html.Open("tbody");
        foreach (var label in chart.Labels)
        {
            html.Open("tr");
            html.Element("th", label, ("scope", "row"));
            foreach (var series in chart.Series)
            {
                html.Element("td", Chart.At(series, label)?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "");
            }

            html.Close("tr");
        }

        html.Close("tbody");
        html.Close("table");
    }
}
