using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>A case with the person and the data behind it, for who may open it.</summary>
/// <param name="File">The person's file; the opening is recorded.</param>
/// <param name="Found">The case.</param>
/// <param name="Known">The person.</param>
/// <param name="Now">Their sheet of the quarter as it is now.</param>
/// <param name="Own">What it was computed from, of the person.</param>
/// <param name="Shared">The same of the organisation.</param>
/// <param name="Accounts">Accounts that count for the person, and those that several people claim.</param>
/// <param name="Alike">Accounts that are nobody's and look like the person's.</param>
/// <param name="Terms">What a ruling can choose from.</param>
internal sealed record OpenedCase(
    PersonFile File, Case Found, KnownPerson Known, ScoreSheet Now, ScoreInputs Own, OrganisationFacts Shared, IReadOnlyList<LinkedName> Accounts, IReadOnlyList<UnownedAccount> Alike,
    RulingTerms Terms);

/// <summary>Opens cases for their reviewers. Scoped, like the door, which records every opening and every refusal.</summary>
internal sealed class CaseReading(PersonDoor door, Rubric rubric, Wording wording)
{
    /// <summary>How many accounts that look like the person's are shown.</summary>
    public const int MostAlike = 5;

    /// <summary>The case; null for who may not open it, which says nothing of whether it is there.</summary>
    /// <param name="found">The case; null where there is none.</param>
    /// <param name="chart">The directory as it is now.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<OpenedCase?> Open(Case? found, OrgChart chart, Asked asked, CancellationToken cancel)
    {
        if (found is null)
        {
            door.NoCase(asked.Person!.Value);
            return null;
        }

        if (door.OpenCase(found.Appeal, asked.Person!.Value, chart) is not { } file)
        {
            return null;
        }

        var appeal = found.Appeal;
        var known = await file.Known(asked.Today, cancel);
        var sheet = (await file.Sheet(appeal.Quarter, asked.Today, cancel)).Sheet;
        var (own, shared) = await file.Inputs(appeal.Quarter, sheet.AsOf, cancel);
        var accounts = await file.Accounts(cancel);
        var unowned = (await file.Unowned(cancel)).ToDictionary(account => account.Account);
        var given = Domain.Scores.Corrected.AccountsGiven(appeal.Person, own.Corrections).ToHashSet();
        var alike = LookAlikes.Of(known.Name, known.Facts.Email, unowned.Values.Where(one => !given.Contains(one.Account)).Select(one => new Unowned(one.Account, one.Names)), MostAlike);
        var terms = new RulingTerms(
            appeal,
            rubric,
            appeal.Calendar.Day(asked.Now),
            [.. wording.Words.Tools.Keys.Select(id => new Tool(id)).Concat(sheet.Days.SelectMany(day => day.Tools).Select(tool => tool.Tool)).Concat(appeal.Parts.Select(part => part.Tool).OfType<Tool>()).Distinct().Order()],
            [.. appeal.Parts.Select(part => Proposals.Of(part, sheet, rubric))],
            [.. alike.Select(one => one.Account).Concat(accounts.Where(one => one.Ambiguous).Select(one => one.Account))],
            [.. accounts.Where(one => !one.Ambiguous).Select(one => one.Account)]);
        return new OpenedCase(file, found, known, sheet, own, shared, accounts, [.. alike.Select(one => unowned[one.Account])], terms);
    }
}
