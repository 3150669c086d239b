namespace ChatBot.Tests.Conversations;

/// <summary>One company for the tests that change nothing in it.</summary>
public sealed class Sunday : IAsyncLifetime
{
    internal Company Company { get; private set; } = null!;

    public async Task InitializeAsync() => Company = await Company.On();

    public async Task DisposeAsync() => await Company.DisposeAsync();
}
