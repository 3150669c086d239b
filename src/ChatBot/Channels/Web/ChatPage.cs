using ChatBot.Cards;

namespace ChatBot.Channels.Web;

/// <summary>A chat with the bot as somebody.</summary>
internal static class ChatPage
{
    private static readonly string[] Openers = ["what's my score", "why", "how do I get to heavy", "what can't you see about me", "help"];

    /// <summary>The page with everything said so far.</summary>
    public static Markup Of(string email, IReadOnlyList<Entry> entries, bool trouble) => Layout.Page($"{email} – ChatBot", "chat", Markup.Of(
        $"""
         <header class="bar">
           <a class="back" href="/" aria-label="Back to people"><span aria-hidden="true">‹<span class="back-word"> People</span></span></a>
           <h1><span class="bar-label">Talking as</span> <bdi>{Layout.Address(email)}</bdi></h1>
           <form method="post" action="{Url(email)}/clear" data-plain><button class="quiet" type="submit">Start over</button></form>
         </header>
         <main id="main">
           <ol id="log" class="log" role="log" aria-label="Conversation" tabindex="-1">{Markup.Join(entries.Select(x => Item(email, x)))}</ol>
           <p id="status" class="unseen" role="status"></p>
           <p id="trouble" class="trouble" role="alert">{(trouble ? Trouble : Markup.None)}</p>
         </main>
         <footer class="composer">
           <form class="openers" method="post" action="{Url(email)}" aria-label="Things to ask">{Markup.Join(Openers.Select(Opener))}</form>
           <form class="say" method="post" action="{Url(email)}">
             <label for="text" class="unseen">Your message</label>
             <input id="text" name="text" type="text" placeholder="Ask about your score" autocomplete="off" maxlength="20000" autofocus>
             <button type="submit">Send</button>
           </form>
         </footer>
         """));

    /// <summary>The address of a chat.</summary>
    public static string Url(string email) => $"/chat/{Uri.EscapeDataString(email)}";

    /// <summary>What the page says when a message could not be taken.</summary>
    public static Markup Trouble { get; } = Markup.Of($"That did not get through. Nothing was done; please send it again.");

    /// <summary>New and changed entries, for the script to put in their places.</summary>
    public static Markup Fragment(string email, IReadOnlyList<Entry> entries) => Markup.Join(entries.Select(x => Item(email, x)));

    private static Markup Opener(string text) => Markup.Of($"""<button class="opener" name="text" value="{text}">{text}</button>""");

    private static Markup Item(string email, Entry entry)
    {
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"m{entry.Number}");
        return entry.Card is { } card
            ? Markup.Of(
                $"""
                 <li id="{id}" class="turn bot" tabindex="-1" data-summary="{entry.Summary}">
                   <span class="unseen">ChatBot:</span>{Layout.Mark}
                   <div class="card">{new Markup(CardHtml.Render(card, $"{Url(email)}?card={entry.Number}", id))}</div>
                 </li>
                 """)
            : Markup.Of($"""<li id="{id}" class="turn me" tabindex="-1"><span class="unseen">You:</span><p class="said"><bdi>{entry.Said}</bdi></p></li>""");
    }
}
