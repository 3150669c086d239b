using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Channels.Teams.Outbound;

/// <summary>Sends cards into private chats on Teams, unasked.</summary>
internal sealed class TeamsChannel(Connector connector, Addresses addresses) : IChannel
{
    /// <inheritdoc />
    public Channel Channel => Channel.Teams;

    /// <inheritdoc />
    public AddressRow? FirstAddress(PersonRow person, DateTimeOffset now) => null;

    /// <inheritdoc />
    public async Task<SendOutcome> Send(AddressRow address, OutgoingCard card, IDeparture departure, CancellationToken cancel)
    {
        var conversation = address.Conversation;
        if (conversation.Length == 0)
        {
            if (!await departure.Slot(cancel))
            {
                return new SendOutcome.Stayed();
            }

            var opened = await connector.OpenChat(address.ServiceUrl, address.Tenant, address.Account, cancel);
            if (opened is not ConnectorOutcome.Accepted { Id: { Length: > 0 } id })
            {
                // Opening a chat shows nothing to anybody, so an unclear end is as good as a refusal.
                return await Ended(address.Person, opened is ConnectorOutcome.Unclear unclear ? new ConnectorOutcome.Refused(unclear.Code) : opened, cancel);
            }

            conversation = id;
            await addresses.Keep(address, conversation, cancel);
        }

        return await departure.Slot(cancel) && await departure.Leave(cancel)
            ? await Ended(address.Person, await connector.Send(address.ServiceUrl, conversation, CardMessage.Of(card.Card, card.Summary), cancel), cancel)
            : new SendOutcome.Stayed();
    }

    private async Task<SendOutcome> Ended(Guid person, ConnectorOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case ConnectorOutcome.Accepted accepted:
                return new SendOutcome.Sent(accepted.Id);
            case ConnectorOutcome.Refused refused:
                var gone = ConnectorError.IsGone(refused.Code);
                if (gone)
                {
                    await addresses.Close(person, cancel);
                }

                return new SendOutcome.Refused(refused.Code, gone);
            default:
                return new SendOutcome.Unclear(((ConnectorOutcome.Unclear)outcome).Code);
        }
    }
}
