using ChatBot.Domain.People;

namespace ChatBot.Domain.Usage;

/// <summary>The declared gaps, found by whom they name; made once per run. Where several name a person, the one that names them most closely speaks.</summary>
internal sealed class Gaps
{
    private readonly List<Gap> ofAll = [];
    private readonly Dictionary<string, List<Gap>> ofEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Gap>> ofWorkArea = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Gap>> ofOffice = new(StringComparer.Ordinal);

    public Gaps(IEnumerable<Gap> gaps)
    {
        foreach (var gap in gaps.OrderBy(one => one.Span.From).ThenBy(one => one.Reason, StringComparer.Ordinal))
        {
            var list = gap.Names switch
            {
                GapScope.Email => In(ofEmail, gap.Value),
                GapScope.WorkArea => In(ofWorkArea, gap.Value),
                GapScope.Office => In(ofOffice, gap.Value),
                _ => ofAll,
            };
            list.Add(gap);
        }

        static List<Gap> In(Dictionary<string, List<Gap>> by, string value) => by.TryGetValue(value, out var known) ? known : by[value] = [];
    }

    /// <summary>Those that can name the person on some day, the closest first; mostly none.</summary>
    public IReadOnlyList<Gap> Near(Person person)
    {
        if (ofAll.Count + ofEmail.Count + ofWorkArea.Count + ofOffice.Count == 0)
        {
            return [];
        }

        var near = new List<Gap>();
        Add(ofEmail, person.Email);
        AddEach(ofWorkArea, person.WorkArea);
        AddEach(ofOffice, person.Office);
        near.AddRange(ofAll);
        return near;

        void Add(Dictionary<string, List<Gap>> by, string value)
        {
            if (by.TryGetValue(value, out var known))
            {
                near.AddRange(known);
            }
        }

        void AddEach(Dictionary<string, List<Gap>> by, Dated<string> values)
        {
            for (var i = 0; by.Count > 0 && i < values.Entries.Count; i++)
            {
                var value = values.Entries[i].Value;
                if (!values.Entries.Take(i).Any(earlier => earlier.Value == value))
                {
                    Add(by, value);
                }
            }
        }
    }

    /// <summary>The reason of the first of the gaps that names the person on the day; null when none does.</summary>
    /// <param name="near">From <see cref="Near"/>.</param>
    /// <param name="person">The same person.</param>
    /// <param name="tool">The tool; null for a gap of whichever tool.</param>
    /// <param name="day">The day.</param>
    public static Reason? On(IReadOnlyList<Gap> near, Person person, Tool? tool, DateOnly day)
    {
        for (var i = 0; i < near.Count; i++)
        {
            var gap = near[i];
            if (gap.Span.Contains(day) && (gap.Tool is null || tool is null || gap.Tool == tool) && gap.Names switch
            {
                GapScope.WorkArea => person.WorkArea.At(day, string.Empty) == gap.Value,
                GapScope.Office => person.Office.At(day, string.Empty) == gap.Value,
                _ => true,
            })
            {
                return new Reason(gap.Reason);
            }
        }

        return null;
    }
}
