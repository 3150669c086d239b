using ChatBot.Cards;
using ChatBot.Features.Appeals;
using ChatBot.Tests.Features;

namespace ChatBot.Tests.Goldens;

/// <summary>A case as its reviewers see it, in every state.</summary>
internal static class EvidenceStates
{
    private const string Reason = "The source itself shows chats on these days, and the policy that switched telemetry off is on record.";

    public static IReadOnlyList<(string Template, string State, object Data)> All { get; } =
    [
        ("case", "taken", Taken),
        ("case", "nobody has it", Unclaimed),
        ("case", "nobody has it, moved on", Unclaimed with { Said = CaseSaid.MovedOn.Line }),
        ("case", "another was first", Unclaimed with { Said = CaseSaid.HeldByAnother.Line, Stands = "Another reviewer has it.", ClaimToken = null }),
        ("case", "just taken, hostile", Taken with { Said = CaseSaid.Claimed.Line, Inside = Hostile() }),
        ("case", "needs an answer", Taken with
        {
            Said = CaseSaid.Asked.Line, Stands = "The person was asked something, and can answer until Mon 30 Nov.", CanRule = false, CanAsk = false, ReleaseToken = null,
            Inside = Inside() with { History = [.. Inside().History, new CaseStep("Mon 23 Nov", "you asked", new Supplied("Which editor did you use in these weeks?"))] },
        }),
        ("case", "proposed for a second reviewer", Unclaimed with
        {
            Ground = "Leave, part time or secondment", Stands = "A ruling waits for a second reviewer. Do you agree with it?", ClaimToken = null, AgreeToken = CardStates.Token, DisagreeToken = CardStates.Token,
            Inside = Inside() with { Rulings = [Ruling("Proposed on Mon 23 Nov, without effect so far: declined", "5–16 Oct, GitHub Copilot: declined", string.Empty)] },
        }),
        ("case", "second level", Taken with
        {
            Level = "second level", CanAsk = false,
            Inside = Inside() with { Rulings = [Ruling("Decided on the first level, Mon 16 Nov: upheld in part", "5–16 Oct, GitHub Copilot: upheld in part", "5–9 Oct count as light use of GitHub Copilot")] },
        }),
        ("case", "many parts", Taken with { Disputed = ["5 Oct", "7 Oct", "9 Oct", "12 Oct", "and 296 more"], Inside = Inside() with { MoreParts = "and 296 more", Parts = [.. Enumerable.Repeat(Part, 4)] } }),
        ("case", "decided", Unclaimed with { Stands = "It is decided: upheld in part.", Clock = "The person can ask for the second level until Wed 23 Dec.", ClaimToken = null }),
        ("casegone", "not there", new CaseGoneCard()),
        ("casechoose", "one part", Choose),
        ("casechoose", "a wrong form", Choose with { Said = ChoiceWords.Of(new ChoiceRefusal(0, ChoiceProblem.DaysWrong), 1, Parts.Wording) }),
        ("casechoose", "more parts", Choose with
        {
            Second = Choose.First with { Title = "19–23 Oct", Outcome = "partly", Fixes = [new FixChoice(new Supplied("GitHub account ada-l is theirs"), "account:17")], Fix = "account:17" },
            Third = Choose.First, Fourth = Choose.First with { Outcome = "declined", Days = "Mon;Tue;Wed" }, MoreParts = "and 296 more",
        }),
        ("casepreview", "credited", Preview),
        ("casepreview", "lower than before", Preview with { Lowers = true, MoreParts = "and 2 more" }),
    ];

    private static CaseChooseCard Choose => new(
        "A-7K3QX",
        string.Empty,
        new ChoosePart(
            "5–16 Oct, GitHub Copilot", "upheld", "proposal",
            [
                new FixChoice(new Supplied("As the data suggests: 5–16 Oct count as regular use of GitHub Copilot"), "proposal"), new FixChoice(new Supplied("The days do not count"), "exclude"),
                new FixChoice(new Supplied("The days count as regular use of GitHub Copilot"), "credit:copilot:regular"), new FixChoice(new Supplied("Other working days"), "pattern"),
            ],
            "2026-10-05", "2026-10-16", string.Empty),
        null,
        null,
        null,
        null);

