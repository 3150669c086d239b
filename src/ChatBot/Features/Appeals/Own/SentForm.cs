using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Appeals;

/// <summary>A form that was sent, every input of it checked.</summary>
/// <param name="Wrong">What is wrong with it; <see cref="FormSaid.Nothing"/> for nothing.</param>
/// <param name="Filled">What it was filled with, as far as it can be filled in again.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Parts">The days in dispute.</param>
internal sealed record SentForm(FormSaid Wrong, FormFilled Filled, Ground Ground, IReadOnlyList<AppealPart> Parts)
{
    /// <summary>More days than a sheet has to pick.</summary>
    private const int MostPicked = 40;

    /// <summary>These are about the whole of a sheet where nobody picks days.</summary>
    private static readonly Ground[] WholeByItself = [Ground.Removal, Ground.WrongWorkArea];

    /// <summary>These are about days, whatever tool was used on them.</summary>
    private static readonly Ground[] WithoutTool = [Ground.Leave, Ground.WrongWorkArea, Ground.ToolsNotAllowed, Ground.Removal];

    /// <summary>Reads a form about a sheet.</summary>
    public static SentForm Of(IReadOnlyDictionary<string, string> inputs, ScoreSheet sheet)
    {
        var ground = GroundOf(Input(AppealFormCard.GroundInput));
        var tool = AppealFormCard.ToolsOf(sheet).Where(one => one.Id == Input(AppealFormCard.ToolInput)).Select(one => (Tool?)one).FirstOrDefault();
        var picked = Input(AppealFormCard.DaysInput).Split(',', MostPicked, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var spans = picked.Select(value => DisputableDays.Read(value, sheet)).ToList();
        var (wrong, own) = Own(Input(AppealFormCard.FromInput), Input(AppealFormCard.ToInput), sheet);
        var text = WrittenText.Of(Input(AppealFormCard.TextInput));
        var chosen = spans.Append(own).OfType<DateSpan>().ToList();
        if (chosen.Count == 0 && ground is { } named && WholeByItself.Contains(named))
        {
            chosen.Add(DisputableDays.Whole(sheet));
        }

        return new SentForm(
            ground is null ? FormSaid.NoGround
            : wrong != FormSaid.Nothing ? wrong
            : spans.Contains(null) ? FormSaid.DaysOutside
            : chosen.Count == 0 ? FormSaid.NoDays
            : text.IsTooLong ? FormSaid.TextTooLong
            : FormSaid.Nothing,
            new FormFilled(
                ground is { } known ? ((int)known).ToString(CultureInfo.InvariantCulture) : string.Empty,
                tool?.Id ?? AppealFormCard.AnyTool,
                string.Join(',', picked.Where(value => DisputableDays.Read(value, sheet) is not null)),
                own is { } dates ? DisputableDays.Text(dates.From) : string.Empty,
                own is { To: { } last } ? DisputableDays.Text(last) : string.Empty,
                text),
            ground ?? Ground.Other,
            DisputableDays.Parts(chosen, ground is { } one && WithoutTool.Contains(one) ? null : tool));

        string Input(string name) => inputs.GetValueOrDefault(name, string.Empty);
    }

    private static Ground? GroundOf(string input) =>
        int.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((Ground)number) ? (Ground)number : null;

    /// <summary>Days by their dates; one date alone is one day.</summary>
    private static (FormSaid Wrong, DateSpan? Days) Own(string fromInput, string toInput, ScoreSheet sheet)
    {
        if (fromInput.Length == 0 && toInput.Length == 0)
        {
            return (FormSaid.Nothing, null);
        }

        var (from, to) = (DisputableDays.Day(fromInput.Length > 0 ? fromInput : toInput), DisputableDays.Day(toInput.Length > 0 ? toInput : fromInput));
        return from is not { } first || to is not { } last ? (FormSaid.DaysOutside, null)
            : first > last ? (FormSaid.DaysCrossed, null)
            : !DisputableDays.Within(sheet, first, last) ? (FormSaid.DaysOutside, null)
            : (FormSaid.Nothing, new DateSpan(first, last));
    }
}
