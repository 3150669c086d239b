using System.Text.Json;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>
/// Reads one user-day, field by field, with no document tree: breakdowns that are other views of the same acts are stepped over. Every field is
/// optional, unknown ones are ignored, and a name that occurs twice with two meanings makes the row unusable.
/// </summary>
internal sealed class CopilotRowParser
{
    private readonly TextPool scopes = new(lower: false);
    private readonly TextPool logins = new(lower: true);

    /// <summary>Fills the row; its <see cref="CopilotRow.Refusal"/> says what is wrong with it.</summary>
    public void Parse(ReadOnlySpan<byte> json, CopilotRow row)
    {
        row.Clear();
        try
        {
            var reader = new Utf8JsonReader(json, JsonFields.Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                row.Refuse("not a JSON object");
                return;
            }

            ReadRow(ref reader, row);
            reader.Read();
        }
        catch (JsonException broken)
        {
            row.Refuse(FormattableString.Invariant($"not JSON from byte {broken.BytePositionInLine + 1} on"));
        }
        catch (InvalidOperationException)
        {
            row.Refuse("holds a name that is no text");
        }
    }

    private void ReadRow(ref Utf8JsonReader reader, CopilotRow row)
    {
        var seen = default(SeenFields);
        var top = new CounterReader(row);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = CopilotFields.Find(JsonFields.Name(ref reader));
            if (field == CopilotField.Other)
            {
                JsonFields.Skip(ref reader, row.Dropped);
                continue;
            }

            var again = seen.Again(field);
            reader.Read();
            if (!top.TryRead(field, ref reader, again) && !ReadFlag(field, ref reader, row, again))
            {
                ReadField(field, ref reader, row, again);
            }
        }

        row.Top = top.Counters;
    }

    private void ReadField(CopilotField field, ref Utf8JsonReader reader, CopilotRow row, bool again)
    {
        switch (field)
        {
            case CopilotField.Day:
                row.Day = Same(row, field, again, row.Day, Day(field, ref reader, row));
                break;
            case CopilotField.ReportStartDay:
                row.ReportStart = Same(row, field, again, row.ReportStart, Day(field, ref reader, row));
                break;
            case CopilotField.ReportEndDay:
                row.ReportEnd = Same(row, field, again, row.ReportEnd, Day(field, ref reader, row));
                break;
            case CopilotField.UserId:
                row.UserId = Same(row, field, again, row.UserId, UserId(ref reader, row));
                break;
            case CopilotField.UserLogin:
                row.Login = Same(row, field, again, row.Login, Text(field, ref reader, row, logins));
                break;
            case CopilotField.EnterpriseId:
                row.Enterprise = Same(row, field, again, row.Enterprise, Text(field, ref reader, row, scopes));
                break;
            case CopilotField.OrganizationId:
                row.Organisation = Same(row, field, again, row.Organisation, Text(field, ref reader, row, scopes));
                break;
            case CopilotField.Credits:
                row.Credits = Same(row, field, again, row.Credits, Credits(ref reader, row));
                break;
            case CopilotField.TeamId:
                row.HasTeam = true;
                JsonFields.SkipValue(ref reader, row.Dropped);
                break;
            default:
                if (again)
                {
                    row.Refuse(CopilotFields.NameOf(field) + " occurs twice");
                }

                CopilotBreakdowns.Read(field, ref reader, row);
                break;
        }
    }

    private static bool ReadFlag(CopilotField field, ref Utf8JsonReader reader, CopilotRow row, bool again)
    {
        var flag = field switch
        {
            CopilotField.UsedChat => CopilotFlags.Chat,
            CopilotField.UsedAgent => CopilotFlags.Agent,
            CopilotField.UsedCli => CopilotFlags.Cli,
            CopilotField.UsedApp => CopilotFlags.App,
            CopilotField.UsedVsCodeAgent => CopilotFlags.VsCodeAgent,
            CopilotField.UsedCodingAgent => CopilotFlags.CodingAgent,
            CopilotField.UsedCloudAgent => CopilotFlags.CloudAgent,
            CopilotField.UsedReviewActive => CopilotFlags.ReviewActive,
            _ => CopilotFlags.None,
        };
        if (flag == CopilotFlags.None)
        {
            return false;
        }

        var (measured, set) = reader.TokenType switch
        {
            JsonTokenType.True => (flag, flag),
            JsonTokenType.False => (flag, CopilotFlags.None),
            _ => (CopilotFlags.None, CopilotFlags.None),
        };
        if (measured == CopilotFlags.None && reader.TokenType != JsonTokenType.Null)
        {
            row.Refuse(CopilotFields.NameOf(field) + " is not true or false");
            JsonFields.SkipValue(ref reader, row.Dropped);
        }

        if (again && ((row.Flags & flag) != set || (row.FlagsSeen & flag) != measured))
        {
            row.Refuse(CopilotFields.NameOf(field) + " occurs twice and differs");
        }

        row.Flags |= set;
        row.FlagsSeen |= measured;
        return true;
    }

    private static DateOnly? Day(CopilotField field, ref Utf8JsonReader reader, CopilotRow row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.String && IsoDay.TryParse(reader.ValueSpan, out var day))
        {
            return day;
        }

        row.Refuse(CopilotFields.NameOf(field) + " is not a day of the form YYYY-MM-DD");
        JsonFields.SkipValue(ref reader, row.Dropped);
        return null;
    }

    private static long? UserId(ref Utf8JsonReader reader, CopilotRow row)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var id) && id > 0)
        {
            return id;
        }

        row.Refuse("user_id is not a positive whole number");
        JsonFields.SkipValue(ref reader, row.Dropped);
        return null;
    }

    private static double? Credits(ref Utf8JsonReader reader, CopilotRow row)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var credits) && double.IsFinite(credits) && credits >= 0)
        {
            return credits;
        }

        row.Refuse("ai_credits_used is not a number of 0 or more");
        JsonFields.SkipValue(ref reader, row.Dropped);
        return null;
    }

    private static string? Text(CopilotField field, ref Utf8JsonReader reader, CopilotRow row, TextPool pool)
    {
        if (pool.TryRead(ref reader, out var text))
        {
            return text;
        }

        row.Refuse(CopilotFields.NameOf(field) + " is not a plain text");
        JsonFields.SkipValue(ref reader, row.Dropped);
        return null;
    }

    private static T Same<T>(CopilotRow row, CopilotField field, bool again, T before, T now)
    {
        if (again && !EqualityComparer<T>.Default.Equals(before, now))
        {
            row.Refuse(CopilotFields.NameOf(field) + " occurs twice and differs");
        }

        return now;
    }
}
