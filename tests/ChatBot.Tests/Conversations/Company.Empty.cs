using System.Globalization;

namespace ChatBot.Tests.Conversations;

/// <summary>The service without its company.</summary>
internal sealed partial class Company
{
    /// <summary>The whole service on an empty store.</summary>
    public static async Task<Company> Empty(string day, Database kind = Database.Sqlite) =>
        new(await TestDatabase.Create(kind), DateTimeOffset.ParseExact(day + "T09:00:00Z", "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture), []);
}
