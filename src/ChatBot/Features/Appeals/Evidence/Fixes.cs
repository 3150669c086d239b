namespace ChatBot.Features.Appeals;

/// <summary>What a part can be corrected by, as a form's choices carry it: data in posted cards, so never renamed.</summary>
internal static class Fixes
{
    /// <summary>The days do not count.</summary>
    public const string Exclude = "exclude";

    /// <summary>The days count as use: <c>credit:copilot:light</c>.</summary>
    public const string Credit = "credit";

    /// <summary>What the data itself suggests.</summary>
    public const string Proposal = "proposal";

    /// <summary>An account is theirs: <c>account:17</c>, or without a number the only one that can be.</summary>
    public const string Account = "account";

    /// <summary>An account is not theirs: <c>notmine:17</c>.</summary>
    public const string NotMine = "notmine";

    /// <summary>No tier until a day.</summary>
    public const string Exempt = "exempt";

    /// <summary>Another work area.</summary>
    public const string WorkArea = "workarea";

    /// <summary>Another working pattern.</summary>
    public const string Pattern = "pattern";
}
