using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Channels.Web;

/// <summary>Puts what is sent unasked on the local page, so that whoever tries the bot sees it without a provider. Everybody can be reached there.</summary>
internal sealed class WebChannel(Transcripts transcripts) : IChannel
{
    /// <inheritdoc />
    public Channel Channel => Channel.Web;

    /// <inheritdoc />
    public AddressRow FirstAddress(PersonRow person, DateTimeOffset now) => new()
    {
        Person = person.Id,
        Channel = Channel.ToString(),
        Tenant = "local",
        Account = person.Email,
        Conversation = string.Empty,
        ServiceUrl = string.Empty,
        Reachable = true,
        SetAt = now,
    };

    /// <inheritdoc />
    public async Task<SendOutcome> Send(AddressRow address, OutgoingCard card, IDeparture departure, CancellationToken cancel)
    {
        if (!await departure.Slot(cancel) || !await departure.Leave(cancel))
        {
            return new SendOutcome.Stayed();
        }

        if (card.Replaces is { } posted)
        {
            return transcripts.Replace(address.Account, posted, card.Card, card.Summary) ? new SendOutcome.Sent(posted) : new SendOutcome.Refused("not-there", Gone: false);
        }

        return new SendOutcome.Sent(transcripts.IdOf(transcripts.Answered(address.Account, card.Card, card.Summary, inPlaceOf: null)));
    }
}
