using System.Globalization;
using System.Text.Json;

namespace ChatBot.Commands.Demo;

/// <summary>
/// Writes <c>copilot-seats.json</c>, one snapshot as of the last day; over 1,000 seats it is in several pages, <c>copilot-seats-001.json</c> and so on.
/// Some seats are granted by two organisations and stand there twice, as the vendor lists them.
/// </summary>
internal static class CopilotSeatPages
{
    private const int RowsPerPage = 1000;

    private static readonly (string Login, int Id)[] Organizations = [("acme-product", 401), ("acme-platform", 402)];

    /// <summary>Writes the pages; their paths.</summary>
    public static IReadOnlyList<string> Write(string folder, Organisation organisation, Func<Member, DateOnly?> lastActivity)
    {
        var seated = organisation.Members.Where(member => member.HasSeat && member.Kit.HasFlag(Kit.Copilot)).ToArray();
        var rows = seated.SelectMany(member => member.Index % 25 == 0 ? new[] { (member, 0), (member, 1) } : [(member, member.Index % 2)]).ToArray();
        var files = new List<string>();
        foreach (var page in rows.Chunk(RowsPerPage))
        {
            files.Add(Path.Combine(folder, rows.Length <= RowsPerPage
                ? "copilot-seats.json"
                : string.Create(CultureInfo.InvariantCulture, $"copilot-seats-{files.Count + 1:000}.json")));
            using var file = File.Create(files[^1]);
            using var json = new Utf8JsonWriter(file, new JsonWriterOptions { SkipValidation = true });
            json.WriteStartObject();
            json.WriteNumber("total_seats"u8, seated.Length);
            json.WriteStartArray("seats"u8);
            foreach (var (member, organization) in page)
            {
                WriteSeat(json, organisation.Order, member, Organizations[organization], lastActivity(member));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return files;
    }

    private static void WriteSeat(Utf8JsonWriter json, DemoOrder order, Member member, (string Login, int Id) organization, DateOnly? lastActivity)
    {
        var dice = Dice.Of(order.Seed, member.Index, 0, 30);
        var created = At(member.SeatCreated, 9, ref dice);
        json.WriteStartObject();
        json.WriteString("created_at"u8, created);
        json.WriteString("updated_at"u8, created);
        json.WriteString("pending_cancellation_date"u8, member.SeatCancelled?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("last_activity_at"u8, lastActivity is { } day ? At(day, 15, ref dice) : null);
        var editor = Editor.Of(member);
        json.WriteString("last_activity_editor"u8, lastActivity is null ? null : $"{editor.Name}/{editor.Version}/{editor.Plugin}/{editor.PluginVersion}");
        json.WriteString("last_authenticated_at"u8, lastActivity is { } seen ? At(seen, 7, ref dice) : null);
        json.WriteString("plan_type"u8, organization.Id == Organizations[0].Id ? "enterprise"u8 : "business"u8);
        json.WriteStartObject("assignee"u8);
        json.WriteString("login"u8, member.Login);
        json.WriteNumber("id"u8, member.GitHubId);
        json.WriteString("node_id"u8, string.Create(CultureInfo.InvariantCulture, $"U_kg{member.GitHubId}"));
        json.WriteString("avatar_url"u8, string.Create(CultureInfo.InvariantCulture, $"https://avatars.githubusercontent.com/u/{member.GitHubId}?v=4"));
        json.WriteString("html_url"u8, $"https://github.com/{member.Login}");
        json.WriteString("type"u8, "User"u8);
        json.WriteBoolean("site_admin"u8, false);
        json.WriteEndObject();
        json.WriteNull("assigning_team"u8);
        json.WriteStartObject("organization"u8);
        json.WriteString("login"u8, organization.Login);
        json.WriteNumber("id"u8, organization.Id);
        json.WriteString("node_id"u8, string.Create(CultureInfo.InvariantCulture, $"O_{organization.Id}"));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string At(DateOnly day, int hour, ref Dice dice) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{hour:00}:{dice.Below(60):00}:{dice.Below(60):00}Z");
}
