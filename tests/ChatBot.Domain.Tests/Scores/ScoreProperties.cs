using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Tests.Reference;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Scores;

/// <summary>What holds of every person, whoever they are.</summary>
public sealed class ScoreProperties
{
    [Fact]
    public void More_of_any_signal_never_lowers_a_tier()
    {
        var compared = 0;
        Seeds.Hold(1500, seed =>
        {
            var scene = RandomPeople.Of(seed);
            var random = new Random(seed);
            var before = scene.Score();
            var after = With(scene, reading => random.Next(3) == 0 ? reading with { Signals = More(reading.Signals, random) } : reading).Score();
            if (Verdicts.Of(before).Tier is { } tier && before.Days.Select(d => d.LeftOut).SequenceEqual(after.Days.Select(d => d.LeftOut)))
            {
                Assert.True(Verdicts.Of(after).Tier >= tier, $"{before.Verdict} became {after.Verdict}");
                compared++;
            }
        });
        Assert.True(compared > 200);
    }

    [Fact]
    public void Beyond_a_cap_nothing_changes()
    {
        var compared = 0;
        Seeds.Hold(600, seed =>
        {
            var scene = RandomPeople.Of(seed);
            var before = scene.Score();
            var capped = before.Days.SelectMany(d => d.Lines.Where(l => l.Signal != Signal.Generation && l.Counted == Rubrics.Current.Cap(l.Signal)).Select(l => (d.Day, l.Signal))).ToHashSet();
            int? Above(DateOnly day, Signal signal, int? count) => count > 0 && capped.Contains((day, signal)) ? count + 1000 : count;
            var after = With(scene, r => r with
            {
                Signals = new Signals(
                    Above(r.Day, Signal.Prompt, r.Signals.Prompts), Above(r.Day, Signal.AgentSession, r.Signals.AgentSessions),
                    Above(r.Day, Signal.ReviewRequest, r.Signals.ReviewRequests), Above(r.Day, Signal.Acceptance, r.Signals.Acceptances), r.Signals.Generations),
            }).Score();
            Assert.Equal((before.Verdict, before.Reason, before.Points, before.EligibleDays, before.ActiveDays, before.Borderline), (after.Verdict, after.Reason, after.Points, after.EligibleDays, after.ActiveDays, after.Borderline));
            compared += capped.Count > 0 ? 1 : 0;
        });
        Assert.True(compared > 100);
    }

    [Fact]
    public void Half_the_working_days_with_half_the_activity_gives_the_same_tier()
    {
        var tiers = new HashSet<SheetVerdict>();
        Seeds.Hold(400, seed =>
        {
            // Whole weeks up to the last settled day, a Thursday; Wednesday is like Monday and Thursday like Tuesday.
            var random = new Random(seed);
            var (share, volume, until) = (random.Next(0, 101), random.Next(1, 12), random.Next(0, 80));
            var (full, half) = (Pattern(0b0001111), Pattern(0b0000011));
            for (var monday = Case.Day(10, 5); monday <= Case.Day(12, 7); monday = monday.AddDays(7))
            {
                for (var day = monday; day <= monday.AddDays(1); day = day.AddDays(1))
                {
                    if (random.Next(100) < share && day.DayNumber < Case.Day(10, 5).DayNumber + until)
                    {
                        var signals = new Signals(random.Next(volume), random.Next(3), 0, random.Next(20), 0);
                        full.Reads(day, signals, scope: Case.CodexScope).Reads(day.AddDays(2), signals, scope: Case.CodexScope);
                        half.Reads(day, signals, scope: Case.CodexScope);
                    }
                }
            }

            var (whole, part) = (full.Score(), half.Score());
            Assert.Equal(whole.EligibleDays, 2 * part.EligibleDays);
            Assert.Equal((whole.Verdict, whole.Score, whole.Rate, whole.Borderline), (part.Verdict, part.Score, part.Rate, part.Borderline));
            tiers.Add(whole.Verdict);
        });
        Assert.Superset(new HashSet<SheetVerdict> { SheetVerdict.Heavy, SheetVerdict.Light, SheetVerdict.Non }, tiers);

        static Case Pattern(byte mask) => new Case().Account(1, Tool.ChatGpt).Reads(Case.Day(10, 4), default, scope: Case.CodexScope).As(Case.Day(12, 14))
            .With(p => p with { StartDate = Case.Day(10, 5), WorkingDays = new([(Case.Day(1, 1), new WorkingDays(mask))]) });
    }

    [Fact]
    public void Other_peoples_readings_change_nothing() => Seeds.Hold(200, seed =>
    {
        var (scene, other) = (RandomPeople.Of(seed), RandomPeople.Of(seed ^ 1));
        var theirs = other.Inputs.Readings.Select(r => r with { Account = r.Account + 1000 });
        var scorer = new Scorer(scene.Facts, Rubrics.Current, scene.Quarter, scene.AsOf);
        var alone = SheetDocument.Write(scorer.Score(scene.Inputs));
        scorer.Score(other.Inputs);
        Assert.Equal(alone, SheetDocument.Write(scorer.Score(scene.Inputs with { Readings = [.. theirs, .. scene.Inputs.Readings] })));
    });

