using System.Globalization;
using Spectre.Console;

namespace ChatBot.Commands;

/// <summary>Shows how far long work is, on stderr: a bar on a terminal, a plain line every quarter elsewhere.</summary>
internal static class ProgressBar
{
    /// <summary>Runs the work, which tells the share done, 0–1, as often as it likes and from any thread.</summary>
    /// <param name="what">What is being done, in a few words.</param>
    /// <param name="error">Where plain lines go.</param>
    /// <param name="work">The work.</param>
    public static async Task<T> Show<T>(string what, TextWriter error, Func<Action<double>, Task<T>> work)
    {
        if (ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
            if (console.Profile.Capabilities.Interactive)
            {
                return await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                    .StartAsync(context =>
                    {
                        var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
                        return work(share => bar.Value = share);
                    });
            }
        }

        return await work(new PlainLines(what, error).Tell);
    }

    private sealed class PlainLines(string what, TextWriter error)
    {
        private readonly Lock sync = new();
        private int quarters;

        public void Tell(double share)
        {
            lock (sync)
            {
                var reached = (int)(share * 4);
                if (reached > quarters)
                {
                    quarters = reached;
                    error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {quarters * 25} %"));
                }
            }
        }
    }
}
