using ChatBot.Chat;

namespace ChatBot.Features.People;

/// <summary>Who somebody is to the bot: the rows, their handlers and their cards.</summary>
internal static class PeoplePhrases
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPeoplePhrases(this IServiceCollection services) => services
        .AddPhrase(Accounts).AddCard<AccountsCard>("accounts")
        .AddPhrase(Unknown).AddCard<UnknownCard>("unknown")
        .AddPhrase(Outsider).AddCard<OutsiderCard>("outsider");

    private static Phrase Accounts { get; } = new(
        "accounts.show", "Who am I to you?", "who you are to me: the accounts that are linked to you",
        [
            "who am i to you", "=who am i", "who do you think i am", "=who do you think i am", "accounts", "my accounts", "linked accounts", "which accounts", "which account", "account", "link my account",
            "linked", "link", "unlink", "my github", "github login", "github account", "my login", "login", "my email", "email address", "identity", "my identity", "connected", "connect",
            "what's my name", "my name", "renamed", "my profile", "profile", "another account", "second account", "my licence", "my license", "licence", "license", "my seat", "seat",
        ],
        typeof(ShowAccounts));

    private static Phrase Unknown { get; } = new(Phrasebook.Unknown, "Unknown", "", [], typeof(AnswerUnknown), Personal: false);

    private static Phrase Outsider { get; } = new(Phrasebook.Outsider, "Outsider", "", [], typeof(AnswerOutsider), Personal: false);
}
