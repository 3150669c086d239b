namespace ChatBot.Domain.People;

/// <summary>A value with its history: each entry holds from its day until the next entry's. Entries are in order of their days.</summary>
/// <remarks>What is known first holds for the days before it too, so that a fact first imported today is not missing yesterday.</remarks>
public sealed class Dated<T>(IReadOnlyList<(DateOnly From, T Value)> entries)
{
    /// <summary>No value on any day.</summary>
    public static Dated<T> None { get; } = new([]);

    /// <summary>The entries, earliest first.</summary>
    public IReadOnlyList<(DateOnly From, T Value)> Entries { get; } = entries;

    /// <summary>The value that held on the day; <paramref name="otherwise"/> where there is none at all.</summary>
    public T At(DateOnly day, T otherwise)
    {
        if (Entries.Count == 0)
        {
            return otherwise;
        }

        var index = Entries.Count - 1;
        while (index > 0 && Entries[index].From > day)
        {
            index--;
        }

        return Entries[index].Value;
    }
}
