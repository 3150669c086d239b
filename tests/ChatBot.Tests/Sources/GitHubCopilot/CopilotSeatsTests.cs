using System.Text;
using ChatBot.Sources;
using ChatBot.Sources.GitHubCopilot;

namespace ChatBot.Tests.Sources.GitHubCopilot;

public class CopilotSeatsTests
{
    private static readonly CopilotSeatsReader Reader = new();

    [Fact]
    public async Task Two_grants_of_one_account_are_one_seat_with_the_best_of_both_and_a_seat_of_nobody_is_ignored()
    {
        var sink = await RecordingSink.OfFixture(Reader, "copilot.seats.json");

        Assert.Equal(
            [
                new SeatListing("8100001", "grace-hopper_nw", At("2026-01-05T08:00:00Z"), null, At("2026-11-09T07:10:11Z"), "enterprise"),
                new SeatListing("8100002", "hedy-lamarr_nw", At("2026-01-31T22:30:00Z"), new DateOnly(2026, 12, 1), null, "unknown"),
            ],
            sink.Seats);
        Assert.Equal(["seats[1]", "seats[3]"], sink.Ignored.Select(one => one.Place));
        Assert.Empty(sink.Rejected);
    }

    [Fact]
    public async Task A_time_with_an_offset_is_kept_as_UTC()
    {
        var seat = (await RecordingSink.Of(Reader, Page(Seat(7, created: "2026-02-01T01:30:00+03:00")))).Seats.Single();

        Assert.Equal(TimeSpan.Zero, seat.CreatedAt.Offset);
        Assert.Equal(new DateTime(2026, 1, 31, 22, 30, 0), seat.CreatedAt.DateTime);
    }

