using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Appeals;

/// <summary>Whose a case is, to the reviewer who looks at the queue.</summary>
internal enum QueueShare
{
    /// <summary>They hold it.</summary>
    Mine,

    /// <summary>Nobody holds it.</summary>
    Free,

    /// <summary>Another proposed a ruling that a second reviewer has to agree to.</summary>
    Second,
}

/// <summary>Which cases of the queue to show; null is all.</summary>
/// <param name="Share">Whose.</param>
/// <param name="Ground">On which ground.</param>
/// <param name="Tool">Id of a tool in dispute.</param>
internal readonly record struct QueueFilter(QueueShare? Share, Ground? Ground, string? Tool)
{
    private static readonly (string Word, QueueShare Share)[] Shares =
        [("mine", QueueShare.Mine), ("my", QueueShare.Mine), ("free", QueueShare.Free), ("unclaimed", QueueShare.Free), ("second", QueueShare.Second)];

    private static readonly (string Word, Ground Ground)[] Grounds =
    [
        ("uncaptured", Domain.Appeals.Ground.NotCaptured), ("leave", Domain.Appeals.Ground.Leave), ("account", Domain.Appeals.Ground.WrongAccount),
        ("area", Domain.Appeals.Ground.WrongWorkArea), ("forbidden", Domain.Appeals.Ground.ToolsNotAllowed), ("licence", Domain.Appeals.Ground.NoLicence),
        ("license", Domain.Appeals.Ground.NoLicence), ("removal", Domain.Appeals.Ground.Removal), ("other", Domain.Appeals.Ground.Other),
    ];

    private static readonly (string Word, Tool Tool)[] Tools =
    [
        ("copilot", Domain.Usage.Tool.Copilot), ("claude", Domain.Usage.Tool.ClaudeCode), ("chatgpt", Domain.Usage.Tool.ChatGpt), ("codex", Domain.Usage.Tool.ChatGpt),
    ];

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsAll => this == default;

    /// <summary>What a sentence asks for, in words of our own, which <see cref="Read"/> reads; empty for the whole queue.</summary>
    public static string Said(string text) => Of([.. TypedWords.Of(text).Select(word => word.Text)]).Kept;

    /// <summary>The filter of words: a sentence's, or those of a button, which are hostile; an unknown word is none.</summary>
    public static QueueFilter Read(string? words) => Of((words ?? string.Empty).Split(' '));

    /// <summary>The filter in the words that <see cref="Read"/> reads.</summary>
    public string Kept
    {
        get
        {
            var (share, ground, tool) = this;
            var words = new[]
            {
                Shares.FirstOrDefault(one => one.Share == share).Word,
                Grounds.FirstOrDefault(one => one.Ground == ground).Word,
                Tools.FirstOrDefault(one => one.Tool.Id == tool).Word,
            };
            return string.Join(' ', words.OfType<string>());
        }
    }

    /// <summary>The filter as one reads it; null for none.</summary>
    public string? InWords(Wording wording)
    {
        var words = new[]
        {
            Share switch { QueueShare.Mine => "yours", QueueShare.Free => "free", QueueShare.Second => "waiting for a second reviewer", _ => null },
            Ground is { } ground ? $"“{AppealWords.Of(ground)}”" : null,
            Tool is { } tool ? wording.Name(new Tool(tool)) : null,
        };
        return IsAll ? null : string.Join(", ", words.OfType<string>());
    }

    /// <summary>Whether a case is to be shown.</summary>
    public bool Holds(Appeal appeal, QueueShare share)
    {
        var tool = Tool;
        return (Share is not { } of || of == share) && (Ground is not { } ground || ground == appeal.Ground) && (tool is null || appeal.Parts.Any(part => part.Tool?.Id == tool));
    }

    private static QueueFilter Of(string[] words) => new(
        words.Select(word => First(Shares, word)).FirstOrDefault(one => one is not null),
        words.Select(word => First(Grounds, word)).FirstOrDefault(one => one is not null),
        words.Select(word => First(Tools, word)?.Id).FirstOrDefault(one => one is not null));

    private static T? First<T>((string Word, T Value)[] table, string word)
        where T : struct
    {
        foreach (var (known, value) in table)
        {
            if (known == word)
            {
                return value;
            }
        }

        return null;
    }
}
