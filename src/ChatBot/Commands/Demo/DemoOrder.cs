using ChatBot.Domain.Calendar;

namespace ChatBot.Commands.Demo;

/// <summary>What is asked of the generator. The same order gives the same bytes.</summary>
/// <param name="People">How many people, at least <see cref="FewestPeople"/>.</param>
/// <param name="Days">How many days of usage, the last of them <paramref name="Until"/>.</param>
/// <param name="Until">The last day with files; also the day of the seat snapshot.</param>
/// <param name="Seed">Another seed is another organisation.</param>
internal sealed record DemoOrder(int People, int Days, DateOnly Until, ulong Seed)
{
    /// <summary>Below this there is nobody left to play a part.</summary>
    public const int FewestPeople = 60;

    /// <summary>More than anybody employs.</summary>
    public const int MostPeople = 1_000_000;

    /// <summary>Two years of files.</summary>
    public const int MostDays = 731;

    /// <summary>First day with files.</summary>
    public DateOnly First => Until.AddDays(1 - Days);

    /// <summary>The day for which the truth is stated.</summary>
    public DateOnly AsOf => Until.AddDays(1);

    /// <summary>The last day that is settled then.</summary>
    public DateOnly Settled => AsOf.AddDays(-4);

    /// <summary>The quarter that is scored then.</summary>
    public Quarter Quarter => Quarter.Of(AsOf);

    /// <summary>The day on which GitHub's report is all but empty: in the middle of a week, over two weeks ago.</summary>
    public DateOnly OutageDay
    {
        get
        {
            var day = Until.AddDays(-16);
            while (day.DayOfWeek is not (DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday))
            {
                day = day.AddDays(-1);
            }

            return day;
        }
    }

    /// <summary>How many people each planted situation gets at least: over 1 %, so 20 and more from 2,000 people on.</summary>
    public int Share => Math.Max(1, People / 90);
}
