using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.People;

/// <summary>What <c>cards/accounts.json</c> is given.</summary>
/// <param name="Name">The person's name; supplied text.</param>
/// <param name="Email">The person's e-mail; supplied text.</param>
/// <param name="Accounts">Accounts that count for the person, and those that more than one person claims.</param>
/// <param name="AnyAmbiguous">Whether one of them is claimed by more than one person.</param>
/// <param name="Contact">The human to turn to; supplied text. Null where none is named.</param>
internal sealed record AccountsCard(Supplied Name, Supplied Email, IReadOnlyList<AccountLine> Accounts, bool AnyAmbiguous, Supplied? Contact);

/// <summary>One account.</summary>
/// <param name="Where">Where the account is, in words.</param>
/// <param name="Name">The name it goes by; supplied text.</param>
/// <param name="Since">The first day of usage; null where none was ever read.</param>
/// <param name="Ambiguous">More than one person claims it, so it counts for nobody.</param>
internal sealed record AccountLine(string Where, Supplied Name, string? Since, bool Ambiguous);

/// <summary>Answers "who am I to you?".</summary>
internal sealed class ShowAccounts(PersonDoor door, Wording wording, HelpSettings help) : IHandler
{
    private const int MostShown = 10;

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "accounts");
        var known = await file.Known(asked.Today, cancel);
        var accounts = await file.Accounts(cancel);
        return new Reply(new CardContent("accounts", Card(known, accounts, asked.Today)));
    }

    private AccountsCard Card(KnownPerson known, IReadOnlyList<LinkedName> accounts, DateOnly today) => new(
        new Supplied(known.Name),
        new Supplied(known.Facts.Email),
        [
            .. accounts.Take(MostShown).Select(account => new AccountLine(
                wording.Words.Accounts.GetValueOrDefault(account.Vendor, wording.Words.OtherTool),
                new Supplied(account.Names[0]),
                account.FirstReading is { } day ? wording.Day(day, today) : null,
                account.Ambiguous)),
        ],
        accounts.Any(account => account.Ambiguous),
        help.Human);
}
