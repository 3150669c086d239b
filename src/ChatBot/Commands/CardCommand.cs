using System.CommandLine;
using System.Text.Json;
using ChatBot.Cards;
using ChatBot.Chat;

namespace ChatBot.Commands;

/// <summary><c>card</c>: expands a card template with data and shows it: the card author's preview.</summary>
internal static class CardCommand
{
    private static readonly Argument<string> Template = new("TEMPLATE") { Description = "A template's file, or its name for one of the service's own (score)." };

    private static readonly Option<FileInfo> From = new("--data") { Description = "The data, a JSON file.", HelpName = "FILE", Required = true };

    private static readonly Option<string> On = new("--channel")
    {
        Description = "How it is printed: text, teams (Adaptive Card JSON), slack (Block Kit JSON) or html.",
        HelpName = "CHANNEL",
        DefaultValueFactory = _ => "teams",
    };

    static CardCommand() => On.AcceptOnlyFromAmong([.. Rendering.Channels]);

    public static Command Build()
    {
        var command = new Command("card", "Expands a card template with data and prints the card.") { Template, From, On };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var named = parsed.GetRequiredValue(Template);
        var file = File.Exists(named) ? named : Path.Combine(AppContext.BaseDirectory, "cards", $"{Path.GetFileName(named)}.json");
        try
        {
            var template = CardTemplate.Compile(named, await File.ReadAllTextAsync(file, cancel));
            using var data = JsonDocument.Parse(await File.ReadAllTextAsync(parsed.GetRequiredValue(From).FullName, cancel));
            return await Rendering.Print(template.Expand(data.RootElement), parsed.GetRequiredValue(On), output);
        }
        catch (FileNotFoundException missing)
        {
            await error.WriteLineAsync($"There is no file {missing.FileName}.");
        }
        catch (JsonException wrong)
        {
            await error.WriteLineAsync($"{parsed.GetRequiredValue(From).Name} is not JSON: {wrong.Message}");
        }
        catch (CardTemplateException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
        }

        return Cli.Failed;
    }
}
