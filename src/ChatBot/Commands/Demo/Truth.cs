namespace ChatBot.Commands.Demo;

/// <summary>
/// What each person should be told the day after the last one. It follows from what was planted, from the calendar and from which days have reports;
/// neither the files nor the scoring code are asked, so that it can find either of them wrong.
/// </summary>
internal sealed class Truth(Organisation organisation, Activity activity, ReportDays copilot, ReportDays claude, ReportDays other)
{
    private const int FewestDays = 10;
    private const string NotLinked = "AccountNotLinked";
    private const string NoLicence = "NoLicence";
    private const string ReportMissing = "ReportMissing";
    private const string NotReported = "NotReported";

    private readonly DemoOrder order = organisation.Order;

    /// <summary>Writes <c>truth.csv</c>: a row for every planted cause, each with the person's one verdict; people without a row of their own get none.</summary>
    public void Write(string path)
    {
        using var csv = new CsvFile(path);
        csv.Write("email", "situation", "from", "to", "expected_verdict");
        var verdicts = new string[organisation.Members.Count];
        Parallel.For(0, verdicts.Length, index => verdicts[index] = Expected(organisation.Members[index]));
        foreach (var member in organisation.Members)
        {
            foreach (var planted in member.Planted)
            {
                csv.Write(member.Email, planted.Situation, CsvFile.Day(planted.From), CsvFile.Day(planted.To), verdicts[member.Index]);
            }

            if (member.Kit.HasFlag(Kit.Copilot) && member.HasSeat && member.Linked && member.Works(order.OutageDay))
            {
                csv.Write(
                    member.Email, Situations.ProviderOutage, CsvFile.Day(order.OutageDay), CsvFile.Day(order.OutageDay), verdicts[member.Index]);
            }
        }
    }

    /// <summary>The last day on which a vendor would say that Copilot was used; null is none that it remembers.</summary>
    public DateOnly? LastActivity(Member member)
    {
        switch (member.SeatActivity)
        {
            case SeatActivity.Never:
                return null;
            case SeatActivity.Unreported:
                return order.Until.AddDays(-1 - (member.Index % 6));
            default:
                for (var day = order.Until; day >= order.First; day = day.AddDays(-1))
                {
                    if (activity.Copilot(member, day) is { } act && (act.HasUse || act.Hidden != Hidden.No))
                    {
                        return day;
                    }
                }

                return null;
        }
    }

    private string Expected(Member member)
    {
        if (member.End < order.AsOf)
        {
            return "Left";
        }

        if (member.IsOnLeave(order.AsOf))
        {
            return "OnLeave";
        }

        var since = member.Kit.HasFlag(Kit.Copilot) && member.HasSeat && member.SeatCreated > member.Start ? member.SeatCreated : member.Start;
        if (member.Linked && order.AsOf.DayNumber - since.DayNumber < 28)
        {
            return "TooNew";
        }

        var worked = Days.Between(order.Quarter.First, order.Settled).Where(member.Works).ToArray();
        var causes = worked.Select(day => Uncovered(member, day)).ToArray();
        var eligible = causes.Count(cause => cause is null);
        if (worked.Length > 0 && causes.All(cause => cause is NotLinked or NoLicence))
        {
            return $"NotMeasurable({causes[0]})";
        }

        if (eligible < FewestDays)
        {
            return $"NotMeasurable({Commonest(causes)})";
        }

        return member.Level switch
        {
            Level.Heavy or Level.JustHeavy => "Heavy",
            _ when UsedLately(member) => "Light",
            _ => IsWindowCovered(member) ? "Non" : "NotMeasurable(NotCovered)",
        };
    }

