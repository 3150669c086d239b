using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Tests;

/// <summary>For tests that ask for no sheet.</summary>
internal sealed class NoSheets : ISheets
{
    public Task<StoredSheet> Fresh(Guid person, Quarter quarter, DateOnly asOf, CancellationToken cancel) => throw new NotSupportedException();

    public Task<ScoreSheet> With(Guid person, Quarter quarter, DateOnly asOf, IReadOnlyList<Correction> further, bool without, CancellationToken cancel) =>
        throw new NotSupportedException();
}
