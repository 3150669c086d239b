using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChatBot.Cards.Checks;

/// <summary>What is known of a value before there is one.</summary>
/// <param name="Type">Its .NET type; null when it can be anything.</param>
/// <param name="MayBeNull">Whether it can be null or missing.</param>
/// <param name="IsSupplied">Whether text that a person or a file supplied is in it.</param>
internal sealed record Shape(Type? Type, bool MayBeNull = false, bool IsSupplied = false)
{
    public static Shape Anything { get; } = new((Type?)null);

    public static Shape Scalar { get; } = new(typeof(string));

    public bool IsList => Kind == JsonTypeInfoKind.Enumerable;

    /// <summary>Null or missing items aside, what a list holds.</summary>
    public Shape Item => Type is null ? Anything : Of(CardJson.Options.GetTypeInfo(Type).ElementType!, mayBeNull: false);

    public string Label => Type?.Name ?? "data";

    private JsonTypeInfoKind Kind => Type is null || IsOpen(Type) ? JsonTypeInfoKind.None : CardJson.Options.GetTypeInfo(Type).Kind;

    public static Shape Of(Type type, bool mayBeNull)
    {
        var inner = Nullable.GetUnderlyingType(type);
        var bare = inner ?? type;
        return IsOpen(bare) ? Anything : new(bare, mayBeNull || inner is not null, HoldsSupplied(bare, []));
    }

    /// <summary>The member of that name as JSON has it, or null when there is none.</summary>
    public Shape? Member(string name)
    {
        if (Type is null)
        {
            return this;
        }

        var info = CardJson.Options.GetTypeInfo(Type);
        if (Kind == JsonTypeInfoKind.Dictionary)
        {
            return Of(info.ElementType!, mayBeNull: true) with { MayBeNull = true };
        }

        var member = Kind == JsonTypeInfoKind.Object ? info.Properties.FirstOrDefault(p => p.Name == name && p.Get is not null) : null;
        if (member is null)
        {
            return null;
        }

        var shape = Of(member.PropertyType, member.IsGetNullable && !member.PropertyType.IsValueType);
        return shape with { MayBeNull = shape.MayBeNull || MayBeNull };
    }

    private static bool IsOpen(Type type) =>
        type == typeof(object) || type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(System.Text.Json.Nodes.JsonNode).IsAssignableFrom(type);

    private static bool HoldsSupplied(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(Supplied))
        {
            return true;
        }

        if (IsOpen(type) || !seen.Add(type))
        {
            return false;
        }

        var info = CardJson.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => info.Properties.Any(p => HoldsSupplied(p.PropertyType, seen)),
            JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => HoldsSupplied(info.ElementType!, seen),
            _ => false,
        };
    }
}
