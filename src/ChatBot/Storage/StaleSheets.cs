using System.Globalization;
using System.Runtime.CompilerServices;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>
/// Marks sheets that no longer follow from their inputs, in the transaction that changes the inputs. Each marking carries an id of its own, so that a
/// recomputation that read the old inputs does not take the mark away.
/// </summary>
internal sealed class StaleSheets(BotDb db, DateTimeOffset now)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>The quarters up to today's whose sheets look at a day between the two.</summary>
    public IEnumerable<Quarter> Touched(DateOnly from, DateOnly? to = null)
    {
        var last = to is { } day && day < today ? day : today;
        for (var quarter = Quarter.Of(from.AddDays(-ScoreWindow.ChangesFor)); quarter <= Quarter.Of(today) && ScoreWindow.FirstDay(quarter) <= last; quarter = quarter.Next)
        {
            yield return quarter;
        }
    }

    /// <summary>Marks the quarters of one person.</summary>
    public void Mark(Guid person, IEnumerable<Quarter> quarters) => Mark(quarters.Select(quarter => (person, quarter)));

    /// <summary>Marks pairs; the same pair may come twice.</summary>
    public void Mark(IEnumerable<(Guid Person, Quarter Quarter)> pairs)
    {
        var mark = NewMark();
        db.Upsert([.. pairs.Distinct().Select(x => new StaleSheetRow { Person = x.Person, Quarter = x.Quarter.ToString(), Mark = mark })]);
    }

    /// <summary>Marks a quarter of everybody who has an account of the vendor, or could have.</summary>
    public void MarkVendor(string vendor, Quarter quarter)
    {
        var (name, mark) = (quarter.ToString(), NewMark());
        db.Database.ExecuteSql($"""
            insert into stale_sheets (person, quarter, mark)
            select person, {name}, {mark} from (
                select person from accounts where vendor = {vendor} and person is not null
                union select c.person from account_claims c join accounts a on a.id = c.account where a.vendor = {vendor}) people
            where true
            on conflict (person, quarter) do update set mark = excluded.mark
            """);
    }

    /// <summary>Marks all quarters of which anybody has a sheet, and today's, of everybody who has an account of the vendor, or could have.</summary>
    public void MarkVendor(string vendor)
    {
        foreach (var quarter in WithSheets())
        {
            MarkVendor(vendor, quarter);
        }
    }

    /// <summary>Marks a quarter of everybody.</summary>
    public void MarkAll(Quarter quarter)
    {
        var (name, mark) = (quarter.ToString(), NewMark());
        db.Database.ExecuteSql($"""
            insert into stale_sheets (person, quarter, mark) select id, {name}, {mark} from people where true
            on conflict (person, quarter) do update set mark = excluded.mark
            """);
    }

    /// <summary>Marks a quarter of everybody who had one of these values of a dated fact on any day; one look at the facts for all of them.</summary>
    public void MarkFact(string kind, IReadOnlyCollection<string> values, Quarter quarter)
    {
        object[] arguments = [quarter.ToString(), NewMark(), kind, .. values];
        var places = string.Join(", ", Enumerable.Range(3, values.Count).Select(place => string.Create(CultureInfo.InvariantCulture, $"{{{place}}}")));
        db.Database.ExecuteSql(FormattableStringFactory.Create(
            $"insert into stale_sheets (person, quarter, mark) select distinct person, {{0}}, {{1}} from person_facts where kind = {{2}} and value in ({places}) "
            + "on conflict (person, quarter) do update set mark = excluded.mark",
            arguments));
    }

    /// <summary>The quarters of which anybody has a sheet, and today's.</summary>
    public IReadOnlyCollection<Quarter> WithSheets()
    {
        var stored = db.Database.SqlQuery<string>($"select distinct quarter as \"Value\" from score_sheets where replaced_at is null").ToList();
        return
        [
            .. stored.Select(x => Quarter.TryParse(x, out var quarter) ? quarter : throw new InvalidOperationException("A sheet has no quarter."))
                .Append(Quarter.Of(today)).Distinct().Order(),
        ];
    }

    private Guid NewMark() => Guid.CreateVersion7(now);
}
