using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// The kinds of deliveries about appeals, all of which must arrive. A period is <c>{case id, 32 digits}:{step}</c>, or the id of a finding; what it is about
/// is the case or the finding. Stored, so never renamed.
/// </summary>
internal static class AppealKinds
{
    /// <summary>To the person who appeals.</summary>
    public const string Appeal = Reviews.Kind;

    /// <summary>To whoever reviews a case, or names who does.</summary>
    public const string Case = "case";

    /// <summary>To somebody whose data was corrected because of another's appeal.</summary>
    public const string Correction = "correction";

    /// <summary>To the programme office: others have the same hole in the data.</summary>
    public const string Finding = "finding";

    /// <summary>Period of a step that happens once in each version of a case.</summary>
    public static string Period(Guid appeal, string step, int number) => $"{appeal:N}:{step}-{number}";

    /// <summary>The case and the step of a period (<c>ruling-1</c>).</summary>
    public static (Guid Appeal, string Step) Read(string period) =>
        period.Split(':', 2) is [var id, var step] && Guid.TryParseExact(id, "N", out var appeal)
            ? (appeal, step)
            : throw new InvalidOperationException("The period of a delivery about an appeal names the case and a step.");
}
