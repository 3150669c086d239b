using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Features.Digests;
using ChatBot.Storage;
using ChatBot.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Features.Digests;

public sealed class DigestTimingTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_holds_when_it_is_sent_decides_and_not_what_held_when_it_was_planned(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        var planner = new Planner(harness);
        await harness.Import("people", "email,name,time_zone\nada@x.example,Ada,Europe/Berlin");
        var ada = await planner.Id("ada@x.example");

        Assert.Null(await Ask(ada));
        await harness.Query(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(x => x.TimeZone, "America/New_York")));
        Assert.Equal(new Making.Later(new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero)), await Ask(ada));
        await harness.Database.Add(new PreferenceRow { Person = ada, DigestStopped = true, SetAt = Tuesday });
        Assert.Equal(new Making.Withheld("Stopped"), await Ask(ada));
        Assert.Equal(new Making.Withheld("Gone"), await Ask(Guid.CreateVersion7(Tuesday)));

        Task<Making?> Ask(Guid person) => Gate(harness, planner, person);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_digest_never_goes_after_one_about_a_later_week(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        var planner = new Planner(harness);
        await harness.Import("people", "email,name,time_zone\nada@x.example,Ada,Europe/Berlin");
        var ada = await planner.Id("ada@x.example");
        await harness.Database.Add(Delivery(ada, "2026-W48", DeliveryState.Planned), Delivery(ada, "2026-W46", DeliveryState.Sent));

        var before = await Gate(harness, planner, ada);
        await harness.Query(db => db.Deliveries.Where(x => x.Period == "2026-W48").ExecuteUpdateAsync(set => set.SetProperty(x => x.State, DeliveryState.Unknown)));
        var after = await Gate(harness, planner, ada);

        Assert.Null(before);
        Assert.IsType<Making.Expired>(after);
    }

    private static async Task<Making?> Gate(ImportHarness harness, Planner planner, Guid person)
    {
        await using var db = harness.Database.CreateDbContext();
        return await planner.Timing.Gate(db, new DueDelivery(new DeliveryKey(DigestKinds.Personal, person, "2026-W47"), null, 1, Tuesday), default);
    }

    private static DeliveryRow Delivery(Guid person, string period, DeliveryState state) => new()
    {
        Kind = DigestKinds.Personal, Recipient = person, Period = period, Channel = string.Empty, State = state, PlannedAt = Tuesday, StateAt = Tuesday,
    };
}
