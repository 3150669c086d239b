using System.Buffers;
using System.IO.Compression;
using System.Text.Json;

namespace ChatBot.Commands.Demo;

/// <summary>Writes <c>copilot-usage-YYYY-MM-DD.ndjson.gz</c>: the enterprise's <c>users-1-day</c> report of one day, one row per user with activity.</summary>
internal static class CopilotUsageFile
{
    /// <summary>Of a hundred rows of the outage day, so many are in the report.</summary>
    private const int OutagePercent = 20;

    /// <summary>Below this many people a thin report could not be told from a quiet day; then there is none.</summary>
    private const int EnoughForThinReport = 200;

    /// <summary>Writes the day's file, or none when there is no row; the number of rows.</summary>
    public static int Write(string path, Organisation organisation, Activity activity, DateOnly day)
    {
        var outage = day == organisation.Order.OutageDay;
        if (outage && organisation.Order.People < EnoughForThinReport)
        {
            return 0;
        }

        var rows = 0;
        GZipStream? file = null;
        var line = new ArrayBufferWriter<byte>(1 << 17);
        using var json = new Utf8JsonWriter(line, new JsonWriterOptions { SkipValidation = true });
        foreach (var member in organisation.Members)
        {
            var dice = Dice.Of(organisation.Order.Seed, member.Index, day.DayNumber, 7);
            if (activity.Copilot(member, day) is not { } act || (outage && !dice.Chance(OutagePercent)))
            {
                continue;
            }

            CopilotRow.Write(json, member, day, act, ref dice);
            json.Flush();
            json.Reset();
            line.Write("\n"u8);
            rows++;
            if (line.WrittenCount > 1 << 16)
            {
                file ??= Create(path);
                Drain(line, file);
            }
        }

        if (rows > 0)
        {
            file ??= Create(path);
            Drain(line, file);
        }

        file?.Dispose();
        return rows;
    }

    private static GZipStream Create(string path) => new(File.Create(path), CompressionLevel.Fastest);

    private static void Drain(ArrayBufferWriter<byte> line, GZipStream file)
    {
        file.Write(line.WrittenSpan);
        line.ResetWrittenCount();
    }
}
