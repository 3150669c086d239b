using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Makes the cards about one's own cases, with tokens for what can be done.</summary>
internal sealed class OwnCards(BotDb db, ActionTokens tokens, AppealSettings settings, Wording wording)
{
    /// <summary>A case as it is stored.</summary>
    public async Task<Reply> Of(Case own, AppealSaid said, Asked asked, CancellationToken cancel) =>
        Of(own, await Cases.History(db, own.Appeal.Id, cancel), said, asked);

    /// <summary>A case.</summary>
    /// <param name="own">The case, the asker's own.</param>
    /// <param name="history">What happened, in order.</param>
    /// <param name="said">What was done now.</param>
    /// <param name="asked">Who asks.</param>
    public Reply Of(Case own, IReadOnlyList<AppealEventRow> history, AppealSaid said, Asked asked)
    {
        var made = new AppealTokens(
            WriteAppeal.MayWithdraw(own.Appeal) ? Token(OwnAppeals.Withdraw, own, asked) : null,
            WriteAppeal.MayEscalate(own.Appeal, asked.Now) ? Token(OwnAppeals.Escalate, own, asked) : null);
        return new Reply(new CardContent("appeal", WriteAppeal.Card(own, history, said, made, asked.Now, settings.Further, wording)));
    }

    /// <summary>What came of something that was to happen to a case: the case as it is from now on, or why nothing was done.</summary>
    /// <param name="found">The case as it was read.</param>
    /// <param name="applied">What the rules said.</param>
    /// <param name="happened">What was to happen.</param>
    /// <param name="said">What is said when it did.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="text">What was written with it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Reply> Did(Case? found, Applied applied, AppealEvent happened, AppealSaid said, Asked asked, string? text, CancellationToken cancel)
    {
        if (found is null || applied.Refusal == Refusal.NotThere)
        {
            return Gone;
        }

        if (applied.Appeal is not { } after)
        {
            return await Of(found, Why(applied.Refusal), asked, cancel);
        }

        var changed = found with { Appeal = after, Version = found.Version + 1 };
        var step = new AppealEventRow { Appeal = after.Id, Version = changed.Version, At = asked.Now, Actor = asked.Person, What = happened.GetType().Name, Text = text };
        return Of(changed, [.. await Cases.History(db, after.Id, cancel), step], said, asked);
    }

    /// <summary>The cases, the open ones first.</summary>
    /// <param name="cases">The asker's own.</param>
    /// <param name="said">What is said above them.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="lastDay">For a window that has closed: its last day.</param>
    public Reply List(IReadOnlyList<Case> cases, AppealsSaid said, Asked asked, string? lastDay = null) =>
        new(new CardContent("appeals", AppealsCard.Of(cases, said, asked.Now, lastDay, wording)));

    /// <summary>What is said of a case that is not there, and of one that is another's.</summary>
    public static Reply Gone => new(new CardContent("appealgone", new AppealGoneCard()));

    /// <summary>A token for a case as it is now.</summary>
    public string Token(string verb, Case own, Asked asked) => tokens.Mint(own.Appeal.Person, verb, own.Appeal.Id.ToString("N"), asked.Now, own.Version);

    private static AppealSaid Why(Refusal? refusal) => refusal switch
    {
        Refusal.TooLate => AppealSaid.TooLate,
        Refusal.AnotherIsOpen => AppealSaid.AnotherIsOpen,
        _ => AppealSaid.NotNow,
    };
}
