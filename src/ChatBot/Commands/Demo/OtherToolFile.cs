using System.Globalization;

namespace ChatBot.Commands.Demo;

/// <summary>Writes <c>usage-csv.csv</c>: a tool without a reader of its own, a line per person and day, zeros where there was nothing.</summary>
internal static class OtherToolFile
{
    private const string Tool = "cursor";

    /// <summary>Writes the file; the number of people per day, the first day at index 0.</summary>
    public static int[] Write(string path, Organisation organisation, Activity activity)
    {
        var order = organisation.Order;
        var people = new int[order.Days];
        using var csv = new CsvFile(path);
        csv.Write("email", "day", "tool", "prompts", "agent_sessions", "review_requests", "acceptances", "generations", "cost_usd");
        var members = organisation.Members.Where(member => member.Kit.HasFlag(Kit.Other)).ToArray();
        for (var index = 0; index < order.Days; index++)
        {
            var day = order.First.AddDays(index);
            foreach (var member in members)
            {
                if (activity.Other(member, day) is { } act)
                {
                    people[index]++;
                    var cost = ((act.Prompts * 4m) + act.Accepted) / 100;
                    csv.Write(
                        member.Email, CsvFile.Day(day), Tool, Text(act.Prompts), "0", "0", Text(act.Accepted), Text(act.Shown), cost.ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        return people;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
