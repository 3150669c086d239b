using System.Globalization;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>A reason that somebody wrote into a form, and whether it is one.</summary>
/// <param name="Text">What was written; supplied text.</param>
/// <param name="Problem">What is wrong with it.</param>
internal readonly record struct WrittenReason(string? Text, ReasonProblem Problem)
{
    /// <summary>The name of the form's input.</summary>
    public const string Input = "reason";

    /// <summary>The most that is kept of a text that somebody writes.</summary>
    public const int Longest = 2000;

    /// <summary>How long it is, in words.</summary>
    public string Length => (Text?.Length ?? 0).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What to put back into the form, cut to what it takes; null for nothing.</summary>
    public Supplied? Shown => string.IsNullOrEmpty(Text) ? null : new Supplied(Text.Length <= Longest ? Text : Text[..Longest]);

    /// <summary>What the form brought.</summary>
    public static WrittenReason Of(Asked asked)
    {
        var text = WrittenText.Of(asked.Turn.Inputs.GetValueOrDefault(Input)).Text;
        return new WrittenReason(
            text, text.Length > Longest ? ReasonProblem.TooLong : RulingCheck.LengthOf(text) < RulingCheck.ReasonLength ? ReasonProblem.TooShort : ReasonProblem.None);
    }
}
