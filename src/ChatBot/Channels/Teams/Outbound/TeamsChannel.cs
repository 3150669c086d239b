using ChatBot.Channels.Teams.Inbound;
using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Channels.Teams.Outbound;

/// <summary>Sends cards into private chats on Teams, unasked: one try each.</summary>
internal sealed partial class TeamsChannel(Connector connector, Addresses addresses, TeamsSettings settings, ILogger<TeamsChannel> log) : IChannel
{
    /// <summary>The administrator's switch: nothing gets through to anybody, so nothing else is tried before this is over.</summary>
    private const string Disabled = "BotDisabledByAdmin";

    /// <summary>Tenant of a service without credentials.</summary>
    private const string NoTenant = "development";

    private static readonly TimeSpan DisabledFor = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public Channel Channel => Channel.Teams;

    /// <summary>The chat is opened by the person's Entra id, where the app is installed for everybody and there is an address to call.</summary>
    public AddressRow? FirstAddress(PersonRow person, DateTimeOffset now) =>
        settings.AppInstalledByPolicy && person.EntraObjectId is { Length: > 0 } account
        && ServiceAddress.Check(settings.ServiceUrl, TeamsSettings.List(settings.ServiceHosts), loopback: !settings.HasCredentials) is not null
            ? new AddressRow
            {
                Person = person.Id,
                Channel = Channel.ToString(),
                Tenant = TeamsSettings.List(settings.AllowedTenants) is [var tenant, ..] ? tenant : NoTenant,
                Account = account,
                Conversation = string.Empty,
                ServiceUrl = settings.ServiceUrl,
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
            if (!await departure.Slot(cancel))
            {
                return new SendOutcome.Stayed();
            }

            var opened = await connector.OpenChat(address.ServiceUrl, address.Tenant, address.Account, cancel);
            if (opened is not ConnectorOutcome.Accepted { Id: { Length: > 0 } id })
            {
                return NotOpened(opened, address.Tenant);
            }

            conversation = id;
            await addresses.Keep(address, conversation, cancel);
        }

        await connector.Window(conversation, cancel);
        return await departure.Slot(cancel) && await departure.Leave(cancel)
            ? await Ended(address, await connector.Deliver(address.ServiceUrl, conversation, CardMessage.Of(card.Card, card.Summary), card.Replaces, cancel), cancel)
            : new SendOutcome.Stayed();
    }

    /// <summary>Opening a chat shows nothing to anybody and gives the same chat each time, so whatever may pass is tried again.</summary>
    private SendOutcome NotOpened(ConnectorOutcome outcome, string tenant) => outcome switch
    {
        ConnectorOutcome.NotNow wait => new SendOutcome.NotNow(wait.Code, wait.After),
        ConnectorOutcome.Unclear unclear => new SendOutcome.NotNow(unclear.Code, null),
        ConnectorOutcome.Refused { Code: Disabled } => Stopped(tenant),
        ConnectorOutcome.Refused refused => new SendOutcome.Refused(refused.Code, Gone: ConnectorError.IsGone(refused.Code) || refused.Code == "http-403"),
        _ => new SendOutcome.Refused("no-conversation", Gone: false),
    };

    private async Task<SendOutcome> Ended(AddressRow address, ConnectorOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case ConnectorOutcome.Accepted accepted:
                return new SendOutcome.Sent(accepted.Id);
            case ConnectorOutcome.NotNow wait:
                return new SendOutcome.NotNow(wait.Code, wait.After);
            case ConnectorOutcome.Refused { Code: Disabled }:
                return Stopped(address.Tenant);
            case ConnectorOutcome.Refused refused:
                var gone = ConnectorError.IsGone(refused.Code);
                if (gone)
                {
                    await addresses.Close(address.Person, cancel);
                }

                return new SendOutcome.Refused(refused.Code, gone);
            default:
                return new SendOutcome.Unclear(((ConnectorOutcome.Unclear)outcome).Code);
        }
    }

    private SendOutcome.NotNow Stopped(string tenant)
    {
        LogDisabled(log, tenant);
        return new SendOutcome.NotNow(Disabled, DisabledFor);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An administrator of tenant {Tenant} disabled the bot. Nothing is sent there for an hour; what is due waits, or expires.")]
    private static partial void LogDisabled(ILogger log, string tenant);
}
