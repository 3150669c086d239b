using System.Security.Cryptography;
using System.Text;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/notice.json</c> is given: somebody's first contact. <c>cards/welcome.json</c> says the same.</summary>
/// <param name="Reference">The same on every copy.</param>
/// <param name="IsCopy">Whether nobody could tell if the first copy arrived.</param>
/// <param name="Terms">What holds for everybody.</param>
internal sealed record NoticeCard(string Reference, bool IsCopy, NoticeTerms Terms)
{
    /// <summary>The card of a delivery.</summary>
    public static NoticeCard Of(DeliveryKey key, int copy, NoticeTerms terms)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Kind}:{key.Recipient:N}:{key.Period}"));
        return new NoticeCard($"N-{Convert.ToHexString(hash, 0, 4)}", copy > 1, terms);
    }
}

/// <summary>What somebody is told of the programme at their first contact.</summary>
/// <param name="Teams">Whether numbers about groups are told to who leads them; not in private mode.</param>
/// <param name="Contact">The human to turn to; supplied text. Null where none is named.</param>
/// <param name="Controller">Who answers for the data; supplied text. Null where nobody is named.</param>
/// <param name="Policy">Version of the policy; supplied text. Null where none is named.</param>
internal sealed record NoticeTerms(bool Teams, Supplied? Contact, Supplied? Controller, Supplied? Policy)
{
    /// <summary>By what is settled.</summary>
    public static NoticeTerms Of(Programme programme, HelpSettings help) => new(!programme.IsPrivate, help.Human, programme.Answerable, programme.Policy);
}
