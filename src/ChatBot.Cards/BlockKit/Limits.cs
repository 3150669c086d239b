namespace ChatBot.Cards.BlockKit;

/// <summary>
/// What Slack takes, counted here in UTF-16 units, which is never less than it counts. Sources: docs.slack.dev/reference/block-kit,
/// the comments of npm @slack/types 3.2.0, slack_sdk/models; the size of all blocks is undocumented (slackapi/bolt-js#2509).
/// </summary>
internal static class Limits
{
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;

    /// <summary>Characters of all blocks of a message as compact JSON. Slack answers msg_blocks_too_long from about 13,170 on.</summary>
    public const int MessageSize = 12_000;

    /// <summary>As <see cref="MessageSize"/>, for a view: 250 kB, of which a character may take three bytes.</summary>
    public const int ViewSize = 80_000;

    /// <summary>The `text` beside the blocks. chat.update refuses more than 4,000.</summary>
    public const int Fallback = 3_900;
    public const int Text = 3_000;
    public const int Fields = 10;
    public const int Field = 2_000;
    public const int Header = 150;
    public const int Context = 2_000;
    public const int ContextElements = 10;

    public const int ActionElements = 25;
    public const int ButtonText = 75;
    public const int ButtonValue = 2_000;
    public const int Url = 3_000;
    public const int Id = 255;

    /// <summary>Buttons in a row before the others go into an overflow menu: Slack folds a longer row away.</summary>
    public const int Row = 5;
    public const int OverflowOptions = 5;

    public const int OptionText = 75;

    /// <summary>An option's value: 150, but 75 by the types' own comments.</summary>
    public const int OptionValue = 75;

    /// <summary>The value of an overflow menu's option, which carries a verb and its data.</summary>
    public const int OverflowValue = 150;
    public const int SelectOptions = 100;
    public const int TickOptions = 10;

    public const int Label = 2_000;
    public const int Hint = 2_000;
    public const int Placeholder = 150;
    public const int AltText = 2_000;
    public const int InitialText = 3_000;

    public const int ModalTitle = 24;
    public const int Metadata = 3_000;

    public const int TableRows = 100;
    public const int TableColumns = 20;

    /// <summary>Characters in all cells together.</summary>
    public const int TableText = 10_000;

    /// <summary>Characters of a table as JSON that leave room for a heading, a few texts and the buttons.</summary>
    public const int TableSize = 9_000;
}
