using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources.Directory;

/// <summary>
/// <c>gaps</c>: <c>scope,value,tool,from,to,reason</c>: what the operator knows that no vendor reports. A gap of the same scope, value, tool and first day
/// is the same gap and is overwritten; gaps that the file does not hold stay.
/// </summary>
internal sealed class ImportGaps(ImportSession session) : IDirectoryImport
{
    private const int LongestReason = 60;

    private readonly Dictionary<GapKey, (GapRow Row, FileReport Report)> taken = [];

    /// <inheritdoc />
    public IReadOnlyList<string> Required => ["scope", "value", "from", "to", "reason"];

    /// <inheritdoc />
    public IReadOnlyList<string> Optional => ["tool"];

    /// <inheritdoc />
    public bool IsSnapshot => false;

    /// <inheritdoc />
    public void Columns(IReadOnlySet<string> columns)
    {
        // A file without the column tool holds for all tools.
    }

    /// <inheritdoc />
    public void Take(CsvLine line, FileReport report)
    {
        var fields = new CsvFields(line);
        var row = Row(fields);
        if (fields.Problem is { } problem)
        {
            report.Reject(line.Place, problem);
        }
        else if (!taken.TryAdd(GapKey.Of(row), (row, report)))
        {
            report.Ignore("a second row of the same gap");
        }
    }

    /// <inheritdoc />
    public string? Write()
    {
        using var transaction = session.Db.BeginFilling();
        var before = session.Db.Gaps.AsNoTracking().AsEnumerable().GroupBy(GapKey.Of).ToDictionary(x => x.Key, x => x.First());
        var changed = new List<GapRow>();
        foreach (var (key, (row, report)) in taken)
        {
            report.Counts.Read++;
            var was = before.GetValueOrDefault(key);
            if (was is not null && was.ToDay == row.ToDay && was.Reason == row.Reason)
            {
                report.Counts.Unchanged++;
                continue;
            }

            _ = was is null ? report.Counts.Stored++ : report.Counts.Replaced++;
            changed.Add(was is null ? row : Over(was.Id, row));
            MarkStale(row);
            if (was is not null)
            {
                MarkStale(was);
            }
        }

        session.Db.Upsert(changed);
        transaction.Commit();
        return null;
    }

    private static GapRow Over(Guid id, GapRow row) => new()
    {
        Id = id,
        Names = row.Names,
        Value = row.Value,
        Tool = row.Tool,
        FromDay = row.FromDay,
        ToDay = row.ToDay,
        Reason = row.Reason,
        SetBy = row.SetBy,
        SetAt = row.SetAt,
    };

    private GapRow Row(CsvFields fields)
    {
        var names = fields.Required("scope").ToLowerInvariant() switch
        {
            "all" => GapScope.All,
            "email" => GapScope.Email,
            "work_area" => GapScope.WorkArea,
            "office" => GapScope.Office,
            _ => default,
        };
        if (names == default)
        {
            fields.Refuse("scope must be email, work_area, office or all.");
        }

        var value = names switch
        {
            GapScope.All => string.Empty,
            GapScope.Email => fields.RequiredMail("value"),
            _ => fields.Required("value"),
        };
        var tool = fields.Optional("tool")?.ToLowerInvariant();
        if (tool?.All(x => char.IsAsciiLetterLower(x) || char.IsAsciiDigit(x) || x == '-') == false)
        {
            fields.Refuse("tool must be a short id like claude-code.");
        }

        var (from, to, reason) = (fields.RequiredDay("from"), fields.OptionalDay("to"), fields.Required("reason"));
        if (to < from)
        {
            fields.Refuse("to lies before from.");
        }

        if (reason.Length > LongestReason)
        {
            fields.Refuse("reason must be a word or a short phrase.");
        }

        return new GapRow
        {
            Id = Guid.CreateVersion7(session.Now),
            Names = names,
            Value = value,
            Tool = tool,
            FromDay = from,
            ToDay = to,
            Reason = reason,
            SetBy = session.Request.SetBy,
            SetAt = session.Now,
        };
    }

    private void MarkStale(GapRow row)
    {
        foreach (var quarter in session.Stale.Touched(row.FromDay, row.ToDay ?? session.Today))
        {
            switch (row.Names)
            {
                case GapScope.Email:
                    if (session.Db.People.AsNoTracking().Where(x => x.Email == row.Value).Select(x => (Guid?)x.Id).FirstOrDefault() is { } person)
                    {
                        session.Stale.Mark(person, [quarter]);
                    }

                    break;
                case GapScope.WorkArea or GapScope.Office:
                    session.Stale.MarkFact(row.Names == GapScope.Office ? "office" : "work_area", [row.Value], quarter);
                    break;
                default:
                    session.Stale.MarkAll(quarter);
                    break;
            }
        }
    }

    private readonly record struct GapKey(GapScope Names, string Value, string? Tool, DateOnly From)
    {
        public static GapKey Of(GapRow row) => new(row.Names, row.Value, row.Tool, row.FromDay);
    }
}
