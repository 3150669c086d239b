using System.Text.Json;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>
/// From JSON to a rubric. None of its members is unknown and all but <c>credit_levels</c> are required, so that a slip of the pen cannot become a default.
/// </summary>
internal sealed class RubricFile
{
    private const string Optional = "credit_levels";
    private readonly List<string> problems = [];

    public static RubricReading Read(string json)
    {
        var file = new RubricFile();
        var rubric = file.Parse(json);
        if (rubric is not null && file.problems.Count == 0)
        {
            file.problems.AddRange(RubricProof.Of(rubric));
        }

        return new RubricReading(file.problems.Count == 0 ? rubric : null, file.problems);
    }

    private Rubric? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Rubric(document.RootElement);
        }
        catch (JsonException wrong)
        {
            problems.Add($"The file is not JSON: {wrong.Message}");
            return null;
        }
    }

    private Rubric Rubric(JsonElement root)
    {
        var all = Members(root, "", "version", "signals", "heavy", "borderline", "needed_days", "new_days", "non", "standing", Optional);
        var signals = Members(all["signals"], "signals", "prompt", "agent_session", "review_request", "acceptance", "generation");
        var heavy = Members(all["heavy"], "heavy", "score", "rate");
        var borderline = Members(all["borderline"], "borderline", "score", "rate");
        var non = Members(all["non"], "non", "days", "covered_share", "covered_days");
        var standing = Members(all["standing"], "standing", "about", "others", "others_for_median", "rounded_to");
        return new Rubric
        {
            Version = Text(all["version"], "version"),
            Prompt = Signal(signals, "prompt"),
            AgentSession = Signal(signals, "agent_session"),
            ReviewRequest = Signal(signals, "review_request"),
            Acceptance = Signal(signals, "acceptance"),
            Generation = Signal(signals, "generation"),
            HeavyScore = Number(heavy["score"], "heavy.score"),
            HeavyRate = Number(heavy["rate"], "heavy.rate"),
            BorderlineScore = Number(borderline["score"], "borderline.score"),
            BorderlineRate = Number(borderline["rate"], "borderline.rate"),
            NeededDays = Whole(all["needed_days"], "needed_days"),
            NewDays = Whole(all["new_days"], "new_days"),
            NonDays = Whole(non["days"], "non.days"),
            NonCoveredShare = Number(non["covered_share"], "non.covered_share"),
            NonCoveredDays = Whole(non["covered_days"], "non.covered_days"),
            StandingAbout = Number(standing["about"], "standing.about"),
            StandingOthers = Whole(standing["others"], "standing.others"),
            MedianOthers = Whole(standing["others_for_median"], "standing.others_for_median"),
            StandingRounding = Whole(standing["rounded_to"], "standing.rounded_to"),
            CreditLevels = CreditLevels(all[Optional]),
        };
    }

    /// <summary>Each level by its name, of the signals that a person starts or accepts.</summary>
    private Dictionary<string, Signals> CreditLevels(JsonElement levels)
    {
        var read = new Dictionary<string, Signals>(StringComparer.Ordinal);
        if (levels.ValueKind != JsonValueKind.Object)
        {
            Refuse(levels, $"The member '{Optional}' is not an object.");
            return read;
        }

        foreach (var level in levels.EnumerateObject())
        {
            if (!read.TryAdd(level.Name, CreditLevel(level.Value, $"{Optional}.{level.Name}")))
            {
                problems.Add($"The member '{Optional}.{level.Name}' is there twice.");
            }
        }

        return read;
    }

    private Signals CreditLevel(JsonElement level, string path)
    {
        if (level.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"The member '{path}' is not an object.");
            return default;
        }

        var names = level.EnumerateObject().Select(member => member.Name).ToArray();
        var members = Members(level, path, [.. names.Intersect(["prompt", "agent_session", "review_request", "acceptance"], StringComparer.Ordinal)]);
        return new Signals(Count("prompt"), Count("agent_session"), Count("review_request"), Count("acceptance"), null);

        int? Count(string name) => members.TryGetValue(name, out var count) ? Whole(count, $"{path}.{name}") : null;
    }

    private SignalRule Signal(Dictionary<string, JsonElement> signals, string name)
    {
        var members = Members(signals[name], $"signals.{name}", "weight", "cap");
        return new SignalRule(Whole(members["weight"], $"signals.{name}.weight"), Whole(members["cap"], $"signals.{name}.cap"));
    }

    /// <summary>The members of an object; a missing one is undefined, and each thing that is wrong is said once.</summary>
    private Dictionary<string, JsonElement> Members(JsonElement element, string path, params ReadOnlySpan<string> names)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (!names.Contains(member.Name))
                {
                    problems.Add($"The member '{Path(path, member.Name)}' is not known.");
                }
                else if (!found.TryAdd(member.Name, member.Value))
                {
                    problems.Add($"The member '{Path(path, member.Name)}' is there twice.");
                }
            }
        }
        else if (element.ValueKind != JsonValueKind.Undefined)
        {
            problems.Add(path.Length == 0 ? "The file is not a JSON object." : $"The member '{path}' is not an object.");
        }

        foreach (var name in names)
        {
            if (found.TryAdd(name, default) && name != Optional && element.ValueKind == JsonValueKind.Object)
            {
                problems.Add($"The member '{Path(path, name)}' is missing.");
            }
        }

        return found;
    }

    private string Text(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return element.GetString()!;
        }

        Refuse(element, $"The member '{path}' is not a text.");
        return string.Empty;
    }

    private decimal Number(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number))
        {
            return number;
        }

        Refuse(element, $"The member '{path}' is not a number.");
        return 0;
    }

    private int Whole(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number))
        {
            return number;
        }

        Refuse(element, $"The member '{path}' is not a whole number.");
        return 0;
    }

    private void Refuse(JsonElement element, string sentence)
    {
        if (element.ValueKind != JsonValueKind.Undefined)
        {
            problems.Add(sentence);
        }
    }

    private static string Path(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