    [Theory]
    [InlineData("null", "\"2026-12-01\"", null)]
    [InlineData("\"2026-12-05\"", "\"2026-12-01\"", "2026-12-05")]
    [InlineData("\"2026-12-01\"", "\"2026-12-05\"", "2026-12-05")]
    public async Task A_seat_granted_twice_ends_when_the_last_grant_does(string one, string other, string? ends) =>
        Assert.Equal(
            ends is null ? null : DateOnly.ParseExact(ends, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            (await RecordingSink.Of(Reader, Page(Seat(7, cancelled: one), Seat(7, cancelled: other)))).Seats.Single().CancelledOn);

    [Fact]
    public async Task One_page_an_array_of_pages_a_page_a_line_and_a_bare_array_say_the_same()
    {
        var (a, b) = (Seat(7), Seat(8));
        foreach (var text in (string[])[Page(a, b), $"[{Page(a)},{Page(b)}]", $"{Page(a)}\n{Page(b)}\n", $"[{a},{b}]", $"{a}\n{b}", $"[[{a}],[{b}]]", $"\uFEFF{Page(a, b)}\r\n"])
        {
            var sink = await RecordingSink.Of(Reader, text);

            Assert.Equal(["7", "8"], sink.Seats.Select(seat => seat.AccountKey));
            Assert.Empty(sink.Rejected);
        }
    }

    [Fact]
    public async Task A_grant_on_a_later_page_joins_the_first()
    {
        var sink = await RecordingSink.Of(Reader, $"[{Page(Seat(7, created: "2026-03-01T00:00:00Z"))},{Page(Seat(8), Seat(7, created: "2026-01-01T00:00:00Z"))}]");

        Assert.Equal(At("2026-01-01T00:00:00Z"), sink.Seats[0].CreatedAt);
        Assert.Equal("[1].seats[1]", Assert.Single(sink.Ignored).Place);
    }

    [Theory]
    [InlineData("17", "not an object")]
    [InlineData("""{"assignee":{"login":"a"},"created_at":"2026-01-01T00:00:00Z"}""", "assignee.id")]
    [InlineData("""{"assignee":{"login":"a","id":"7"},"created_at":"2026-01-01T00:00:00Z"}""", "assignee.id")]
    [InlineData("""{"assignee":{"login":"a","id":-7},"created_at":"2026-01-01T00:00:00Z"}""", "assignee.id")]
    [InlineData("""{"assignee":[],"created_at":"2026-01-01T00:00:00Z"}""", "assignee.id")]
    [InlineData("""{"assignee":{"id":7},"created_at":"2026-01-01T00:00:00Z"}""", "assignee.login")]
    [InlineData("""{"assignee":{"login":"\ud800","id":7},"created_at":"2026-01-01T00:00:00Z"}""", "no text")]
    [InlineData("""{"assignee":{"login":"a\u0000","id":7},"created_at":"2026-01-01T00:00:00Z"}""", "assignee.login")]
    [InlineData("""{"assignee":{"login":"a","id":7}}""", "created_at")]
    [InlineData("""{"assignee":{"login":"a","id":7},"created_at":"yesterday"}""", "created_at")]
    [InlineData("""{"assignee":{"login":"a","id":7},"created_at":"2026-01-01T00:00:00"}""", "created_at")]
    [InlineData("""{"assignee":{"login":"a","id":7},"created_at":"2026-01-01T00:00:00Z","last_activity_at":5}""", "last_activity_at")]
    [InlineData("""{"assignee":{"login":"a","id":7},"created_at":"2026-01-01T00:00:00Z","pending_cancellation_date":"1.12.2026"}""", "pending_cancellation_date")]
    [InlineData("""{"assignee":{"login":"a","id":7,"id":8},"created_at":"2026-01-01T00:00:00Z"}""", "id occurs twice")]
    public async Task A_seat_that_cannot_be_used_is_rejected_by_its_index_and_the_others_are_kept(string seat, string why)
    {
        var sink = await RecordingSink.Of(Reader, Page(Seat(1), seat, Seat(2)));

        Assert.Equal(["1", "2"], sink.Seats.Select(one => one.AccountKey));
        var (place, reason) = Assert.Single(sink.Rejected);
        Assert.Equal("seats[1]", place);
        Assert.Contains(why, reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_JSON_is_rejected_whole_and_no_seat_of_the_file_is_told()
    {
        var page = Page(Seat(1), Seat(2));
        foreach (var (text, place) in ((string, string)[])[(page[..^1], "line 1"), (page[..^2] + ",]}", "line 1"), ("{\n" + page[1..^1], "line 2"), (page + "\n" + page[..^1], "line 2")])
        {
            var sink = new RecordingSink();

            await Assert.ThrowsAsync<InvalidDataException>(() => Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), sink, CancellationToken.None));

            Assert.Empty(sink.Seats);
            Assert.Equal(place, Assert.Single(sink.Rejected).Place);
        }
    }

    [Theory]
    [InlineData("""{"day":"2026-11-10","user_id":7}""", "copilot-usage")]
    [InlineData("""{"download_links":[]}""", "only holds links")]
    [InlineData("""{"total_seats_consumed":1,"users":[]}""", "consumed licences")]
    [InlineData("""{"message":"Not Found","documentation_url":"x"}""", "GitHub")]
    [InlineData("""{"hello":1}""", "no list named seats")]
    [InlineData("login,id\na,1", "table")]
    public async Task A_file_of_another_kind_is_refused_with_a_sentence_that_says_what_it_is(string text, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<NotThisKindException>(() => RecordingSink.Of(Reader, text))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Sixty_five_thousand_seats_of_a_bare_array_are_read()
    {
        var sink = await RecordingSink.Of(Reader, $"[{string.Join(",", Enumerable.Range(1, 65_000).Select(id => Seat(id)))}]");

        Assert.Equal(65_000, sink.Seats.Count);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Page(params string[] seats) => $$"""{"total_seats":{{seats.Length}},"seats":[{{string.Join(",", seats)}}]}""";

    private static string Seat(int id, string created = "2026-01-01T00:00:00Z", string cancelled = "null") =>
        $$"""{"created_at":"{{created}}","pending_cancellation_date":{{cancelled}},"last_activity_at":null,"plan_type":"business","assignee":{"id":{{id}},"login":"u{{id}}"} }""";
}
