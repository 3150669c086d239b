using System.Globalization;

namespace ChatBot.Cards.BlockKit;

/// <summary>The few words that Block Kit needs and a card does not hold. The channel brings them in its reader's language.</summary>
public sealed record BlockWords
{
    /// <summary>English.</summary>
    public static BlockWords English { get; } = new();

    /// <summary>Stands where one line did not fit.</summary>
    public string OneLine { get; init; } = "… and 1 more line that does not fit here. Ask me for a part of this to read it.";

    /// <summary>Stands where lines did not fit; <c>{0}</c> is their number.</summary>
    public string Lines { get; init; } = "… and {0} more lines that do not fit here. Ask me for a part of this to read them.";

    /// <summary>Stands below a table whose last row did not fit.</summary>
    public string OneRow { get; init; } = "… and 1 more row. Ask me for a part of this to see it.";

    /// <summary>Stands below a table whose last rows did not fit; <c>{0}</c> is their number.</summary>
    public string Rows { get; init; } = "… and {0} more rows. Ask me for a part of this to see them.";

    /// <summary>Stands below a table whose last columns did not fit; <c>{0}</c> is their number.</summary>
    public string Columns { get; init; } = "… and {0} more columns. Ask me for a part of this to see them.";

    /// <summary>Stands for a button that Slack cannot hold; <c>{0}</c> is its title.</summary>
    public string NoButton { get; init; } = "{0}: this button does not fit here. Type it to me in words.";

    /// <summary>Stands below a choice whose last answers did not fit; <c>{0}</c> is their number.</summary>
    public string Choices { get; init; } = "… and {0} more to choose from. Tell me in words if yours is missing.";

    /// <summary>Stands below an input whose content was shortened; <c>{0}</c> is its whole length.</summary>
    public string Shortened { get; init; } = "Only the beginning of {0} characters fits here.";

    /// <summary>In place of a form that Slack cannot hold.</summary>
    public string NoForm { get; init; } = "This form does not fit here. Tell me in words what you want to say.";

    /// <summary>The button that opens a form.</summary>
    public string OpenForm { get; init; } = "Open the form";

    /// <summary>The button that closes a form without sending it.</summary>
    public string Cancel { get; init; } = "Cancel";

    /// <summary>The title of a form that has none.</summary>
    public string Form { get; init; } = "Form";

    internal string MoreLines(int count) => count == 1 ? OneLine : Number(Lines, count);

    internal string MoreRows(int count) => count == 1 ? OneRow : Number(Rows, count);

    internal static string Number(string words, int number) => words.Replace("{0}", number.ToString("#,0", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
