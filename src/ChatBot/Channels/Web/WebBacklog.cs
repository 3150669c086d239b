namespace ChatBot.Channels.Web;

/// <summary>Takes up what a stopped service had taken and not finished.</summary>
internal sealed class WebBacklog(WebTurns turns) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => turns.TakeUp(stoppingToken);
}
