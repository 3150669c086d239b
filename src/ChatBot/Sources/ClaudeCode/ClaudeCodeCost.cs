using System.Globalization;
using System.Text.Json;

namespace ChatBot.Sources.ClaudeCode;

/// <summary>The estimated cost of a row over its models.</summary>
/// <param name="Amount">Minor units × 10⁴; null when the row states none, or states it in two currencies.</param>
/// <param name="Currency">ISO currency, upper-case.</param>
internal readonly record struct ClaudeCodeCost(long? Amount, string? Currency)
{
    private const decimal PerMinorUnit = 10_000m;

    // 10 million of a currency for one person and day is no estimate; it also keeps every sum far from overflow.
    private const decimal Most = 1_000_000_000m;

    /// <summary>Reads the cost; the vendor's amounts are in cents. Gives why it cannot be used, or null.</summary>
    public static string? Read(JsonElement row, out ClaudeCodeCost cost)
    {
        cost = default;
        if (row.Field("model_breakdown") is not { } models)
        {
            return null;
        }

        if (models.ValueKind != JsonValueKind.Array)
        {
            return "model_breakdown is no list.";
        }

        decimal? sum = null;
        var currencies = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var estimate in models.EnumerateArray().Select(model => model.Field("estimated_cost")).OfType<JsonElement>())
        {
            if (!TryAmount(estimate, out var amount) || !estimate.TryText("currency", out var currency))
            {
                return "model_breakdown holds an estimated_cost that is no amount of cents.";
            }

            sum = (sum ?? 0) + amount;
            currencies.Add(currency ?? "USD");
        }

        if (sum > Most)
        {
            return "model_breakdown costs more than can be.";
        }

        if (sum is { } cents && currencies.Count == 1)
        {
            cost = new ClaudeCodeCost((long)Math.Round(cents * PerMinorUnit), currencies.Single().ToUpperInvariant());
        }

        return null;
    }

    private static bool TryAmount(JsonElement estimate, out decimal amount)
    {
        amount = 0;
        return estimate.Field("amount") is not { } value
            || ((value.ValueKind switch
            {
                JsonValueKind.Number => value.TryGetDecimal(out amount),
                JsonValueKind.String => decimal.TryParse(value.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount),
                _ => false,
            }) && amount is >= 0 and <= Most);
    }
}
