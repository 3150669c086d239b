using System.Security.Cryptography;
using ChatBot.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Records of one look at the data of many people, written together with what it was for.</summary>
internal static class AccessRecords
{
    /// <summary>One record for each of the people, inside the caller's transaction.</summary>
    /// <param name="db">The caller's.</param>
    /// <param name="viewer">Who looked, as whom, for what.</param>
    /// <param name="people">Whose data, each once.</param>
    /// <param name="what">What was looked at or changed: <c>correction</c>.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task Add(BotDb db, Viewer viewer, IReadOnlyCollection<Guid> people, string what, DateTimeOffset at, CancellationToken cancel)
    {
        Guid[] concerned = viewer.Person is { } one ? [.. people, one] : [.. people];
        var known = await Subjects(db, concerned, cancel);
        foreach (var person in concerned.Where(x => !known.ContainsKey(x)))
        {
            var subject = new Guid(RandomNumberGenerator.GetBytes(16)); // Random, so that without the mapping it says nothing.
            await db.Execute($"insert into subjects (subject, person) values ({subject}, {person}) on conflict (person) do nothing", cancel);
        }

        known = await Subjects(db, concerned, cancel);
        db.InsertMissing(
        [
            .. people.Select(x => new AccessRecordRow
            {
                Id = Guid.CreateVersion7(at), At = at, Actor = viewer.Person is { } actor ? known[actor] : null, Role = viewer.Role, Subject = known[x], What = what, Purpose = viewer.Purpose, Allowed = true,
            }),
        ]);
    }

    private static Task<Dictionary<Guid, Guid>> Subjects(BotDb db, Guid[] people, CancellationToken cancel) =>
        db.Subjects.AsNoTracking().Where(x => EF.Parameter(people).Contains(x.Person)).ToDictionaryAsync(x => x.Person, x => x.Subject, cancel);
}
