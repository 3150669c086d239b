using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>Facts with the corrections laid over them. Laying them over twice changes nothing.</summary>
public static class Corrected
{
    /// <summary>The person with the working pattern and the work area that hold.</summary>
    /// <param name="person">As the directory has them.</param>
    /// <param name="corrections">In the order of their rulings.</param>
    public static Person Of(Person person, IReadOnlyList<Correction> corrections)
    {
        for (var i = 0; i < corrections.Count; i++)
        {
            person = corrections[i] switch
            {
                Correction.ChangeWorkArea area => person with { WorkArea = Overlaid(person.WorkArea, area.Span, area.WorkArea, string.Empty) },
                Correction.ChangeWorkingPattern pattern => person with
                {
                    WorkingDays = Overlaid(person.WorkingDays, pattern.Span, pattern.Pattern, WorkingDays.MondayToFriday),
                },
                _ => person,
            };
        }

        return person;
    }

    /// <summary>
    /// The inputs with the person and the accounts that hold. An account given to the person must be among the inputs' accounts already: whoever
    /// reads the inputs adds those that <see cref="AccountsGiven"/> names.
    /// </summary>
    public static ScoreInputs Of(ScoreInputs inputs) => inputs.Corrections.Count == 0
        ? inputs
        : inputs with { Person = Of(inputs.Person, inputs.Corrections), Accounts = Accounts(inputs) };

    /// <summary>The accounts that corrections give to the person.</summary>
    /// <param name="person">The person's id.</param>
    /// <param name="corrections">In the order of their rulings.</param>
    public static IReadOnlyList<int> AccountsGiven(Guid person, IReadOnlyList<Correction> corrections) =>
        [.. corrections.OfType<Correction.RemapAccount>().Select(one => one.Account).Distinct().Where(one => OwnerOf(one, corrections) == (true, person))];

    /// <summary>The last day of the longest exemption, inclusive; null for none.</summary>
    public static DateOnly? ExemptUntil(IReadOnlyList<Correction> corrections) =>
        corrections.OfType<Correction.ExemptUntil>().Select(one => (DateOnly?)one.Last).Max();

    private static LinkedAccount[] Accounts(ScoreInputs inputs) =>
    [
        .. inputs.Accounts.Select(account => OwnerOf(account.Id, inputs.Corrections) switch
        {
            (false, _) => account,
            (_, { } owner) when owner == inputs.Person.Id => account with { Ambiguous = false },
            _ => null,
        }).OfType<LinkedAccount>(),
    ];

    private static (bool IsRemapped, Guid? Owner) OwnerOf(int account, IReadOnlyList<Correction> corrections)
    {
        for (var i = corrections.Count - 1; i >= 0; i--)
        {
            if (corrections[i] is Correction.RemapAccount remap && remap.Account == account)
            {
                return (true, remap.Owner);
            }
        }

        return (false, null);
    }

    /// <summary>The value on the days of the span, and the old values before and after it.</summary>
    private static Dated<T> Overlaid<T>(Dated<T> old, DateSpan span, T value, T otherwise)
    {
        // The first entry holds for the days before it too, so what held before the span needs an entry of its own.
        List<(DateOnly From, T Value)> entries = span.From == DateOnly.MinValue ? [] : [(DateOnly.MinValue, old.At(DateOnly.MinValue, otherwise))];
        entries.AddRange(old.Entries.Where(entry => entry.From < span.From && entry.From > DateOnly.MinValue));
        entries.Add((span.From, value));
        if (span.To is { } to && to < DateOnly.MaxValue)
        {
            var after = to.AddDays(1);
            entries.Add((after, old.At(after, otherwise)));
            entries.AddRange(old.Entries.Where(entry => entry.From > after));
        }

        return new Dated<T>(entries);
    }
}
