using System.Text.Json;
using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Channels.Web;

/// <summary>What came of a form that was sent.</summary>
/// <param name="Entries">What is new in the chat or has changed, in order.</param>
/// <param name="Trouble">True when it could not be taken or answered; nothing was done.</param>
internal sealed record Exchange(IReadOnlyList<Entry> Entries, bool Trouble = false);

/// <summary>One event of the local page: who and what, as it is kept in the inbox until it is done.</summary>
internal sealed record WebEvent(string Email, TurnKind Kind, string Text, string? Command, Dictionary<string, string> Inputs, int? Pressed);

/// <summary>Takes a form of the local page to its answer, through the inbox and the bot like every channel.</summary>
internal sealed partial class WebTurns(Inbox inbox, Bot bot, DeliveryLedger deliveries, Transcripts transcripts, TimeProvider clock, ILogger<WebTurns> logger)
{
    /// <summary>Longer texts are cut; the phrasebook understands far shorter ones.</summary>
    private const int LongestText = 20_000;

    /// <summary>The event of a form: a pressed button has <c>action</c>, anything else is typed. Null when the form is none of ours.</summary>
    public static WebEvent? Read(string email, IFormCollection form, int? card)
    {
        if (form["action"].LastOrDefault() is not { Length: > 0 } action)
        {
            var text = form["text"].ToString();
            return new WebEvent(email, TurnKind.Typed, text.Length > LongestText ? text[..LongestText] : text, null, [], null);
        }

        try
        {
            using var pressed = JsonDocument.Parse(action);
            var inputs = pressed.RootElement.GetProperty("data").EnumerateObject().ToDictionary(x => x.Name, x => x.Value.ToString(), StringComparer.Ordinal);
            foreach (var (name, values) in form.Where(x => x.Key != "action"))
            {
                // A toggle posts its "off" and then, when ticked, its "on"; several choices are one value, as on Teams.
                inputs[name] = values is ["false" or "off", var on] ? on ?? string.Empty : string.Join(',', values.ToArray());
            }

            return new WebEvent(email, TurnKind.Pressed, string.Empty, pressed.RootElement.GetProperty("verb").GetString(), inputs, card);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Commits the event, then answers it.</summary>
    public async Task<Exchange> Take(WebEvent taken, CancellationToken cancel)
    {
        var key = $"web:{Guid.CreateVersion7(clock.GetUtcNow())}";
        var said = taken.Kind == TurnKind.Typed ? transcripts.Said(taken.Email, taken.Text) : null;
        return await inbox.Accept(key, Channel.Web, JsonSerializer.Serialize(taken), cancel) == Acceptance.Taken
            ? await Answer(key, taken, said, cancel)
            : new Exchange(said is null ? [] : [said], Trouble: true);
    }

    /// <summary>Answers what a stopped service had taken and not finished.</summary>
    public async Task TakeUp(CancellationToken cancel)
    {
        foreach (var undone in await inbox.Undone(Channel.Web, cancel))
        {
            await Answer(undone.Key, JsonSerializer.Deserialize<WebEvent>(undone.Payload)!, null, cancel);
        }
    }

    private async Task<Exchange> Answer(string key, WebEvent taken, Entry? said, CancellationToken cancel)
    {
        try
        {
            var turn = new Turn
            {
                Key = key,
                Account = new Account(Channel.Web, "local", taken.Email),
                Kind = taken.Kind,
                Text = taken.Text,
                Command = taken.Command,
                Inputs = taken.Inputs,
                At = clock.GetUtcNow(),
            };
            if (await bot.Answer(turn, cancel) is not { } answer)
            {
                return new Exchange([]);
            }

            var entry = transcripts.Answered(taken.Email, answer.Card, answer.Summary, taken.Pressed);
            if (answer.Person is { } person && entry.Number == taken.Pressed)
            {
                await deliveries.ShowsAnother(person, nameof(Channel.Web), transcripts.IdOf(entry), cancel);
            }

            if (answer.Delivery is { } delivery)
            {
                await deliveries.Sent(delivery, transcripts.IdOf(entry), cancel);
            }

            return new Exchange(said is null ? [entry] : [said, entry]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnanswered(logger, key, exception);
            return new Exchange(said is null ? [] : [said], Trouble: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Key} of the local page was not answered.")]
    private static partial void LogUnanswered(ILogger logger, string key, Exception exception);
}
