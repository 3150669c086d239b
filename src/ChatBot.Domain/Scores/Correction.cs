using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>
/// The only way in which a ruling acts on a sheet: added to the inputs, never patched into the result. What it says holds whatever is imported later.
/// </summary>
/// <remarks>
/// A closed set. The order of a list matters only where two of the same kind speak of the same thing (account, or work area or pattern of a day): then
/// the later one holds. Excluding a day goes before crediting it, and of two credits of one tool and day each signal's larger count holds.
/// </remarks>
public abstract record Correction
{
    private Correction()
    {
    }

    /// <summary>Takes days out of the sheet: they give no points and cost none.</summary>
    /// <param name="Span">The days.</param>
    public sealed record ExcludeDays(DateSpan Span) : Correction;

    /// <summary>
    /// Counts the days of the span on which the person was there as days of use of a tool that could not be seen, with at least the signals of a level.
    /// What was measured beyond the level stays.
    /// </summary>
    /// <param name="Span">The days.</param>
    /// <param name="Tool">The tool.</param>
    /// <param name="Level">Name of one of the rubric's <see cref="Rubric.CreditLevels"/>; one that a later rubric does not define brings use and no points.</param>
    public sealed record CreditDays(DateSpan Span, Tool Tool, string Level) : Correction;

    /// <summary>Says whose an account is, whatever the links say. It belongs with the corrections of both people: who loses it and who gets it.</summary>
    /// <param name="Account">Number of the account.</param>
    /// <param name="Owner">The person's id; null where it is known only whose it is not.</param>
    public sealed record RemapAccount(int Account, Guid? Owner) : Correction;

    /// <summary>Says what the person's work area was, whatever the directory says.</summary>
    /// <param name="WorkArea">The work area.</param>
    /// <param name="Span">The days; before and after them the directory holds.</param>
    public sealed record ChangeWorkArea(string WorkArea, DateSpan Span) : Correction;

    /// <summary>Says on which days of the week the person worked, whatever the directory says.</summary>
    /// <param name="Pattern">The pattern.</param>
    /// <param name="Span">The days; before and after them the directory holds.</param>
    public sealed record ChangeWorkingPattern(WorkingDays Pattern, DateSpan Span) : Correction;

    /// <summary>Takes the person out of classification. It lies over the sheet, see <see cref="Verdicts.Over"/>, and changes nothing in it.</summary>
    /// <param name="Last">The last day, inclusive.</param>
    public sealed record ExemptUntil(DateOnly Last) : Correction;
}
