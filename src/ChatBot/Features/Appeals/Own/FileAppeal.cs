using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Files an appeal from its form. The verdict is under review from the commit of this turn on. Whatever is refused has its own sentence: a form that is not
/// whole comes back as it was filled in, and where there is such an appeal already, that is shown.
/// </summary>
internal sealed class FileAppeal(
    PersonDoor door, ActOnCase act, CaseNews news, TurnEffects effects, ActionTokens tokens, OwnCards cards, Rubric rubric, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "appeal");
        var sheet = await Contested.Sheet(file, asked.Object, asked.Today, rubric, cancel);
        var sent = SentForm.Of(asked.Turn.Inputs, sheet);
        if (sent.Wrong != FormSaid.Nothing)
        {
            // Without any input it is not a form that was sent, but a fresh button of one that was.
            return ShowAppealForm.Form(sheet, asked.Turn.Inputs.ContainsKey(AppealFormCard.GroundInput) ? sent.Wrong : FormSaid.Nothing, sent.Filled, asked, tokens, wording);
        }

        var known = await file.Known(asked.Today, cancel);
        var told = await file.LastTold(sheet.Quarter, cancel);
        var earlier = await file.Cases(cancel);
        var country = known.Facts.Country.At(asked.Today, string.Empty);
        var contest = new Contest(Guid.CreateVersion7(asked.Now), file.Person, sheet.Quarter, sent.Ground, sent.Parts, told?.At, await SetBy(file, sent.Parts, cancel));
        var calendar = CaseCalendar.Of(country, known.Zone, await file.Holidays(cancel), asked.Now);
        var applied = Filing.File(contest, [.. earlier.Select(one => one.Appeal)], calendar, asked.Now);
        if (applied.Appeal is not { } appeal)
        {
            return await Refused(applied.Refusal!.Value, contest, earlier, calendar, sheet, sent, asked, cancel);
        }

        var contested = told?.Sheet ?? (await file.Sheet(sheet.Quarter, asked.Today, cancel)).Id;
        var filed = new Case(appeal, CaseReference.New(), 1, contested, known.Facts.WorkArea.At(asked.Today, string.Empty));
        var chart = await act.Chart(filed, new Actor(file.Person), null, asked.Now, cancel);
        effects.Change(async (store, stop) =>
        {
            await Cases.Add(store, filed, asked.Now, sent.Filled.Text.IsEmpty ? null : sent.Filled.Text.Text, stop);
            await news.Write(store, filed, null, chart, asked.Now, stop);
        });
        var said = sent.Parts.SequenceEqual(appeal.Parts) ? AppealSaid.Filed : AppealSaid.FiledInPart;
        return cards.Of(filed, [new AppealEventRow { Appeal = appeal.Id, Version = 1, At = asked.Now, What = "Filed", Actor = file.Person, Text = sent.Filled.Text.Text }], said, asked);
    }

    private async Task<Reply> Refused(
        Refusal refusal, Contest contest, IReadOnlyList<Case> earlier, CaseCalendar calendar, ScoreSheet sheet, SentForm sent, Asked asked, CancellationToken cancel)
    {
        var same = earlier.Where(one => one.Appeal.Quarter == contest.Quarter && one.Appeal.Ground == contest.Ground && one.Appeal.State != AppealState.Withdrawn).ToList();
        return refusal switch
        {
            Refusal.AnotherIsOpen => await cards.Of(same.First(one => one.Appeal.IsOpen), AppealSaid.OpenAlready, asked, cancel),
            Refusal.ContestedBefore => await cards.Of(Decided(same, contest, asked.Now), AppealSaid.DecidedBefore, asked, cancel),
            Refusal.WindowClosed => cards.List(
                earlier, AppealsSaid.WindowClosed, asked, wording.Day(Filing.LastDay(calendar.Day(contest.ToldAt!.Value)), asked.Today)),
            _ => ShowAppealForm.Form(sheet, FormSaid.NoDays, sent.Filled, asked, tokens, wording),
        };
    }

    /// <summary>Of the cases that ruled on these days, the one that can be taken further, else the latest.</summary>
    private static Case Decided(List<Case> same, Contest contest, DateTimeOffset now)
    {
        var about = same.Where(one => one.Appeal.Parts.Any(part => contest.Parts.Any(wanted => part.From <= wanted.To && part.To >= wanted.From))).ToList();
        return about.Find(one => WriteAppeal.MayEscalate(one.Appeal, now)) ?? about[0];
    }

    /// <summary>Whoever set something about the disputed days by an earlier ruling.</summary>
    private static async Task<IReadOnlyList<Guid>> SetBy(PersonFile file, IReadOnlyList<AppealPart> parts, CancellationToken cancel) =>
        [.. (await file.CorrectionsSet(cancel)).Where(one => parts.Any(part => Touches(one.Correction, part))).Select(one => one.SetBy).Distinct()];

    private static bool Touches(Correction correction, AppealPart part) => correction switch
    {
        Correction.ExcludeDays exclude => Meet(exclude.Span, part),
        Correction.CreditDays credit => Meet(credit.Span, part),
        Correction.ChangeWorkArea area => Meet(area.Span, part),
        Correction.ChangeWorkingPattern pattern => Meet(pattern.Span, part),
        _ => true,
    };

    private static bool Meet(DateSpan span, AppealPart part) => span.From <= part.To && !(span.To < part.From);
}
