using System.Globalization;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Appeals;

/// <summary>One thing that a part can be corrected by, as a form offers it.</summary>
/// <param name="Title">What it says; may name an account.</param>
/// <param name="Value">What it carries, see <see cref="Fixes"/>.</param>
internal sealed record FixChoice(Supplied Title, string Value);

/// <summary>What a form offers for each part of a case. <see cref="ChosenRulings"/> accepts these and nothing else.</summary>
internal static class RulingChoices
{
    /// <summary>The choices for one part, what the data itself suggests first.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="part">Place of the part, from 0.</param>
    /// <param name="wording">The words.</param>
    public static IReadOnlyList<FixChoice> Of(OpenedCase opened, int part, Wording wording)
    {
        var terms = opened.Terms;
        var tools = terms.Appeal.Parts[part].Tool is { } named ? [named] : terms.Tools;
        var choices = new List<FixChoice>();
        if (terms.Proposals[part].Count > 0)
        {
            choices.Add(Own($"As the data suggests: {string.Join("; ", terms.Proposals[part].Select(one => AppealWords.Of(one.Correction, wording)))}", Fixes.Proposal));
        }

        choices.Add(Own("The days do not count", Fixes.Exclude));
        choices.AddRange(
            from tool in tools
            from level in terms.Rubric.CreditLevels.OrderBy(one => terms.Rubric.Points(one.Value)).Select(one => one.Key)
            select Own($"The days count as {level} use of {wording.Name(tool)}", $"{Fixes.Credit}:{tool.Id}:{level}"));
        choices.AddRange(opened.Alike.Select(one => Of($"{Place(one.Vendor)} account {one.Names[0]} is theirs", Fixes.Account, one.Account)));
        choices.AddRange(opened.Accounts.Where(one => one.Ambiguous).Select(one => Of($"{Place(one.Vendor)} account {one.Names[0]}, which others claim too, is theirs", Fixes.Account, one.Account)));
        choices.AddRange(opened.Accounts.Where(one => !one.Ambiguous).Select(one => Of($"{Place(one.Vendor)} account {one.Names[0]} is not theirs", Fixes.NotMine, one.Account)));
        choices.Add(Own("No tier until a day", Fixes.Exempt));
        choices.Add(Own("Another work area for the days", Fixes.WorkArea));
        choices.Add(Own("Other working days", Fixes.Pattern));
        return choices;

        string Place(string vendor) => wording.Words.Accounts.GetValueOrDefault(vendor, wording.Words.OtherTool);

        FixChoice Own(string title, string value) => new(new Supplied(title), value);

        FixChoice Of(string title, string fix, int account) => Own(title, string.Create(CultureInfo.InvariantCulture, $"{fix}:{account}"));
    }
}
