using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Which of the asker's cases is meant: the one that a token was made for, else the one that a button or the sentence names.</summary>
internal static class OwnCase
{
    /// <summary>Whether any case is named.</summary>
    public static bool IsNamed(Asked asked) => asked.Object.Length > 0 || asked.Turn.Inputs.ContainsKey(NamedCase.Input) || Reference(asked).Length > 0;

    /// <summary>The case that is named, whosever it is; null where there is none.</summary>
    public static Task<Case?> Find(BotDb db, Asked asked, CancellationToken cancel) =>
        Guid.TryParseExact(asked.Object, "N", out var id) ? Cases.Find(db, id, cancel) : Cases.Find(db, Reference(asked), cancel);

    /// <summary>The same where it is the asker's own; else null, and nothing tells why.</summary>
    public static async Task<Case?> Own(BotDb db, Asked asked, CancellationToken cancel) =>
        await Find(db, asked, cancel) is { } found && found.Appeal.Person == asked.Person ? found : null;

    private static string Reference(Asked asked) => NamedCase.Read(asked.Turn.Kind == TurnKind.Pressed ? asked.Turn.Inputs.GetValueOrDefault(NamedCase.Input) : asked.Turn.Text);
}
