using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Puts together what a reviewer sees of an opened case: who, what they wrote, what the data says, and what the sheet would be if the claim were true.</summary>
internal sealed class CaseEvidence(BotDb db, Rubric rubric, Wording wording)
{
    private const int MostAccounts = 5;

    /// <summary>Characters of what people wrote, on one card; see <see cref="TextBudget"/>.</summary>
    private const int Room = 4_500;

    /// <summary>The inside of the case.</summary>
    public async Task<CaseInside> Of(OpenedCase opened, Asked asked, CancellationToken cancel)
    {
        var (found, appeal) = (opened.Found, opened.Found.Appeal);
        var history = await Cases.History(db, appeal.Id, cancel);
        var claimed = Claims.Of(appeal.Ground, appeal.Parts, appeal.Person, opened.Now, rubric, [.. opened.Alike.Select(one => one.Account)], opened.Terms.Today);
        var room = new TextBudget(Room);
        return new CaseInside
        {
            Name = new Supplied(opened.Known.Name),
            WorkArea = found.WorkArea.Length == 0 ? null : new Supplied(found.WorkArea),
            Statement = history.Count > 0 && history[0].Text is { Length: > 0 } statement ? room.Take(statement) : null,
            Rulings = CaseWords.Rulings(appeal, room, wording),
            History = CaseWords.History(history, appeal, asked, room, wording),
            Parts = [.. appeal.Parts.Take(CaseWords.MostParts).Select((part, place) => View(opened, part, place))],
            MoreParts = CaseWords.More(appeal.Parts.Count - CaseWords.MostParts).FirstOrDefault(),
            OnRecord = CaseWords.List(OnRecord(opened, asked)),
            Accounts = Accounts(opened, asked),
            Figures = await Figures(opened, claimed, asked, cancel),
            IfTrue = IfTrue(appeal.Ground, claimed),
            Rubric = opened.Now.Rubric,
            AsOf = wording.Day(asked.Today),
        };
    }

    private PartView View(OpenedCase opened, AppealPart part, int place)
    {
        var evidence = Evidence.Of(part, opened.Now, opened.Own, opened.Shared, rubric);
        var declared = evidence.Coverage.Select(run => run.Reason).OfType<Reason>().Where(reason => reason.IsDeclared).Distinct();
        return new PartView(
            AppealWords.Of(part, wording),
            CaseWords.List(EvidenceWords.Of(evidence, wording)),
            [.. declared.Take(MostAccounts).Select(reason => new DeclaredReason(new Supplied(reason.Name)))],
            CaseWords.List(opened.Terms.Proposals[place].Take(MostAccounts).Select(one => EvidenceWords.Of(one, wording))));
    }

    private IEnumerable<string> OnRecord(OpenedCase opened, Asked asked)
    {
        var seats = SeatTrace.Of(opened.Own, opened.Shared, opened.Now.AsOf);
        return
        [
            .. seats.Take(MostAccounts).Select(seat => EvidenceWords.Of(seat, asked.Today, wording)),
            .. seats.Count == 0 ? ["No snapshot of seats has an account of theirs"] : CaseWords.More(seats.Count - MostAccounts),
            .. EvidenceWords.Directory(opened, wording),
        ];
    }

    private IReadOnlyList<AccountView> Accounts(OpenedCase opened, Asked asked)
    {
        return
        [
            .. opened.Accounts.Take(MostAccounts).Select(one => View(one.Vendor, one.Names[0], one.Ambiguous ? "others claim it too, so it counts for nobody" : "counts for them", one.FirstReading)),
            .. opened.Alike.Select(one => View(one.Vendor, one.Names[0], "is nobody's and looks like theirs", one.FirstReading)),
        ];

        AccountView View(string vendor, string name, string what, DateOnly? since) => new(
            wording.Words.Accounts.GetValueOrDefault(vendor, wording.Words.OtherTool),
            new Supplied(name),
            what + (since is { } day ? $", usage since {wording.Day(day, asked.Today)}" : ", no usage known"));
    }

    private async Task<IReadOnlyList<Figure>> Figures(OpenedCase opened, IReadOnlyList<Correction> claimed, Asked asked, CancellationToken cancel)
    {
        var figures = new List<Figure>();
        if (await opened.File.Kept(opened.Found.Sheet, cancel) is { } told)
        {
            figures.Add(new Figure($"Told as of {wording.Day(told.Sheet.AsOf, asked.Today)}", EvidenceWords.Of(told.Sheet, wording)));
        }

        figures.Add(new Figure("Now", EvidenceWords.Of(opened.Now, wording)));
        if (claimed.Count > 0)
        {
            figures.Add(new Figure("If the claim is true", await With(opened, claimed, cancel)));
        }

        if (opened.Found.Appeal.Proposed is { } proposed)
        {
            figures.Add(new Figure("With the proposed ruling", await With(opened, [.. proposed.Corrections], cancel)));
        }

        return figures;
    }

    private async Task<string> With(OpenedCase opened, IReadOnlyList<Correction> corrections, CancellationToken cancel)
    {
        var sheet = await opened.File.SheetWith(opened.Now.Quarter, opened.Now.AsOf, corrections, without: false, cancel);
        return corrections.Any(one => one is Correction.ExemptUntil) ? EvidenceWords.Of(VerdictKind.Exempt, sheet, wording) : EvidenceWords.Of(sheet, wording);
    }

    private string IfTrue(Ground ground, IReadOnlyList<Correction> claimed) => (ground, claimed.Count) switch
    {
        (_, > 0) => $"What that would mean: {string.Join("; ", claimed.Take(CaseWords.MostParts).Select(one => AppealWords.Of(one, wording)))}.",
        (Ground.WrongWorkArea, _) => "A work area changes whom they are compared with, and not the number or the tier.",
        (Ground.WrongAccount, _) => "Which account is theirs cannot be told from the data alone.",
        _ => "What it would be if the claim is true cannot be told from the data alone.",
    };
}
