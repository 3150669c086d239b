namespace ChatBot.Sources;

/// <summary>How the JSON of a file is laid out.</summary>
internal enum JsonForm
{
    /// <summary>Not seen enough of it yet.</summary>
    Unknown,

    /// <summary>One value a line.</summary>
    Lines,

    /// <summary>The file is one array.</summary>
    Array,

    /// <summary>The file is one object, written over several lines.</summary>
    Document,
}

/// <summary>Tells the layout from how the first two lines begin.</summary>
internal static class JsonForms
{
    /// <summary>
    /// An object is written over several lines when its first line does not close it and its second line begins with a name or closes it: in NDJSON no
    /// line begins with a quote. So a broken first line never turns NDJSON into a document.
    /// </summary>
    /// <param name="head">The file's beginning, without a byte order mark.</param>
    /// <param name="ended">Whether that is the whole file.</param>
    public static JsonForm Of(ReadOnlySpan<byte> head, bool ended)
    {
        var blank = " \t\r\n"u8;
        var first = head.IndexOfAnyExcept(blank);
        if (first < 0)
        {
            return ended ? JsonForm.Lines : JsonForm.Unknown;
        }

        var rest = head[(first + 1)..];
        if (head[first] == (byte)'[')
        {
            var next = rest.IndexOfAnyExcept(blank);
            return next >= 0 ? rest[next] is (byte)'{' or (byte)']' ? JsonForm.Array : JsonForm.Lines : ended ? JsonForm.Lines : JsonForm.Unknown;
        }

        if (head[first] != (byte)'{')
        {
            return JsonForm.Lines;
        }

        var newLine = rest.IndexOf((byte)'\n');
        var second = newLine < 0 ? -1 : rest[newLine..].IndexOfAnyExcept(blank);
        return second >= 0 ? rest[newLine + second] is (byte)'"' or (byte)'}' && !head[..(first + 1 + newLine)].TrimEnd(blank).EndsWith("}"u8) ? JsonForm.Document : JsonForm.Lines
            : ended ? JsonForm.Lines
            : JsonForm.Unknown;
    }
}
