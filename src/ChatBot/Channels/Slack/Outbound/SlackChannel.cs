using ChatBot.Cards;
using ChatBot.Channels.Slack.Inbound;
using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Channels.Slack.Outbound;

/// <summary>Sends cards into private chats on Slack, unasked: one try each.</summary>
internal sealed class SlackChannel(SlackApi api, Addresses addresses, Visitors visitors, SlackSettings settings) : IChannel
{
    /// <inheritdoc />
    public Channel Channel => Channel.Slack;

    /// <summary>The chat is opened by the Slack id that the directory names, else by the person's e-mail where the settings let that be asked.</summary>
    public AddressRow? FirstAddress(PersonRow person, DateTimeOffset now) =>
        settings is { IsOn: true, WriteFirst: true } && (person.SlackUserId is { Length: > 0 } id ? id : settings.LinkByEmail ? person.Email : null) is { } account
            ? new AddressRow
            {
                Person = person.Id,
                Channel = Channel.ToString(),
                Tenant = SlackSettings.List(settings.AllowedTeams)[0],
                Account = account,
                Conversation = string.Empty,
                ServiceUrl = string.Empty,
                Reachable = true,
                SetAt = now,
            }
            : null;

    /// <inheritdoc />
    public async Task<SendOutcome> Send(AddressRow address, OutgoingCard card, IDeparture departure, CancellationToken cancel)
    {
        var conversation = address.Conversation;
        if (conversation.Length == 0)
        {
            var (opened, instead) = await Open(address, departure, cancel);
            if (instead is not null)
            {
                return instead;
            }

            conversation = opened;
        }

        var message = CardBlocks.Message(card.Card);
        await api.Window(conversation, cancel);
        return await departure.Slot(cancel) && await departure.Leave(cancel)
            ? await Ended(address.Person, await (card.Replaces is { } posted ? api.Update(conversation, posted, message, cancel) : api.Deliver(conversation, message, string.Empty, cancel)), cancel)
            : new SendOutcome.Stayed();
    }

    /// <summary>Neither looking somebody up nor opening a chat shows anything to anybody, so whatever may pass is tried again.</summary>
    private async Task<(string Conversation, SendOutcome? Instead)> Open(AddressRow address, IDeparture departure, CancellationToken cancel)
    {
        var user = address.Account;
        if (user.Contains('@', StringComparison.Ordinal))
        {
            if (!await departure.Slot(cancel))
            {
                return (string.Empty, new SendOutcome.Stayed());
            }

            var found = await api.UserByEmail(user, cancel);
            if (found is not SlackOutcome.Accepted { Body: var answer })
            {
                return (string.Empty, NotOpened(found));
            }

            var profile = answer.Object("user");
            user = profile.Id("id");
            if (user.Length == 0 || !visitors.IsMember(profile) || Visitors.ConfirmedEmail(profile) is null)
            {
                return (string.Empty, new SendOutcome.Refused("outsider", Gone: true));
            }
        }

        if (!await departure.Slot(cancel))
        {
            return (string.Empty, new SendOutcome.Stayed());
        }

        var opened = await api.OpenChat(user, cancel);
        if (opened is not SlackOutcome.Accepted { Body: var chat })
        {
            return (string.Empty, NotOpened(opened));
        }

        var conversation = chat.Object("channel").Id("id");
        if (conversation.Length == 0)
        {
            return (string.Empty, new SendOutcome.Refused("no-conversation", Gone: false));
        }

        await addresses.Keep(address.Person, address.Tenant, user, conversation, cancel);
        return (conversation, null);
    }

    private static SendOutcome NotOpened(SlackOutcome outcome) => outcome switch
    {
        SlackOutcome.NotNow wait => new SendOutcome.NotNow(wait.Code, wait.After),
        SlackOutcome.Unclear unclear => new SendOutcome.NotNow(unclear.Code, null),
        _ => new SendOutcome.Refused(outcome.Why, SlackError.IsGone(outcome.Why)),
    };

    private async Task<SendOutcome> Ended(Guid person, SlackOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case SlackOutcome.Accepted accepted:
                return new SendOutcome.Sent(accepted.Message);
            case SlackOutcome.NotNow wait:
                return new SendOutcome.NotNow(wait.Code, wait.After);
            case SlackOutcome.Refused refused:
                var gone = SlackError.IsGone(refused.Code);
                if (gone)
                {
                    await addresses.Close(person, cancel);
                }

                return new SendOutcome.Refused(refused.Code, gone);
            default:
                return new SendOutcome.Unclear(outcome.Why);
        }
    }
}
