namespace ChatBot.Domain.Scores;

/// <summary>Whether days of a sheet say the same; records compare their lists by reference only.</summary>
internal static class Alike
{
    /// <summary>The same but for the day itself.</summary>
    public static bool Are(SheetDay a, SheetDay b) =>
        a.LeftOut == b.LeftOut && a.Use == b.Use && a.Points == b.Points && a.Reason == b.Reason && Are(a.Tools, b.Tools) && Are(a.Lines, b.Lines);

    public static bool Are<T>(IReadOnlyList<T> a, IReadOnlyList<T> b)
        where T : class, IEquatable<T>
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (!ReferenceEquals(a[i], b[i]) && !a[i].Equals(b[i]))
            {
                return false;
            }
        }

        return true;
    }
}
