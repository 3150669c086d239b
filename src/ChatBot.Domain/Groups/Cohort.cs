using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Groups;

/// <summary>Who is counted where for a whole quarter: the directory of its first day.</summary>
/// <remarks>
/// Joiners, leavers and movers change nothing until the next quarter, so no two figures of a quarter differ by one person's coming or going:
/// with figures on each week's own members, a department head can work out the class of nearly one person in five.
/// </remarks>
/// <param name="Quarter">The quarter.</param>
/// <param name="Tree">The directory on the quarter's first day.</param>
public sealed record Cohort(Quarter Quarter, OrgTree Tree);
