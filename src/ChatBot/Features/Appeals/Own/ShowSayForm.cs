using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What is said above the form.</summary>
internal enum SayFormSaid
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Nothing was written.</summary>
    Empty,

    /// <summary>It is too long.</summary>
    TooLong,

    /// <summary>The case has moved on since the form was shown.</summary>
    MovedOn,
}

/// <summary>What <c>cards/appealsay.json</c> is given: a form to add something, or to answer a question.</summary>
/// <param name="Said">What is said above it.</param>
/// <param name="Reference">What people call the case.</param>
/// <param name="Question">What the reviewer asks; supplied text. Null where something is added.</param>
/// <param name="AnswerBy">Last day to answer.</param>
/// <param name="Text">What was written; supplied text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="MostLength">How long it may be.</param>
/// <param name="Verb">The command that takes it.</param>
/// <param name="Token">Token of the form's button.</param>
internal sealed record AppealSayCard(
    SayFormSaid Said, string Reference, Supplied? Question, string? AnswerBy, Supplied Text, string Length, string MostLength, string Verb, string Token)
{
    /// <summary>The form's input.</summary>
    public const string TextInput = "text";
}

/// <summary>Shows the form to add something to a case or to answer its question; without a case named, to the only one that is open.</summary>
internal sealed class ShowSayForm(PersonDoor door, BotDb db, OwnCards cards, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "appeals");
        if (OwnCase.IsNamed(asked))
        {
            return await OwnCase.Own(db, asked, cancel) is { } own
                ? own.Appeal.IsOpen ? await Form(db, own, SayFormSaid.Nothing, default, asked, cards, wording, cancel) : await cards.Of(own, AppealSaid.NotNow, asked, cancel)
                : OwnCards.Gone;
        }

        var cases = await file.Cases(cancel);
        return cases.Where(one => one.Appeal.IsOpen).ToList() switch
        {
            [] => cards.List(cases, AppealsSaid.NoneToAddTo, asked),
            [var only] => await Form(db, only, SayFormSaid.Nothing, default, asked, cards, wording, cancel),
            var several => cards.List(several, AppealsSaid.Which, asked),
        };
    }

    /// <summary>The form of a case that is open: an answer where a question is.</summary>
    public static async Task<Reply> Form(BotDb db, Case own, SayFormSaid said, WrittenText written, Asked asked, OwnCards cards, Wording wording, CancellationToken cancel)
    {
        var appeal = own.Appeal;
        var asks = appeal.State == AppealState.NeedsInfo;
        var question = asks ? (await Cases.History(db, appeal.Id, cancel)).LastOrDefault(step => step.What == nameof(AppealEvent.Ask))?.Text ?? string.Empty : null;
        var verb = asks ? OwnAppeals.Answer : OwnAppeals.Add;
        var text = written.Text ?? string.Empty;
        return new Reply(new CardContent("appealsay", new AppealSayCard(
            said,
            own.Reference,
            question is null ? null : new Supplied(question),
            appeal.AnswerBy is { } last ? wording.Day(last, appeal.Calendar.Day(asked.Now)) : null,
            new WrittenText(text).GivenBack ?? new Supplied(string.Empty),
            wording.Number(text.Length),
            wording.Number(WrittenText.MostCharacters),
            verb,
            cards.Token(verb, own, asked))));
    }
}
