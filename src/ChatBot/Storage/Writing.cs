namespace ChatBot.Storage;

/// <summary>Registers how turns are written and how a person's data is reached. The database itself is registered by <c>AddStorage</c>.</summary>
internal static class Writing
{
    public static IServiceCollection AddWriting(this IServiceCollection services) => services
        .AddSingleton<GroupCommit>()
        .AddSingleton<DeliveryLedger>()
        .AddScoped<TurnEffects>()
        .AddScoped<PersonDoor>()
        .AddScoped<PeopleOverview>();
}
