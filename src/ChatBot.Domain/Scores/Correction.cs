using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Scores;

/// <summary>The only way in which a ruling acts on a sheet: added to the inputs, never patched into the result.</summary>
public abstract record Correction
{
    private Correction()
    {
    }

    /// <summary>Takes days out of the sheet: they give no points and cost none.</summary>
    /// <param name="Span">The days.</param>
    public sealed record ExcludeDays(DateSpan Span) : Correction;
}
