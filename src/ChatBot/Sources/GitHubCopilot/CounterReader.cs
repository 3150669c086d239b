using System.Text.Json;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>Which fields an object has had so far.</summary>
internal struct SeenFields
{
    private ulong bits;

    /// <summary>Notes the field; true when the object had it before.</summary>
    public bool Again(CopilotField field)
    {
        var bit = 1UL << (int)field;
        var again = (bits & bit) != 0;
        bits |= bit;
        return again;
    }
}

/// <summary>Reads the activity counters of one object: whole numbers from 0 to 2,147,483,647, or null for not measured.</summary>
internal struct CounterReader(CopilotRow row)
{
    private int prompts = CopilotRow.NotMeasured;
    private int generations = CopilotRow.NotMeasured;
    private int acceptances = CopilotRow.NotMeasured;
    private bool any;

    /// <summary>What was read.</summary>
    public readonly CopilotCounters Counters => new(prompts, generations, acceptances, any);

    /// <summary>Reads the field when it is a counter; false when it is something else.</summary>
    public bool TryRead(CopilotField field, ref Utf8JsonReader reader, bool again)
    {
        switch (field)
        {
            case CopilotField.Interactions:
                any |= Read(field, ref reader, row, again, ref prompts);
                return true;
            case CopilotField.Generations:
                any |= Read(field, ref reader, row, again, ref generations);
                return true;
            case CopilotField.Acceptances:
                any |= Read(field, ref reader, row, again, ref acceptances);
                return true;
            case CopilotField.LinesSuggestedToAdd or CopilotField.LinesSuggestedToDelete or CopilotField.LinesAdded or CopilotField.LinesDeleted:
                var lines = CopilotRow.NotMeasured;
                any |= Read(field, ref reader, row, again: false, ref lines);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads one counter into its place; true when it is above zero.</summary>
    public static bool Read(CopilotField field, ref Utf8JsonReader reader, CopilotRow row, bool again, ref int count)
    {
        var now = CopilotRow.NotMeasured;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number >= 0)
        {
            now = number;
        }
        else if (reader.TokenType != JsonTokenType.Null)
        {
            row.Refuse(reader.TokenType == JsonTokenType.Number && reader.ValueSpan[0] == (byte)'-'
                ? CopilotFields.NameOf(field) + " is negative"
                : CopilotFields.NameOf(field) + " is not a whole number up to 2147483647");
            JsonFields.SkipValue(ref reader, row.Dropped);
        }

        if (again && now != count)
        {
            row.Refuse(CopilotFields.NameOf(field) + " occurs twice and differs");
        }

        count = now;
        return now > 0;
    }
}
