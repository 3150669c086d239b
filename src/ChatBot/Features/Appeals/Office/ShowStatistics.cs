using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>Answers "appeal statistics": the last twelve months, nothing of fewer than 10 appeals.</summary>
internal sealed class ShowStatistics(BotDb db, OfficeDoor office, Programme programme, Wording wording) : IHandler
{
    private const int Months = 12;

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        if (!await office.IsOpen(asked, cancel))
        {
            return OfficeDoor.Closed;
        }

        var since = asked.Now.AddMonths(-Months);
        var counted = programme.IsPrivate ? []
            : await db.Appeals.AsNoTracking().Where(x => x.FiledAt >= since).Select(x => new { x.Document, x.WorkArea }).ToListAsync(cancel);
        var statistics = AppealStatistics.Of([.. counted.Select(x => new CountedAppeal(AppealDocument.Read(x.Document), x.WorkArea))], asked.Now);
        var reviewers = statistics.Rates.Select(x => x.Reviewer).OfType<Guid>().Distinct().ToArray();
        var names = await db.People.AsNoTracking().Where(x => EF.Parameter(reviewers).Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name, cancel);
        return new Reply(new CardContent("appealstats", Card(statistics, names, since, asked.Now, programme.IsPrivate, wording)));
    }

    /// <summary>The card.</summary>
    public static StatisticsCard Card(
        AppealStatistics statistics, IReadOnlyDictionary<Guid, string> reviewers, DateTimeOffset since, DateTimeOffset now, bool isPrivate, Wording wording) => new()
        {
            PrivateMode = isPrivate,
            Since = wording.Day(DateOnly.FromDateTime(since.UtcDateTime), DateOnly.FromDateTime(now.UtcDateTime)),
            Received = statistics.Received is { } received ? wording.Number(received) : null,
            Tables =
            [
                .. new[]
                {
                    Table("By ground", statistics.ByGround.ToDictionary(x => AppealWords.Of(x.Key), x => x.Value), statistics.Received, wording),
                    Table("Decided", statistics.ByOutcome.ToDictionary(x => wording.Sentence(AppealWords.Of(x.Key)), x => x.Value), null, wording),
                    Table("By tool in dispute", statistics.ByTool.ToDictionary(x => wording.Name(x.Key), x => x.Value), null, wording),
                }.Where(x => x.Cells.Count > 0),
            ],
            Areas = [.. statistics.ByWorkArea.OrderByDescending(x => x.Value).Select(x => new AreaCount(new Supplied(x.Key.Length == 0 ? "(none known)" : x.Key), wording.Number(x.Value)))],
            AreasHidden = statistics.ByWorkArea.Count > 0 && statistics.ByWorkArea.Values.Sum() < statistics.Received,
            Median = statistics.MedianDays is { } median ? wording.Score(median) : null,
            Ninetieth = statistics.NinetiethDays is { } ninetieth ? wording.Count(ninetieth, "day") : null,
            Missed =
            [
                .. new[] { ("Not taken within 2 working days", statistics.TriageMissed), ("Not ruled on within 10 working days", statistics.RulingMissed), ("The same on the second level", statistics.FinalMissed) }
                    .Where(x => x.Item2 is not null).Select(x => $"{x.Item1}: {Of(x.Item2!.Value, wording)}"),
            ],
            Rates =
            [
                .. statistics.Rates.Select(x => new RateLine(
                    x.Reviewer is { } reviewer ? new Supplied(reviewers.GetValueOrDefault(reviewer, "Somebody who has left")) : null,
                    x.Level == 1 ? "first level" : "second level", Of(x.Overturning, wording), x.Overturned is { } overturned ? Of(overturned, wording) : null)),
            ],
            Notes = [.. statistics.Notes.Select(x => new NoteLine(AppealWords.Of(x.Ground), Of(x.Overturned, wording)))],
        };

    private static StatisticsTable Table(string title, Dictionary<string, int> cells, int? total, Wording wording) => new(
        title,
        [.. cells.OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).Select(x => new StatisticsCell(x.Key, wording.Number(x.Value)))],
        total is { } all && cells.Values.Sum() < all);

    private static string Of(Share share, Wording wording) => $"{wording.Number(share.Count)} of {wording.Number(share.Of)} ({wording.Percent(share.Value)})";
}
