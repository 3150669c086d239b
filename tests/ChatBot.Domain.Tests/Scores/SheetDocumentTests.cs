using System.Text;
using System.Text.Json;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Tests.Reference;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Scores;

public sealed class SheetDocumentTests
{
    [Fact]
    public void A_document_gives_the_sheet_back_exactly() => Seeds.Hold(1000, seed => AssertRoundTrip(RandomPeople.Of(seed).Score()));

    [Fact]
    public void Its_form_is_fixed()
    {
        // Stored documents are compared and signed: a changed byte here is a new version of the form.
        var some = Case.WithSeat().Account(2, Tool.ClaudeCode).As(Case.Day(10, 11)).With(p => p with { Leave = [new DateSpan(Case.Day(10, 6), Case.Day(10, 6))] })
            .Reads(Case.Day(10, 1), new Signals(14, 4, 1, 14, 71)).Reads(Case.Day(10, 1), new Signals(null, 1, null, 30, null), account: 2, scope: Case.ApiScope)
            .Reads(Case.Day(10, 2), new Signals(2, 0, 0, 3, 9)).Reads(Case.Day(10, 5), new Signals(3, null, null, null, null), Marks.TelemetryOff)
            .Reads(Case.Day(10, 7), new Signals(5, 0, 0, 0, 0));
        Assert.Equal(
            """
            {"active":3,"as_of":"2026-10-11","days":[[[0,9,null,1,null,30],[1,9,14,4,1,14,71]],[[0,6],[1,9,2,0,0,3,9]],{"n":2,"o":2,"t":[[0,6],[1,6]]},{"o":7,"r":0,"t":[[0,6],[1,5,0,3]]},{"o":5,"t":[[0,6],[1,6]]},[[0,6],[1,9,5,0,0,0,0]],{"n":4,"o":1,"t":[[0,2],[1,2]]}],"eligible":3,"last_use":"2026-10-07","points":138,"quarter":"2026-Q4","reason":"TelemetryOff","reasons":["TelemetryOff"],"rubric":"2026.1","tools":["claude-code","copilot"],"verdict":"NotMeasurable","weights":[[1,5,10],[2,10,2],[3,10],[4,1,20],[5,0,0]]}
            """,
            Encoding.UTF8.GetString(SheetDocument.Write(some.Score())));
    }

    [Fact]
    public void A_quarter_of_daily_use_takes_less_than_two_kilobytes()
    {
        var some = Case.WithSeat().As(new DateOnly(2027, 1, 10)).Daily(new Signals(14, 4, 1, 14, 71), Case.Day(10, 1), Case.Day(12, 31));
        Assert.InRange(SheetDocument.Write(some.Score()).Length, 500, 2000);
    }

    [Fact]
    public void A_sheet_of_another_making_comes_back_too()
    {
        var days = new List<SheetDay>
        {
            new(Case.Day(10, 3), LeftOut.No, null, Use: true, 7, [new ScoreLine(Signal.Prompt, 3, 2, 7)], []),
            new(Case.Day(10, 4), LeftOut.No, null, Use: false, 0, [], [new ToolDay(Tool.Copilot, new Coverage(CoverageState.Seen, null), new Signals(0, null, 3, null, null), Use: true)]),
            new(Case.Day(10, 5), LeftOut.No, null, Use: false, 0, [], []),
            new(Case.Day(10, 9), LeftOut.NotCovered, new Reason("Say \"Bedrock\" <b>Ж"), Use: true, 5, [new ScoreLine(Signal.Generation, 1, 1, 5)], []),
            new(Case.Day(10, 10), LeftOut.No, null, Use: true, 12, [new ScoreLine(Signal.Prompt, 3, 3, 12), new ScoreLine(Signal.Prompt, 4, 1, 0)], [new ToolDay(Tool.Copilot, new Coverage(CoverageState.Seen, null), default, Use: true)]),
        };
        AssertRoundTrip(Case.WithSeat().Score() with { Days = days, Rubric = "other", Reason = new Reason("x"), LastUse = null, Borderline = true });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"quarter\":\"2026-Q5\"}")]
    public void What_is_no_sheet_is_refused(string document)
    {
        var wrong = Record.Exception(() => SheetDocument.Read(Encoding.UTF8.GetBytes(document)));
        Assert.True(wrong is JsonException or FormatException, wrong?.ToString());
    }

    private static void AssertRoundTrip(ScoreSheet sheet)
    {
        var document = SheetDocument.Write(sheet);
        var read = SheetDocument.Read(document);
        Assert.Equal(sheet with { Days = Array.Empty<SheetDay>() }, read with { Days = Array.Empty<SheetDay>() });
        Assert.Equal(JsonSerializer.Serialize(sheet.Days), JsonSerializer.Serialize(read.Days));
        Assert.Equal(document, SheetDocument.Write(read));
        AssertSorted(JsonDocument.Parse(document).RootElement);
    }

    private static void AssertSorted(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var names = element.EnumerateObject().Select(member => member.Name).ToList();
            Assert.Equal(names.Order(StringComparer.Ordinal), names);
            Assert.All(element.EnumerateObject(), member => AssertSorted(member.Value));
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            Assert.All(element.EnumerateArray(), AssertSorted);
        }
    }
}
