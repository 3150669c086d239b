using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Tests.Reference;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Scores;

/// <summary>What holds of corrections, whoever the person is.</summary>
public sealed class CorrectionProperties
{
    private static readonly Tool[] Tools = [Tool.Copilot, Tool.ClaudeCode, new("aider")];

    [Fact]
    public void A_credit_lowers_no_day_touches_no_other_and_never_makes_anybody_a_person_without_use() => Hold((scene, random) =>
    {
        var span = Span(scene, random);
        var (before, after) = (scene.Score(), With(scene, new Correction.CreditDays(span, Tools[random.Next(3)], random.Next(2) == 0 ? "light" : "regular")).Score());
        foreach (var (was, now) in before.Days.Zip(after.Days))
        {
            if (!span.Contains(was.Day))
            {
                Assert.Equal(was, now, Same);
                continue;
            }

            Assert.True(now.Points >= was.Points, $"{was.Day} fell.");
            Assert.True(now.LeftOut == was.LeftOut || (was.LeftOut == LeftOut.NotCovered && now.LeftOut == LeftOut.No), $"{was.Day}: {was.LeftOut} became {now.LeftOut}.");
        }

        Assert.False(after.Verdict == SheetVerdict.Non && before.Verdict != SheetVerdict.Non && before.Verdict != SheetVerdict.NotMeasurable, "A credit took a tier away.");
        Assert.False(after.Verdict == SheetVerdict.Non && after.LastUse >= SettledWindow(scene), "Credited, and yet no use seen.");
    });

    [Fact]
    public void Excluding_days_takes_these_out_and_no_other() => Hold((scene, random) =>
    {
        var span = Span(scene, random);
        foreach (var (was, now) in scene.Score().Days.Zip(With(scene, new Correction.ExcludeDays(span)).Score().Days))
        {
            if (span.Contains(was.Day) && was.LeftOut is LeftOut.No or LeftOut.NotCovered)
            {
                Assert.Equal((LeftOut.Excluded, 0), (now.LeftOut, now.Points));
            }
            else
            {
                Assert.Equal(was, now, Same);
            }
        }
    });

    [Fact]
    public void The_same_inputs_and_corrections_give_the_same_bytes_and_saying_it_twice_changes_nothing() => Hold((scene, random) =>
    {
        scene = With(scene, new Correction.CreditDays(Span(scene, random), Tool.Copilot, "light"), new Correction.ExcludeDays(Span(scene, random)), new Correction.CreditDays(Span(scene, random), Tool.Copilot, "regular"));
        var bytes = SheetDocument.Write(scene.Score());
        Assert.Equal(bytes, SheetDocument.Write(scene.Score()));
        Assert.Equal(bytes, SheetDocument.Write(SheetDocument.Read(bytes)));
        Assert.Equal(bytes, SheetDocument.Write(With(scene, [.. scene.Inputs.Corrections]).Score()));
        var reversed = scene with { Inputs = scene.Inputs with { Corrections = [.. scene.Inputs.Corrections.OfType<Correction.CreditDays>().Reverse(), .. scene.Inputs.Corrections.Where(one => one is not Correction.CreditDays)] } };
        Assert.Equal(bytes, SheetDocument.Write(reversed.Score()));
    });

    [Fact]
    public void No_later_import_undoes_a_correction() => Hold((scene, random) =>
    {
        var (credited, excluded, worked) = (Span(scene, random), Span(scene, random), Span(scene, random));
        var corrected = With(
            scene, new Correction.CreditDays(credited, Tool.Copilot, "light"), new Correction.ExcludeDays(excluded), new Correction.ChangeWorkingPattern(new WorkingDays(0b1111111), worked),
            new Correction.RemapAccount(1, scene.Inputs.Person.Id));
        foreach (var day in Imported(corrected, random).Score().Days.Where(day => day.LeftOut != LeftOut.Pending))
        {
            Assert.False(excluded.Contains(day.Day) && day.LeftOut is LeftOut.No or LeftOut.NotCovered, $"{day.Day} is back.");
            Assert.False(worked.Contains(day.Day) && day.LeftOut == LeftOut.DayOff, $"{day.Day} is off again.");
            Assert.False(credited.Contains(day.Day) && day.LeftOut == LeftOut.No && day.Points < 10, $"{day.Day} is no longer credited.");
            Assert.DoesNotContain(day.Tools, tool => tool is { Coverage.State: CoverageState.NotMeasurable } && tool.Tool == Tool.Copilot && credited.Contains(day.Day) && day.LeftOut == LeftOut.NotCovered);
        }
    });

    /// <summary>The same person after imports that say something else: other readings, links, declared gaps, leave and pattern.</summary>
    private static Scene Imported(Scene scene, Random random)
    {
        var from = Span(scene, random);
        var inputs = scene.Inputs;
        return scene with
        {
            Facts = scene.Facts with { Gaps = [.. scene.Facts.Gaps, new Gap(GapScope.All, "", null, from, "Proxy")] },
            Inputs = inputs with
            {
                Person = inputs.Person with { WorkingDays = new People.Dated<WorkingDays>([(scene.Quarter.First, new WorkingDays((byte)random.Next(1, 128)))]), Leave = [] },
                Accounts = [.. inputs.Accounts.Select(account => account with { Ambiguous = random.Next(2) == 0 })],
                Readings = [.. inputs.Readings.Where(_ => random.Next(2) == 0).Select(reading => reading with { Signals = default, Marks = Marks.TelemetryOff })],
            },
        };
    }

    private static DateOnly SettledWindow(Scene scene)
    {
        var settled = Settling.Last(scene.AsOf);
        return (settled < scene.Quarter.Last ? settled : scene.Quarter.Last).AddDays(1 - Rubrics.Current.NonDays);
    }

    private static DateSpan Span(Scene scene, Random random)
    {
        var from = scene.Quarter.First.AddDays(random.Next(-40, 90));
        return new DateSpan(from, random.Next(8) == 0 ? null : from.AddDays(random.Next(0, 50)));
    }

    private static Scene With(Scene scene, params Correction[] more) =>
        scene with { Inputs = scene.Inputs with { Corrections = [.. scene.Inputs.Corrections, .. more] } };

    private static bool Same(SheetDay was, SheetDay now) =>
        was.Day == now.Day && was.LeftOut == now.LeftOut && was.Reason == now.Reason && was.Use == now.Use && was.Points == now.Points && was.Tools.SequenceEqual(now.Tools);

    private static void Hold(Action<Scene, Random> property) => Seeds.Hold(400, seed =>
    {
        var scene = RandomPeople.Of(seed);
        property(scene with { Inputs = scene.Inputs with { Corrections = [] } }, new Random(seed));
    });
}
