using System.Globalization;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Features.Appeals;

/// <summary>What a message about a case is about. The names, in small letters, are stored in periods, so they are never renamed.</summary>
internal enum NewsStep
{
    /// <summary>To reviewers: it waits for somebody to take it. Once on each level.</summary>
    New,

    /// <summary>To reviewers: it waits again, because who held it gave it back or may not decide it any more.</summary>
    Again,

    /// <summary>To reviewers: the day by which somebody should have taken it is over. Once on each level.</summary>
    Triage,

    /// <summary>To who holds it, or to all reviewers: few days are left. Once on each level.</summary>
    Warning,

    /// <summary>To whoever holds it from now on, by somebody else's hand.</summary>
    Given,

    /// <summary>To other reviewers: a ruling takes a second.</summary>
    Second,

    /// <summary>To who holds it: the second reviewer does not agree.</summary>
    Disagreed,

    /// <summary>To who holds it: the person has answered or added something.</summary>
    Answered,

    /// <summary>To who holds it: the time to answer is over.</summary>
    Unanswered,

    /// <summary>To who held it: the person took it back.</summary>
    Withdrawn,

    /// <summary>To the programme office: no reviewer is independent of it. Once on each level.</summary>
    Unassigned,

    /// <summary>To the person who appeals: the reviewer asks something.</summary>
    Question,

    /// <summary>To the person who appeals: nobody ruled in time, and it is on the second level.</summary>
    Escalated,

    /// <summary>To the person who appeals: it is decided.</summary>
    Ruling,
}

/// <summary>A step with its number: the level, or the version of the case that it made.</summary>
internal readonly record struct NumberedStep(NewsStep Step, int Number)
{
    /// <summary>The key of the message to somebody.</summary>
    public static DeliveryKey Key(Appeal appeal, NewsStep step, int number, Guid recipient) => new(
        step is NewsStep.Question or NewsStep.Escalated or NewsStep.Ruling ? AppealKinds.Appeal : AppealKinds.Case,
        recipient,
        AppealKinds.Period(appeal.Id, Name(step), number));

    /// <summary>The case and the step of a key.</summary>
    public static (Guid Appeal, NumberedStep Step) Of(DeliveryKey key)
    {
        var (appeal, text) = AppealKinds.Read(key.Period);
        return text.Split('-') is [var name, var number]
            ? (appeal, new NumberedStep(Enum.Parse<NewsStep>(name, ignoreCase: true), int.Parse(number, CultureInfo.InvariantCulture)))
            : throw new InvalidOperationException("The period of a delivery about an appeal ends in a step and its number.");
    }

    private static string Name(NewsStep step) => step.ToString().ToLowerInvariant();
}
