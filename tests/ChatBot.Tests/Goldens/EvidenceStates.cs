using ChatBot.Cards;
using ChatBot.Features.Appeals;

namespace ChatBot.Tests.Goldens;

/// <summary>A case as its reviewers see it, in every state.</summary>
internal static class EvidenceStates
{
    public static IReadOnlyList<(string Template, string State, object Data)> All { get; } =
    [
        ("case", "nobody has it", Unclaimed),
        ("casegone", "not there", new CaseGoneCard()),
    ];

    private static CaseCard Unclaimed => new()
    {
        Reference = "A-7K3QX",
        Said = string.Empty,
        Ground = "Work in a tool that is not counted",
        Quarter = "Q4 2026",
        Level = "first level",
        Disputed = ["5–9 Oct, GitHub Copilot"],
        Stands = "Nobody has it yet.",
        Clock = "To be taken by Wed 25 Nov, and decided by Mon 7 Dec: 10 working days after today.",
        ClaimToken = CardStates.Token,
    };
}
