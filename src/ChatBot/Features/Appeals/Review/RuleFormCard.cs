using System.Globalization;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>
/// What <c>cards/caserule.json</c> is given: a form in which a reviewer decides on each part of a case, each with a reason of its own. The inputs are those
/// that <see cref="ChosenRulings"/> reads.
/// </summary>
internal sealed record RuleFormCard
{
    private const int Full = 4;

    /// <summary>What the case is called.</summary>
    public required string Reference { get; init; }

    /// <summary>Its ground.</summary>
    public required string Ground { get; init; }

    /// <summary>What was wrong with the form that was sent; empty for nothing.</summary>
    public required string Said { get; init; }

    /// <summary>Whether a ruling that does not uphold it whole needs a second reviewer.</summary>
    public required bool TakesTwo { get; init; }

    /// <summary>Characters that a reason must have.</summary>
    public required string ReasonLength { get; init; }

    /// <summary>The first part.</summary>
    public required RulePart First { get; init; }

    /// <summary>The second; null where there is none.</summary>
    public required RulePart? Second { get; init; }

    /// <summary>The third.</summary>
    public required RulePart? Third { get; init; }

    /// <summary>The fourth.</summary>
    public required RulePart? Fourth { get; init; }

    /// <summary>All others; of them whole parts are decided on.</summary>
    public required IReadOnlyList<RulePart> More { get; init; }

    /// <summary>Last day of an exemption, <c>2027-06-30</c>; empty for none.</summary>
    public required string Until { get; init; }

    /// <summary>Another work area; supplied text.</summary>
    public required Supplied Area { get; init; }

    /// <summary>Token of the form's button.</summary>
    public required string Token { get; init; }

    /// <summary>The form, filled with what was chosen or sent before, and else empty.</summary>
    public static RuleFormCard Of(OpenedCase opened, IReadOnlyDictionary<string, string> inputs, string said, Asked asked, ActionTokens tokens, Wording wording)
    {
        var appeal = opened.Terms.Appeal;
        return new RuleFormCard
        {
            Reference = opened.Found.Reference,
            Ground = AppealWords.Of(appeal.Ground),
            Said = said,
            TakesTwo = appeal.Ground == Domain.Appeals.Ground.Leave,
            ReasonLength = wording.Number(RulingCheck.ReasonLength),
            First = Part(0)!,
            Second = Part(1),
            Third = Part(2),
            Fourth = Part(3),
            More = [.. Enumerable.Range(Full, Math.Max(0, appeal.Parts.Count - Full)).Select(number => Part(number)!)],
            Until = RulePart.Day(inputs, "until", 0) ?? string.Empty,
            Area = WrittenText.Of(inputs.GetValueOrDefault("area0")).GivenBack ?? new Supplied(string.Empty),
            Token = tokens.Mint(asked.Self.Person!.Value, ReviewPhrases.Rule, appeal.Id.ToString("N"), asked.Now, opened.Found.Version),
        };

        RulePart? Part(int number) => number < appeal.Parts.Count ? RulePart.Of(opened, number, inputs, wording) : null;
    }
}

/// <summary>One part of the form.</summary>
/// <param name="Number">Its place among the parts, from 0, for the ids of its inputs.</param>
/// <param name="Title">Its days and its tool.</param>
/// <param name="Outcome">What is picked of what comes of it; empty for nothing.</param>
/// <param name="Fix">What is picked of what it changes; empty for nothing.</param>
/// <param name="Fixes">What can be picked.</param>
/// <param name="From">First day, <c>2026-10-05</c>.</param>
/// <param name="To">Last day.</param>
/// <param name="Days">Other working days; empty for none.</param>
/// <param name="Reason">The reason; supplied text.</param>
internal sealed record RulePart(string Number, string Title, string Outcome, string Fix, IReadOnlyList<FixChoice> Fixes, string From, string To, string Days, Supplied Reason)
{
    private const int MostFixes = 60;
    private const int MostReason = 6_000;

    /// <summary>The part. Where there are many, each is offered less to choose from, so that the form stays one that a chat can show.</summary>
    public static RulePart Of(OpenedCase opened, int number, IReadOnlyDictionary<string, string> inputs, Wording wording)
    {
        var parts = opened.Terms.Appeal.Parts;
        var fixes = RulingChoices.Of(opened, number, wording)
            .Where(one => number == 0 || one.Value is not (Appeals.Fixes.Exempt or Appeals.Fixes.WorkArea)).Take(Math.Max(4, MostFixes / parts.Count)).ToList();
        var reason = WrittenText.Of(Sent(inputs, "reason", number)).GivenBack?.Text ?? string.Empty;
        return new RulePart(
            number.ToString(CultureInfo.InvariantCulture),
            AppealWords.Of(parts[number], wording),
            Sent(inputs, "outcome", number) is ("upheld" or "partly" or "declined") and var outcome ? outcome : string.Empty,
            fixes.Exists(one => one.Value == Sent(inputs, "fix", number)) ? Sent(inputs, "fix", number) : string.Empty,
            fixes,
            Day(inputs, "from", number) ?? Iso(parts[number].From),
            Day(inputs, "to", number) ?? Iso(parts[number].To),
            Domain.Calendar.WorkingDays.TryParse(Sent(inputs, "days", number).Replace(',', ';'), out var days) ? days.ToString() : string.Empty,
            new Supplied(WrittenText.Of(reason.Length > MostReason / parts.Count && parts.Count > 2 ? reason[..(MostReason / parts.Count)] : reason).Text));
    }

    /// <summary>A day that was sent; null for none.</summary>
    public static string? Day(IReadOnlyDictionary<string, string> inputs, string name, int number) =>
        DateOnly.TryParseExact(Sent(inputs, name, number), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Iso(day) : null;

    private static string Sent(IReadOnlyDictionary<string, string> inputs, string name, int number) =>
        inputs.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{name}{number}")) ?? string.Empty;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
