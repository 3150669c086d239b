using ChatBot.Domain.Calendar;

namespace ChatBot.Features.Scores;

/// <summary>Up to which day a quarter's sheet speaks.</summary>
internal static class SettledDay
{
    /// <summary>The last settled day of the quarter as of today.</summary>
    public static DateOnly Last(Quarter quarter, DateOnly today) => Settling.Last(today) is var day && day > quarter.Last ? quarter.Last : day;
}
