namespace ChatBot.Channels.Web;

/// <summary>What every page of the local page has.</summary>
internal static class Layout
{
    /// <summary>The bot's mark: decoration, hidden from screen readers.</summary>
    public static Markup Mark { get; } = new(
        """<svg class="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><path class="mark-ground" d="M24 3c12 0 21 8 21 19s-9 19-21 19c-2.600 0-5.100-.4-7.400-1.100L7 45l2.300-9.200C5.400 32.300 3 27.500 3 22 3 11 12 3 24 3z"/><path class="mark-line" d="M13 27.500l6.500-7 6 5 9.500-11"/><circle class="mark-dot" cx="35" cy="14.500" r="3"/></svg>""");

    /// <summary>A long address breaks before its "@" and nowhere else.</summary>
    public static Markup Address(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 0 ? Markup.Of($"{email}") : Markup.Of($"{email[..at]}<wbr>{email[at..]}");
    }

    /// <summary>A whole document.</summary>
    public static Markup Page(string title, string kind, Markup body) => Markup.Of(
        $"""
         <!doctype html>
         <html lang="en">
         <head>
           <meta charset="utf-8">
           <meta name="viewport" content="width=device-width, initial-scale=1">
           <meta name="color-scheme" content="light dark">
           <title>{title}</title>
           <link rel="stylesheet" href="/local/page.css">
           <link rel="icon" href="/local/mark.svg" type="image/svg+xml">
           <script src="/local/page.js" defer></script>
         </head>
         <body class="{kind}">
         <a class="skip" href="#main">To the content</a>
         {body}
         </body>
         </html>
         """);
}
