using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Digests;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>
/// Takes another day or time for the weekly summary, from a sentence, a button or the form. One at which nobody is written to is refused, with a button for
/// the nearest that is allowed; without either it shows the form.
/// </summary>
internal sealed class ChooseDigestTime(PersonDoor door, BotDb db, DigestTiming timing, TurnEffects effects, ActionTokens tokens, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var own = await OwnDigests.Of(door, db, timing, asked, cancel);
        var (day, time) = SaidWish.ReadTime(asked.Object.Length > 0 ? asked.Object : FromForm(asked.Turn));
        if (day is null && time is null)
        {
            return new Reply(new CardContent("digesttime", DigestTimeCard.Of(own, asked, tokens, wording)));
        }

        var wanted = new DigestChoice(day ?? own.Wish.Choice.Day, time ?? own.Wish.Choice.Time);
        var pattern = own.Recipient.Facts.WorkingDays.At(own.Day(asked.Now), WorkingDays.MondayToFriday);
        var answer = DigestTimes.Check(wanted, pattern, own.Hours.Hours);
        return new Reply(new CardContent("digestsettings", answer.IsAllowed ? Chosen(own, wanted, asked) : Refused(own, wanted, answer.Nearest, asked)));
    }

    private DigestSettingsCard Chosen(OwnDigests own, DigestChoice wanted, Asked asked)
    {
        effects.Choose(own, wanted, asked.Now);
        var after = own with { Wish = own.Wish with { Choice = wanted, Stopped = false } };
        return DigestSettingsCard.Of(own.Wish.Stopped ? DigestSaid.ChosenAndResumed : DigestSaid.Chosen, after, asked, tokens, wording);
    }

    private DigestSettingsCard Refused(OwnDigests own, DigestChoice wanted, DigestChoice nearest, Asked asked) =>
        DigestSettingsCard.Of(DigestSaid.Refused, own, asked, tokens, wording) with
        {
            Refused = DigestSettingsCard.InWords(wanted, wording),
            Nearest = DigestSettingsCard.InWords(nearest, wording),
            NearestToken = tokens.Mint(own.Recipient.Row.Id, DigestPhrases.Time, SaidWish.Time($"{nearest.Day} {wording.Time(nearest.Time)}"), asked.Now),
        };

    /// <summary>What was picked in the form; hostile until it is read as a day and a time.</summary>
    private static string FromForm(Turn turn) =>
        turn.Kind == TurnKind.Pressed ? SaidWish.Time($"{turn.Inputs.GetValueOrDefault(DigestTimeCard.DayInput)} {turn.Inputs.GetValueOrDefault(DigestTimeCard.TimeInput)}") : string.Empty;
}