    [Fact]
    public void Taking_coverage_away_never_makes_anybody_non()
    {
        var changed = 0;
        Seeds.Hold(2500, seed =>
        {
            var scene = RandomPeople.Of(seed);
            var random = new Random(seed);
            var before = scene.Score();
            var after = LessCovered(scene, random).Score();
            changed += before.Verdict != after.Verdict ? 1 : 0;
            if (after.Verdict != SheetVerdict.Non || before.Verdict == SheetVerdict.Non)
            {
                return;
            }

            // Only this may be left of somebody heavy early in the quarter: rule 3 speaks before rule 4, which looks at four weeks alone.
            Assert.Equal(SheetVerdict.Heavy, before.Verdict);
            var last = Settling.Last(scene.AsOf) < scene.Quarter.Last ? Settling.Last(scene.AsOf) : scene.Quarter.Last;
            Assert.True(before.LastUse < last.AddDays(-27));
        });
        Assert.True(changed > 200);
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes_in_any_order() => Seeds.Hold(300, seed =>
    {
        var scene = RandomPeople.Of(seed);
        var random = new Random(seed);
        T[] Mixed<T>(IReadOnlyList<T> all) => [.. all.OrderBy(_ => random.Next())];
        var mixed = scene with
        {
            Inputs = scene.Inputs with { Accounts = Mixed(scene.Inputs.Accounts), Readings = Mixed(scene.Inputs.Readings), Seats = Mixed(scene.Inputs.Seats) },
            Facts = scene.Facts with
            {
                Scopes = Mixed(scene.Facts.Scopes), SourceDays = Mixed(scene.Facts.SourceDays), Gaps = Mixed(scene.Facts.Gaps), SeatSnapshots = Mixed(scene.Facts.SeatSnapshots),
            },
        };
        Assert.Equal(SheetDocument.Write(scene.Score()), SheetDocument.Write(mixed.Score()));
    });

    [Fact]
    public void The_same_inputs_give_the_same_bytes_in_any_culture_and_zone()
    {
        var (culture, zone) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            var here = Enumerable.Range(0, 40).Select(seed => SheetDocument.Write(RandomPeople.Of(seed).Score())).ToList();
            foreach (var (name, place) in new[] { ("tr-TR", "Pacific/Kiritimati"), ("ar-SA", "Asia/Riyadh"), ("fa-IR", "Asia/Tehran"), ("th-TH", "America/Adak"), ("de-DE", "Europe/Berlin") })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Environment.SetEnvironmentVariable("TZ", place);
                TimeZoneInfo.ClearCachedData();
                Assert.All(here.Index(), one => Assert.Equal(one.Item, SheetDocument.Write(RandomPeople.Of(one.Index).Score())));
                Assert.All(here, one => Assert.Equal(one, SheetDocument.Write(SheetDocument.Read(one))));
                Assert.Equal("2026-Q4", new Quarter(2026, 4).ToString());
                Assert.Equal("2026-W47", new Week(2026, 47).ToString());
                Assert.NotNull(Rubric.Read(Rubrics.CurrentJson).Rubric);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void A_moment_is_the_same_by_any_offset() => Seeds.Hold(100, seed =>
    {
        var scene = RandomPeople.Of(seed);
        var elsewhere = scene with { Facts = scene.Facts with { SourceDays = [.. scene.Facts.SourceDays.Select(d => d with { LastWritten = d.LastWritten.ToOffset(TimeSpan.FromHours(-11)) })] } };
        Assert.Equal(SheetDocument.Write(scene.Score()), SheetDocument.Write(elsewhere.Score()));
    });

    [Fact]
    public void The_lines_of_the_explanation_add_up_to_the_score() => Seeds.Hold(500, seed =>
    {
        var sheet = RandomPeople.Of(seed).Score();
        Assert.Equal(sheet.Points, sheet.Days.SelectMany(d => d.Lines).Sum(l => l.Points));
        Assert.Equal(sheet.EligibleDays, sheet.Days.Count(d => d.LeftOut == LeftOut.No));
        Assert.All(sheet.Days, d => Assert.Equal(d.Points, d.Lines.Sum(l => l.Counted * Rubrics.Current.Weight(l.Signal))));
        Assert.All(sheet.Days, d => Assert.InRange(d.Points, 0, 100));
        Assert.All(sheet.Days.Where(d => d.LeftOut != LeftOut.No), d => Assert.Empty(d.Lines));
        Assert.All(sheet.Days, d => Assert.Equal(d.LeftOut == LeftOut.NotCovered, d.Reason is not null));
        Assert.InRange(sheet.Score, 0, 100);
        Assert.InRange(sheet.Rate, 0, 1);
    });

    private static Scene With(Scene scene, Func<Reading, Reading> change) => scene with { Inputs = scene.Inputs with { Readings = [.. scene.Inputs.Readings.Select(change)] } };

    private static Signals More(Signals signals, Random random)
    {
        int? Some(int? count) => random.Next(2) == 0 ? count : (count ?? 0) + random.Next(0, 12);
        return new Signals(Some(signals.Prompts), Some(signals.AgentSessions), Some(signals.ReviewRequests), Some(signals.Acceptances), Some(signals.Generations));
    }

    /// <summary>The same person and use, with gaps declared, telemetry turned off or an account that somebody else might own.</summary>
    private static Scene LessCovered(Scene scene, Random random)
    {
        var first = scene.Quarter.First;
        var less = scene;
        if (random.Next(2) == 0)
        {
            var from = first.AddDays(random.Next(-30, 90));
            var gap = new Gap(GapScope.All, "", random.Next(2) == 0 ? null : Tool.Copilot, new DateSpan(from, from.AddDays(random.Next(0, 60))), "Proxy");
            less = less with { Facts = less.Facts with { Gaps = [.. less.Facts.Gaps, gap] } };
        }

        var off = random.Next(0, 3) * 50;
        less = With(less, r => r.Scope <= 2 && random.Next(100) < off ? r with { Marks = r.Marks | Marks.TelemetryOff } : r);
        return random.Next(6) == 0 && less.Inputs.Accounts.Count > 1
            ? less with { Inputs = less.Inputs with { Accounts = [less.Inputs.Accounts[0] with { Ambiguous = true }, .. less.Inputs.Accounts.Skip(1)] } }
            : less;
    }
}
