using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;

namespace ChatBot.Storage;

/// <summary>From rows to the domain's <see cref="Person"/>.</summary>
internal static class PersonFacts
{
    /// <summary>The person of a row with their dated facts and leave, all of that person and in any order.</summary>
    public static Person Assemble(PersonRow row, IReadOnlyCollection<PersonFactRow> facts, IReadOnlyCollection<LeaveRow> leave) => new()
    {
        Id = row.Id,
        Email = row.Email,
        StartDate = row.StartDate,
        EndDate = row.EndDate,
        WorkingDays = new Dated<WorkingDays>([.. Of(facts, "working_days").Select(x => (x.FromDay, Pattern(x.Value)))]),
        WorkArea = Dated(facts, "work_area"),
        Office = Dated(facts, "office"),
        Country = Dated(facts, "country"),
        Leave = [.. leave.Select(x => new DateSpan(x.FromDay, x.ToDay))],
    };

    /// <summary>One kind of fact with its history.</summary>
    public static Dated<string> Dated(IEnumerable<PersonFactRow> facts, string kind) => new([.. Of(facts, kind).Select(x => (x.FromDay, x.Value))]);

    private static WorkingDays Pattern(string value) => WorkingDays.TryParse(value, out var days) ? days : WorkingDays.MondayToFriday;

    private static IEnumerable<PersonFactRow> Of(IEnumerable<PersonFactRow> facts, string kind) =>
        facts.Where(x => x.Kind == kind).OrderBy(x => x.FromDay);
}
