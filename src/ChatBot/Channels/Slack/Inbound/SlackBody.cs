using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>Reads a request's body once, as the bytes that were signed, and then what they say.</summary>
internal static class SlackBody
{
    /// <summary>Largest body read, bytes. A sent form brings its whole view, at most 250 KB, encoded.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>A command has about 15 fields.</summary>
    private const int MostFields = 100;

    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>The bytes, or the status that refuses them.</summary>
    public static async Task<(byte[] Bytes, int Status)> Read(HttpRequest request, Door door, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(door == Door.Events ? Json : Form, StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            || !string.IsNullOrEmpty(request.Headers.ContentEncoding))
        {
            return ([], StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > MaxBytes)
        {
            return ([], StatusCodes.Status413PayloadTooLarge);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        try
        {
            var read = await request.BodyReader.ReadAtLeastAsync(MaxBytes + 1, cancel);
            var bytes = read.Buffer.Length > MaxBytes ? null : read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return bytes is null ? ([], StatusCodes.Status413PayloadTooLarge) : (bytes, 0);
        }
        catch (BadHttpRequestException bad)
        {
            return ([], bad.StatusCode);
        }
    }

    /// <summary>What the bytes say; null when they are not what Slack sends there.</summary>
    public static JsonObject? Parse(byte[] body, Door door)
    {
        if (door == Door.Events)
        {
            return Envelope.Parse(body);
        }

        return Fields(body) is not { } fields ? null
            : door == Door.Commands ? fields
            : fields.Text("payload") is { Length: > 0 } payload ? Envelope.Parse(Encoding.UTF8.GetBytes(payload)) : null;
    }

    /// <summary>A form's fields; null when there are too many, or one comes twice.</summary>
    public static JsonObject? Fields(byte[] body)
    {
        var fields = new JsonObject();
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body)))
        {
            var name = pair.DecodeName().ToString();
            if (fields.Count == MostFields || !fields.TryAdd(name, JsonValue.Create(pair.DecodeValue().ToString())))
            {
                return null;
            }
        }

        return fields;
    }
}
