namespace ChatBot.Cards;

/// <summary>A template that is refused, or data that it cannot be given. The message is one sentence with file, line and expression.</summary>
public sealed class CardTemplateException : Exception
{
    public CardTemplateException(string message)
        : base(message)
    {
    }

    public CardTemplateException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
