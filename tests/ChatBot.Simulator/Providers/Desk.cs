using ChatBot.Simulator.Books;
using ChatBot.Simulator.Faults;
using ChatBot.Simulator.Limits;

namespace ChatBot.Simulator.Providers;

/// <summary>How a provider says no.</summary>
internal interface IRefusals
{
    /// <summary>The limiter's no.</summary>
    Answer TooMany(int retryAfterSeconds);

    /// <summary>A fault's no.</summary>
    Answer Of(Fault fault, FaultPlan plan);
}

/// <summary>An answer on the wire.</summary>
internal sealed record Answer(int Status, string Body, int? RetryAfter = null)
{
    public async Task Write(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        if (RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await http.Response.WriteAsync(Body);
    }
}

/// <summary>A well-formed call.</summary>
/// <param name="Provider"><c>teams</c> or <c>slack</c>.</param>
/// <param name="What">See <see cref="Call.What"/>.</param>
/// <param name="Recipient">Whose chat it is about.</param>
/// <param name="Wait">Asks the limiter: microseconds to wait, by the plan and the time.</param>
/// <param name="Accept">Does what is asked, given what the sender will be shown; gives the answer to a call that goes well.</param>
internal sealed record Visit(string Provider, string What, string Recipient, Func<FaultPlan, long, long> Wait, Func<string, Answer> Accept);

/// <summary>Where every call is treated: limiter, faults, books.</summary>
internal sealed class Desk(Clock clock, FaultDice dice, CallLog calls)
{
    public async Task Receive(HttpContext http, IRefusals refusals, Visit visit)
    {
        var at = clock.Now;
        if (dice.Plan.Limits && visit.Wait(dice.Plan, at) is > 0 and var wait)
        {
            await Say(refusals.TooMany((int)Math.Ceiling(wait / 1e6)), "limit");
            return;
        }

        var thrown = dice.Next(visit.What is "message" or "update" or "typing" ? "message" : visit.What, visit.Recipient);
        await clock.Wait(thrown.WaitBefore);
        if (!thrown.Fault.Accepts())
        {
            await (thrown.Fault == Fault.Cut ? Cut() : Say(refusals.Of(thrown.Fault, thrown.Plan), thrown.Fault.Name()));
            return;
        }

        var accepted = visit.Accept(thrown.Fault switch
        {
            Fault.AcceptCut => "cut",
            Fault.Accept500 => "500",
            Fault.AcceptStall => "stalled",
            _ => "accepted",
        });
        await clock.Wait(thrown.Fault == Fault.AcceptStall ? TimeSpan.FromSeconds(thrown.Plan.StallSeconds) : thrown.WaitAfter);
        await (thrown.Fault switch
        {
            Fault.AcceptCut => Cut(),
            Fault.Accept500 => Say(refusals.Of(Fault.Accept500, thrown.Plan), thrown.Fault.Name()),
            var other => Say(accepted, other.Name()),
        });

        Task Say(Answer answer, string why)
        {
            calls.Add(new Call(visit.Provider, visit.What, visit.Recipient, at, answer.Status, why));
            return answer.Write(http);
        }

        Task Cut()
        {
            calls.Add(new Call(visit.Provider, visit.What, visit.Recipient, at, 0, thrown.Fault.Name()));
            http.Abort();
            return Task.CompletedTask;
        }
    }

    /// <summary>A call that the provider cannot make sense of.</summary>
    public Task Malformed(HttpContext http, string provider, string what, Answer answer)
    {
        calls.Add(new Call(provider, what, string.Empty, clock.Now, answer.Status, "malformed"));
        return answer.Write(http);
    }
}
