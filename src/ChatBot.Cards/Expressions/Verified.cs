namespace ChatBot.Cards.Expressions;

/// <summary>What the numeric functions ask of their arguments.</summary>
internal static class Verified
{
    public static string? Number(in Value value, int position) => value.Kind == ValueKind.Number ? null : "an argument is not a number";

    public static string? Whole(in Value value, int position) => value.IsWhole ? null : "an argument is not a whole number";

    public static string? NumberOrText(in Value value, int position) =>
        value.Kind is ValueKind.Number or ValueKind.Text or ValueKind.Missing ? null : "an argument is neither a number nor a text";

    public static string? Numbers(in Value value, int position)
    {
        if (!value.IsArray)
        {
            return "an argument is not a list";
        }

        for (var i = 0; i < value.Count; i++)
        {
            if (value.ItemAt(i).Kind != ValueKind.Number)
            {
                return "an item of the list is not a number";
            }
        }

        return null;
    }

    public static string? NumberOrNumbers(in Value value, int position) =>
        value.Kind == ValueKind.Number ? null : Numbers(value, position);
}
