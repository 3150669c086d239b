using ChatBot.Chat;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>Shows the form in which a reviewer decides, empty or with what was chosen in a preview.</summary>
internal sealed class ShowRuleForm(FindCase find, CaseReading reading, ReviewReplies replies, ActionTokens tokens, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var hand = await find.ForReviewer(asked, cancel);
        return hand.Found is { } found && CaseActs.Of(found.Appeal, hand.Chart, asked.Self.Person!.Value, asked.Now).Rule && await reading.Open(found, hand.Chart, asked, cancel) is { } opened
            ? new Reply(new CardContent("caserule", RuleFormCard.Of(opened, asked.Turn.Inputs, string.Empty, asked, tokens, wording)))
            : await replies.NotNow(hand, asked, cancel);
    }
}

/// <summary>
/// A reviewer decides on every part of a case. A form that is not right, or was shown before the case moved on, comes back with what was written in it and
/// a sentence that says what to do; nothing is decided by it.
/// </summary>
internal sealed class RuleOnCase(FindCase find, CaseReading reading, ReviewReplies replies, ActionTokens tokens, Wording wording) : IHandler
{
    private const string Moved = "The case has moved on since you began, so nothing was decided. Please look at it again, then decide.";

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var hand = await find.ForReviewer(asked, cancel);
        if (hand.Found is not { } found || !CaseActs.Of(found.Appeal, hand.Chart, asked.Self.Person!.Value, asked.Now).Rule || await reading.Open(found, hand.Chart, asked, cancel) is not { } opened)
        {
            return await replies.NotNow(hand, asked, cancel);
        }

        var inputs = asked.Turn.Inputs.ToDictionary(one => one.Key, one => WrittenText.Of(one.Value).Text, StringComparer.Ordinal);
        var chosen = ChosenRulings.Read(inputs, opened.Terms, withReasons: true);
        var said = hand.Moved ? Moved : chosen.Refusal is { } refusal ? ChoiceWords.Of(refusal, found.Appeal.Parts.Count, wording) : null;
        return said is not null
            ? new Reply(new CardContent("caserule", RuleFormCard.Of(opened, inputs, said, asked, tokens, wording)))
            : await replies.Do(
                hand, new AppealEvent.Rule(chosen.Parts, opened.Terms.Rubric), after => after.Proposed is null ? ReviewSaid.Ruled : ReviewSaid.Proposed, asked, null, cancel);
    }
}
