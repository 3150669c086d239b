using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Whether who asks is of the programme office, by the directory as it is now.</summary>
internal sealed class OfficeDoor(BotDb db)
{
    /// <summary>What anybody else is told; the same for every command of the office.</summary>
    public static Reply Closed { get; } = new(new CardContent("officeonly", new OfficeOnlyCard()));

    /// <summary>Whether they are.</summary>
    public async Task<bool> IsOpen(Asked asked, CancellationToken cancel) =>
        asked.Person is { } person && (await OrgCharts.Around(db, [person], asked.Today, cancel)).IsOffice(person);
}

/// <summary><c>cards/officeonly.json</c> is given nothing: it says the same to everybody.</summary>
internal sealed record OfficeOnlyCard;
