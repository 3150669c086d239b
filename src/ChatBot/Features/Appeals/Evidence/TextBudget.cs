using ChatBot.Cards;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Shares the room that a card has for what people wrote: a message of Teams holds 28 KB in all. What asks first gets what it needs; what is left for the
/// others is cut, and says so.
/// </summary>
internal sealed class TextBudget(int characters)
{
    private const string Cut = " […]";
    private int left = characters;

    /// <summary>The text, or as much of it as there is room for.</summary>
    public Supplied Take(string text)
    {
        var room = Math.Max(left, 40);
        left -= Math.Min(text.Length, room);
        if (text.Length <= room)
        {
            return new Supplied(text);
        }

        var end = char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
        return new Supplied(text[..end] + Cut);
    }
}
