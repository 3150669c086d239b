using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>How far the directory is from the one that was last accepted.</summary>
/// <param name="Accepted">People of the accepted one; 0 when none was.</param>
/// <param name="Different">People who are new, gone, ended, or changed where their messages go or under whom they are counted.</param>
internal readonly record struct DirectoryChange(int Accepted, int Different)
{
    /// <summary>Different people per hundred accepted ones.</summary>
    public double Percent => Accepted == 0 ? 0 : 100.0 * Different / Accepted;
}

/// <summary>
/// The directory as it was last accepted: a wrong import must not be what messages and figures go by. The first is accepted by itself, later changes
/// when they are small or an operator says so.
/// </summary>
internal static class AcceptedDirectory
{
    /// <summary>Compares the directory of today with the accepted one.</summary>
    public static DirectoryChange Change(BotDb db, DateOnly today)
    {
        var accepted = db.AcceptedPeople.AsNoTracking().ToDictionary(x => x.Person, x => x.Fingerprint);
        if (accepted.Count == 0)
        {
            return default;
        }

        var (same, changed, added) = (0, 0, 0);
        foreach (var (person, fingerprint) in Fingerprints(db, today))
        {
            _ = accepted.TryGetValue(person, out var before) ? fingerprint == before ? same++ : changed++ : added++;
        }

        return new DirectoryChange(accepted.Count, changed + added + (accepted.Count - same - changed));
    }

    /// <summary>Takes today's directory as the accepted one, in the caller's filling transaction.</summary>
    public static void Accept(BotDb db, DateOnly today)
    {
        var fingerprints = Fingerprints(db, today);
        var before = db.AcceptedPeople.AsNoTracking().ToDictionary(x => x.Person, x => x.Fingerprint);
        db.AcceptedPeople.Where(x => !db.People.Any(y => y.Id == x.Person)).ExecuteDelete();
        db.Upsert(
        [
            .. fingerprints.Where(x => before.GetValueOrDefault(x.Person) != x.Fingerprint)
                .Select(x => new AcceptedPersonRow { Person = x.Person, Fingerprint = x.Fingerprint }),
        ]);
    }

    /// <summary>After an import of people, in its filling transaction: takes the directory when an operator says that it is right, or when it is the first.</summary>
    public static void AcceptImported(BotDb db, DateOnly today, bool isRight)
    {
        if (isRight || !db.AcceptedPeople.Any())
        {
            Accept(db, today);
        }
    }

    private static List<(Guid Person, string Fingerprint)> Fingerprints(BotDb db, DateOnly today)
    {
        var managers = db.PersonFacts.AsNoTracking().Where(x => x.Kind == "manager_email").ToLookup(x => x.Person);
        var people = db.People.AsNoTracking().Select(x => new { x.Id, x.EntraObjectId, x.SlackUserId, x.EndDate }).ToList();
        return
        [
            .. from x in people
               let manager = PersonFacts.Dated(managers[x.Id], "manager_email").At(today, string.Empty)
               select (x.Id, Hash($"{x.EntraObjectId}\n{x.SlackUserId}\n{manager}\n{x.EndDate < today}")),
        ];
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
