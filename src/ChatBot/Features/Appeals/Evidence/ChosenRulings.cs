using System.Globalization;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// The rulings that a form of a reviewer chooses, one for each part of the case: <c>outcome0</c> (<c>upheld</c>, <c>partly</c>, <c>declined</c>),
/// <c>reason0</c>, <c>fix0</c> (see <see cref="Fixes"/>), <c>from0</c> and <c>to0</c> (days of the part where empty), <c>until0</c>, <c>area0</c>,
/// <c>days0</c> (<c>Mon-Thu</c>). Hostile: only what the case's <see cref="RulingTerms"/> allow comes through, the rest is named and refused.
/// </summary>
internal static class ChosenRulings
{
    /// <summary>Characters of a reason, and of everything else that people write.</summary>
    public const int LongestText = 2_000;

    /// <summary>Characters of a work area's name.</summary>
    public const int LongestArea = 200;

    /// <summary>The rulings, or the first thing that is wrong.</summary>
    /// <param name="inputs">The form.</param>
    /// <param name="terms">What can be chosen.</param>
    /// <param name="withReasons">Whether it is to be a ruling. To look at what would change takes no reasons, and a part of which nothing is said changes nothing.</param>
    public static Chosen Read(IReadOnlyDictionary<string, string> inputs, RulingTerms terms, bool withReasons)
    {
        var parts = new List<PartRuling>();
        for (var part = 0; part < terms.Appeal.Parts.Count; part++)
        {
            var form = new PartForm(inputs, part, terms);
            var outcome = OutcomeOf(form["outcome"].Length == 0 && !withReasons ? "declined" : form["outcome"]);
            var reason = form["reason"];
            var problem = outcome is null ? ChoiceProblem.OutcomeMissing
                : reason.Length > LongestText ? ChoiceProblem.ReasonTooLong
                : withReasons && RulingCheck.LengthOf(reason) < RulingCheck.ReasonLength ? ChoiceProblem.ReasonTooShort
                : (ChoiceProblem?)null;
            var (corrections, unfit) = problem is null && outcome != Outcome.Declined ? CorrectionsOf(form) : ([], null);
            if ((problem ?? unfit) is { } wrong)
            {
                return new Chosen([], new ChoiceRefusal(part, wrong));
            }

            parts.Add(new PartRuling(part, outcome!.Value, reason, corrections));
        }

        return new Chosen(parts, null);
    }

    private static Outcome? OutcomeOf(string chosen) => chosen switch
    {
        "upheld" => Outcome.Upheld,
        "partly" => Outcome.PartlyUpheld,
        "declined" => Outcome.Declined,
        _ => null,
    };

    private static (IReadOnlyList<Correction> Corrections, ChoiceProblem? Problem) CorrectionsOf(PartForm form)
    {
        var fix = form["fix"];
        return fix.Split(':') switch
        {
            [""] => Not(ChoiceProblem.FixMissing),
            [Fixes.Exclude] => form.Span(form.Part.To) is { } span ? One(new Correction.ExcludeDays(span)) : Not(ChoiceProblem.DaysWrong),
            [Fixes.Credit, var tool, var level] => Credit(form, tool, level),
            [Fixes.Proposal] => form.Terms.Proposals.ElementAtOrDefault(form.Number) is { Count: > 0 } proposals
                ? ([.. proposals.Select(one => one.Correction)], null)
                : Not(ChoiceProblem.FixUnknown),
            [Fixes.Account] => form.Terms.Gains is [var only] ? One(new Correction.RemapAccount(only, form.Terms.Appeal.Person)) : Not(ChoiceProblem.FixUnknown),
            [Fixes.Account, var number] => Number(number) is { } account && form.Terms.Gains.Contains(account) ? One(new Correction.RemapAccount(account, form.Terms.Appeal.Person)) : Not(ChoiceProblem.FixUnknown),
            [Fixes.NotMine, var number] => Number(number) is { } account && form.Terms.Owned.Contains(account) ? One(new Correction.RemapAccount(account, Owner: null)) : Not(ChoiceProblem.FixUnknown),
            [Fixes.Exempt] => Exempt(form),
            [Fixes.WorkArea] => WorkArea(form),
            [Fixes.Pattern] => Pattern(form),
            _ => Not(ChoiceProblem.FixUnknown),
        };
    }

    private static (IReadOnlyList<Correction>, ChoiceProblem?) Credit(PartForm form, string tool, string level)
    {
        if (!form.Terms.Tools.Contains(new Tool(tool)) || (form.Part.Tool is { } named && named.Id != tool) || !form.Terms.Rubric.CreditLevels.ContainsKey(level))
        {
            return Not(ChoiceProblem.FixUnknown);
        }

        var last = form.Part.To < form.Terms.Today ? form.Part.To : form.Terms.Today;
        return form.Span(last) is { } span ? One(new Correction.CreditDays(span, new Tool(tool), level)) : Not(ChoiceProblem.DaysWrong);
    }

    private static (IReadOnlyList<Correction>, ChoiceProblem?) Exempt(PartForm form) =>
        Day(form["until"]) is { } last && last >= form.Terms.Today && last <= form.Terms.Today.AddDays(RulingCheck.LongestExemption)
            ? One(new Correction.ExemptUntil(last))
            : Not(ChoiceProblem.UntilWrong);

    private static (IReadOnlyList<Correction>, ChoiceProblem?) WorkArea(PartForm form) =>
        form["area"].Trim() is var area && (RulingCheck.LengthOf(area) == 0 || area.Length > LongestArea) ? Not(ChoiceProblem.AreaWrong)
        : form.Span(form.Part.To) is { } span ? One(new Correction.ChangeWorkArea(area, span))
        : Not(ChoiceProblem.DaysWrong);

    private static (IReadOnlyList<Correction>, ChoiceProblem?) Pattern(PartForm form) =>
        form["days"] is not { Length: <= 100 } days || !WorkingDays.TryParse(days.Replace(',', ';'), out var pattern) ? Not(ChoiceProblem.PatternWrong)
        : form.Span(form.Part.To) is { } span ? One(new Correction.ChangeWorkingPattern(pattern, span))
        : Not(ChoiceProblem.DaysWrong);

    private static (IReadOnlyList<Correction>, ChoiceProblem?) One(Correction correction) => ([correction], null);

    private static (IReadOnlyList<Correction>, ChoiceProblem?) Not(ChoiceProblem problem) => ([], problem);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The inputs of one part.</summary>
    private readonly record struct PartForm(IReadOnlyDictionary<string, string> Inputs, int Number, RulingTerms Terms)
    {
        public AppealPart Part => Terms.Appeal.Parts[Number];

        public string this[string name] => Inputs.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{name}{Number}")) ?? string.Empty;

        /// <summary>The days chosen, within the part and no later than a day; null where they are none.</summary>
        public DateSpan? Span(DateOnly last)
        {
            var from = this["from"].Length == 0 ? Part.From : Day(this["from"]);
            var to = this["to"].Length == 0 ? last : Day(this["to"]);
            return from is { } first && to is { } end && first <= end && first >= Part.From && end <= last ? new DateSpan(first, end) : null;
        }
    }
}
