using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Features.Appeals;

/// <summary>Registers who is told what of a case, and what time does to it.</summary>
internal static class NewsParts
{
    public static IServiceCollection AddCaseNews(this IServiceCollection services) => services
        .AddSingleton<CaseNews>()
        .AddScoped<RulingMessage>()
        .AddSingleton<RunClocks>()
        .AddDeliveryKind<MakeCaseNews>(AppealKinds.Case, DeliveryClass.MustArrive)
        .AddDeliveryKind<MakeAppealNews>(AppealKinds.Appeal, DeliveryClass.MustArrive)
        .AddDeliveryKind<MakePosted>(PostedCards.Kind, DeliveryClass.Quiet)
        .AddNewsCards();

    /// <summary>Adds the cards.</summary>
    public static IServiceCollection AddNewsCards(this IServiceCollection services) => services
        .AddCard<CaseNewsCard>("casenews").AddCard<AppealNewsCard>("appealnews").AddCard<RulingCard>("ruling").AddCard<PostedCard>("posted");
}
