namespace ChatBot.Domain.Usage;

/// <summary>What coverage needs to know of one person, tool and day besides the signals.</summary>
[Flags]
internal enum DayMarks
{
    None = 0,

    /// <summary>A source that can cover the tool has a row.</summary>
    Row = 1,

    /// <summary>There was use, by whichever source.</summary>
    Use = 2,

    /// <summary>A row that can cover the tool has use.</summary>
    SeenUse = 4,

    /// <summary>Rule 6 applies to every row of one of the accounts.</summary>
    TelemetryOff = 8,

    /// <summary>Rule 7 applies to every row of one of the accounts.</summary>
    ClientTooOld = 16,

    /// <summary>Use other than review only, to which rules 6 and 7 do not apply: the client can be seen.</summary>
    ShowsClient = 32,

    /// <summary>The row is of a source without seat snapshots: it makes the tool the person's for the 90 days after, too.</summary>
    Stays = 64,
}

/// <summary>A reading with what its join needs.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Report">The report it is part of.</param>
internal readonly record struct UsageRow(Reading Reading, Report Report)
{
    public bool HasUse => Reading.Marks.HasFlag(Marks.Use) || Reading.Signals.Any;
}

/// <summary>One person, tool and UTC day, joined over sources, scopes, parts and accounts. One act counts once.</summary>
internal static class UsageDay
{
    /// <summary>
    /// Joins the signals. Parts of one scope are summed; of one account in two scopes the larger counts; accounts are summed; of several sources of
    /// one tool the larger counts, but for Claude Code it is api + max(subscription, Claude Enterprise).
    /// </summary>
    /// <param name="rows">The rows of unambiguous accounts, sorted by <see cref="Compare"/>; unified ChatGPT usage left out or without signals.</param>
    public static Signals Join(ReadOnlySpan<UsageRow> rows)
    {
        Signals others = default, api = default, subscription = default, enterprise = default;
        for (var start = 0; start < rows.Length;)
        {
            var end = EndOf(rows, start, static (first, row) => row.Report.Source == first.Report.Source);
            var (plain, subscribed) = OfSource(rows[start..end]);
            switch (rows[start].Report.Source)
            {
                case Source.ClaudeCode:
                    (api, subscription) = (plain, subscribed);
                    break;
                case Source.ClaudeEnterprise:
                    enterprise = Sum(plain, subscribed);
                    break;
                default:
                    others = Larger(others, Sum(plain, subscribed));
                    break;
            }

            start = end;
        }

        return Larger(others, Sum(api, Larger(subscription, enterprise)));
    }

    /// <summary>Joins the marks of rows of one source that can cover the tool, sorted by <see cref="Compare"/>.</summary>
    public static DayMarks JoinMarks(ReadOnlySpan<UsageRow> rows)
    {
        var joined = DayMarks.None;
        for (var start = 0; start < rows.Length;)
        {
            var end = EndOf(rows, start, SameAccount);
            var (use, shows, off, old) = (false, false, true, true);
            foreach (var row in rows[start..end])
            {
                use |= row.HasUse;
                shows |= row.HasUse && !row.Reading.Marks.HasFlag(Marks.ReviewOnly);
                off &= row.Reading.Marks.HasFlag(Marks.TelemetryOff);
                old &= row.Reading.Marks.HasFlag(Marks.ClientTooOld);
            }

            joined |= DayMarks.Row;
            joined |= use ? DayMarks.Use | DayMarks.SeenUse : DayMarks.None;
            joined |= off ? DayMarks.TelemetryOff : DayMarks.None;
            joined |= old ? DayMarks.ClientTooOld : DayMarks.None;
            joined |= shows && !off && !old ? DayMarks.ShowsClient : DayMarks.None;
            start = end;
        }

        return joined;
    }

    /// <summary>Order for the joins: source, account, scope.</summary>
    public static int Compare(UsageRow left, UsageRow right)
    {
        var order = left.Report.Source - right.Report.Source;
        order = order != 0 ? order : left.Reading.Account.CompareTo(right.Reading.Account);
        return order != 0 ? order : left.Report.Order.CompareTo(right.Report.Order);
    }

    private static (Signals Plain, Signals Subscribed) OfSource(ReadOnlySpan<UsageRow> rows)
    {
        Signals plain = default, subscribed = default;
        for (var start = 0; start < rows.Length;)
        {
            var end = EndOf(rows, start, SameAccount);
            var account = OfAccount(rows[start..end]);
            (plain, subscribed) = (Sum(plain, account.Plain), Sum(subscribed, account.Subscribed));
            start = end;
        }

        return (plain, subscribed);
    }

    private static (Signals Plain, Signals Subscribed) OfAccount(ReadOnlySpan<UsageRow> rows)
    {
        Signals plain = default, subscribed = default;
        for (var start = 0; start < rows.Length;)
        {
            var end = EndOf(rows, start, static (first, row) => row.Report == first.Report);
            Signals scopePlain = default, scopeSubscribed = default;
            foreach (var row in rows[start..end])
            {
                if (row.Reading.Marks.HasFlag(Marks.Subscription))
                {
                    scopeSubscribed = Sum(scopeSubscribed, row.Reading.Signals);
                }
                else
                {
                    scopePlain = Sum(scopePlain, row.Reading.Signals);
                }
            }

            (plain, subscribed) = (Larger(plain, scopePlain), Larger(subscribed, scopeSubscribed));
            start = end;
        }

        return (plain, subscribed);
    }

    private static bool SameAccount(UsageRow first, UsageRow row) =>
        row.Report.Source == first.Report.Source && row.Reading.Account == first.Reading.Account;

    private static int EndOf(ReadOnlySpan<UsageRow> rows, int start, Func<UsageRow, UsageRow, bool> same)
    {
        var end = start + 1;
        while (end < rows.Length && same(rows[start], rows[end]))
        {
            end++;
        }

        return end;
    }

    private static Signals Sum(Signals a, Signals b) => new(
        Sum(a.Prompts, b.Prompts), Sum(a.AgentSessions, b.AgentSessions), Sum(a.ReviewRequests, b.ReviewRequests),
        Sum(a.Acceptances, b.Acceptances), Sum(a.Generations, b.Generations));

    /// <summary>Of each signal the larger count; one that only one of the two measured is that one's.</summary>
    public static Signals Larger(Signals a, Signals b) => new(
        Larger(a.Prompts, b.Prompts), Larger(a.AgentSessions, b.AgentSessions), Larger(a.ReviewRequests, b.ReviewRequests),
        Larger(a.Acceptances, b.Acceptances), Larger(a.Generations, b.Generations));

    /// <summary>Not measured adds nothing and is no zero: only two that are not measured stay so.</summary>
    private static int? Sum(int? a, int? b) => a is null ? b : b is null ? a : (int)Math.Min((long)a + b.Value, int.MaxValue);

    private static int? Larger(int? a, int? b) => a is null ? b : b is null ? a : Math.Max(a.Value, b.Value);
}
