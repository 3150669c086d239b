using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>Answers "what's my score?": the verdict, the number, why, as of when, and what is not known.</summary>
internal sealed class ShowScore(PersonDoor door, Rubric rubric, Wording wording) : IHandler
{
    private const int MostUnseenLines = 2;

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "score");
        var shown = await ShownSheet.Of(file, asked.Today, rubric, cancel);
        var standing = await OwnStanding.Of(file, shown, rubric, wording, cancel);
        var card = Card(shown, standing, rubric, wording) with { AskedForList = SpeaksOfList(asked.Turn.Text) };
        return new Reply(new CardContent("score", card), shown.Told.Id);
    }

    /// <summary>The card's data.</summary>
    public static ScoreCard Card(ShownSheet shown, StandingLine? standing, Rubric rubric, Wording wording)
    {
        var sheet = shown.Told.Sheet;
        var reason = shown.Verdict.Reason;
        var unseen = Unseen.Of(sheet.Days, wording, but: reason);
        var over = Overlay.Of(shown.Verdict.Kind, shown.Known, shown.Today, wording);
        var settledTo = SettledDay.Last(sheet.Quarter, shown.Today);
        return new ScoreCard
        {
            Verdict = shown.Verdict.Kind,
            Title = wording.Sentence(wording.Name(shown.Verdict.Kind)),
            Since = over.Since,
            Until = over.Until,
            Quarter = wording.Quarter(sheet.Quarter),
            QuarterId = sheet.Quarter.ToString(),
            AsOf = wording.Day(shown.Today),
            SettledTo = wording.Day(settledTo, shown.Today),
            MoreToSettle = settledTo < sheet.Quarter.Last,
            Score = wording.Score(sheet.Score),
            HasScore = sheet.EligibleDays > 0,
            ActiveDays = wording.Number(sheet.ActiveDays),
            CountedDays = wording.Count(sheet.EligibleDays, "counted day"),
            Borderline = sheet.Borderline,
            OnlyDaysLacking = sheet.Verdict == SheetVerdict.Light && sheet.Score >= rubric.HeavyScore,
            HeavyFrom = wording.Score(rubric.HeavyScore),
            HeavyShare = wording.Percent(rubric.HeavyRate),
            LastUse = sheet.LastUse is { } day ? wording.Day(day, shown.Today) : null,
            Reason = reason is { } why ? wording.Of(why) : null,
            Declared = Unseen.Declared(reason),
            Needed = wording.Number(rubric.NeededDays),
            TooFewDays = sheet.EligibleDays < rubric.NeededDays,
            Young = shown.IsLastQuarters ? Young(shown.Current, rubric, wording) : null,
            LastDay = shown.Known.Facts.EndDate is { } last ? wording.Day(last, shown.Today) : null,
            NotSeen = [.. unseen.Take(MostUnseenLines)],
            MoreNotSeen = unseen.Count > MostUnseenLines,
            Standing = standing,
            ClaudeReportsNoPrompts = UsesClaudeCode(sheet),
            ClaudeMost = wording.Number(rubric.Most(Signal.AgentSession) + rubric.Most(Signal.Acceptance)),
            AskedForList = false,
            Rubric = sheet.Rubric,
        };
    }

    private static YoungQuarter Young(ScoreSheet current, Rubric rubric, Wording wording) => new(
        wording.Quarter(current.Quarter),
        wording.Number(current.EligibleDays),
        wording.Count(rubric.NeededDays, "day"),
        current.Reason is { } reason && reason != Reason.TooFewDays ? wording.Of(reason).Short : null);

    private static bool UsesClaudeCode(ScoreSheet sheet) =>
        sheet.Days.Any(day => day.LeftOut == LeftOut.No && day.Tools.Any(tool => tool.Tool == Tool.ClaudeCode && tool.Use));

    private static bool SpeaksOfList(string text) => TypedWords.Of(text).Any(word => word.Text is "list" or "naughty" or "naughtylist");
}
