using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Takes what somebody adds to their case, or answers. Nothing written is lost: where the case has moved on meanwhile, the form comes back with the text.
/// </summary>
internal sealed class SayMore(PersonDoor door, BotDb db, ActOnCase act, OwnCards cards, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        door.OpenOwn(asked, "appeals");
        var found = await OwnCase.Find(db, asked, cancel);
        var written = WrittenText.Of(asked.Turn.Inputs.GetValueOrDefault(AppealSayCard.TextInput));
        var isAnswer = asked.Understood.Row.Name == OwnAppeals.Answer;
        if (found is { Appeal.IsOpen: true } own && own.Appeal.Person == asked.Person
            && (written.IsEmpty ? SayFormSaid.Empty : written.IsTooLong ? SayFormSaid.TooLong : own.Version != asked.Version ? SayFormSaid.MovedOn : SayFormSaid.Nothing) is not SayFormSaid.Nothing and var wrong)
        {
            return await ShowSayForm.Form(db, own, wrong, written, asked, cards, wording, cancel);
        }

        AppealEvent happened = isAnswer ? new AppealEvent.Answer() : new AppealEvent.Add();
        var applied = await act.Do(found, happened, new Actor(asked.Person), asked.Now, written.Text, cancel);
        return await cards.Did(found, applied, happened, isAnswer ? AppealSaid.Answered : AppealSaid.Added, asked, written.Text, cancel);
    }
}
