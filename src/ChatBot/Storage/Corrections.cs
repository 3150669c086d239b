using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Corrections in the store: added by rulings and approvals, read with every sheet, never changed.</summary>
internal static class Corrections
{
    /// <summary>Places of one cause's corrections begin at its level times this: no ruling has so many.</summary>
    private const int PerLevel = 10_000;

    /// <summary>The corrections of each person, in the order in which they hold. An account given to somebody is taken from whoever had it, see <see cref="Add"/>.</summary>
    public static async Task<ILookup<Guid, Correction>> Read(BotDb db, IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var ids = people.ToArray();
        var rows = await db.Corrections.AsNoTracking().Where(x => EF.Parameter(ids).Contains(x.Person)).ToListAsync(cancel);
        return rows.OrderBy(x => x.At).ThenBy(x => x.Cause).ThenBy(x => x.Place)
            .ToLookup(x => x.Person, x => CorrectionDocument.Read(x.Document)[0]);
    }

    /// <summary>The corrections of one person.</summary>
    public static async Task<IReadOnlyList<Correction>> Of(BotDb db, Guid person, CancellationToken cancel) => [.. (await Read(db, [person], cancel))[person]];

    /// <summary>
    /// Adds corrections of one person, inside the caller's transaction, and marks the sheets that follow from them. Giving somebody an account is written
    /// with those who had it, too.
    /// </summary>
    /// <param name="db">The caller's.</param>
    /// <param name="cause">The appeal or the finding.</param>
    /// <param name="level">Level of the ruling; 1 for a finding.</param>
    /// <param name="person">Whose.</param>
    /// <param name="corrections">In the order in which they hold.</param>
    /// <param name="setBy">Who ruled or approved.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task Add(
        BotDb db, Guid cause, int level, Guid person, IReadOnlyList<Correction> corrections, Guid setBy, DateTimeOffset now, CancellationToken cancel) =>
        Add(db, cause, level, [new(person, corrections)], setBy, now, cancel);

    /// <summary>The same for many people of one cause, in as many statements as for one.</summary>
    public static async Task Add(
        BotDb db, Guid cause, int level, IReadOnlyCollection<KeyValuePair<Guid, IReadOnlyList<Correction>>> people, Guid setBy, DateTimeOffset now, CancellationToken cancel)
    {
        var written = new List<(Guid Person, Correction Correction, int Place)>();
        foreach (var (person, corrections) in people)
        {
            for (var index = 0; index < corrections.Count; index++)
            {
                written.Add((person, corrections[index], (level * PerLevel) + index));
                if (corrections[index] is Correction.RemapAccount remap)
                {
                    var others = (await OwnersOf(db, remap, cancel)).Where(other => other != person).ToList();
                    written.AddRange(others.Select(other => (other, corrections[index], (level * PerLevel) + index)));
                }
            }
        }

        db.InsertMissing(
        [
            .. written.Select(x => new CorrectionRow
            {
                Cause = cause, Person = x.Person, Place = x.Place, At = now, SetBy = setBy, Document = CorrectionDocument.Write([x.Correction]),
            }),
        ]);
        var corrected = written.Select(x => x.Person).Distinct().ToArray();
        await db.ScoreSheets.Where(x => EF.Parameter(corrected).Contains(x.Person) && x.ReplacedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.ReplacedWhy, cause.ToString("D")), cancel);
        var stale = new StaleSheets(db, now);
        stale.Mark(written.Where(x => x.Correction is not Correction.ExemptUntil)
            .SelectMany(x => (FirstDay(x.Correction) is { } first ? stale.Touched(first) : stale.WithSheets()).Select(quarter => (x.Person, quarter))));
    }

    /// <summary>Whoever has the account now, could have it, or was given it before.</summary>
    private static async Task<IReadOnlyCollection<Guid>> OwnersOf(BotDb db, Correction.RemapAccount remap, CancellationToken cancel)
    {
        var linked = await db.Accounts.Where(x => x.Id == remap.Account && x.Person != null).Select(x => x.Person!.Value).ToListAsync(cancel);
        var claiming = await db.AccountClaims.Where(x => x.Account == remap.Account).Select(x => x.Person).ToListAsync(cancel);
        var given = (await db.Corrections.AsNoTracking().ToListAsync(cancel))
            .Where(x => CorrectionDocument.Read(x.Document)[0] is Correction.RemapAccount before && before.Account == remap.Account).Select(x => x.Person);
        return linked.Concat(claiming).Concat(given).Concat(remap.Owner is { } owner ? [owner] : []).ToHashSet();
    }

    /// <summary>The first day that a sheet can differ on; null: any.</summary>
    private static DateOnly? FirstDay(Correction correction) => correction switch
    {
        Correction.ExcludeDays exclude => exclude.Span.From,
        Correction.CreditDays credit => credit.Span.From,
        Correction.ChangeWorkArea area => area.Span.From,
        Correction.ChangeWorkingPattern pattern => pattern.Span.From,
        _ => null,
    };
}
