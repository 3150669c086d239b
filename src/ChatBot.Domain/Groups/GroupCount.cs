using System.Globalization;

namespace ChatBot.Domain.Groups;

/// <summary>How a count is to be read.</summary>
public enum CountSense
{
    /// <summary>Within 4 of the number.</summary>
    About = 0,

    /// <summary>Less than the number; perhaps nobody.</summary>
    FewerThan = 1,

    /// <summary>More than the number; perhaps everybody.</summary>
    MoreThan = 2,
}

/// <summary>A number of people as it may be told: a multiple of 5, and never "nobody", "everybody", one, or all but one.</summary>
/// <param name="People">A multiple of 5, 5 at the least.</param>
/// <param name="Sense">How to read it.</param>
public readonly record struct GroupCount(int People, CountSense Sense)
{
    /// <summary>The count that stands for a rounded number of a rounded total. Of about 5 people there is nothing better to say than "about 5".</summary>
    public static GroupCount Of(int rounded, int total) =>
        rounded == 0 ? new(Rounding.Step, CountSense.FewerThan)
        : rounded == total && total > Rounding.Step ? new(total - Rounding.Step, CountSense.MoreThan)
        : new(rounded, CountSense.About);

    /// <summary><c>about 10</c>, <c>fewer than 5</c>, <c>more than 20</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word} {People}");

    private string Word => Sense switch
    {
        CountSense.FewerThan => "fewer than",
        CountSense.MoreThan => "more than",
        _ => "about",
    };
}
