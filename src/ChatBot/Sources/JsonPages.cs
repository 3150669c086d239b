using System.Text.Json;

namespace ChatBot.Sources;

/// <summary>What the pages of one KIND hold.</summary>
internal interface IPagedRows
{
    /// <summary>The KIND.</summary>
    string Kind { get; }

    /// <summary>The vendor's name of a page's list of rows.</summary>
    string List { get; }

    /// <summary>Whether an object that is no page is a row standing by itself.</summary>
    bool IsRow(JsonElement element);

    /// <summary>Reads a row; gives why it cannot be used, or null.</summary>
    string? Row(string place, JsonElement row);

    /// <summary>A page was read to its end.</summary>
    void PageRead(JsonElement page);
}

/// <summary>
/// Reads a file of pages as a vendor's interface answers them: one page, an array of pages, one page a line, or the rows by themselves. A page that is not
/// JSON is rejected whole; a row that cannot be used is rejected by its index.
/// </summary>
internal sealed class JsonPages(IReadingSink sink, IPagedRows rows) : IJsonValues
{
    // The longest page of the vendors has 1,000 rows of some kilobytes.
    private const int LongestPage = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonFields.Options.MaxDepth };

    private readonly List<string> dropped = [];
    private bool anyPage;
    private bool anyRejected;
    private string? textSays;

    /// <summary>Reads the file; true when all of it was read and every page of it was JSON.</summary>
    /// <exception cref="NotThisKindException">The file is something else.</exception>
    public static async Task<bool> Read(Stream content, IReadingSink sink, IPagedRows rows, CancellationToken cancel)
    {
        var pages = new JsonPages(sink, rows);
        var whole = await JsonValues.Read(content, pages, LongestPage, cancel);
        return !pages.anyPage && !pages.anyRejected && pages.textSays is not null
            ? throw new NotThisKindException(pages.textSays)
            : whole && !pages.anyRejected;
    }

    /// <inheritdoc />
    public void Value(JsonPlace place, ReadOnlySpan<byte> json)
    {
        if (!anyPage)
        {
            ForeignFile.Refuse(json, rows.Kind);
        }

        try
        {
            var reader = new Utf8JsonReader(json, JsonFields.Options);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.Read())
            {
                throw new JsonException();
            }

            Page(place, document.RootElement);
        }
        catch (JsonException broken)
        {
            Broken(place, json, broken);
        }
    }

    /// <inheritdoc />
    public void Broken(JsonPlace place, string why)
    {
        anyRejected = true;
        sink.Reject(place.ToString(), why + ".");
    }

    private void Broken(JsonPlace place, ReadOnlySpan<byte> json, JsonException broken)
    {
        if (json.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
        {
            textSays ??= ForeignFile.DescribeText(json);
        }
        else
        {
            anyRejected = true;
        }

        var at = place == JsonPlace.Document ? new JsonPlace((int)(broken.LineNumber ?? 0) + 1, -1) : place;
        sink.Reject(at.ToString(), "not JSON, so nothing of the page is read.");
    }

    private void Page(JsonPlace place, JsonElement page)
    {
        if (page.ValueKind == JsonValueKind.Object && page.TryGetProperty(rows.List, out var list) && list.ValueKind == JsonValueKind.Array)
        {
            anyPage = true;
            var index = 0;
            foreach (var row in list.EnumerateArray())
            {
                Row(place.Inside(rows.List, index++), row);
            }

            rows.PageRead(page);
        }
        else if (page.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var element in page.EnumerateArray())
            {
                Page(new JsonPlace(0, index++), element);
            }
        }
        else if (page.ValueKind == JsonValueKind.Object && rows.IsRow(page))
        {
            anyPage = true;
            Row(place.ToString(), page);
        }
        else if (!anyPage)
        {
            throw new NotThisKindException($"This is JSON, but no page of {rows.Kind}: it has no list named {rows.List}.");
        }
        else
        {
            Broken(place, $"no page: it has no list named {rows.List}");
        }
    }

    private void Row(string place, JsonElement row)
    {
        dropped.Clear();
        string? refusal;
        try
        {
            refusal = row.ValueKind != JsonValueKind.Object ? "not an object."
                : JsonRows.FindTwice(row, dropped) is { } twice ? $"{twice} occurs twice and differs."
                : rows.Row(place, row);
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json throws for half a surrogate, the only text that UTF-8 cannot hold.
            refusal = "holds a text that is no text.";
        }

        if (refusal is not null)
        {
            sink.Reject(place, refusal);
            return;
        }

        foreach (var field in dropped)
        {
            sink.Dropped(field);
        }
    }
}
