using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What is said above a reviewer's form about a text in it.</summary>
internal enum QuestionSaid
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Nothing was written.</summary>
    Empty,

    /// <summary>It is too long.</summary>
    TooLong,

    /// <summary>The case has moved on since the form was shown.</summary>
    Moved,
}

/// <summary>What <c>cards/caseask.json</c> is given: a form for a question to the person.</summary>
/// <param name="Reference">What the case is called.</param>
/// <param name="Said">What is said above it.</param>
/// <param name="Question">What was written; supplied text.</param>
/// <param name="Length">How long it is, in words.</param>
/// <param name="MostLength">How long it may be, in words.</param>
/// <param name="Token">Token of the form's button.</param>
internal sealed record CaseAskCard(string Reference, QuestionSaid Said, Supplied Question, string Length, string MostLength, string Token)
{
    /// <summary>The form's input.</summary>
    public const string QuestionInput = "question";

    /// <summary>The form of a case whose reviewer can ask; null where they cannot.</summary>
    public static Reply? Of(CaseInHand hand, QuestionSaid said, WrittenText written, Asked asked, ActionTokens tokens, Wording wording)
    {
        var reader = asked.Self.Person!.Value;
        return hand.Found is { } found && CaseActs.Of(found.Appeal, hand.Chart, reader, asked.Now).Ask
            ? new Reply(new CardContent("caseask", new CaseAskCard(
                found.Reference,
                said,
                written.GivenBack ?? new Supplied(string.Empty),
                wording.Number(written.Text.Length),
                wording.Number(WrittenText.MostCharacters),
                tokens.Mint(reader, ReviewPhrases.Ask, found.Appeal.Id.ToString("N"), asked.Now, found.Version))))
            : null;
    }
}

/// <summary>Shows the form for a question.</summary>
internal sealed class ShowAskForm(FindCase find, ReviewReplies replies, ActionTokens tokens, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var hand = await find.ForReviewer(asked, cancel);
        return CaseAskCard.Of(hand, QuestionSaid.Nothing, new WrittenText(string.Empty), asked, tokens, wording) ?? await replies.NotNow(hand, asked, cancel);
    }
}

/// <summary>The reviewer asks the person a question. Nothing written is lost: the form comes back where it was not right, or the case has moved on.</summary>
internal sealed class AskPerson(FindCase find, ReviewReplies replies, ActionTokens tokens, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var hand = await find.ForReviewer(asked, cancel);
        var written = WrittenText.Of(asked.Turn.Inputs.GetValueOrDefault(CaseAskCard.QuestionInput));
        var said = written.IsEmpty ? QuestionSaid.Empty : written.IsTooLong ? QuestionSaid.TooLong : hand.Moved ? QuestionSaid.Moved : QuestionSaid.Nothing;
        return said != QuestionSaid.Nothing && CaseAskCard.Of(hand, said, written, asked, tokens, wording) is { } again
            ? again
            : await replies.Do(hand, new AppealEvent.Ask(), _ => ReviewSaid.Questioned, asked, written.Text, cancel);
    }
}
