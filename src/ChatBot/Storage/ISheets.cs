using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;

namespace ChatBot.Storage;

/// <summary>A sheet as it is stored.</summary>
/// <param name="Id">The row's id: what a delivery that states it is about.</param>
/// <param name="Sheet">The sheet.</param>
internal sealed record StoredSheet(Guid Id, ScoreSheet Sheet);

/// <summary>Gives sheets that follow from their inputs. Implemented by the feature that computes them; asked only through <see cref="PersonFile"/>.</summary>
internal interface ISheets
{
    /// <summary>The person's current sheet of the quarter as of the day: the stored one, or computed and stored anew when it is missing, stale or older.</summary>
    Task<StoredSheet> Fresh(Guid person, Quarter quarter, DateOnly asOf, CancellationToken cancel);

    /// <summary>The person's sheet with further corrections, after those that hold or instead of them. Nothing is stored.</summary>
    Task<ScoreSheet> With(Guid person, Quarter quarter, DateOnly asOf, IReadOnlyList<Correction> further, bool without, CancellationToken cancel);
}

/// <summary>Everybody's sheets at once, for figures about groups. Implemented by the feature that computes sheets.</summary>
internal interface IAllSheets
{
    /// <summary>Brings the stored sheets of the quarter to the day: those that are missing, stale or older are computed anew.</summary>
    Task Refresh(Quarter quarter, DateOnly asOf, CancellationToken cancel);

    /// <summary>The sheets that some people had on a day that has passed, from what is known now. Nothing is stored.</summary>
    Task<IReadOnlyDictionary<Guid, ScoreSheet>> On(IReadOnlyCollection<Guid> people, Quarter quarter, DateOnly asOf, CancellationToken cancel);

    /// <summary>The sheets of some people as they would be with further corrections, after those that hold. Nothing is stored.</summary>
    Task<IReadOnlyDictionary<Guid, ScoreSheet>> With(
        IReadOnlyDictionary<Guid, IReadOnlyList<Correction>> further, Quarter quarter, DateOnly asOf, CancellationToken cancel);
}
