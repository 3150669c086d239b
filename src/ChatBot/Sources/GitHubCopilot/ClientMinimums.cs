using System.Text;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>
/// The lowest versions whose telemetry GitHub's usage metrics count, as their documentation lists them. What is not known is not below: an unknown IDE,
/// a version that is missing or does not begin with a number.
/// </summary>
internal static class ClientMinimums
{
    private static readonly (string Ide, Version Client, Version? Plugin)[] All =
    [
        ("vscode", new(1, 107, 1), new(0, 35, 3)),
        ("jetbrains", new(2024, 2, 6), new(1, 5, 52)),
        ("intellij", new(2024, 2, 6), new(1, 5, 52)),
        ("visualstudio", new(17, 14, 13), null),
        ("eclipse", new(4, 31), null),
        ("xcode", new(13, 2, 1), null),
    ];

    private static readonly Version VisualStudio18 = new(18, 0, 471, 29466);

    /// <summary>Whether the IDE or its plugin is below its minimum.</summary>
    public static bool IsBelow(ReadOnlySpan<byte> ide, ReadOnlySpan<byte> ideVersion, ReadOnlySpan<byte> pluginVersion)
    {
        foreach (var (name, client, plugin) in All)
        {
            if (Ascii.EqualsIgnoreCase(ide, name))
            {
                return IsClientBelow(name, ideVersion, client) || (plugin is not null && Leading(pluginVersion) is { } has && has < plugin);
            }
        }

        return false;
    }

    private static bool IsClientBelow(string ide, ReadOnlySpan<byte> text, Version minimum)
    {
        if (Leading(text) is not { } has)
        {
            return false;
        }

        return ide switch
        {
            "visualstudio" when has.Major >= 18 => has < VisualStudio18,

            // A build number (242.23726.103 is 2024.2) is on another scale.
            "jetbrains" or "intellij" when has.Major is >= 100 and < 1000 => false,
            _ => has < minimum,
        };
    }

    /// <summary>The numbers at the beginning, up to four, missing ones as 0; text after them is ignored. Null when it begins with none.</summary>
    private static Version? Leading(ReadOnlySpan<byte> text)
    {
        Span<int> parts = [0, 0, 0, 0];
        var count = 0;
        while (count < parts.Length && text.Length > 0 && char.IsAsciiDigit((char)text[0]))
        {
            var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            length = length < 0 ? text.Length : length;
            parts[count++] = length <= 9 && System.Buffers.Text.Utf8Parser.TryParse(text[..length], out int part, out _) ? part : int.MaxValue;
            text = text[length..];
            if (text.Length == 0 || text[0] != (byte)'.')
            {
                break;
            }

            text = text[1..];
        }

        return count == 0 ? null : new Version(parts[0], parts[1], parts[2], parts[3]);
    }
}
