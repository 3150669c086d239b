using System.Text.Json;
using ChatBot.Domain.Usage;

namespace ChatBot.Sources.ClaudeCode;

/// <summary>
/// <c>claude-code</c>: pages of Claude Code Analytics of the Anthropic Admin API, <c>{data, has_more, next_page}</c>, each of one UTC day. A day is whole
/// once the page without a next one was read.
/// </summary>
internal sealed class ClaudeCodeReader : IFileReader
{
    /// <inheritdoc />
    public string Kind => "claude-code";

    /// <inheritdoc />
    public async Task Read(Stream content, IReadingSink sink, CancellationToken cancel)
    {
        var rows = new ClaudeCodeRows(sink, Kind);
        rows.End(await JsonPages.Read(content, sink, rows, cancel));
    }
}

/// <summary>The rows of one file, one for each actor, day, terminal, place and kind of customer.</summary>
internal sealed class ClaudeCodeRows(IReadingSink sink, string kind) : IPagedRows
{
    /// <summary>The scope of rows that name no organisation, when none was named at import.</summary>
    public const string UnnamedScope = "anthropic";

    private readonly SortedSet<(string Scope, DateOnly Day)> ofOpenPages = [];
    private readonly SortedSet<(string Scope, DateOnly Day)> ofWholeDays = [];
    private bool hasOpenPage;

    /// <inheritdoc />
    public string Kind => kind;

    /// <inheritdoc />
    public string List => "data";

    /// <inheritdoc />
    public bool IsRow(JsonElement element) => element.TryGetProperty("actor", out _) && element.TryGetProperty("core_metrics", out _);

    /// <inheritdoc />
    public string? Row(string place, JsonElement row)
    {
        if (!row.TryTime("date", out var date) || date is null)
        {
            return "date is missing or no point in time.";
        }

        if (!row.TryText("organization_id", out var organisation))
        {
            return "organization_id is no plain text.";
        }

        if (ClaudeCodeActor.Read(row, out var actor) is { } noActor)
        {
            return noActor;
        }

        if (actor.Key is null)
        {
            sink.Ignore(place, "a user without an e-mail: nobody's");
            return null;
        }

        if (ClaudeCodeRow.Read(row, out var read) is { } refusal)
        {
            return refusal;
        }

        var day = DateOnly.FromDateTime(date.Value.UtcDateTime);
        var scope = sink.ScopeName ?? organisation ?? UnnamedScope;
        ofOpenPages.Add((scope, day));
        sink.Usage(new UsageRow(
            "anthropic", actor.Key, AccountName: null, actor.IsMachine, Source.ClaudeCode, Tool.ClaudeCode, scope, read.Part, day, read.Signals, read.Marks,
            read.Cost, read.Currency));
        return null;
    }

    /// <inheritdoc />
    public void PageRead(JsonElement page)
    {
        hasOpenPage = page.Field("has_more") is { } more ? more.ValueKind == JsonValueKind.True : page.Field("next_page") is not null;
        if (!hasOpenPage)
        {
            ofWholeDays.UnionWith(ofOpenPages);
            ofOpenPages.Clear();
        }
    }

    /// <summary>Tells the sink the days whose last page was read; rows that stood by themselves are all there are.</summary>
    public void End(bool whole)
    {
        if (!whole)
        {
            return;
        }

        if (!hasOpenPage)
        {
            ofWholeDays.UnionWith(ofOpenPages);
        }

        foreach (var (scope, day) in ofWholeDays)
        {
            sink.WholeDay(Source.ClaudeCode, Tool.ClaudeCode, scope, day);
        }
    }
}
