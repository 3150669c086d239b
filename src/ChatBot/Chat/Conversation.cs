namespace ChatBot.Chat;

/// <summary>Registers what every channel talks to.</summary>
internal static class Conversation
{
    public static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<Inbox>()
        .AddSingleton<Bot>()
        .AddScoped<Accounts>()
        .AddScoped<ActionTokens>();
}
