using System.Text;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Tests.Reference;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Scores;

public sealed class CorrectionDocumentTests
{
    private static readonly DateSpan Week = new(Case.Day(10, 5), Case.Day(10, 9));

    private static readonly Correction[] All =
    [
        new Correction.ExcludeDays(Week), new Correction.ExcludeDays(new DateSpan(Case.Day(10, 5), null)), new Correction.CreditDays(Week, Tool.Copilot, "light"),
        new Correction.RemapAccount(7, new Guid("0198f2c5-0000-7000-8000-00000000000a")), new Correction.RemapAccount(7, null),
        new Correction.ChangeWorkArea("R&D \"Füße\"", Week), new Correction.ChangeWorkingPattern(new WorkingDays(0b0001011), Week), new Correction.ExemptUntil(Case.Day(12, 31)),
    ];

    [Fact]
    public void Every_kind_reads_back_exactly()
    {
        Assert.Equal(All, CorrectionDocument.Read(CorrectionDocument.Write(All)));
        Assert.Empty(CorrectionDocument.Read(CorrectionDocument.Write([])));
        Assert.Equal(typeof(Correction).GetNestedTypes().Select(kind => kind.Name).Order(StringComparer.Ordinal), All.Select(one => one.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_form_is_stored_and_does_not_change() => Assert.Equal(
        """[{"from":"2026-10-05","kind":"exclude-days","to":"2026-10-09"},{"from":"2026-10-05","kind":"exclude-days"},{"from":"2026-10-05","kind":"credit-days","level":"light","to":"2026-10-09","tool":"copilot"},{"account":7,"kind":"remap-account","owner":"0198f2c5-0000-7000-8000-00000000000a"},{"account":7,"kind":"remap-account"}]""",
        Encoding.UTF8.GetString(CorrectionDocument.Write(All[..5])));

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"kind":"forgive"}]""")]
    [InlineData("""[{"kind":"exclude-days"}]""")]
    [InlineData("""[{"kind":"exclude-days","from":"yesterday"}]""")]
    [InlineData("""[{"kind":"credit-days","from":"2026-10-05","tool":null,"level":"light"}]""")]
    [InlineData("""[{"kind":"change-working-pattern","from":"2026-10-05","days":""}]""")]
    public void What_is_of_no_corrections_is_refused(string document) => Assert.Throws<FormatException>(() => CorrectionDocument.Read(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void A_sheet_recomputed_from_stored_corrections_is_the_same_to_the_byte() => Seeds.Hold(300, seed =>
    {
        var scene = RandomPeople.Of(seed);
        var stored = scene with { Inputs = scene.Inputs with { Corrections = CorrectionDocument.Read(CorrectionDocument.Write(scene.Inputs.Corrections)) } };
        Assert.Equal(SheetDocument.Write(scene.Score()), SheetDocument.Write(stored.Score()));
    });
}
