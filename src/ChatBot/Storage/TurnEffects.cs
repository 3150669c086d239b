using System.Security.Cryptography;
using ChatBot.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>
/// What one turn (or one command) writes, gathered while it is worked on and committed in one transaction before any answer leaves. Scoped.
/// </summary>
internal sealed class TurnEffects
{
    private readonly List<Look> looks = [];
    private readonly List<Func<BotDb, CancellationToken, Task>> changes = [];
    private readonly HashSet<Guid> uncontested = [];

    /// <summary>Notes that a person's data was looked at, or refused.</summary>
    public void Looked(Viewer viewer, Guid person, string what, bool allowed, DateTimeOffset at) =>
        looks.Add(new Look(viewer, person, what, allowed, at));

    /// <summary>Adds something to write. It may be run twice, see <see cref="GroupCommit"/>.</summary>
    public void Change(Func<BotDb, CancellationToken, Task> change) => changes.Add(change);

    /// <summary>Notes that nothing of the person was found under review, so that what is said may tell their verdict.</summary>
    public void FoundUncontested(Guid person) => uncontested.Add(person);

    /// <summary>
    /// Whether that still holds, inside the transaction that lets it be said and before anything is written. Where it does not, nothing may be said or written.
    /// </summary>
    public async Task<bool> StillHold(BotDb db, CancellationToken cancel)
    {
        foreach (var person in uncontested.Order())
        {
            if (await VerdictLock.IsContested(db, person, cancel))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Forgets the changes of a handler that failed, and what it found. Its looks did happen and stay.</summary>
    public void DropChanges()
    {
        changes.Clear();
        uncontested.Clear();
    }

    /// <summary>Writes everything into the transaction of the given context.</summary>
    public async Task WriteTo(BotDb db, CancellationToken cancel)
    {
        foreach (var look in looks)
        {
            await Subject(db, look.Person, cancel);
            if (look.Viewer.Person is { } viewer && viewer != look.Person)
            {
                await Subject(db, viewer, cancel);
            }

            await Record(db, look, cancel);
        }

        foreach (var change in changes)
        {
            await change(db, cancel);
        }
    }

    /// <summary>Gives the person a subject id if there is none. It is random, so that without the mapping it says nothing, not even when it was made.</summary>
    private static Task<int> Subject(BotDb db, Guid person, CancellationToken cancel)
    {
        var subject = new Guid(RandomNumberGenerator.GetBytes(16));
        return db.Execute(
            $"insert into subjects (subject, person) values ({subject}, {person}) on conflict (person) do nothing", cancel);
    }

    private static Task<int> Record(BotDb db, Look look, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(look.At);
        var at = UtcMicroseconds.Of(look.At);
        return db.Execute(
            $"""
             insert into access_records (id, at, actor, role, subject, what, purpose, allowed)
             select {id}, {at}, (select subject from subjects where person = {look.Viewer.Person}), {(int)look.Viewer.Role}, subject, {look.What},
                    {(int)look.Viewer.Purpose}, {look.Allowed}
             from subjects where person = {look.Person}
             """,
            cancel);
    }

    private sealed record Look(Viewer Viewer, Guid Person, string What, bool Allowed, DateTimeOffset At);
}
