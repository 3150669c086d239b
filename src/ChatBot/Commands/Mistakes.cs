using System.CommandLine;
using System.CommandLine.Parsing;

namespace ChatBot.Commands;

/// <summary>Says what is wrong with a command line, and what may have been meant.</summary>
internal static class Mistakes
{
    /// <summary>One sentence for each mistake.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return [Unknown(parsed, unknown)];
        }

        return command is { Action: null, Subcommands: [_, ..] subcommands }
            ? [$"{command.Name} needs one of {string.Join(", ", subcommands.Select(x => x.Name))}."]
            : parsed.Errors.Select(error => error.Message);
    }

    /// <summary>A token that means nothing to the command it was given to.</summary>
    public static string Unknown(ParseResult parsed, string token)
    {
        var command = parsed.CommandResult.Command;
        var isOption = token.StartsWith('-');
        var known = isOption ? Options(parsed.CommandResult) : command.Subcommands.Select(x => x.Name);
        var name = token.Split('=')[0];
        var nearest = known.Select(x => (Name: x, Distance: Distance(x, name))).Where(x => x.Distance <= 2).OrderBy(x => x.Distance).Select(x => x.Name).FirstOrDefault();
        var where = command is RootCommand ? "ChatBot" : command.Name;
        return $"{where} has no {(isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument")} {name}." + (nearest is null ? string.Empty : $" Did you mean {nearest}?");
    }

    private static IEnumerable<string> Options(CommandResult result)
    {
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            foreach (var option in at is CommandResult { Command: var command } ? command.Options : [])
            {
                yield return option.Name;
            }
        }
    }

    /// <summary>How many letters must be changed, added or left out to make one of the other.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
