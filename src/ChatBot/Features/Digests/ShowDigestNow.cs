using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>What <c>cards/digestnone.json</c> is given.</summary>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day looked at.</param>
internal sealed record DigestNoneCard(string From, string To);

/// <summary>Answers "digest now", even to somebody who stopped them: the last complete week of which something is known.</summary>
internal sealed class ShowDigestNow(PersonDoor door, BotDb db, DigestTiming timing, Rubric rubric, Wording wording) : IHandler
{
    private const int WeeksBack = 6;

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "weekly summary");
        var recipient = await Recipients.One(db, file.Person, cancel) ?? throw new InvalidOperationException("Somebody who asks is in the directory.");
        var holidays = await Holidays.Read(db, cancel);
        var last = Week.Of(asked.Today).Previous;
        var week = last;
        for (var back = 0; back < WeeksBack; back++, week = week.Previous)
        {
            if (await OwnWeek.Of(file, recipient.Facts, holidays, week, asked.Today, rubric, wording, cancel) is { } own)
            {
                var before = await SentBefore.Of(db, file.Person, week, cancel);
                var occasion = new DigestOccasion(LastTold: before.LastTold, Stopped: timing.Wish(recipient.Preference).Stopped);
                return new Reply(new CardContent("digest", WriteDigest.Card(own, occasion, rubric, wording)), own.Told.Id);
            }
        }

        return new Reply(new CardContent("digestnone", new DigestNoneCard(wording.Day(week.Next.First, asked.Today), wording.Day(last.Last, asked.Today))));
    }
}
