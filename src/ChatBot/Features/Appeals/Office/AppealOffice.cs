using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Features.Appeals;

/// <summary>What the programme office can say and press about appeals, what is sent because of it, and what works for it.</summary>
internal static class AppealOffice
{
    /// <summary>Commands for whose buttons tokens are made.</summary>
    public const string Approve = "finding.approve", Dismiss = "finding.dismiss";

    /// <summary>Commands of the forms that lead to them.</summary>
    public const string ApproveForm = "finding.approveform", DismissForm = "finding.dismissform";

    public static IServiceCollection AddAppealOffice(this IServiceCollection services) => services
        .AddOfficePhrases()
        .AddScoped<FindGaps>()
        .AddSingleton<LookForOthers>()
        .AddScoped<FindingCards>()
        .AddScoped<OfficeDoor>()
        .AddDeliveryKind<MakeFinding>(AppealKinds.Finding, DeliveryClass.MustArrive)
        .AddDeliveryKind<MakeCorrection>(AppealKinds.Correction, DeliveryClass.MustArrive);

    /// <summary>Adds the rows, their handlers and the cards.</summary>
    public static IServiceCollection AddOfficePhrases(this IServiceCollection services) => services
        .AddPhrase(FindingsRow).AddCard<FindingsCard>("findings").AddCard<OfficeOnlyCard>("officeonly")
        .AddPhrase(ApproveFormRow).AddPhrase(DismissFormRow).AddCard<FindingFormCard>("findingform")
        .AddPhrase(ApproveRow).AddPhrase(DismissRow).AddCard<CorrectionCard>("correction")
        .AddPhrase(StatisticsRow).AddCard<StatisticsCard>("appealstats");

    private static Phrase FindingsRow { get; } = new(
        "findings.show", "Same gap in others", "",
        ["findings", "same gap", "same gap in others", "who else has the same gap", "show findings", "open findings", "data gaps to approve", "gaps to approve", "=findings to approve"],
        typeof(ShowFindings));

    private static Phrase ApproveFormRow { get; } = new(ApproveForm, "Approve…", "", [], typeof(ShowFindingForm));

    private static Phrase DismissFormRow { get; } = new(DismissForm, "Dismiss…", "", [], typeof(ShowFindingForm));

    private static Phrase ApproveRow { get; } = new(Approve, "Correct them all", "", [], typeof(ApproveFinding), Effect.Changes);

    private static Phrase DismissRow { get; } = new(Dismiss, "Dismiss", "", [], typeof(DismissFinding), Effect.Changes);

    private static Phrase StatisticsRow { get; } = new(
        "appeals.stats", "Appeal statistics", "",
        [
            "appeal statistics", "appeals statistics", "statistics of appeals", "appeal stats", "appeals stats", "appeals report", "appeal report", "report on appeals", "appeal figures", "appeal numbers",
            "how many appeals", "overturn rate", "overturn rates",
        ],
        typeof(ShowStatistics));
}
