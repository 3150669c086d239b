using System.CommandLine;
using System.Security.Cryptography;
using ChatBot.Chat;

namespace ChatBot.Commands;

/// <summary><c>ask</c>: one turn from the shell, as a person of the directory. Development only.</summary>
internal static class Ask
{
    private static readonly Option<string> As = new("--as") { Description = "E-mail of the person who asks.", HelpName = "EMAIL", Required = true };

    private static readonly Option<string> On = new("--channel")
    {
        Description = "How the answer is printed: text, teams (Adaptive Card JSON), slack (Block Kit JSON) or html.",
        HelpName = "CHANNEL",
        DefaultValueFactory = _ => "text",
    };

    private static readonly Argument<string[]> Text = new("TEXT") { Description = "What to say.", Arity = ArgumentArity.OneOrMore };

    static Ask() => On.AcceptOnlyFromAmong([.. Rendering.Channels]);

    public static Command Build()
    {
        var command = new Command("ask", "Asks the bot as a person of the directory and prints the answer. Development only.") { As, On, Text };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var app = await CommandHost.Open(parsed, cancel);
        if (!app.Environment.IsDevelopment())
        {
            await error.WriteLineAsync($"ask speaks as anybody, so it is for Development only; this is {app.Environment.EnvironmentName}.");
            return Cli.Failed;
        }

        app.Services.CheckPhrasebook();
        var turn = new Turn
        {
            Key = $"ask:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}",
            Account = new Account(Channel.Web, "local", parsed.GetRequiredValue(As)),
            Kind = TurnKind.Typed,
            Text = string.Join(' ', parsed.GetRequiredValue(Text)),
            At = app.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        var answer = await app.Services.GetRequiredService<Bot>().Answer(turn, cancel);
        if (answer is null)
        {
            await error.WriteLineAsync("The bot has nothing to say to that.");
            return Cli.Failed;
        }

        return await Rendering.Print(answer.Card, parsed.GetRequiredValue(On), output);
    }
}
