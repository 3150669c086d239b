using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>What <c>cards/digesttime.json</c> is given: a form with a day and a time.</summary>
/// <param name="Day">The day as it is.</param>
/// <param name="Time">The time as it is.</param>
/// <param name="Days">The days that can be picked.</param>
/// <param name="Times">The times that can be picked.</param>
/// <param name="Zone">The zone of all times.</param>
/// <param name="Token">Token of the form's button.</param>
internal sealed record DigestTimeCard(string Day, string Time, IReadOnlyList<DigestPick> Days, IReadOnlyList<DigestPick> Times, string Zone, string Token)
{
    /// <summary>The form's inputs.</summary>
    public const string DayInput = "day", TimeInput = "time";

    /// <summary>The card: the days that the person works, every half hour of their hours, and what holds now.</summary>
    public static DigestTimeCard Of(OwnDigests own, Asked asked, ActionTokens tokens, Wording wording)
    {
        var (day, time) = (own.Wish.Choice.Day, own.Wish.Choice.Time);
        var pattern = own.Recipient.Facts.WorkingDays.At(own.Day(asked.Now), WorkingDays.MondayToFriday);
        return new DigestTimeCard(
            Id(day),
            wording.Time(time),
            [.. Enumerable.Range(1, 7).Select(number => (DayOfWeek)(number % 7)).Where(one => pattern.Contains(one) || one == day).Select(one => new DigestPick(wording.Weekday(one), Id(one)))],
            [.. HalfHours(own.Hours.Hours).Append(time).Distinct().Order().Select(one => new DigestPick(wording.Time(one), wording.Time(one)))],
            own.Hours.Zone.Id,
            tokens.Mint(own.Recipient.Row.Id, DigestPhrases.Time, string.Empty, asked.Now));
    }

    private static IEnumerable<TimeOnly> HalfHours(LocalHours hours) =>
        Enumerable.Range(0, 48).Select(half => new TimeOnly(half / 2, half % 2 * 30)).Where(hours.Contain);

    private static string Id(DayOfWeek day) => day.ToString()[..3].ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something to pick.</summary>
internal sealed record DigestPick(string Title, string Value);

/// <summary>Shows the form for another day or time.</summary>
internal sealed class ShowDigestForm(PersonDoor door, BotDb db, DigestTiming timing, ActionTokens tokens, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var own = await OwnDigests.Of(door, db, timing, asked, cancel);
        return new Reply(new CardContent("digesttime", DigestTimeCard.Of(own, asked, tokens, wording)));
    }
}
