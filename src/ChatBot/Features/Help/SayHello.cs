using ChatBot.Chat;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/hello.json</c> is given.</summary>
/// <param name="Kind">What to answer to.</param>
/// <param name="Greeting">For another language: a greeting in it; null where it is not known which one it is.</param>
internal sealed record HelloCard(HelloKind Kind, string? Greeting);

/// <summary>What is being answered.</summary>
internal enum HelloKind
{
    /// <summary>A greeting.</summary>
    Hello,

    /// <summary>Nothing at all, an emoji, a row of dots.</summary>
    Wordless,

    /// <summary>Thanks, goodbye.</summary>
    Thanks,

    /// <summary>Another language.</summary>
    Language,
}

/// <summary>Answers a greeting, thanks, silence and another language: kindly, and with what can be asked.</summary>
internal sealed class SayHello(Words words) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var kind = asked.Understood.Row.Name switch
        {
            Phrasebook.Language => HelloKind.Language,
            Phrasebook.Hello => TypedWords.Of(asked.Turn.Text).Count == 0 ? HelloKind.Wordless : HelloKind.Hello,
            _ => HelloKind.Thanks,
        };
        var greeting = kind == HelloKind.Language && Languages.Guess(asked.Turn.Text) is { } language ? words.Greetings.GetValueOrDefault(language) : null;
        return Task.FromResult(new Reply(new CardContent("hello", new HelloCard(kind, greeting))));
    }
}
