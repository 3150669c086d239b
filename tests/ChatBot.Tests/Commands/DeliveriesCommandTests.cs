using System.Text.Json.Nodes;
using ChatBot.Commands;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Commands;

public sealed class DeliveriesCommandTests
{
    private static readonly Guid Id = Guid.Parse("019a0000-0000-7000-8000-00000000000a");
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_is_shown_as_it_adds_up_and_who_is_under_review_as_not_classified(Database on)
    {
        await using var database = await Run(on);

        var (code, output, _) = await Deliveries(database, "show", Id.ToString());

        Assert.Equal(0, code);
        Assert.Equal(
            $"""
            {Id} digest 2026-W47 held: 9 recipients = 7 planned + 2 withheld; 2 sent, 2 open
              Failed: 403: 1
              Planned: 2 (1 held)
              Sent: 2
              Unknown: 504: 1
              WithheldAtSend: NotClassified: 1
              Withheld: NotClassified: 1
              Withheld: OnLeave: 1

            """,
            output);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_who_got_none_is_listed_by_an_id_that_names_nobody(Database on)
    {
        await using var database = await Run(on);
        var people = await database.Query(db => db.Deliveries.Select(x => x.Recipient).Union(db.Withholdings.Select(x => x.Person)).ToListAsync());

        var (_, output, _) = await Deliveries(database, "show", Id.ToString(), "--not-sent", "--json");
        var lines = output.TrimEnd().Split('\n');
        var listed = lines[8..^1];

        Assert.Equal(
            ["Failed 403", "Planned", "Planned 429", "Unknown 504", "Withheld NotClassified", "Withheld OnLeave", "WithheldAtSend NotClassified"],
            listed.Select(x => x[(x.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal));
        Assert.Equal(7, listed.Select(x => x.Split(' ')[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(people, person => Assert.DoesNotContain(person.ToString("N")[^12..], output.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.DoesNotContain("UnderReview", output, StringComparison.Ordinal);
        var json = JsonNode.Parse(lines[^1])!;
        Assert.Equal((9, 7, 2), ((int)json["recipients"]!, (int)json["planned"]!, (int)json["states"]!["Sent"]!));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_is_released_and_cancelled(Database on)
    {
        await using var database = await Run(on);

        var resumed = await Deliveries(database, "resume", Id.ToString());
        var held = await database.Query(db => db.Deliveries.CountAsync(x => x.Held));
        var cancelled = await Deliveries(database, "cancel", Id.ToString(), "--json");
        var refused = await Deliveries(database, "resume", Id.ToString());

        Assert.Equal((0, $"Run {Id} goes on; 1 of its deliveries were held.\n", 0), (resumed.Code, resumed.Output, held));
        Assert.EndsWith($$"""{"run":"{{Id}}","cancelled":2}""" + "\n", cancelled.Output, StringComparison.Ordinal);
        Assert.Equal(2, await database.Query(db => db.Deliveries.CountAsync(x => x.State == DeliveryState.Cancelled)));
        Assert.Equal(1, refused.Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_brake_is_set_and_taken_off(Database on)
    {
        await using var database = await TestDatabase.Create(on);

        await Deliveries(database, "pause");
        var paused = (await Deliveries(database, "show", "--json")).Output;
        await Deliveries(database, "resume");
        var resumed = (await Deliveries(database, "show", "--json")).Output;

        Assert.Equal("Deliveries are paused.\n{\"paused\":true,\"runs\":[]}\n", paused);
        Assert.Equal("Deliveries are not paused.\n{\"paused\":false,\"runs\":[]}\n", resumed);
    }

    [Theory]
    [InlineData(1, "show")]
    [InlineData(1, "cancel")]
    [InlineData(1, "resume")]
    public async Task A_run_that_is_not_there_is_said_to_be_none(int code, string action)
    {
        await using var database = await TestDatabase.Create();

        var result = await Deliveries(database, action, Id.ToString());

        Assert.Equal((code, $"There is no run {Id}; deliveries show lists the latest.\n"), (result.Code, result.Error));
    }

    private static async Task<TestDatabase> Run(Database on)
    {
        var database = await TestDatabase.Create(on);
        await database.Add(
            new RunRow { Id = Id, Kind = "digest", Period = "2026-W47", Recipients = 9, OpenedAt = Now, OpenedBy = "schedule" },
            Delivery(1, DeliveryState.Sent, null),
            Delivery(2, DeliveryState.Sent, "429"),
            Delivery(3, DeliveryState.Failed, "403"),
            Delivery(4, DeliveryState.Unknown, "504"),
            Delivery(5, DeliveryState.WithheldAtSend, "UnderReview"),
            Delivery(6, DeliveryState.Planned, "429"),
            Delivery(7, DeliveryState.Planned, null, held: true),
            Withheld(8, "UnderReview"),
            Withheld(9, "OnLeave"));
        return database;
    }

    private static DeliveryRow Delivery(int person, DeliveryState state, string? code, bool held = false) => new()
    {
        Kind = "digest", Recipient = Person(person), Period = "2026-W47", Channel = string.Empty, State = state, Code = code, PlannedAt = Now, StateAt = Now,
        Run = Id, DueAt = Now, Held = held,
    };

    private static WithholdingRow Withheld(int person, string reason) =>
        new() { Kind = "digest", Person = Person(person), Period = "2026-W47", Run = Id, Reason = reason, At = Now };

    private static Guid Person(int number) => Guid.Parse($"019a0000-0000-7000-8000-0000000001{number:00}");

    private static async Task<(int Code, string Output, string Error)> Deliveries(TestDatabase database, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(["deliveries", .. arguments, "--database", database.Address.Connection], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
