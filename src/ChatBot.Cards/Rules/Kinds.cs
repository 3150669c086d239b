namespace ChatBot.Cards.Rules;

/// <summary>The kinds that a card may be made of. A test holds that each channel's renderer knows every one.</summary>
internal static class Kinds
{
    public static IReadOnlyList<string> Charts { get; } =
        ["Chart.Donut", "Chart.Pie", "Chart.VerticalBar", "Chart.VerticalBar.Grouped", "Chart.HorizontalBar", "Chart.HorizontalBar.Stacked", "Chart.Line", "Chart.Gauge"];

    public static IReadOnlyList<string> Inputs { get; } = ["Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Toggle"];

    public static IReadOnlyList<string> Elements { get; } =
        ["TextBlock", "RichTextBlock", "FactSet", "ColumnSet", "Container", "Table", "Image", "ActionSet", .. Charts, .. Inputs];

    public static IReadOnlyList<string> Actions { get; } = ["Action.Execute", "Action.OpenUrl"];
}
