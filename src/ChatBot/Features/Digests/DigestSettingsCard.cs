using ChatBot.Chat;
using ChatBot.Domain.Digests;

namespace ChatBot.Features.Digests;

/// <summary>What <c>cards/digestsettings.json</c> is given: what was done, and what holds now.</summary>
internal sealed record DigestSettingsCard
{
    /// <summary>What was done; decides the first sentence.</summary>
    public required DigestSaid Said { get; init; }

    /// <summary>Whether one that waited to be sent was cancelled by it.</summary>
    public bool Cancelled { get; init; }

    /// <summary>For a refusal: what was asked for, <c>Sundays at 20:00</c>.</summary>
    public string? Refused { get; init; }

    /// <summary>For a refusal: the nearest that is allowed, <c>Mondays at 16:59</c>.</summary>
    public string? Nearest { get; init; }

    /// <summary>Token of the button that takes the nearest.</summary>
    public string? NearestToken { get; init; }

    /// <summary>First moment of the hours they may be written to, local.</summary>
    public required string Opens { get; init; }

    /// <summary>End of those hours.</summary>
    public required string Closes { get; init; }

    /// <summary>When they come: <c>Tuesdays at 11:00</c>.</summary>
    public required string When { get; init; }

    /// <summary>When the next one comes: <c>Tue 24 Nov at 11:00</c>; null where none does.</summary>
    public required string? Next { get; init; }

    /// <summary>The zone of all times.</summary>
    public required string Zone { get; init; }

    /// <summary>Whether the directory does not say where the person lives.</summary>
    public required bool ZoneUnknown { get; init; }

    /// <summary>None comes by itself.</summary>
    public required bool Stopped { get; init; }

    /// <summary>Last day of a pause; null for none.</summary>
    public required string? PausedUntil { get; init; }

    /// <summary>Token of the button that stops them; null where they are stopped.</summary>
    public required string? StopToken { get; init; }

    /// <summary>Token of the button that pauses them for two weeks; null where they are stopped or paused.</summary>
    public required string? PauseToken { get; init; }

    /// <summary>Token of the button that starts them again; null where they come.</summary>
    public required string? ResumeToken { get; init; }

    /// <summary>The card.</summary>
    /// <param name="said">What was done.</param>
    /// <param name="own">What holds after it.</param>
    /// <param name="asked">Who asked.</param>
    /// <param name="tokens">Makes tokens.</param>
    /// <param name="wording">The words.</param>
    public static DigestSettingsCard Of(DigestSaid said, OwnDigests own, Asked asked, ActionTokens tokens, Wording wording)
    {
        var person = own.Recipient.Row.Id;
        var paused = own.Wish.PausedUntil is { } until && until >= own.Day(asked.Now) && !own.Wish.Stopped ? until : (DateOnly?)null;
        return new DigestSettingsCard
        {
            Said = said,
            Opens = wording.Time(own.Hours.Hours.From),
            Closes = wording.Time(own.Hours.Hours.To),
            When = InWords(own.Wish.Choice, wording),
            Next = own.Next(asked.Now) is { } next ? Moment(next, own, asked.Now, wording) : null,
            Zone = own.Hours.Zone.Id,
            ZoneUnknown = own.HasNarrowHours,
            Stopped = own.Wish.Stopped,
            PausedUntil = paused is { } last ? wording.Day(last, own.Day(asked.Now)) : null,
            StopToken = own.Wish.Stopped ? null : tokens.Mint(person, DigestPhrases.Stop, string.Empty, asked.Now),
            PauseToken = own.Wish.Stopped || paused is not null ? null : tokens.Mint(person, DigestPhrases.Pause, "2 weeks", asked.Now),
            ResumeToken = own.Wish.Stopped || paused is not null ? tokens.Mint(person, DigestPhrases.Resume, string.Empty, asked.Now) : null,
        };
    }

    /// <summary><c>Tuesdays at 11:00</c>.</summary>
    public static string InWords(DigestChoice choice, Wording wording) => $"{wording.Weekday(choice.Day)}s at {wording.Time(choice.Time)}";

    private static string Moment(DateTimeOffset moment, OwnDigests own, DateTimeOffset now, Wording wording)
    {
        var local = TimeZoneInfo.ConvertTime(moment, own.Hours.Zone).DateTime;
        return $"{wording.Day(DateOnly.FromDateTime(local), own.Day(now))} at {wording.Time(TimeOnly.FromDateTime(local))}";
    }
}

/// <summary>What was done about somebody's digests.</summary>
internal enum DigestSaid
{
    /// <summary>Nothing; they only looked.</summary>
    Nothing,

    /// <summary>Stopped.</summary>
    Stopped,

    /// <summary>They were stopped before.</summary>
    StoppedBefore,

    /// <summary>Paused.</summary>
    Paused,

    /// <summary>A pause that would end before it begins.</summary>
    PauseIsOver,

    /// <summary>A pause of more than a year.</summary>
    PauseTooLong,

    /// <summary>Started again.</summary>
    Resumed,

    /// <summary>They come already.</summary>
    ComeAlready,

    /// <summary>Another day or time.</summary>
    Chosen,

    /// <summary>Another day or time, and started again by it.</summary>
    ChosenAndResumed,

    /// <summary>A day or time at which nobody is written to.</summary>
    Refused,
}
