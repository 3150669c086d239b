using ChatBot.Cards;

namespace ChatBot.Chat;

/// <summary>Whom people are told to turn to.</summary>
/// <param name="Contact">A person, a mailbox or a channel, as people should read it. Required outside Development.</param>
internal sealed record HelpSettings(string Contact) : ISettings
{
    private const int Longest = 200;

    /// <inheritdoc />
    public static string Section => "Help";

    /// <summary>The contact as supplied text; null where none is named.</summary>
    public Supplied? Human => string.IsNullOrWhiteSpace(Contact) ? null : new Supplied(Contact.Trim());

    /// <inheritdoc />
    public string? Problem() =>
        Contact is null ? "Help:Contact is missing."
        : Contact.Length > Longest ? $"Help:Contact has {Contact.Length} characters; {Longest} is the most."
        : null;

    /// <summary>Reads them; outside Development somebody must be named.</summary>
    public static HelpSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.Read<HelpSettings>();
        return string.IsNullOrWhiteSpace(settings.Contact) && !environment.IsDevelopment()
            ? throw new SettingsException("Help:Contact is empty: name the person, mailbox or channel that people can turn to.")
            : settings;
    }
}
