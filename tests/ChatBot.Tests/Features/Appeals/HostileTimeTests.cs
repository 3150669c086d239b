using System.Diagnostics;
using ChatBot.Domain.Appeals;
using ChatBot.Tests.Conversations;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>A case that is not there is answered in the same words and in the same time as one that is not theirs.</summary>
public sealed class HostileTimeTests(ITestOutputHelper output)
{
    /// <summary>200 where <c>CHATBOT_FULL</c> is set, as <c>.ci/run</c> does; fewer tell as much on most days.</summary>
    private static readonly int Trials = Environment.GetEnvironmentVariable("CHATBOT_FULL") is { Length: > 0 } ? 200 : 50;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(20);

    [Theory]
    [InlineData("roy", "case.show")]
    [InlineData("roy", "case.preview")]
    [InlineData("grace", "appeal.show")]
    public async Task Medians_lie_less_than_20_ms_apart(string name, string command)
    {
        await using var company = await Company.Appealing();
        var filed = await Filed.Case(company, "ada");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        var talker = company.Talker(name);
        var (yours, there) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var trial = 0; trial < Trials + 5; trial++)
        {
            // One after the other, in turns, so that a busy machine is busy for both.
            yours.Add(await Time(talker, command, filed.Reference));
            there.Add(await Time(talker, command, "A-ZZZZZ"));
        }

        var (notYours, notThere) = (Median(yours), Median(there));
        output.WriteLine($"{command}, {Trials} trials: not yours {notYours.TotalMilliseconds:F2} ms, not there {notThere.TotalMilliseconds:F2} ms.");
        Assert.InRange((notYours - notThere).Duration(), TimeSpan.Zero, Most);
    }

    private static async Task<TimeSpan> Time(Talker talker, string command, string reference)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["case"] = reference };
        var start = Stopwatch.GetTimestamp();
        var heard = await talker.PressesHostile(command, inputs);
        var time = Stopwatch.GetElapsedTime(start);
        Assert.Contains(command.StartsWith("case.", StringComparison.Ordinal) ? "There is no case by that name" : "I have no such appeal of yours", heard.Text, StringComparison.Ordinal);
        return time;
    }

    /// <summary>Of the last trials: the first ones compile.</summary>
    private static TimeSpan Median(List<TimeSpan> times) => times.TakeLast(Trials).Order().ElementAt(Trials / 2);
}
