namespace ChatBot.Domain.Groups;

/// <summary>k: how many people, the viewer not counted, a figure about a group must speak of at least.</summary>
/// <remarks>
/// 10 by default and 5 at the least, as Viva Insights has it for managers and as its lowest permitted minimum.
/// The floor is the type's: no setting, row or environment can make a value below it, and <c>default</c> is the default threshold.
/// </remarks>
public readonly record struct Threshold
{
    /// <summary>The lowest that can be asked for; whatever is asked below it means this.</summary>
    public const int Floor = 5;

    /// <summary>What holds where nothing is asked.</summary>
    public const int Usual = 10;

    /// <summary>Kept as the distance from <see cref="Usual"/>, so that the value of all zero bits is the default and not a threshold of 0.</summary>
    private readonly int aboveUsual;

    private Threshold(int people) => aboveUsual = people - Usual;

    /// <summary>10 people.</summary>
    public static Threshold Default => default;

    /// <summary>The least number of people in a published cell; never under <see cref="Floor"/>.</summary>
    public int People => aboveUsual + Usual;

    /// <summary>The threshold asked for, or <see cref="Floor"/> where less is asked.</summary>
    public static Threshold Of(int asked) => new(Math.Max(asked, Floor));

    /// <summary>The number of people.</summary>
    public override string ToString() => People.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