    /// <summary>Why a worked day could not be seen; null when it could.</summary>
    private string? Uncovered(Member member, DateOnly day)
    {
        var gap = organisation.Gaps.FirstOrDefault(gap => gap.Span.Contains(day) && gap.Scope switch
        {
            "email" => gap.Value == member.Email,
            "office" => gap.Value == member.Office.Name,
            _ => gap.Value == member.WorkArea,
        });
        if (gap is not null)
        {
            return gap.Reason;
        }

        if (!member.Linked)
        {
            return NotLinked;
        }

        var (theirs, silent) = (false, (string?)null);
        if (member.Kit.HasFlag(Kit.Copilot))
        {
            var act = day < order.First ? null : activity.Copilot(member, day);
            if (act is not null || (member.HasSeat && day >= member.SeatCreated && (member.SeatCancelled is not { } last || day <= last)))
            {
                theirs = true;
                silent = !copilot.Answers(day) ? ReportMissing : act is { } row ? Said(member, row, day) : Quiet(member, day);
            }
        }

        if (silent is null && member.Kit.HasFlag(Kit.ClaudeCode) && Days.Between(day.AddDays(-90), day).Any(before => before >= order.First && activity.Claude(member, before) is not null))
        {
            theirs = true;
            silent = claude.Answers(day) ? null : ReportMissing;
        }

        if (silent is null && member.Kit.HasFlag(Kit.Other) && day >= order.First)
        {
            theirs = true;
            silent = other.Answers(day) ? null : ReportMissing;
        }

        return theirs ? silent : IsKnown(member) ? NoLicence : NotLinked;
    }

    /// <summary>Whether any file names an account of the member.</summary>
    private bool IsKnown(Member member) => (member.HasSeat && member.Kit.HasFlag(Kit.Copilot)) || Days.Between(order.First, order.Until).Any(day =>
        activity.Copilot(member, day) is not null || activity.Claude(member, day) is not null || activity.Other(member, day) is not null);

    private string? Said(Member member, in CopilotAct act, DateOnly day) => act.Hidden switch
    {
        Hidden.ServerSideOnly => "TelemetryOff",
        Hidden.OldClient => "ClientTooOld",
        _ => act.HasUse ? null : Quiet(member, day),
    };

    /// <summary>A day without use counts when use was seen near it, or when the seat too knows of none.</summary>
    private string? Quiet(Member member, DateOnly day)
    {
        for (var distance = 1; distance <= 28; distance++)
        {
            if (WasSeen(member, day.AddDays(distance)) || WasSeen(member, day.AddDays(-distance)))
            {
                return null;
            }
        }

        var knows = member.HasSeat && day >= order.Until.AddDays(-28);
        return knows && (LastActivity(member) is not { } last || last < day.AddDays(-28)) ? null : NotReported;
    }

    /// <summary>Whether a report holds use of that day. What only a review showed counts for nothing here, and the thin report of the outage for little.</summary>
    private bool WasSeen(Member member, DateOnly day) => day >= order.First && day <= order.Until && day != order.OutageDay
        && activity.Copilot(member, day) is { HasUse: true, Hidden: Hidden.No };

    private DateOnly WindowFirst => order.Settled.AddDays(-27);

    private bool UsedLately(Member member) => Days.Between(WindowFirst, order.Until).Any(day => WasSeen(member, day) || activity.Claude(member, day) is not null
        || activity.Other(member, day) is { Prompts: > 0 } || activity.Copilot(member, day) is { Hidden: not Hidden.No });

    private bool IsWindowCovered(Member member)
    {
        var causes = Days.Between(WindowFirst, order.Settled).Where(member.Works).Select(day => Uncovered(member, day)).ToArray();
        var covered = causes.Count(cause => cause is null);
        return covered >= 4 && covered * 2 >= causes.Length;
    }

    /// <summary>Of equally common ones the latest.</summary>
    private static string Commonest(string?[] causes) => causes.OfType<string>().GroupBy(cause => cause)
        .OrderByDescending(group => group.Count()).ThenByDescending(group => Array.LastIndexOf(causes, group.Key)).FirstOrDefault()?.Key ?? "TooFewDays";
}
