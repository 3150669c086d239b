using ChatBot.Domain.Usage;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>
/// <c>copilot-usage</c>: the user-level reports of GitHub Copilot, <c>users-1-day</c> and <c>users-28-day</c>, one user-day a line. Lines that cannot be
/// used are rejected and the rest is kept.
/// </summary>
internal sealed class CopilotUsageReader : IFileReader
{
    // A user-day has some kilobytes; the longest that was ever reported is a few megabytes.
    private const int LongestRow = 16 * 1024 * 1024;

    /// <inheritdoc />
    public string Kind => "copilot-usage";

    /// <inheritdoc />
    public async Task Read(Stream content, IReadingSink sink, CancellationToken cancel)
    {
        var file = new CopilotUsageFile(sink, Kind);
        var whole = await JsonValues.Read(content, file, LongestRow, cancel);
        file.End(whole);
    }
}

/// <summary>One file being read.</summary>
internal sealed class CopilotUsageFile(IReadingSink sink, string kind) : IJsonValues
{
    /// <summary>The scope of rows that name none, when none was named at import.</summary>
    public const string UnnamedScope = "github";

    private const int LinesBeforeGivingUp = 20;

    private readonly CopilotRowParser parser = new();
    private readonly CopilotRow row = new();
    private readonly TextPool ids = new(lower: false);
    private readonly CopilotDays days = new();
    private bool anyUsable;
    private bool anyLikeThis;
    private bool anyOtherJson;
    private int linesOfText;
    private string? textSays;

    /// <inheritdoc />
    public void Value(JsonPlace place, ReadOnlySpan<byte> json)
    {
        parser.Parse(json, row);
        if (row.Refusal is null && !row.HasTeam && row.UserId is { } user && row.Day is { } day)
        {
            Give(place, user, day);
            return;
        }

        if (!anyUsable)
        {
            RefuseOther(json);
        }

        if (row.Refusal is null && row.Day is null && row.UserId is not null && (row.ReportStart ?? row.ReportEnd) is not null)
        {
            sink.Ignore(place.ToString(), "a row of the whole period, not of a day: it cannot be split into days");
            anyUsable = true;
            return;
        }

        var why = row.Refusal ?? (row.HasTeam ? "a membership of a team, not usage" : row.UserId is null ? "user_id is missing" : "day is missing");
        sink.Reject(place.ToString(), why + ".");
    }

    /// <inheritdoc />
    public void Broken(JsonPlace place, string why) => sink.Reject(place.ToString(), why + ".");

    /// <summary>Tells the sink which days the file covers, unless it broke off.</summary>
    /// <exception cref="NotThisKindException">Nothing in the file was like a user-day.</exception>
    public void End(bool whole)
    {
        if (!anyUsable && !anyLikeThis && (anyOtherJson || textSays is not null))
        {
            throw new NotThisKindException(anyOtherJson ? "This is JSON without user_id and day: no report of Copilot usage." : textSays!);
        }

        if (whole)
        {
            days.Tell(sink);
        }
    }

    private void Give(JsonPlace place, long user, DateOnly day)
    {
        if (!CopilotSignals.TryMake(row, out var signals, out var marks))
        {
            sink.Reject(place.ToString(), "its counters add up to more than 2147483647.");
            return;
        }

        if (!days.TryAdd(sink.ScopeName ?? row.Organisation ?? row.Enterprise ?? UnnamedScope, day, row))
        {
            sink.Reject(place.ToString(), "report_start_day to report_end_day is no period of a report.");
            return;
        }

        anyUsable = true;
        foreach (var field in row.Dropped)
        {
            sink.Dropped(field);
        }

        sink.Usage(new UsageRow(
            "github", ids.Digits(user), row.Login, IsMachine: false, Source.Copilot, Tool.Copilot, days.Scope, Part: "", day, signals, marks, Cost: null, Currency: null));
    }

    private void RefuseOther(ReadOnlySpan<byte> json)
    {
        anyLikeThis |= row.UserId is not null || row.Day is not null;
        var text = json.TrimStart(" \t"u8);
        if (text.Length > 0 && text[0] is (byte)'{' or (byte)'[')
        {
            anyLikeThis |= row.Refusal is not null;
            anyOtherJson |= row.Refusal is null;
            ForeignFile.Refuse(json, kind);
            return;
        }

        textSays ??= ForeignFile.DescribeText(json);
        if (!anyLikeThis && !anyOtherJson && ++linesOfText >= LinesBeforeGivingUp)
        {
            throw new NotThisKindException(textSays);
        }
    }
}
