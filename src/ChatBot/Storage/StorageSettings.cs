namespace ChatBot.Storage;

/// <summary>Where and how data is kept.</summary>
/// <param name="DataFolder">Folder of the embedded database; a relative one lies under the current directory.</param>
/// <param name="BusyTimeoutMilliseconds">How long a statement waits for the embedded database's lock: shorter than the patience of a channel.</param>
internal sealed record StorageSettings(string DataFolder, int BusyTimeoutMilliseconds) : ISettings
{
    /// <inheritdoc />
    public static string Section => "Storage";

    /// <inheritdoc />
    public string? Problem() =>
        string.IsNullOrWhiteSpace(DataFolder) ? "DataFolder must name a folder."
        : BusyTimeoutMilliseconds is < 100 or > 10_000 ? "BusyTimeoutMilliseconds must be from 100 to 10000."
        : null;
}
