using ChatBot.Chat;

namespace ChatBot.Features.Appeals;

/// <summary>What a reviewer can say and press to see a case: the rows, their handlers and their cards.</summary>
internal static class EvidencePhrases
{
    /// <summary>Commands of others whose buttons a case shows. Those that change something carry tokens.</summary>
    public const string Claim = "case.claim", Release = "case.release", Agree = "case.agree", Disagree = "case.disagree";

    /// <summary>Adds the rows and the cards.</summary>
    public static IServiceCollection AddEvidencePhrases(this IServiceCollection services) => services
        .AddPhrase(ShowRow).AddCard<CaseCard>("case").AddCard<CaseGoneCard>("casegone")
        .AddPhrase(PreviewRow).AddCard<CaseChooseCard>("casechoose").AddCard<CasePreviewCard>("casepreview");

    /// <summary>Adds what shows a case.</summary>
    public static IServiceCollection AddCaseEvidence(this IServiceCollection services) => services.AddEvidencePhrases().AddScoped<CaseCards>().AddScoped<CaseReading>().AddScoped<CaseEvidence>();

    private static Phrase PreviewRow { get; } = new("case.preview", "What would it change?", "", [], typeof(PreviewCase));

    private static Phrase ShowRow { get; } = new(
        "case.show", "Open the case", "",
        ["case A-7K3QX", "case", "open A-7K3QX", "open case", "open the case", "show case", "show the case", "look at case", "=open", "=case a", "=open a"],
        typeof(ShowCase), Object: NamedCase.Read);
}
