using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>One person's readings and seats, sorted by tool and day, as far as they are known as of a day.</summary>
internal sealed class PersonUsage
{
    private readonly List<ToolHistory> tools = [];

    public PersonUsage(ScoreInputs inputs, SharedFacts facts)
    {
        foreach (var account in inputs.Accounts)
        {
            var tool = Of(account.Tool, facts);
            tool.IsAmbiguous |= account.Ambiguous;
            IsAmbiguous |= account.Ambiguous;
            IsLinked |= !account.Ambiguous;
            if (!account.Ambiguous)
            {
                Licensed(account.FirstReading, facts.AsOf);
            }
        }

        for (var i = 0; i < inputs.Seats.Count; i++)
        {
            Take(inputs.Seats[i], inputs.Accounts, facts);
        }

        for (var i = 0; i < inputs.Readings.Count; i++)
        {
            Take(inputs.Readings[i], inputs.Accounts, facts);
        }

        foreach (var tool in tools)
        {
            tool.Join(facts.Snapshots);
        }

        tools.Sort(static (left, right) => left.Tool.CompareTo(right.Tool));
    }

    /// <summary>The tools of which an account is known, in the order of their ids.</summary>
    public IReadOnlyList<ToolHistory> Tools => tools;

    /// <summary>Whether an account of any tool is the person's and nobody else's.</summary>
    public bool IsLinked { get; }

    /// <summary>Whether an account of any tool could be somebody else's.</summary>
    public bool IsAmbiguous { get; }

    /// <summary>The earliest day a seat was made or a reading is of; null when nothing is known.</summary>
    public DateOnly? FirstLicence => FirstSeat is null ? null : FirstReading < FirstSeat ? FirstReading : FirstSeat;

    /// <summary>The last day with use of the person's own accounts.</summary>
    public DateOnly? LastUse { get; private set; }

    /// <summary>The last day with use of any account that could be theirs.</summary>
    public DateOnly? LastPossibleUse { get; private set; }

    private DateOnly? FirstSeat { get; set; }

    private DateOnly? FirstReading { get; set; }

    /// <summary>Takes the last day that a ruling credits for use, too.</summary>
    public void Credit(DateOnly? last)
    {
        LastUse = last is null || LastUse >= last ? LastUse : last;
        LastPossibleUse = last is null || LastPossibleUse >= last ? LastPossibleUse : last;
    }

    private void Take(Seat seat, IReadOnlyList<LinkedAccount> accounts, SharedFacts facts)
    {
        if (seat.TakenOn > facts.AsOf || Account(accounts, seat.Account) is not { } account)
        {
            return;
        }

        Of(account.Tool, facts).Add(seat);
        if (!account.Ambiguous && !(FirstSeat <= seat.CreatedOn))
        {
            FirstSeat = seat.CreatedOn;
        }
    }

    private void Take(Reading reading, IReadOnlyList<LinkedAccount> accounts, SharedFacts facts)
    {
        if (reading.Day > facts.AsOf || reading.Day < facts.FirstDay
            || Account(accounts, reading.Account) is not { } account || facts.Reports.OfScope(reading.Scope) is not { } report)
        {
            return;
        }

        var row = new UsageRow(reading, report);
        if (!account.Ambiguous)
        {
            Licensed(reading.Day, facts.AsOf);
            LastUse = row.HasUse && !(LastUse >= reading.Day) ? reading.Day : LastUse;
        }

        LastPossibleUse = row.HasUse && !(LastPossibleUse >= reading.Day) ? reading.Day : LastPossibleUse;
        if (facts.Days[reading.Day] is var day && day < facts.Days.Count)
        {
            Of(report.Tool, facts).Add(row, day, account.Ambiguous, report.Source != Source.ChatGpt && !facts.Snapshots.Any(report.Source));
        }
    }

    private void Licensed(DateOnly? reading, DateOnly asOf) =>
        FirstReading = reading <= asOf && !(FirstReading <= reading) ? reading : FirstReading;

    private ToolHistory Of(Tool tool, SharedFacts facts)
    {
        foreach (var known in tools)
        {
            if (known.Tool == tool)
            {
                return known;
            }
        }

        var made = new ToolHistory(tool, facts.Days, facts.Reports.OfTool(tool));
        tools.Add(made);
        return made;
    }

    private static LinkedAccount? Account(IReadOnlyList<LinkedAccount> accounts, int id)
    {
        for (var i = 0; i < accounts.Count; i++)
        {
            if (accounts[i].Id == id)
            {
                return accounts[i];
            }
        }

        return null;
    }
}
