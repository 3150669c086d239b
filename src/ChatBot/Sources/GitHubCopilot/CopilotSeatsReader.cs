using System.Text.Json;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>
/// <c>copilot-seats</c>: pages of a seat list, one row for each organisation or team that granted a seat. What is granted twice to one account becomes one
/// seat, and the rows after the first are ignored.
/// </summary>
internal sealed class CopilotSeatsReader : IFileReader
{
    /// <inheritdoc />
    public string Kind => "copilot-seats";

    /// <inheritdoc />
    public async Task Read(Stream content, IReadingSink sink, CancellationToken cancel)
    {
        var seats = new CopilotSeats(sink, Kind);
        if (!await JsonPages.Read(content, sink, seats, cancel))
        {
            // A list of seats that lacks some would take them away from their people.
            throw new InvalidDataException("a page of it is not JSON.");
        }

        seats.End();
    }
}

/// <summary>The seats of one file.</summary>
internal sealed class CopilotSeats(IReadingSink sink, string kind) : IPagedRows
{
    private readonly Dictionary<long, int> places = [];
    private readonly List<SeatListing> seats = [];

    /// <inheritdoc />
    public string Kind => kind;

    /// <inheritdoc />
    public string List => "seats";

    /// <inheritdoc />
    public bool IsRow(JsonElement element) => element.TryGetProperty("assignee", out _) && element.TryGetProperty("created_at", out _);

    /// <inheritdoc />
    public string? Row(string place, JsonElement row)
    {
        if (row.Field("assignee") is not { } assignee)
        {
            sink.Ignore(place, "a seat without an assignee");
            return null;
        }

        if (assignee.Field("id") is not { ValueKind: JsonValueKind.Number } number || !number.TryGetInt64(out var id) || id <= 0)
        {
            return "assignee.id is not a positive whole number.";
        }

        if (!assignee.TryText("login", out var login) || login is null)
        {
            return "assignee.login is missing or no plain text.";
        }

        if (!row.TryTime("created_at", out var created) || created is null)
        {
            return "created_at is missing or no point in time.";
        }

        if (!row.TryTime("last_activity_at", out var active))
        {
            return "last_activity_at is no point in time.";
        }

        if (!TryDay(row, "pending_cancellation_date", out var cancelled))
        {
            return "pending_cancellation_date is not a day of the form YYYY-MM-DD.";
        }

        if (!row.TryText("plan_type", out var plan))
        {
            return "plan_type is no plain text.";
        }

        Add(place, id, new SeatListing(
            id.ToString(System.Globalization.CultureInfo.InvariantCulture), login.ToLowerInvariant(), created.Value, cancelled, active, plan?.ToLowerInvariant()));
        return null;
    }

    /// <inheritdoc />
    public void PageRead(JsonElement page)
    {
        // The seats are told at the file's end: another page may grant one again.
    }

    /// <summary>Tells the sink each seat once, in the order of the file.</summary>
    public void End()
    {
        foreach (var seat in seats)
        {
            sink.Seat(seat);
        }
    }

    private void Add(string place, long id, SeatListing seat)
    {
        if (places.TryAdd(id, seats.Count))
        {
            seats.Add(seat);
            return;
        }

        sink.Ignore(place, "a second grant of a seat that the account has");
        seats[places[id]] = Merge(seats[places[id]], seat);
    }

    /// <summary>
    /// The seat as all of its grants give it: the latest activity, the earliest beginning, Enterprise over Business, and it ends when the last grant does.
    /// </summary>
    private static SeatListing Merge(SeatListing one, SeatListing other) => one with
    {
        CreatedAt = one.CreatedAt <= other.CreatedAt ? one.CreatedAt : other.CreatedAt,
        LastActivityAt = one.LastActivityAt is { } a && other.LastActivityAt is { } b ? a >= b ? a : b : one.LastActivityAt ?? other.LastActivityAt,
        CancelledOn = one.CancelledOn is { } c && other.CancelledOn is { } d ? c >= d ? c : d : null,
        Plan = Rank(one.Plan) >= Rank(other.Plan) ? one.Plan : other.Plan,
    };

    private static int Rank(string? plan) => plan switch { "enterprise" => 3, "business" => 2, null => 0, _ => 1 };

    private static bool TryDay(JsonElement row, string name, out DateOnly? day)
    {
        day = null;
        if (row.Field(name) is not { } value)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.String || !IsoDay.TryParse(System.Text.Encoding.UTF8.GetBytes(value.GetString()!), out var parsed))
        {
            return false;
        }

        day = parsed;
        return true;
    }
}
