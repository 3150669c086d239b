using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/welcome.json</c> is given.</summary>
/// <param name="Name">The person's name; supplied text.</param>
/// <param name="Terms">What holds for everybody: a welcome can be somebody's first contact, so it holds what the notice does.</param>
internal sealed record WelcomeCard(Supplied Name, NoticeTerms Terms);

/// <summary>Greets a person who added the bot: who it is, what is measured, what it is for and not for, what to ask first.</summary>
internal sealed class WelcomePerson(PersonDoor door, Programme programme, HelpSettings settings) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "name");
        var known = await file.Known(asked.Today, cancel);
        return new Reply(new CardContent("welcome", new WelcomeCard(new Supplied(known.Name), NoticeTerms.Of(programme, settings))));
    }
}
