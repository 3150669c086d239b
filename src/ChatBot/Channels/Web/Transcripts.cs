using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ChatBot.Channels.Web;

/// <summary>One thing in a chat: what the person typed, or a card of the bot's.</summary>
/// <param name="Number">Its place; a card that answers a pressed button takes the place of the card that was pressed.</param>
/// <param name="Said">What was typed; null for a card.</param>
/// <param name="Card">The card; null for what was typed.</param>
/// <param name="Summary">The card in one line, for screen readers.</param>
internal sealed record Entry(int Number, string? Said, JsonObject? Card, string Summary);

/// <summary>What was said on the local page since the service started, by person. In memory only: typed text is not stored.</summary>
internal sealed class Transcripts
{
    /// <summary>Older ones are forgotten, so that a page left open for days does not grow.</summary>
    private const int Longest = 60;

    /// <summary>Chats kept: what is sent unasked to a whole company would fill the memory.</summary>
    private const int Most = 2000;

    /// <summary>Numbers begin anew with the service; an id of before must not mean another card.</summary>
    private readonly string since = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    private readonly Lock gate = new();
    private readonly Queue<string> oldest = [];
    private readonly Dictionary<string, List<Entry>> chats = new(StringComparer.Ordinal);
    private int last;

    /// <summary>The chat of a person, oldest first.</summary>
    public IReadOnlyList<Entry> Of(string email)
    {
        lock (gate)
        {
            return chats.TryGetValue(email, out var entries) ? [.. entries] : [];
        }
    }

    /// <summary>Adds what was typed.</summary>
    public Entry Said(string email, string text) => Add(email, number => new Entry(number, text, null, string.Empty));

    /// <summary>Adds a card, in place of the one that was pressed if that is still there.</summary>
    public Entry Answered(string email, JsonObject card, string summary, int? inPlaceOf)
    {
        lock (gate)
        {
            if (inPlaceOf is { } number && chats.TryGetValue(email, out var entries) && entries.FindIndex(x => x.Number == number && x.Card is not null) is >= 0 and var place)
            {
                return entries[place] = new Entry(number, null, card, summary);
            }
        }

        return Add(email, number => new Entry(number, null, card, summary));
    }

    /// <summary>What a card is called as long as the service runs.</summary>
    public string IdOf(Entry entry) => string.Create(CultureInfo.InvariantCulture, $"{since}-{entry.Number}");

    /// <summary>Puts a card in place of the one of the id; false where that is not there any more.</summary>
    public bool Replace(string email, string id, JsonObject card, string summary)
    {
        lock (gate)
        {
            if (!chats.TryGetValue(email, out var entries) || entries.FindIndex(x => x.Card is not null && IdOf(x) == id) is not (>= 0 and var place))
            {
                return false;
            }

            entries[place] = new Entry(entries[place].Number, null, card, summary);
            return true;
        }
    }

    /// <summary>Forgets the chat of a person.</summary>
    public void Clear(string email)
    {
        lock (gate)
        {
            chats.Remove(email);
        }
    }

    private Entry Add(string email, Func<int, Entry> make)
    {
        lock (gate)
        {
            if (!chats.TryGetValue(email, out var entries))
            {
                chats[email] = entries = [];
                oldest.Enqueue(email);
                if (oldest.Count > Most)
                {
                    chats.Remove(oldest.Dequeue());
                }
            }

            var entry = make(++last);
            entries.Add(entry);
            if (entries.Count > Longest)
            {
                entries.RemoveAt(0);
            }

            return entry;
        }
    }
}
