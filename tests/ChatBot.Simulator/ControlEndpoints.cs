using ChatBot.Simulator.Books;
using ChatBot.Simulator.Faults;
using ChatBot.Simulator.Limits;

namespace ChatBot.Simulator;

/// <summary>What a test asks of the simulator itself.</summary>
internal sealed class ControlEndpoints(Ledger ledger, CallLog calls, FaultDice dice, Limiter limiter)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => CommandLine.Endpoints);
        routes.MapGet("/ledger", (int? after) => Results.Json(ledger.Entries.Skip(after ?? 0), Json.Web));
        routes.MapGet("/accepted", () => ledger.Count);
        routes.MapGet("/calls", () => Results.Json(calls.All, Json.Web));
        routes.MapGet("/counters", () => Results.Json(Counters.Of(ledger.Entries, calls.All), Json.Web));
        routes.MapGet("/faults", () => Results.Json(dice.Plan, Json.Web));
        routes.MapPost("/faults", (FaultPlan plan) =>
        {
            if (plan.Problem() is { } problem)
            {
                return Results.BadRequest(problem);
            }

            dice.Plan = plan;
            return Results.NoContent();
        });
        routes.MapPost("/reset", () =>
        {
            ledger.Clear();
            calls.Clear();
            limiter.Clear();
            dice.Plan = dice.Plan;
            return Results.NoContent();
        });
    }
}
