using System.Text.Json;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>Reads the breakdowns that the rules need: by IDE, by feature, and the objects of the CLI, the app and the agents window.</summary>
internal static class CopilotBreakdowns
{
    /// <summary>Reads the value of a breakdown's field at the reader; null is the same as absent.</summary>
    public static void Read(CopilotField field, ref Utf8JsonReader reader, CopilotRow row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        switch (field)
        {
            case CopilotField.TotalsByIde or CopilotField.TotalsByFeature:
                ReadRows(field, ref reader, row);
                break;
            case CopilotField.TotalsByCli:
                row.Cli = ReadSurface(field, ref reader, row);
                break;
            case CopilotField.TotalsByApp:
                row.App = ReadSurface(field, ref reader, row);
                break;
            case CopilotField.TotalsByVsCodeAgent:
                row.VsCodeAgent = ReadSurface(field, ref reader, row);
                break;
            default:
                JsonFields.SkipValue(ref reader, row.Dropped);
                break;
        }
    }

    private static void ReadRows(CopilotField field, ref Utf8JsonReader reader, CopilotRow row)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            row.Refuse(CopilotFields.NameOf(field) + " is not a list");
            JsonFields.SkipValue(ref reader, row.Dropped);
            return;
        }

        row.FeaturesSeen |= field == CopilotField.TotalsByFeature;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                row.Refuse(CopilotFields.NameOf(field) + " holds something else than objects");
                JsonFields.SkipValue(ref reader, row.Dropped);
            }
            else if (field == CopilotField.TotalsByFeature)
            {
                ReadFeature(ref reader, row);
            }
            else
            {
                ReadIde(ref reader, row);
            }
        }
    }

    private static void ReadFeature(ref Utf8JsonReader reader, CopilotRow row)
    {
        var seen = default(SeenFields);
        var counters = new CounterReader(row);
        var feature = CopilotFeature.Unnamed;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = CopilotFields.Find(JsonFields.Name(ref reader));
            if (field is not (CopilotField.Feature or (>= CopilotField.Interactions and <= CopilotField.LinesDeleted)))
            {
                JsonFields.Skip(ref reader, row.Dropped);
                continue;
            }

            var again = seen.Again(field);
            reader.Read();
            if (field != CopilotField.Feature)
            {
                counters.TryRead(field, ref reader, again);
                continue;
            }

            var named = CopilotFeatures.Find(ref reader);
            if (again && named != feature)
            {
                row.Refuse("feature occurs twice and differs");
            }

            feature = named;
            JsonFields.SkipValue(ref reader, row.Dropped);
        }

        CopilotFeatures.Add(feature, counters.Counters, row);
    }

    private static void ReadIde(ref Utf8JsonReader reader, CopilotRow row)
    {
        var seen = default(SeenFields);
        var counters = new CounterReader(row);
        ReadOnlySpan<byte> ide = default, ideVersion = default, pluginVersion = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = CopilotFields.Find(JsonFields.Name(ref reader));
            if (field is CopilotField.Other)
            {
                JsonFields.Skip(ref reader, row.Dropped);
                continue;
            }

            var again = seen.Again(field);
            reader.Read();
            switch (field)
            {
                case CopilotField.Ide:
                    ide = Once(field, Text(ref reader, row), ide, again, row);
                    break;
                case CopilotField.IdeVersionSeen:
                    ideVersion = Once(field, Version(CopilotField.IdeVersion, ref reader, row), ideVersion, again, row);
                    break;
                case CopilotField.PluginVersionSeen:
                    pluginVersion = Once(field, Version(CopilotField.PluginVersion, ref reader, row), pluginVersion, again, row);
                    break;
                default:
                    if (!counters.TryRead(field, ref reader, again))
                    {
                        JsonFields.SkipValue(ref reader, row.Dropped);
                    }

                    break;
            }
        }

        row.IdeRows++;
        row.HasIdeCounter |= counters.Counters.HasAny;
        row.HasOldClient |= ClientMinimums.IsBelow(ide, ideVersion, pluginVersion);
    }

    /// <summary>The version inside <c>last_known_…_version</c>; empty when there is none.</summary>
    private static ReadOnlySpan<byte> Version(CopilotField wanted, scoped ref Utf8JsonReader reader, CopilotRow row)
    {
        ReadOnlySpan<byte> version = default;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            JsonFields.SkipValue(ref reader, row.Dropped);
            return version;
        }

        var again = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = CopilotFields.Find(JsonFields.Name(ref reader));
            if (field != wanted)
            {
                JsonFields.Skip(ref reader, row.Dropped);
                continue;
            }

            reader.Read();
            version = Once(field, Text(ref reader, row), version, again, row);
            again = true;
        }

        return version;
    }

    private static ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader, CopilotRow row)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.ValueSpan;
        }

        JsonFields.SkipValue(ref reader, row.Dropped);
        return default;
    }

    private static ReadOnlySpan<byte> Once(CopilotField field, ReadOnlySpan<byte> now, ReadOnlySpan<byte> before, bool again, CopilotRow row)
    {
        if (again && !now.SequenceEqual(before))
        {
            row.Refuse(CopilotFields.NameOf(field) + " occurs twice and differs");
        }

        return now;
    }

    private static CopilotSurface ReadSurface(CopilotField surface, ref Utf8JsonReader reader, CopilotRow row)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            row.Refuse(CopilotFields.NameOf(surface) + " is not an object");
            JsonFields.SkipValue(ref reader, row.Dropped);
            return CopilotSurface.None;
        }

        var seen = default(SeenFields);
        int sessions = CopilotRow.NotMeasured, prompts = CopilotRow.NotMeasured, requests = CopilotRow.NotMeasured;
        var any = false;
        var promptField = surface == CopilotField.TotalsByVsCodeAgent ? CopilotField.UserMessages : CopilotField.Prompts;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = CopilotFields.Find(JsonFields.Name(ref reader));
            if (field != promptField && field is not (CopilotField.Sessions or CopilotField.Requests))
            {
                JsonFields.Skip(ref reader, row.Dropped);
                continue;
            }

            var again = seen.Again(field);
            reader.Read();
            any |= field switch
            {
                CopilotField.Sessions => CounterReader.Read(field, ref reader, row, again, ref sessions),
                CopilotField.Requests => CounterReader.Read(field, ref reader, row, again, ref requests),
                _ => CounterReader.Read(field, ref reader, row, again, ref prompts),
            };
        }

        return new CopilotSurface(sessions, prompts, any);
    }
}
