using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>One service and one fake for all tests of a class that leave no trace in them.</summary>
public sealed class RunningTeams : IAsyncLifetime
{
    internal FakeTeams Teams { get; private set; } = null!;

    internal TeamsService Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Teams = await FakeTeams.Start();
        Teams.Keys = [IssuerKey.First, IssuerKey.Second, IssuerKey.WebChatOnly, IssuerKey.Unendorsed];
        Service = await TeamsService.Start(Teams);
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Teams.DisposeAsync();
    }
}

/// <summary>The same without credentials, in Development.</summary>
public sealed class OpenTeams : IAsyncLifetime
{
    internal FakeTeams Teams { get; private set; } = null!;

    internal TeamsService Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Teams = await FakeTeams.Start();
        Service = await TeamsService.StartOpen(Teams);
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
