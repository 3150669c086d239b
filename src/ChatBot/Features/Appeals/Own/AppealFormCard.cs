using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Appeals;

/// <summary>What is said above the form.</summary>
internal enum FormSaid
{
    /// <summary>Nothing was wrong; it is the first look.</summary>
    Nothing,

    /// <summary>No ground was picked.</summary>
    NoGround,

    /// <summary>No days were picked.</summary>
    NoDays,

    /// <summary>Days that the sheet does not have.</summary>
    DaysOutside,

    /// <summary>The last day lies before the first.</summary>
    DaysCrossed,

    /// <summary>The text is too long.</summary>
    TextTooLong,
}

/// <summary>What a form has been filled with, by its person or from what they said.</summary>
/// <param name="Ground">The ground's number; empty for none.</param>
/// <param name="Tool">The tool's id, or <see cref="AppealFormCard.AnyTool"/>.</param>
/// <param name="Days">Values of the days, with commas between.</param>
/// <param name="From">The first of further days; empty for none.</param>
/// <param name="To">The last of them.</param>
/// <param name="Text">What was written.</param>
internal readonly record struct FormFilled(string Ground, string Tool, string Days, string From, string To, WrittenText Text)
{
    /// <summary>Nothing filled in.</summary>
    public static FormFilled Empty => new(string.Empty, AppealFormCard.AnyTool, string.Empty, string.Empty, string.Empty, new WrittenText(string.Empty));
}

/// <summary>What <c>cards/appealform.json</c> is given: ground, days, and what the person wants to say.</summary>
internal sealed record AppealFormCard
{
    /// <summary>The form's inputs.</summary>
    public const string GroundInput = "ground", ToolInput = "tool", DaysInput = "days", FromInput = "from", ToInput = "to", TextInput = "text";

    /// <summary>The value of no certain tool.</summary>
    public const string AnyTool = "any";

    /// <summary>What is said above it.</summary>
    public required FormSaid Said { get; init; }

    /// <summary>The quarter in words.</summary>
    public required string Quarter { get; init; }

    /// <summary>The first day that can be in dispute, in words.</summary>
    public required string First { get; init; }

    /// <summary>The last one.</summary>
    public required string Last { get; init; }

    /// <summary>The same for date inputs.</summary>
    public required string Min { get; init; }

    /// <summary>The last one for date inputs.</summary>
    public required string Max { get; init; }

    /// <summary>The ground as filled in.</summary>
    public required string Ground { get; init; }

    /// <summary>All grounds.</summary>
    public required IReadOnlyList<AppealPick> Grounds { get; init; }

    /// <summary>The tool as filled in.</summary>
    public required string Tool { get; init; }

    /// <summary>All tools.</summary>
    public required IReadOnlyList<AppealPick> Tools { get; init; }

    /// <summary>The days as filled in.</summary>
    public required string Picked { get; init; }

    /// <summary>The days that can be picked.</summary>
    public required IReadOnlyList<AppealPick> Days { get; init; }

    /// <summary>The first of further days.</summary>
    public required string From { get; init; }

    /// <summary>The last of further days.</summary>
    public required string To { get; init; }

    /// <summary>What was written; supplied text.</summary>
    public required Supplied Text { get; init; }

    /// <summary>How long the text is, where it is too long.</summary>
    public required string Length { get; init; }

    /// <summary>How long it may be.</summary>
    public required string MostLength { get; init; }

    /// <summary>Working days until the decision.</summary>
    public required string RulingDays { get; init; }

    /// <summary>Token of the form's button.</summary>
    public required string Token { get; init; }

    /// <summary>The card.</summary>
    public static AppealFormCard Of(ScoreSheet sheet, FormSaid said, FormFilled filled, string token, DateOnly today, Wording wording)
    {
        var whole = DisputableDays.Whole(sheet);
        return new AppealFormCard
        {
            Said = said,
            Quarter = wording.Quarter(sheet.Quarter),
            First = wording.Day(whole.From, today),
            Last = wording.Day(whole.To!.Value, today),
            Min = DisputableDays.Text(whole.From),
            Max = DisputableDays.Text(whole.To.Value),
            Ground = filled.Ground,
            Grounds = [.. Enum.GetValues<Ground>().Select(ground => new AppealPick(AppealWords.Of(ground), ((int)ground).ToString(System.Globalization.CultureInfo.InvariantCulture)))],
            Tool = filled.Tool,
            Tools = [new AppealPick("No certain one", AnyTool), .. ToolsOf(sheet).Select(tool => new AppealPick(wording.Name(tool), tool.Id))],
            Picked = filled.Days,
            Days = DisputableDays.Of(sheet, wording),
            From = filled.From,
            To = filled.To,
            Text = filled.Text.GivenBack ?? new Supplied(string.Empty),
            Length = wording.Number(filled.Text.Text.Length),
            MostLength = wording.Number(WrittenText.MostCharacters),
            RulingDays = wording.Count(CaseClock.RulingDays, "working day"),
            Token = token,
        };
    }

    /// <summary>The tools that can be named: those that are known by name, and what else the sheet has.</summary>
    public static IEnumerable<Tool> ToolsOf(ScoreSheet sheet) =>
        new[] { Domain.Usage.Tool.Copilot, Domain.Usage.Tool.ClaudeCode, Domain.Usage.Tool.ChatGpt }.Union(sheet.Days.SelectMany(day => day.Tools).Select(tool => tool.Tool)).Take(20);
}
