using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Help;

/// <summary>Registers what plans and sends notices.</summary>
internal static class Notices
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<PlanNotices>()
        .AddDeliveryKind<MakeNotice>(FirstContacts.Notice, DeliveryClass.MustArrive);
}
