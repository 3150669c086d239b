using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Shows the contested sheet of a case beside the one that holds now. While anything is under review neither has a tier.</summary>
internal sealed class ShowSheets(PersonDoor door, BotDb db, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "score lines");
        if (await OwnCase.Own(db, asked, cancel) is not { } own || await file.Kept(own.Sheet, cancel) is not { } before)
        {
            return OwnCards.Gone;
        }

        var now = await file.Sheet(own.Appeal.Quarter, asked.Today, cancel);
        var known = await file.Known(asked.Today, cancel);
        var over = Verdicts.Over(now.Sheet, known.Facts, asked.Today, known.Review.IsOpen, known.Review.ExemptUntil);
        var because = Guid.TryParse(before.Why, out var cause) ? (await file.Cases(cancel)).FirstOrDefault(one => one.Appeal.Id == cause)?.Reference : null;
        var card = AppealSheetsCard.Of(own, before, now.Sheet, over.Kind, because, asked.Today, wording);
        return new Reply(new CardContent("appealsheets", card), over.Kind is VerdictKind.UnderReview or VerdictKind.Exempt ? null : now.Id);
    }
}
