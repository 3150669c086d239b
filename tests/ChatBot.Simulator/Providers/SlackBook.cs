using System.Text.Json.Nodes;

namespace ChatBot.Simulator.Providers;

/// <summary>A call that Slack accepted, with its arguments: blocks and views as the JSON they are.</summary>
/// <param name="Method">Name of the method, or <c>response_url</c>.</param>
/// <param name="Arguments">The arguments; what is JSON is JSON.</param>
/// <param name="Token">Whether a token was on it.</param>
internal sealed record SlackCall(string Method, JsonObject Arguments, bool Token);

/// <summary>What is in Slack: its users, the triggers that opened a form, and what was accepted, in memory.</summary>
internal sealed class SlackBook : IDisposable
{
    private readonly Lock entrance = new();
    private readonly List<SlackCall> calls = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> users = new(StringComparer.Ordinal);

    /// <summary>Released with each accepted call.</summary>
    public SemaphoreSlim Accepted { get; } = new(0);

    /// <summary>The accepted calls, in order.</summary>
    public IReadOnlyList<SlackCall> Calls
    {
        get
        {
            lock (entrance)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>Makes a user other than usual: the members given take the place of the usual ones.</summary>
    public void Put(string user, JsonObject members)
    {
        lock (entrance)
        {
            users[user] = members;
        }
    }

    /// <summary>A user; anybody whose id begins with U or W is a member with a confirmed address, unless told otherwise.</summary>
    public JsonObject? User(string? id)
    {
        if (id is not ['U' or 'W', ..])
        {
            return null;
        }

        var user = new JsonObject
        {
            ["id"] = id, ["team_id"] = "T0SIM", ["name"] = id.ToLowerInvariant(), ["deleted"] = false, ["is_bot"] = false, ["is_restricted"] = false, ["is_ultra_restricted"] = false,
            ["is_email_confirmed"] = true, ["tz"] = "Europe/Berlin", ["profile"] = new JsonObject { ["email"] = $"{id.ToLowerInvariant()}@example.com" },
        };
        lock (entrance)
        {
            foreach (var (name, value) in users.GetValueOrDefault(id) ?? [])
            {
                user[name] = value?.DeepClone();
            }
        }

        return user;
    }

    /// <summary>A user who was given this address; deactivated ones are not found.</summary>
    public JsonObject? UserByEmail(string? email)
    {
        lock (entrance)
        {
            return users.Keys.ToList().Select(User).FirstOrDefault(user => (string?)user!["profile"]?["email"] == email && !user["deleted"]!.GetValue<bool>());
        }
    }

    /// <summary>Why a trigger opens nothing; null when it does. Those that begin with <c>old</c> are older than three seconds.</summary>
    public string? Trigger(string? trigger)
    {
        lock (entrance)
        {
            return string.IsNullOrEmpty(trigger) ? "invalid_trigger_id"
                : trigger.StartsWith("old", StringComparison.Ordinal) ? "expired_trigger_id"
                : used.Contains(trigger) ? "exchanged_trigger_id" : null;
        }
    }

    /// <summary>Notes an accepted call.</summary>
    public void Add(string method, Dictionary<string, string> arguments, string authorization)
    {
        var members = new JsonObject();
        foreach (var (name, value) in arguments)
        {
            members[name] = name is "blocks" or "view" or "metadata" ? JsonNode.Parse(value) : JsonValue.Create(value);
        }

        lock (entrance)
        {
            if (method == "views.open")
            {
                used.Add(arguments["trigger_id"]);
            }

            calls.Add(new SlackCall(method, members, authorization.Length > 0));
        }

        Accepted.Release();
    }

    public void Dispose() => Accepted.Dispose();
}
