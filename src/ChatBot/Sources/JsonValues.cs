using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ChatBot.Sources;

/// <summary>Where a JSON value stands in its file: a line of NDJSON, an element of a whole-file array, or the whole document.</summary>
/// <param name="Line">One-based line; 0 when the value is no line.</param>
/// <param name="Element">Zero-based element of the file's array; −1 when it is none.</param>
internal readonly record struct JsonPlace(int Line, int Element)
{
    /// <summary>The whole file is one value.</summary>
    public static JsonPlace Document { get; } = new(0, -1);

    /// <summary>The place of an element of an array inside this value: <c>data[17]</c>, <c>[2].data[17]</c>, <c>line 3 data[17]</c>.</summary>
    public string Inside(string array, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Line > 0 && Line != 1 ? $"line {Line} " : Element >= 0 ? $"[{Element}]." : "")}{array}[{index}]");

    /// <inheritdoc />
    public override string ToString() =>
        Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {Line}")
        : Element >= 0 ? string.Create(CultureInfo.InvariantCulture, $"[{Element}]")
        : "file";
}

/// <summary>Takes the values of a file one by one. The bytes are only valid during the call.</summary>
internal interface IJsonValues
{
    /// <summary>One value, UTF-8 checked, not yet known to be JSON.</summary>
    void Value(JsonPlace place, ReadOnlySpan<byte> json);

    /// <summary>A place that holds no value that could be handed on.</summary>
    void Broken(JsonPlace place, string why);
}

/// <summary>
/// Cuts a file into JSON values without keeping it in memory: NDJSON by line (CRLF, blank lines and a byte order mark are fine), a whole-file array by
/// element, or one object that may be written over many lines.
/// </summary>
internal sealed class JsonValues(Stream content, IJsonValues taker, int longest)
{
    private const int FirstBuffer = 256 * 1024;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int start;
    private int end;
    private bool ended;
    private int line;

    /// <summary>Reads all values; false when the file broke off so that what follows could not be read.</summary>
    /// <param name="content">The decompressed file.</param>
    /// <param name="taker">Takes the values.</param>
    /// <param name="longest">The longest value in bytes; a longer line is broken, and the next one is read.</param>
    /// <param name="cancel">Stops between blocks.</param>
    public static async Task<bool> Read(Stream content, IJsonValues taker, int longest, CancellationToken cancel)
    {
        var values = new JsonValues(content, taker, longest);
        try
        {
            return await values.ReadAll(cancel);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(values.buffer);
        }
    }

    private async Task<bool> ReadAll(CancellationToken cancel)
    {
        while (!ended && end < 3)
        {
            await Fill(cancel);
        }

        if (Left is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new NotThisKindException("This is text in UTF-16. Save it as UTF-8 and import that.");
        }

        if (Left.StartsWith(Encoding.UTF8.Preamble))
        {
            start = 3;
        }

        while (!ended && end - start < longest && JsonForms.Of(Left, ended) == JsonForm.Unknown)
        {
            await Fill(cancel);
        }

        return JsonForms.Of(Left, ended: true) switch
        {
            JsonForm.Array => await ReadArray(cancel),
            JsonForm.Document => await ReadDocument(cancel),
            _ => await ReadLines(cancel),
        };
    }

    private async Task<bool> ReadLines(CancellationToken cancel)
    {
        var tooLong = false;
        while (true)
        {
            for (int length; (length = Left.IndexOf((byte)'\n')) >= 0; start += length + 1)
            {
                Line(Left[..length], ref tooLong);
            }

            if (ended)
            {
                break;
            }

            if (end - start >= longest)
            {
                tooLong = true;
                start = end;
            }

            await Fill(cancel);
        }

        if (end > start || tooLong)
        {
            Line(Left, ref tooLong);
        }

        return true;
    }

    private void Line(ReadOnlySpan<byte> text, ref bool tooLong)
    {
        line++;
        var place = new JsonPlace(line, -1);
        if (tooLong || text.Length > longest)
        {
            taker.Broken(place, string.Create(CultureInfo.InvariantCulture, $"longer than {longest:N0} bytes"));
            tooLong = false;
            return;
        }

        if (text.IndexOfAnyExcept(" \t\r"u8) >= 0)
        {
            Give(place, text);
        }
    }

    private void Give(JsonPlace place, ReadOnlySpan<byte> json)
    {
        if (Utf8.IsValid(json))
        {
            taker.Value(place, json);
        }
        else
        {
            taker.Broken(place, "not UTF-8 text");
        }
    }

    private async Task<bool> ReadDocument(CancellationToken cancel)
    {
        while (!ended)
        {
            if (end - start > longest)
            {
                taker.Broken(JsonPlace.Document, string.Create(CultureInfo.InvariantCulture, $"longer than {longest:N0} bytes"));
                return false;
            }

            await Fill(cancel);
        }

        Give(JsonPlace.Document, Left);
        return true;
    }

    private async Task<bool> ReadArray(CancellationToken cancel)
    {
        var state = new JsonReaderState();
        var element = -1;
        while (true)
        {
            try
            {
                if (Elements(ref state, ref element))
                {
                    return true;
                }
            }
            catch (JsonException)
            {
                taker.Broken(new JsonPlace(0, element + 1), "not JSON; nothing after it could be read");
                return false;
            }

            if (end - start > longest)
            {
                taker.Broken(new JsonPlace(0, element + 1), string.Create(CultureInfo.InvariantCulture, $"longer than {longest:N0} bytes"));
                return false;
            }

            await Fill(cancel);
        }
    }

    /// <summary>Hands on every element that is whole in the buffer; true at the end of the array and of the file.</summary>
    private bool Elements(ref JsonReaderState state, ref int element)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(Left, ended, state);
            if (!reader.Read())
            {
                return ended;
            }

            var from = (int)reader.TokenStartIndex;
            var isElement = reader.CurrentDepth == 1 && reader.TokenType is not JsonTokenType.EndArray;
            if (isElement)
            {
                if (!reader.TrySkip())
                {
                    return false;
                }

                element++;
                Give(new JsonPlace(0, element), Left[from..(int)reader.BytesConsumed]);
            }

            state = reader.CurrentState;
            start += (int)reader.BytesConsumed;
        }
    }

    private ReadOnlySpan<byte> Left => buffer.AsSpan(start, end - start);

    private async Task Fill(CancellationToken cancel)
    {
        if (start > 0)
        {
            Left.CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            Left.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var read = await content.ReadAsync(buffer.AsMemory(end), cancel);
        end += read;
        ended = read == 0;
    }
}
