using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Answers "my appeals"; with a reference in the sentence, that one.</summary>
internal sealed class ShowAppeals(PersonDoor door, BotDb db, OwnCards cards) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "appeals");
        if (!OwnCase.IsNamed(asked))
        {
            return cards.List(await file.Cases(cancel), AppealsSaid.Nothing, asked);
        }

        return await OwnCase.Own(db, asked, cancel) is { } own ? await cards.Of(own, AppealSaid.Nothing, asked, cancel) : OwnCards.Gone;
    }
}

/// <summary>Shows one of the asker's cases; also where a button about it was used before.</summary>
internal sealed class ShowAppeal(PersonDoor door, BotDb db, OwnCards cards) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        door.OpenOwn(asked, "appeals");
        var said = asked.Understood.Nearest.Count > 0 ? AppealSaid.MovedOn : AppealSaid.Nothing;
        return await OwnCase.Own(db, asked, cancel) is { } own ? await cards.Of(own, said, asked, cancel) : OwnCards.Gone;
    }
}
