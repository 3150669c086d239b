using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Answers "this is wrong" with the form, filled in as far as the sentence says. It files nothing.</summary>
internal sealed class ShowAppealForm(PersonDoor door, ActionTokens tokens, Rubric rubric, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "score lines");
        var said = asked.Turn.Kind == TurnKind.Typed ? SaidAppeal.Of(asked.Turn.Text, asked.Today) : default;
        var sheet = await Contested.Sheet(file, said.Days is { } days ? Quarter.Of(days.From).ToString() : asked.Turn.Inputs.GetValueOrDefault("quarter"), asked.Today, rubric, cancel);
        return Form(sheet, FormSaid.Nothing, Filled(said, sheet), asked, tokens, wording);
    }

    /// <summary>The form about a sheet, its token made for the sheet's quarter.</summary>
    public static Reply Form(ScoreSheet sheet, FormSaid said, FormFilled filled, Asked asked, ActionTokens tokens, Wording wording)
    {
        var token = tokens.Mint(asked.Self.Person!.Value, OwnAppeals.File, sheet.Quarter.ToString(), asked.Now);
        return new Reply(new CardContent("appealform", AppealFormCard.Of(sheet, said, filled, token, asked.Today, wording)));
    }

    private static FormFilled Filled(SaidAppeal said, ScoreSheet sheet)
    {
        var whole = DisputableDays.Whole(sheet);
        var (from, to) = said.Days is { } days ? (Later(days.From, whole.From), Earlier(days.To!.Value, whole.To!.Value)) : (DateOnly.MaxValue, DateOnly.MinValue);
        var named = from <= to;
        return FormFilled.Empty with
        {
            Ground = said.Ground is { } ground ? ((int)ground).ToString(CultureInfo.InvariantCulture) : string.Empty,
            Tool = said.Tool?.Id ?? AppealFormCard.AnyTool,
            From = named ? DisputableDays.Text(from) : string.Empty,
            To = named ? DisputableDays.Text(to) : string.Empty,
        };
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>Which sheet is contested.</summary>
internal static class Contested
{
    /// <summary>The sheet of the quarter named by a button or a sentence, where it can have one; else the one that the person is told of today.</summary>
    public static async Task<ScoreSheet> Sheet(PersonFile file, string? named, DateOnly today, Rubric rubric, CancellationToken cancel)
    {
        if (Quarter.TryParse(named, out var quarter) && quarter <= Quarter.Of(today) && quarter.Year >= today.Year - 2)
        {
            return (await file.Sheet(quarter, today, cancel)).Sheet;
        }

        var current = (await file.Sheet(Quarter.Of(today), today, cancel)).Sheet;
        return ToldSheets.IsYoung(current, rubric) && (await file.Sheet(Quarter.Of(today).Previous, today, cancel)).Sheet is var last && ToldSheets.MayStandIn(last) ? last : current;
    }
}
