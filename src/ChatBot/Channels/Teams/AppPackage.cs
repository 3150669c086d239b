using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;

namespace ChatBot.Channels.Teams;

/// <summary>Section <c>TeamsPackage</c>: what the app package says of who runs the bot.</summary>
internal sealed record AppPackageSettings : ISettings
{
    /// <inheritdoc />
    public static string Section => "TeamsPackage";

    /// <summary>Version of the package; Teams takes an upload as an update only when it rose.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Who runs the bot, at most 32 characters.</summary>
    public string Developer { get; init; } = string.Empty;

    public string WebsiteUrl { get; init; } = string.Empty;

    public string PrivacyUrl { get; init; } = string.Empty;

    public string TermsOfUseUrl { get; init; } = string.Empty;

    /// <inheritdoc />
    public string? Problem() =>
        !System.Version.TryParse(Version, out _) ? "TeamsPackage:Version must be like 1.0.0."
        : Developer.Length is 0 or > 32 ? "TeamsPackage:Developer must have 1 to 32 characters."
        : new[] { WebsiteUrl, PrivacyUrl, TermsOfUseUrl }.All(IsHttps) ? null
        : "TeamsPackage:WebsiteUrl, PrivacyUrl and TermsOfUseUrl must be https addresses.";

    private static bool IsHttps(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}

/// <summary>
/// The Teams app package: a ZIP with the manifest and both icons at its root, made of the files in <c>manifest/teams</c>. The same input gives the same
/// bytes: entries have a fixed time and are stored, not compressed, for compression differs between runtimes.
/// </summary>
internal static class AppPackage
{
    private const string Folder = "manifest/teams/";
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The package's bytes.</summary>
    /// <param name="files">Where <c>manifest/teams</c> is.</param>
    /// <param name="settings">What it says of who runs the bot.</param>
    /// <param name="appId">The bot's Microsoft App ID.</param>
    public static byte[] Build(IFileProvider files, AppPackageSettings settings, string appId)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Add(zip, "manifest.json", Manifest(Read(files, "manifest.json"), settings, appId));
            Add(zip, "color.png", Read(files, "color.png"));
            Add(zip, "outline.png", Read(files, "outline.png"));
        }

        return memory.ToArray();
    }

    private static byte[] Manifest(byte[] template, AppPackageSettings settings, string appId)
    {
        var manifest = JsonNode.Parse(template)!;
        Fill(manifest, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{{version}}"] = settings.Version,
            ["{{appId}}"] = appId,
            ["{{developer}}"] = settings.Developer,
            ["{{websiteUrl}}"] = settings.WebsiteUrl,
            ["{{privacyUrl}}"] = settings.PrivacyUrl,
            ["{{termsOfUseUrl}}"] = settings.TermsOfUseUrl,
        });
        return Encoding.UTF8.GetBytes(manifest.ToJsonString(Readable) + "\n");
    }

    /// <summary>A placeholder is a whole value, so no setting can become anything but a string.</summary>
    private static void Fill(JsonNode? node, Dictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject members:
                members.ToList().ForEach(member => Fill(member.Value, values));
                break;
            case JsonArray items:
                items.ToList().ForEach(item => Fill(item, values));
                break;
            case JsonValue text when text.TryGetValue<string>(out var name) && values.TryGetValue(name, out var value):
                text.ReplaceWith(value);
                break;
        }
    }

    private static byte[] Read(IFileProvider files, string name)
    {
        using var stream = files.GetFileInfo(Folder + name).CreateReadStream();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = FixedTime;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
