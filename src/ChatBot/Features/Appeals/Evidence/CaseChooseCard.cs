using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;

namespace ChatBot.Features.Appeals;

/// <summary>What <c>cards/casechoose.json</c> is given: a form in which a reviewer chooses corrections to look at. It has room for four parts.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Said">What was wrong with the form that was sent; empty for nothing.</param>
/// <param name="First">The first part.</param>
/// <param name="Second">The second; null where there is none.</param>
/// <param name="Third">The third.</param>
/// <param name="Fourth">The fourth.</param>
/// <param name="MoreParts">How many parts there are besides; null for none.</param>
internal sealed record CaseChooseCard(string Reference, string Said, ChoosePart First, ChoosePart? Second, ChoosePart? Third, ChoosePart? Fourth, string? MoreParts)
{
    /// <summary>The form, filled with what was sent where that can be chosen.</summary>
    public static CaseChooseCard Of(OpenedCase opened, IReadOnlyDictionary<string, string> inputs, string said, Wording wording)
    {
        var parts = opened.Terms.Appeal.Parts;
        return new CaseChooseCard(opened.Found.Reference, said, Part(0)!, Part(1), Part(2), Part(3), CaseWords.More(parts.Count - CaseWords.MostParts).FirstOrDefault());

        ChoosePart? Part(int number) => number < parts.Count ? ChoosePart.Of(opened, number, inputs, wording) : null;
    }
}

/// <summary>What was chosen for one part, as the buttons of a preview carry it on; empty where there is no such part.</summary>
internal sealed record CarriedPart(string Outcome, string Fix, string From, string To, string Days)
{
    private const int Longest = 60;

    /// <summary>The part of a form, as far as a form of ours can have sent it.</summary>
    public static CarriedPart Of(IReadOnlyDictionary<string, string> inputs, int number)
    {
        return new CarriedPart(Sent("outcome"), Sent("fix"), Sent("from"), Sent("to"), Sent("days"));

        string Sent(string name) => inputs.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{name}{number}")) is { Length: <= Longest } sent && sent.All(IsOurs) ? sent : string.Empty;
    }

    private static bool IsOurs(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '-' or ':' or ';' or '.';
}

/// <summary>One part of the form.</summary>
/// <param name="Title">Its days and its tool.</param>
/// <param name="Outcome">What is picked of what comes of it.</param>
/// <param name="Fix">What is picked of what it changes.</param>
/// <param name="Fixes">What can be picked.</param>
/// <param name="From">First day, <c>2026-10-05</c>.</param>
/// <param name="To">Last day.</param>
/// <param name="Days">Other working days; empty for none.</param>
internal sealed record ChoosePart(string Title, string Outcome, string Fix, IReadOnlyList<FixChoice> Fixes, string From, string To, string Days)
{
    /// <summary>The part.</summary>
    public static ChoosePart Of(OpenedCase opened, int number, IReadOnlyDictionary<string, string> inputs, Wording wording)
    {
        var part = opened.Terms.Appeal.Parts[number];
        // An exemption and a work area lie over the sheet and beside it: there is nothing of them to look at.
        var fixes = RulingChoices.Of(opened, number, wording).Where(one => one.Value is not (Appeals.Fixes.Exempt or Appeals.Fixes.WorkArea)).ToList();
        return new ChoosePart(
            AppealWords.Of(part, wording),
            Sent("outcome") is var outcome && outcome is "partly" or "declined" ? outcome : "upheld",
            fixes.Exists(one => one.Value == Sent("fix")) ? Sent("fix") : fixes[0].Value,
            fixes,
            Day("from") ?? Iso(part.From),
            Day("to") ?? Iso(part.To),
            WorkingDays.TryParse(Sent("days").Replace(',', ';'), out var days) ? days.ToString() : string.Empty);

        string Sent(string name) => inputs.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{name}{number}")) ?? string.Empty;

        string? Day(string name) => DateOnly.TryParseExact(Sent(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Iso(day) : null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
