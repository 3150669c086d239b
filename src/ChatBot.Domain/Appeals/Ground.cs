namespace ChatBot.Domain.Appeals;

/// <summary>On what ground a person contests what is said of them. The numbers are stored.</summary>
public enum Ground
{
    /// <summary>Activity in a tool or surface that is not captured.</summary>
    NotCaptured = 1,

    /// <summary>Leave, part time or secondment. Declining it takes a second reviewer.</summary>
    Leave = 2,

    /// <summary>Wrong account or identity.</summary>
    WrongAccount = 3,

    /// <summary>Wrong work area.</summary>
    WrongWorkArea = 4,

    /// <summary>Work on which the tools may not be used.</summary>
    ToolsNotAllowed = 5,

    /// <summary>No working licence or installation.</summary>
    NoLicence = 6,

    /// <summary>"Take me off that list."</summary>
    Removal = 7,

    /// <summary>Anything else.</summary>
    Other = 8,
}
