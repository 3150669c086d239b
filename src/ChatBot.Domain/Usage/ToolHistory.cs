using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Usage;

/// <summary>What is known of one person's use of one tool, day by day.</summary>
/// <remarks>Rows of a day are chained through <see cref="next"/>, so that placing them costs no sort; mostly a day has one.</remarks>
internal sealed class ToolHistory
{
    private const int StaysFor = 90;
    private const int None = -1;
    private readonly DayIndex days;
    private readonly int[] first;
    private readonly DayMarks[] marks;
    private readonly bool[] theirs;
    private readonly int[] shown;
    private readonly List<UsageRow> rows = [];
    private readonly List<int> next = [];
    private readonly List<Report> reports = [];
    private readonly IReadOnlyList<Report> allReports;
    private readonly List<Seat> seats = [];
    private Licences licences = Licences.None;

    public ToolHistory(Tool tool, DayIndex days, IReadOnlyList<Report> allReports)
    {
        (Tool, this.days, this.allReports) = (tool, days, allReports);
        first = new int[days.Count];
        Array.Fill(first, None);
        marks = new DayMarks[days.Count];
        theirs = new bool[days.Count];
        shown = new int[days.Count + 1];
    }

    public Tool Tool { get; }

    /// <summary>Whether one of the accounts could be somebody else's.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>Whether a day is the person's by a reading or a seat.</summary>
    public bool IsTheirs(int day) => theirs[day];

    /// <summary>What is known of the day besides the signals.</summary>
    public DayMarks Marks(int day) => marks[day];

    public void Add(Seat seat) => seats.Add(seat);

    /// <summary>Takes a reading of a day of the range.</summary>
    public void Add(UsageRow row, int day, bool ambiguous, bool stays)
    {
        if (ambiguous)
        {
            marks[day] |= row.Report.Source == Source.ChatGpt ? DayMarks.None : stays ? DayMarks.Row | DayMarks.Stays : DayMarks.Row;
            return;
        }

        if (row.Report.Source == Source.ChatGpt)
        {
            marks[day] |= row.HasUse ? DayMarks.Use : DayMarks.None;
            return;
        }

        marks[day] |= stays ? DayMarks.Stays : DayMarks.None;
        next.Add(first[day]);
        first[day] = rows.Count;
        rows.Add(row);
        if (!reports.Contains(row.Report))
        {
            reports.Add(row.Report);
        }
    }

    /// <summary>Joins the marks of every day, once all readings and seats are in.</summary>
    public void Join(Snapshots snapshots)
    {
        licences = Licences.Of(seats, snapshots);
        var lastStay = int.MinValue / 2;
        for (var day = 0; day < days.Count; day++)
        {
            if (first[day] != None)
            {
                marks[day] |= Marked(day);
            }

            lastStay = marks[day].HasFlag(DayMarks.Stays) ? day : lastStay;
            theirs[day] = marks[day].HasFlag(DayMarks.Row) || day - lastStay <= StaysFor || licences.Cover(days.First + day);
            shown[day + 1] = shown[day] + (marks[day].HasFlag(DayMarks.ShowsClient) ? 1 : 0);
        }
    }

    /// <summary>The signals of a day, joined.</summary>
    public Signals Signals(int day)
    {
        if (first[day] is var only && only == None)
        {
            return default;
        }

        return next[only] == None ? rows[only].Reading.Signals : UsageDay.Join(RowsOf(day));
    }

    /// <summary>Coverage of a settled day that no gap names (rules 3 to 11; of rule 4 whether the tool is theirs).</summary>
    public Coverage Coverage(int day)
    {
        if (!theirs[day])
        {
            return Coverages.NotTheirs;
        }

        if (IsAmbiguous)
        {
            return Coverages.AccountNotLinked;
        }

        var (passes, onlyCopilot) = Reported(day);
        var known = marks[day];
        return !passes ? Coverages.ReportMissing
            : known.HasFlag(DayMarks.TelemetryOff) ? Coverages.TelemetryOff
            : known.HasFlag(DayMarks.ClientTooOld) ? Coverages.ClientTooOld
            : known.HasFlag(DayMarks.SeenUse) ? Coverages.Seen
            : !onlyCopilot || ShownNear(day) || licences.SayIdle(days.First + day) ? Coverages.Silent
            : Coverages.NotReported;
    }

    /// <summary>
    /// Rule 5: whether one report passes, among those that have readings of the person, else among all. And whether only Copilot's do: its reports
    /// leave out people whom they cannot see, so there a missing row is no silence yet.
    /// </summary>
    private (bool Passes, bool OnlyCopilot) Reported(int day)
    {
        var (passes, onlyCopilot) = (false, true);
        var among = reports.Count > 0 ? reports : allReports;
        for (var i = 0; i < among.Count; i++)
        {
            if (among[i].Passes(day))
            {
                passes = true;
                onlyCopilot &= among[i].Source == Source.Copilot;
            }
        }

        return (passes, onlyCopilot);
    }

    /// <summary>Rule 9: use that shows the client to be visible, within 28 days before or after.</summary>
    private bool ShownNear(int day) => shown[Math.Min(day + 28, days.Count - 1) + 1] - shown[Math.Max(day - 28, 0)] > 0;

    private DayMarks Marked(int day)
    {
        if (next[first[day]] == None)
        {
            var only = rows[first[day]];
            return UsageDay.JoinMarks(new ReadOnlySpan<UsageRow>(in only));
        }

        return UsageDay.JoinMarks(RowsOf(day));
    }

    private UsageRow[] RowsOf(int day)
    {
        var count = 0;
        for (var row = first[day]; row != None; row = next[row])
        {
            count++;
        }

        var all = new UsageRow[count];
        for (var row = first[day]; row != None; row = next[row])
        {
            all[--count] = rows[row];
        }

        Array.Sort(all, UsageDay.Compare);
        return all;
    }
}
