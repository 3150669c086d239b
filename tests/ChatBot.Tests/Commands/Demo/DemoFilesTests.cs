using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using ChatBot.Commands.Demo;

namespace ChatBot.Tests.Commands.Demo;

public class DemoFilesTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using var one = new DemoFixture(120, 40, seed: 11);
        using var same = new DemoFixture(120, 40, seed: 11);
        using var other = new DemoFixture(120, 40, seed: 12);

        var names = Names(one);
        Assert.Equal(names, Names(same));
        Assert.All(names, name => Assert.Equal(Bytes(one, name), Bytes(same, name)));
        foreach (var name in (string[])["people.csv", "truth.csv", "copilot-seats.json", "usage-csv.csv", "copilot-usage-2026-11-18.ndjson.gz", "claude-code-2026-11-18.json"])
        {
            Assert.NotEqual(Bytes(one, name), Bytes(other, name));
        }
    }

    [Fact]
    public void Rows_of_copilot_are_small_and_their_features_add_up()
    {
        using var demo = new DemoFixture(300, 30);
        var (rows, bytes) = (0, 0L);
        foreach (var row in demo.Of("copilot-usage").SelectMany(Lines))
        {
            rows++;
            bytes += row.Length;
            using var json = JsonDocument.Parse(row);
            var top = json.RootElement;
            var features = top.GetProperty("totals_by_feature").EnumerateArray().ToArray();
            var editors = top.GetProperty("totals_by_ide").EnumerateArray().ToArray();
            foreach (var counter in (string[])["user_initiated_interaction_count", "code_generation_activity_count", "code_acceptance_activity_count", "loc_added_sum", "loc_deleted_sum"])
            {
                Assert.Equal(Count(top, counter), features.Sum(feature => Count(feature, counter)));
                Assert.Equal(Count(top, counter), editors.Concat(features.Where(IsCli)).Sum(part => Count(part, counter)));
            }

            Assert.True(Count(top, "code_acceptance_activity_count") <= Count(top, "code_generation_activity_count"));
            Assert.Equal(top.TryGetProperty("totals_by_cli", out _), top.TryGetProperty("used_cli", out var cli) && cli.GetBoolean());
            Assert.All(editors, editor => Assert.NotEmpty(editor.GetProperty("last_known_ide_version").GetProperty("ide_version").GetString()!));
        }

        Assert.InRange(rows, 2000, 6000);
        Assert.InRange(bytes / rows, 700, 950);
    }

    [Fact]
    public void One_day_in_the_middle_of_a_week_is_all_but_missing_and_no_other_working_day_is()
    {
        using var demo = new DemoFixture(600, 60);
        var rows = demo.Of("copilot-usage").ToDictionary(file => Path.GetFileName(file)["copilot-usage-".Length..][..10], file => Lines(file).Count(), StringComparer.Ordinal);
        var outage = demo.Order.OutageDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.InRange(rows[outage], 1, 100);
        Assert.All(rows.Where(day => day.Key != outage && DateOnly.Parse(day.Key, CultureInfo.InvariantCulture).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
            day => Assert.InRange(day.Value, 130, 600));
    }

    [Fact]
    public void Claude_code_comes_in_pages_of_a_thousand_rows_that_say_whether_more_follow()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-demo-").FullName;
        var organisation = Organisation.Of(new DemoOrder(20_000, 1, new DateOnly(2026, 11, 18), 7));
        var (files, accounts) = ClaudeCodePages.Write(folder, organisation, new Activity(7), new DateOnly(2026, 11, 18));
        var pages = files.Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement).ToArray();

        Assert.InRange(pages.Length, 2, 5);
        Assert.Equal(pages.Length - 1, pages.Count(page => page.GetProperty("has_more").GetBoolean() && page.GetProperty("next_page").ValueKind == JsonValueKind.String));
        Assert.All(pages, page => Assert.InRange(page.GetProperty("data").GetArrayLength(), 1, 1000));
        var rows = pages.SelectMany(page => page.GetProperty("data").EnumerateArray()).ToArray();
        Assert.Contains(rows, row => row.GetProperty("actor").GetProperty("type").GetString() == "api_actor");
        Assert.All(rows, row => Assert.Equal("2026-11-18T00:00:00Z", row.GetProperty("date").GetString()));
        Assert.Equal(accounts, rows.Select(row => row.GetProperty("actor").GetRawText()).Distinct(StringComparer.Ordinal).Count());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_seats_of_one_snapshot_are_in_pages_and_some_stand_there_twice()
    {
        using var demo = new DemoFixture(2000, 1);
        var pages = demo.Of("copilot-seats").Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement).ToArray();
        var seats = pages.SelectMany(page => page.GetProperty("seats").EnumerateArray()).ToArray();
        var people = seats.Select(seat => seat.GetProperty("assignee").GetProperty("id").GetInt64()).Distinct().Count();

        Assert.Equal(2, pages.Length);
        Assert.All(pages, page => Assert.Equal(people, page.GetProperty("total_seats").GetInt32()));
        Assert.InRange(seats.Length, people + 20, people + 200);
    }

    private static string[] Names(DemoFixture demo) => [.. Directory.EnumerateFiles(demo.Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static byte[] Bytes(DemoFixture demo, string name) => File.ReadAllBytes(Path.Combine(demo.Folder, name));

    private static bool IsCli(JsonElement feature) => feature.GetProperty("feature").GetString() == "copilot_cli";

    private static long Count(JsonElement row, string counter) => row.GetProperty(counter).GetInt64();

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
