using ChatBot.Domain.Calendar;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources.Directory;

/// <summary><c>holidays</c>: <c>country,date,name</c>. A country and day is set once; days that the file does not hold stay.</summary>
internal sealed class ImportHolidays(ImportSession session) : IDirectoryImport
{
    private readonly Dictionary<(string Country, DateOnly Day), (HolidayRow Row, FileReport Report)> taken = [];

    /// <inheritdoc />
    public IReadOnlyList<string> Required => ["country", "date", "name"];

    /// <inheritdoc />
    public IReadOnlyList<string> Optional => [];

    /// <inheritdoc />
    public bool IsSnapshot => false;

    /// <inheritdoc />
    public void Columns(IReadOnlySet<string> columns)
    {
        // All are required.
    }

    /// <inheritdoc />
    public void Take(CsvLine line, FileReport report)
    {
        var fields = new CsvFields(line);
        var country = fields.Country("country");
        var (day, name) = (fields.RequiredDay("date"), fields.Required("name"));
        if (country is null)
        {
            fields.Refuse("country is empty.");
        }

        if (fields.Problem is { } problem)
        {
            report.Reject(line.Place, problem);
        }
        else if (!taken.TryAdd((country!, day), (new HolidayRow { Country = country!, Day = day, Name = name }, report)))
        {
            report.Ignore("a second row of the same country and day");
        }
    }

    /// <inheritdoc />
    public string? Write()
    {
        using var transaction = session.Db.BeginFilling();
        var before = session.Db.Holidays.AsNoTracking().ToDictionary(x => (x.Country, x.Day));
        var changed = new List<HolidayRow>();
        var stale = new HashSet<(string Country, Quarter Quarter)>();
        foreach (var (key, (row, report)) in taken)
        {
            report.Counts.Read++;
            if (!before.TryGetValue(key, out var was))
            {
                report.Counts.Stored++;
                stale.UnionWith(session.Stale.Touched(row.Day, row.Day).Select(quarter => (row.Country, quarter)));
            }
            else if (was.Name == row.Name)
            {
                report.Counts.Unchanged++;
                continue;
            }
            else
            {
                report.Counts.Replaced++;
            }

            changed.Add(row);
        }

        session.Db.Upsert(changed);
        foreach (var countries in stale.GroupBy(x => x.Quarter, x => x.Country))
        {
            session.Stale.MarkFact("country", [.. countries], countries.Key);
        }

        transaction.Commit();
        return null;
    }
}
