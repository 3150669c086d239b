using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Scores;
using ChatBot.Features.Appeals;
using ChatBot.Features.Digests;
using ChatBot.Features.Help;
using ChatBot.Features.People;
using ChatBot.Features.Scores;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Features;

/// <summary>The service's real phrasebook, words and cards, without a service.</summary>
internal static class Parts
{
    private static readonly ServiceProvider All = new ServiceCollection().AddScorePhrases().AddOwnAppeals().AddTeamPhrases().AddPeoplePhrases().AddDigestPhrases().AddHelpPhrases().AddEvidencePhrases().AddNewsCards().AddCaseReview().AddOfficePhrases().BuildServiceProvider();

    public static string CardFolder { get; } = Path.Combine(AppContext.BaseDirectory, "cards");

    public static Phrasebook Phrasebook { get; } = new(All.GetServices<Phrase>());

    public static Wording Wording { get; } = Wording.English(Words.Read(File.ReadAllText(Path.Combine(CardFolder, "words.json"))));

    public static Rubric Rubric { get; } = ChosenRubric.Read(Path.Combine(AppContext.BaseDirectory, "rubrics"), "2026.1");

    public static CardTemplates Cards { get; } = ChatParts.LoadCards(CardFolder, All.GetServices<CardRecord>());
}
