using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using ChatBot.Channels.Teams;
using ChatBot.Chat;
using ChatBot.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>The package that is uploaded to Teams.</summary>
public sealed class AppPackageTests
{
    private static readonly AppPackageSettings Settings = new()
    {
        Version = "1.2.3", Developer = "Contoso", WebsiteUrl = "https://bot.example.com", PrivacyUrl = "https://bot.example.com/privacy", TermsOfUseUrl = "https://bot.example.com/terms",
    };

    [Fact]
    public void The_package_has_three_files_at_its_root_and_the_same_bytes_each_time()
    {
        var package = Build();

        using var zip = new ZipArchive(new MemoryStream(package));
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(package, Build());
    }

    [Fact]
    public void Every_placeholder_is_filled_and_a_setting_stays_a_string()
    {
        var manifest = Manifest(AppPackage.Build(Files(), Settings with { Developer = "\"},\"x\":{\"" }, TeamsService.AppId));

        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("\"},\"x\":{\"", manifest["developer"]!["name"]!.GetValue<string>());
        Assert.Equal(TeamsService.AppId, manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal("1.2.3", manifest["version"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void The_icons_have_the_sizes_that_Teams_asks_for_and_an_alpha_channel(string name, int size)
    {
        using var zip = new ZipArchive(new MemoryStream(Build()));
        using var png = new MemoryStream();
        using (var entry = zip.GetEntry(name)!.Open())
        {
            entry.CopyTo(png);
        }

        var bytes = png.ToArray();
        Assert.True(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']));
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        Assert.Equal(6, bytes[25]);
    }

    [Fact]
    public async Task The_commands_are_those_of_the_phrasebook()
    {
        await using var app = Program.Build("--environment=Production", "--Help:Contact=help@example.com");
        var rows = app.Services.GetRequiredService<Phrasebook>().Rows.Where(row => row.Help.Length > 0).ToList();

        var commands = Manifest(Build())["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();

        Assert.InRange(commands.Count, 1, 12);
        Assert.Equal(rows.Select(row => row.Phrases[0]), commands.Select(command => command!["title"]!.GetValue<string>()));
        Assert.Equal(rows.Select(row => row.Help), commands.Select(command => command!["description"]!.GetValue<string>()));
        Assert.All(rows, row => Assert.True(row.Phrases[0].Length <= 32 && row.Help.Length <= 128 && row.Phrases[0][0] != '='));
    }

    [Fact]
    public async Task The_command_writes_the_package_and_refuses_what_is_no_app_id()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var error = new StringWriter();
        try
        {
            Assert.Equal(0, await Cli.Run(["manifest", "build", "--out", file, "--app-id", TeamsService.AppId], TextWriter.Null, error));
            Assert.Equal(TeamsService.AppId, Manifest(await File.ReadAllBytesAsync(file))["id"]!.GetValue<string>());
            Assert.Equal(Cli.Failed, await Cli.Run(["manifest", "build", "--out", file, "--app-id", "mine"], TextWriter.Null, error));
            Assert.Contains("GUID", error.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Build() => AppPackage.Build(Files(), Settings, TeamsService.AppId);

    private static PhysicalFileProvider Files() => new(AppContext.BaseDirectory);

    private static JsonNode Manifest(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var stream = zip.GetEntry("manifest.json")!.Open();
        return JsonNode.Parse(stream)!;
    }
}
