using System.Diagnostics;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>A case in plain words, as its reviewer reads it.</summary>
internal static class CaseWords
{
    /// <summary>How many parts a case shows; a longer one says how many more there are.</summary>
    public const int MostParts = 4;

    private const int MostSteps = 8;

    /// <summary>Who has it, and what is awaited.</summary>
    public static string Stands(Appeal appeal, Guid reader, Wording wording) => appeal.State switch
    {
        AppealState.Ruled or AppealState.RuledFinally or AppealState.Closed when appeal.Rulings.Count > 0 => $"It is decided: {AppealWords.Of(appeal.Rulings[^1].Outcome)}.",
        AppealState.Withdrawn => "The person took it back.",
        _ when appeal.Proposed is { } proposed => proposed.Reviewer == reader
            ? "Your ruling waits for a second reviewer; it has no effect before."
            : "A ruling waits for a second reviewer. Do you agree with it?",
        AppealState.NeedsInfo => $"The person was asked something, and can answer until {wording.Day(appeal.AnswerBy!.Value)}.",
        _ => appeal.Reviewer is null ? "Nobody has it yet." : appeal.Reviewer == reader ? "You have it." : "Another reviewer has it.",
    };

    /// <summary>Until when what must happen.</summary>
    public static string Clock(Appeal appeal, DateTimeOffset now, Wording wording)
    {
        if (!appeal.IsOpen)
        {
            return appeal.EscalateBy is { } last ? $"The person can ask for the second level until {wording.Day(last)}." : "Nothing is left to do.";
        }

        var (clock, today) = (appeal.Clock, appeal.Calendar.Day(now));
        if (today > clock.RuleBy)
        {
            return $"A ruling was due on {wording.Day(clock.RuleBy)}.";
        }

        var left = Enumerable.Range(1, clock.RuleBy.DayNumber - today.DayNumber).Count(ahead => appeal.Calendar.IsWorked(today.AddDays(ahead)));
        var claim = appeal.FirstClaimedAt is null && appeal.Level == 1 ? $"To be taken by {wording.Day(clock.TriageBy)}, and decided" : "To be decided";
        return $"{claim} by {wording.Day(clock.RuleBy)}: {(left == 0 ? "today is the last day" : $"{wording.Count(left, "working day")} after today")}.";
    }

    /// <summary>The filing and the latest of what happened since. The texts of the latest have the room first; that of the filing stands elsewhere.</summary>
    public static IReadOnlyList<CaseStep> History(IReadOnlyList<AppealEventRow> events, Appeal appeal, Asked asked, TextBudget room, Wording wording) =>
    [
        .. events.Where((one, place) => place == 0 || place >= events.Count - MostSteps).Reverse().Select(one => new CaseStep(
            wording.Day(appeal.Calendar.Day(one.At), asked.Today),
            Happened(one, asked.Person!.Value),
            one.Version == 1 || string.IsNullOrEmpty(one.Text) ? null : room.Take(one.Text))).Reverse(),
    ];

    /// <summary>The rulings, and at last one that is proposed.</summary>
    public static IReadOnlyList<RulingView> Rulings(Appeal appeal, TextBudget room, Wording wording)
    {
        var views = appeal.Rulings.Select(ruling => View(ruling, $"Decided on the {(ruling.Level == 1 ? "first" : "second")} level, {wording.Day(appeal.Calendar.Day(ruling.At))}")).ToList();
        if (appeal.Proposed is { } proposed)
        {
            views.Add(View(proposed, $"Proposed on {wording.Day(appeal.Calendar.Day(proposed.At))}, without effect so far"));
        }

        return views;

        RulingView View(Ruling ruling, string title) => new(
            $"{title}: {AppealWords.Of(ruling.Outcome)}",
            [
                .. ruling.Parts.Take(MostParts).Select(part => new RuledPart(
                    $"{AppealWords.Of(appeal.Parts[part.Part], wording)}: {AppealWords.Of(part.Outcome)}",
                    string.Join("; ", part.Corrections.Take(MostParts).Select(one => AppealWords.Of(one, wording))),
                    room.Take(part.Reason))),
            ]);
    }

    /// <summary>"and 3 more", for what is left of a list; nothing where nothing is.</summary>
    public static IEnumerable<string> More(int left) => left > 0 ? [$"and {left} more"] : [];

    /// <summary>A list of short texts as one, a line for each.</summary>
    public static string List(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));

    private static string Happened(AppealEventRow one, Guid reader)
    {
        var reviewer = one.Actor == reader ? "you" : "a reviewer";
        return one.What switch
        {
            "Filed" => "filed",
            nameof(AppealEvent.Add) => "the person added",
            nameof(AppealEvent.Answer) => "the person answered",
            nameof(AppealEvent.Withdraw) => "the person took it back",
            nameof(AppealEvent.Escalate) => "the person asked for the second level",
            nameof(AppealEvent.Claim) => $"taken by {reviewer}",
            nameof(AppealEvent.Release) => one.Actor is null ? "given back, the reviewer not being independent any more" : $"given back by {reviewer}",
            nameof(AppealEvent.HandOver) => $"handed over by {reviewer}",
            nameof(AppealEvent.Ask) => $"{reviewer} asked",
            nameof(AppealEvent.Rule) => $"{reviewer} wrote a ruling",
            nameof(AppealEvent.Agree) => $"{reviewer} agreed to the ruling",
            nameof(AppealEvent.Disagree) => $"{reviewer} did not agree to the ruling",
            nameof(AppealEvent.Name) => "the programme office named a reviewer",
            nameof(AppealEvent.AnswerTimeOver) => "no answer came in time",
            nameof(AppealEvent.ClockMissed) => "the first level let its time run out",
            nameof(AppealEvent.Close) => "closed",
            _ => throw new UnreachableException(),
        };
    }
}
