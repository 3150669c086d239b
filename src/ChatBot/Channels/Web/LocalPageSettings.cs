namespace ChatBot.Channels.Web;

/// <summary>Settings of the local page.</summary>
/// <param name="Enabled">Null is on in Development and off elsewhere; true elsewhere stops the service.</param>
internal sealed record LocalPageSettings(bool? Enabled = null) : ISettings
{
    /// <inheritdoc />
    public static string Section => "LocalPage";

    /// <inheritdoc />
    public string? Problem() => null;
}
