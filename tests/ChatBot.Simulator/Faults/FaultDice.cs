using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatBot.Simulator.Faults;

/// <summary>
/// Says what happens to a call. The dice are a hash of the seed, the rule, the recipient and how many calls of theirs came before, so that a run can be
/// repeated whatever order its workers call in.
/// </summary>
internal sealed class FaultDice
{
    private readonly Lock entrance = new();
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Rule, string Recipient), int> struck = [];
    private FaultPlan plan = new();

    /// <summary>The plan in force. Setting one forgets whom the old one struck.</summary>
    public FaultPlan Plan
    {
        get => plan;
        set
        {
            lock (entrance)
            {
                plan = value;
                seen.Clear();
                struck.Clear();
            }
        }
    }

    /// <summary>What happens to this call.</summary>
    /// <param name="on"><c>message</c> or <c>open</c>.</param>
    /// <param name="recipient">Whose it is.</param>
    public Throw Next(string on, string recipient)
    {
        lock (entrance)
        {
            var key = on + " " + recipient;
            var before = seen.GetValueOrDefault(key);
            seen[key] = before + 1;
            var current = plan;
            return new Throw(Strike(on, recipient, key, before), current, Roll(-1, key, before), Roll(-2, key, before));
        }
    }

    private Fault Strike(string on, string recipient, string key, int before)
    {
        for (var i = 0; i < (plan.Rules?.Count ?? 0); i++)
        {
            var rule = plan.Rules![i];
            var times = struck.GetValueOrDefault((i, recipient));
            if ((rule.On == on || rule.On == "any") && times < rule.Times
                && rule.Recipients?.Contains(recipient, StringComparer.OrdinalIgnoreCase) != false && Roll(i, key, before) < rule.Share)
            {
                struck[(i, recipient)] = times + 1;
                return FaultNames.Parse(rule.Fault)!.Value;
            }
        }

        return Fault.None;
    }

    /// <summary>From 0 to 1.</summary>
    private double Roll(int rule, string key, int before)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{plan.Seed} {rule} {before} {key}");
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) / (double)ulong.MaxValue;
    }
}

/// <summary>What happens to one call.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Plan">The plan that said so.</param>
/// <param name="Before">Part of the latency before it is accepted, 0 to 1.</param>
/// <param name="After">Part of what is left, after it.</param>
internal readonly record struct Throw(Fault Fault, FaultPlan Plan, double Before, double After)
{
    /// <summary>The wait before.</summary>
    public TimeSpan WaitBefore => TimeSpan.FromMilliseconds(Plan.LatencyMilliseconds * Before);

    /// <summary>The wait after.</summary>
    public TimeSpan WaitAfter => TimeSpan.FromMilliseconds(Plan.LatencyMilliseconds * (1 - Before) * After);
}
