using ChatBot.Cards;

namespace ChatBot.Chat;

/// <summary>A card template and the record that it is given.</summary>
internal sealed record CardRecord(string Template, Type Record);

/// <summary>How a feature registers what it adds to the chat: rows of the phrasebook, their handlers, cards with their records.</summary>
internal static class ChatParts
{
    /// <summary>Adds a row and its handler.</summary>
    public static IServiceCollection AddPhrase(this IServiceCollection services, Phrase row)
    {
        services.AddSingleton(row);
        services.AddScoped(row.Handler);
        return services;
    }

    /// <summary>Adds the record of <c>cards/{template}.json</c>.</summary>
    public static IServiceCollection AddCard<TRecord>(this IServiceCollection services, string template)
        where TRecord : class =>
        services.AddSingleton(new CardRecord(template, typeof(TRecord)));

    /// <summary>Adds the phrasebook, the words, the cards and the human to turn to. They are made when first asked for; see <see cref="CheckPhrasebook"/>.</summary>
    public static IServiceCollection AddPhrasebook(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(HelpSettings.Read(configuration, environment));
        services.AddSingleton<Phrasebook>();
        services.AddSingleton(parts => Words.Read(File.ReadAllText(Path.Combine(CardFolder(parts), "words.json"))));
        services.AddSingleton(parts => Wording.English(parts.GetRequiredService<Words>()));
        services.AddSingleton(parts => LoadCards(CardFolder(parts), parts.GetServices<CardRecord>()));
        return services;
    }

    /// <summary>Checks everything that <see cref="AddPhrasebook"/> makes, before the first turn; the exception's message is the sentence to show.</summary>
    public static void CheckPhrasebook(this IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<Phrasebook>();
            services.GetRequiredService<Wording>();
            services.GetRequiredService<CardTemplates>();
        }
        catch (Exception exception) when (exception is InvalidOperationException or CardTemplateException)
        {
            throw new SettingsException(exception.Message);
        }
    }

    private static string CardFolder(IServiceProvider parts) => Path.Combine(parts.GetRequiredService<IHostEnvironment>().ContentRootPath, "cards");

    /// <summary>Every file of the folder but the words and the sample data is a template.</summary>
    public static CardTemplates LoadCards(string folder, IEnumerable<CardRecord> records) =>
        CardTemplates.Load(
            Directory.EnumerateFiles(folder, "*.json")
                .Where(file => !file.EndsWith(".sample.json", StringComparison.Ordinal) && Path.GetFileName(file) != "words.json")
                .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal),
            records.ToDictionary(record => record.Template, record => record.Record, StringComparer.Ordinal));
}
