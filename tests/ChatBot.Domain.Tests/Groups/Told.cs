using System.Collections.Concurrent;
using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

/// <summary>What is told of a set of people: for each category, between how many and how many of them are in it.</summary>
internal sealed record Told(int[] People, (int Low, int High)[] Bounds)
{
    public const int Heavy = 0;
    public const int Light = 1;
    public const int Other = 2;
    public const int NoUseSeen = 3;
    public const int NotClassified = 4;
    public const int Categories = 5;

    private static readonly ConcurrentDictionary<string, (int Low, int High)[]> Known = [];

    /// <summary>Equal for what says the same of the same people.</summary>
    public string Key => $"{string.Join(',', Bounds)}:{string.Join(',', People)}";

    /// <summary>Everything that the figure says to who knows exactly whom it is about and how it was rounded: all counts that would have given it.</summary>
    public static Told By(GroupFigure figure, int[] people)
    {
        int[] rounded = figure.Split is { } split
            ? [Rounded(figure, figure.Heavy), Rounded(figure, figure.Light), Rounded(figure, split.NoUseSeen), Rounded(figure, split.NotClassified)]
            : [Rounded(figure, figure.Heavy), Rounded(figure, figure.Light), Rounded(figure, figure.Other)];
        var key = $"{people.Length}:{string.Join(',', rounded)}";
        return new Told(people, Known.GetOrAdd(key, _ => Origins(people.Length, rounded)));
    }

    /// <summary>What a figure says that may only have been left as it was: each count within 4.</summary>
    public static Told ByHeld(GroupFigure figure, int[] people)
    {
        (int Low, int High) Within(GroupCount count)
        {
            var rounded = Rounded(figure, count);
            return (Math.Max(0, rounded - 4), Math.Min(people.Length, rounded + 4));
        }

        var other = figure.Split is { } split
            ? (Low: Within(split.NoUseSeen).Low + Within(split.NotClassified).Low, High: Within(split.NoUseSeen).High + Within(split.NotClassified).High)
            : Within(figure.Other);
        return new Told(
            people,
            [
                Within(figure.Heavy), Within(figure.Light), other,
                figure.Split is null ? (0, other.High) : Within(figure.Split.NoUseSeen),
                figure.Split is null ? (0, other.High) : Within(figure.Split.NotClassified),
            ]);
    }

    /// <summary>The exact counts.</summary>
    public static Told Exactly(int[] people, Func<int, MemberClass> classOf)
    {
        int Count(MemberClass asked) => people.Count(person => classOf(person) == asked);
        var (heavy, light) = (Count(MemberClass.Heavy), Count(MemberClass.Light));
        var other = people.Length - heavy - light;
        return new Told(people, [(heavy, heavy), (light, light), (other, other), (0, other), (0, other)]);
    }

    /// <summary>The categories that a person of the class is in.</summary>
    public static int[] CategoriesOf(MemberClass of) => of switch
    {
        MemberClass.Heavy => [Heavy],
        MemberClass.Light => [Light],
        MemberClass.NoUseSeen => [Other, NoUseSeen],
        _ => [Other, NotClassified],
    };

    private static int Rounded(GroupFigure figure, GroupCount count) => count.Sense switch
    {
        CountSense.FewerThan => 0,
        CountSense.MoreThan => figure.Size,
        _ => count.People,
    };

    private static (int Low, int High)[] Origins(int size, int[] rounded)
    {
        var origins = Enumerate(rounded, []).Select(head => (int[])[.. head, size - head.Sum()])
            .Where(counts => counts[^1] >= 0 && Rounding.Of(counts).SequenceEqual(rounded)).ToList();
        (int, int) Range(Func<int[], int> of) => (origins.Min(of), origins.Max(of));
        return rounded.Length == 4
            ? [Range(c => c[0]), Range(c => c[1]), Range(c => c[2] + c[3]), Range(c => c[2]), Range(c => c[3])]
            : [Range(c => c[0]), Range(c => c[1]), Range(c => c[2]), (0, Range(c => c[2]).Item2), (0, Range(c => c[2]).Item2)];
    }

    private static IEnumerable<int[]> Enumerate(int[] rounded, int[] head) =>
        head.Length == rounded.Length - 1
            ? [head]
            : Enumerable.Range(-4, 9).Select(step => rounded[head.Length] + step).Where(count => count >= 0)
                .SelectMany(count => Enumerate(rounded, [.. head, count]));
}