    private static CasePreviewCard Preview => new(
        "A-7K3QX",
        [new Figure("Now", "light, 18.0 of 100 on 26 counted days"), new Figure("With this", "light, 21.3 of 100 on 36 counted days")],
        Lowers: false,
        [new PreviewPart("5–16 Oct, GitHub Copilot: upheld", "5–16 Oct count as regular use of GitHub Copilot", "On these days: 0 counted days with 0 points now, 10 counted days with 300 points then")],
        null,
        new CarriedPart("upheld", "credit:copilot:regular", "2026-10-05", "2026-10-16", string.Empty), Nothing, Nothing, Nothing,
        "2026.1",
        "Mon 23 Nov");

    private static CarriedPart Nothing => new(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);

    private static PartView Part => new(
        "5–16 Oct, GitHub Copilot",
        "- GitHub Copilot, 5–16 Oct (10 days): not visible, the editor's telemetry was off\n- GitHub's Copilot report has rows of 10 days, 10 with use; 10 say that telemetry was off\n- 2 days left out: weekend or day off\n- 0 counted days, 0 points in all",
        [],
        "- 5–16 Oct count as regular use of GitHub Copilot, because the editor's telemetry was off (10 days)");

    private static CaseCard Taken => Unclaimed with
    {
        Stands = "You have it.", Clock = "To be decided by Mon 7 Dec: 10 working days after today.", ClaimToken = null, ReleaseToken = CardStates.Token, CanRule = true, CanAsk = true,
        CanHandOver = true, Inside = Inside(),
    };

    private static CaseCard Unclaimed => new()
    {
        Reference = "A-7K3QX",
        Said = string.Empty,
        Ground = "Work in a tool that is not counted",
        Quarter = "Q4 2026",
        Level = "first level",
        Disputed = ["5–16 Oct, GitHub Copilot"],
        Stands = "Nobody has it yet.",
        Clock = "To be taken by Wed 25 Nov, and decided by Mon 7 Dec: 10 working days after today.",
        ClaimToken = CardStates.Token,
    };

    private static CaseInside Inside() => new()
    {
        Name = new Supplied("Tess Example"),
        WorkArea = new Supplied("Risk"),
        Statement = new Supplied("My editor's telemetry was off by policy."),
        History = [new CaseStep("Mon 23 Nov", "filed", null), new CaseStep("Mon 23 Nov", "taken by you", null)],
        Parts = [Part],
        MoreParts = null,
        OnRecord = "- Seat in GitHub Copilot since Mon 2 Mar, last activity Fri 2 Oct by the snapshot of Sun 22 Nov\n- No leave on record in Q4 2026\n- Working days: Mon, Tue, Wed, Thu, Fri",
        Accounts = [new AccountView("GitHub", new Supplied("tess"), "counts for them, usage since Wed 1 Jul"), new AccountView("GitHub", new Supplied("tess-example"), "is nobody's and looks like theirs, no usage known")],
        Figures = [new Figure("Told as of Mon 23 Nov", "light, 18.0 of 100 on 26 counted days"), new Figure("Now", "light, 18.0 of 100 on 26 counted days"), new Figure("If the claim is true", "light, 21.3 of 100 on 36 counted days")],
        IfTrue = "What that would mean: 5–16 Oct count as regular use of GitHub Copilot.",
        Rulings = [],
        Rubric = "2026.1",
        AsOf = "Mon 23 Nov",
    };

    private static CaseInside Hostile() => Inside() with
    {
        Name = new Supplied(CardStates.Hostile),
        WorkArea = new Supplied(CardStates.Hostile),
        Statement = new Supplied(string.Concat(Enumerable.Repeat(CardStates.Hostile + "\n", 15))),
        History = [new CaseStep("Mon 23 Nov", "filed", null), new CaseStep("Mon 23 Nov", "the person added", new Supplied(string.Concat(Enumerable.Repeat(CardStates.Hostile, 15))))],
        Parts = [Part with { Declared = [new DeclaredReason(new Supplied(CardStates.Hostile))] }],
        Accounts = [new AccountView("GitHub", new Supplied(CardStates.Hostile), "is nobody's and looks like theirs, no usage known")],
        Rulings = [Ruling("Proposed on Mon 23 Nov, without effect so far: declined", "5–16 Oct, GitHub Copilot: declined", string.Empty, CardStates.Hostile)],
    };

    private static RulingView Ruling(string title, string part, string changes, string reason = Reason) => new(title, [new RuledPart(part, changes, new Supplied(reason))]);
}
