using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Reference;

/// <summary>One person in an organisation, with everything that scoring takes.</summary>
internal sealed record Scene(OrganisationFacts Facts, Quarter Quarter, DateOnly AsOf, ScoreInputs Inputs)
{
    public ScoreSheet Score() => new Scorer(Facts, Rubrics.Current, Quarter, AsOf).Score(Inputs);
}

/// <summary>Makes a scene of a seed: every oddity that the rules speak of, each rare enough that people of every verdict come out.</summary>
internal sealed class RandomPeople
{
    private static readonly Scope[] Scopes =
    [
        new(1, Source.Copilot, Tool.Copilot, "E1", ""), new(2, Source.Copilot, Tool.Copilot, "O2", ""),
        new(3, Source.ClaudeCode, Tool.ClaudeCode, "anthropic", "api vscode"), new(4, Source.ClaudeCode, Tool.ClaudeCode, "anthropic", "subscription cli"),
        new(5, Source.ClaudeEnterprise, Tool.ClaudeCode, "enterprise", ""), new(6, Source.Codex, Tool.ChatGpt, "codex", ""),
        new(7, Source.ChatGpt, Tool.ChatGpt, "unified", ""), new(8, Source.UsageCsv, new Tool("cursor"), "csv", ""),
        new(9, Source.UsageCsv, Tool.Copilot, "csv", ""), new(10, Source.ClaudeCode, Tool.ClaudeCode, "anthropic-2", "api cli"),
    ];

    private readonly Random random;
    private readonly Quarter quarter = new(2026, 4);
    private readonly DateOnly asOf;
    private readonly DateOnly first;

    private RandomPeople(int seed)
    {
        random = new Random(seed);
        asOf = Chance(20) ? quarter.Last.AddDays(random.Next(0, 60)) : quarter.First.AddDays(random.Next(-3, 92));
        first = ScoreWindow.FirstDay(quarter);
    }

    public static Scene Of(int seed) => new RandomPeople(seed).Make();

    private bool Chance(int percent) => random.Next(100) < percent;

    private DateOnly Day(int from = 0, int to = 250) => first.AddDays(random.Next(from, to));

    private T Pick<T>(params T[] all) => all[random.Next(all.Length)];

    private Scene Make()
    {
        var accounts = Accounts();
        var readings = accounts.SelectMany(Readings).ToList();
        if (Chance(30))
        {
            readings = [.. readings.OrderBy(_ => random.Next())];
        }

        var snapshots = Chance(60) ? Enumerable.Range(0, random.Next(1, 5)).Select(_ => (Source.Copilot, Day(100, 260))).Distinct().ToList() : [];
        var seats = accounts.Where(a => a.Tool == Tool.Copilot).SelectMany(a => Seats(a, snapshots)).ToList();
        accounts = [.. accounts.Select(a => a with { FirstReading = First(a, readings) })];
        var corrections = Chance(5) ? [new Correction.ExcludeDays(new DateSpan(Day(140, 200), Day(200, 230)))] : Array.Empty<Correction>();
        var (facts, person) = (Facts(snapshots), Person());
        return new Scene(facts, quarter, asOf, new ScoreInputs(person, accounts, readings, seats, [.. corrections, .. Corrections(person, accounts)]));
    }

    /// <summary>A few people with whatever a ruling can say, in any order and overlapping.</summary>
    private IEnumerable<Correction> Corrections(Person person, List<LinkedAccount> accounts)
    {
        if (!Chance(15))
        {
            yield break;
        }

        for (var count = random.Next(1, 6); count > 0; count--)
        {
            var from = Day(120, 230);
            var span = new DateSpan(from, Chance(10) ? null : from.AddDays(random.Next(0, 40)));
            yield return random.Next(7) switch
            {
                0 => new Correction.ExcludeDays(span),
                1 => new Correction.RemapAccount(accounts.Count == 0 ? 1 : Pick([.. accounts]).Id, Pick<Guid?>(person.Id, Guid.AllBitsSet, null)),
                2 => new Correction.ChangeWorkArea(Pick("Payments", "Ads", "Search"), span),
                3 => new Correction.ChangeWorkingPattern(new WorkingDays((byte)random.Next(1, 128)), span),
                4 => new Correction.ExemptUntil(from),
                _ => new Correction.CreditDays(span, Pick(Tool.Copilot, Tool.ClaudeCode, new Tool("aider")), Pick("light", "regular", "gone")),
            };
        }
    }

    private DateOnly? First(LinkedAccount account, List<Reading> readings) =>
        readings.Where(r => r.Account == account.Id).Select(r => (DateOnly?)r.Day).Min() is { } earliest ? Chance(80) ? earliest : earliest.AddDays(-random.Next(100)) : null;

    private List<LinkedAccount> Accounts()
    {
        var accounts = new List<LinkedAccount>();
        Add(Tool.Copilot, 80);
        Add(Tool.Copilot, 5);
        Add(Tool.ClaudeCode, 25);
        Add(Tool.ChatGpt, 15);
        Add(new Tool("cursor"), 10);
        return accounts;

        void Add(Tool tool, int percent)
        {
            if (Chance(percent))
            {
                accounts.Add(new LinkedAccount(accounts.Count + 1, tool, Chance(2), null));
            }
        }
    }

    private IEnumerable<Reading> Readings(LinkedAccount account)
    {
        var scopes = Scopes.Where(s => s.Tool == account.Tool).Where((s, i) => i == 0 ? !Chance(8) : Chance(s.Source is Source.UsageCsv ? 4 : 30)).ToList();
        var (from, to) = Chance(70) ? (0, 260) : (random.Next(200), random.Next(100, 260));
        var (density, volume, odd) = (Pick(0, 1, 5, 30, 60, 90, 100), Pick(0, 1, 1, 2, 4), Pick(0, 0, 0, 3, 20, 60));
        for (var day = from; day < to; day++)
        {
            foreach (var scope in scopes)
            {
                if (Chance(density))
                {
                    yield return Reading(account, scope, first.AddDays(day), volume, odd);
                }
            }
        }
    }

    private Reading Reading(LinkedAccount account, Scope scope, DateOnly day, int volume, int odd)
    {
        int? Count(int most) => Chance(15) ? null : random.Next(0, (most * volume) + 1);
        if (scope.Source == Source.ChatGpt)
        {
            return new Reading(account.Id, scope.Id, day, default, Chance(80) ? Marks.Use : Marks.None);
        }

        var signals = Chance(20) ? new Signals(0, 0, 0, 0, 0) : new Signals(Count(6), Count(2), Chance(80) ? 0 : Count(1), Count(10), Count(30));
        var marks = signals.Any || Chance(10) ? Marks.Use : Marks.None;
        marks |= marks == Marks.Use && Chance(10) ? Marks.ReviewOnly : Marks.None;
        if (scope.Source == Source.Copilot)
        {
            marks |= Chance(odd) ? Marks.TelemetryOff : Chance(odd) ? Marks.ClientTooOld : Marks.None;
        }

        return new Reading(account.Id, scope.Id, day, signals, marks | (scope.Part.StartsWith("sub", StringComparison.Ordinal) ? Marks.Subscription : Marks.None));
    }

    private IEnumerable<Seat> Seats(LinkedAccount account, List<(Source Source, DateOnly TakenOn)> snapshots)
    {
        var created = Chance(75) ? Day(0, 60) : Day(60, 250);
        var holds = !Chance(15);
        foreach (var (source, takenOn) in snapshots)
        {
            if (holds && !Chance(15))
            {
                var made = Chance(5) ? Day(100, 200) : created;
                yield return new Seat(source, takenOn, account.Id, made, Chance(10) ? Day(120, 260) : null, Chance(50) ? null : takenOn.AddDays(-random.Next(0, 100)));
            }
        }
    }

    private Person Person()
    {
        var start = Chance(80) ? Chance(80) ? Day(0, 140) : Day(140, 250) : (DateOnly?)null;
        return new Person
        {
            Id = new Guid(random.Next(), 0, 0, new byte[8]),
            Email = "ada@contoso.example",
            StartDate = start,
            EndDate = Chance(8) ? Day(150, 250) : null,
            WorkingDays = Chance(20) ? new Dated<WorkingDays>([(first, new WorkingDays((byte)random.Next(1, 128))), (Day(150, 220), new WorkingDays((byte)random.Next(1, 128)))]) : Dated<WorkingDays>.None,
            WorkArea = new Dated<string>([(first, Pick("Payments", "Search")), (Day(150, 220), Pick("Payments", "Ads"))]),
            Office = new Dated<string>([(first, Pick("Berlin", "Oslo"))]),
            Country = Chance(70) ? new Dated<string>([(first, Pick("DE", "NO", "XX"))]) : Dated<string>.None,
            Leave = Chance(30) ? [new DateSpan(Day(120, 200), Chance(10) ? null : Day(150, 250)), new DateSpan(Day(140, 200), Day(150, 210))] : [],
        };
    }

    private OrganisationFacts Facts(List<(Source, DateOnly)> snapshots)
    {
        var sourceDays = new List<SourceDay>();
        var quality = Pick(0, 0, 1, 5, 30);
        foreach (var scope in Scopes.DistinctBy(s => (s.Source, s.Tool, s.Name)))
        {
            var size = Pick(3, 18, 24, 100);
            var reported = !Chance(scope.Source == Source.Copilot ? 3 : 10);
            for (var day = 0; reported && day < 260; day++)
            {
                if (!Chance(quality))
                {
                    var rows = Chance(quality) ? random.Next(0, size + 1) : size + random.Next(-2, 3);
                    var late = Chance(quality / 3) ? 3 : 4 + random.Next(0, 30);
                    sourceDays.Add(new SourceDay(scope.Source, scope.Tool, scope.Name, first.AddDays(day), rows, !Chance(quality / 3),
                        new DateTimeOffset(first.AddDays(day + late), TimeOnly.MinValue, TimeSpan.Zero)));
                }
            }
        }

        return new OrganisationFacts(Scopes, sourceDays, Gaps(), Holidays(), snapshots);
    }

    private List<Gap> Gaps()
    {
        var gaps = new List<Gap>();
        while (Chance(25))
        {
            var names = Pick(GapScope.All, GapScope.Email, GapScope.Email, GapScope.WorkArea, GapScope.Office);
            var value = names switch
            {
                GapScope.Email => Pick("ada@contoso.example", "bo@contoso.example"),
                GapScope.WorkArea => Pick("Payments", "Ads"),
                GapScope.Office => Pick("Berlin", "Oslo"),
                _ => "",
            };
            var from = Day(100, 230);
            gaps.Add(new Gap(names, value, Chance(50) ? null : Pick(Tool.Copilot, Tool.ClaudeCode), new DateSpan(from, Chance(20) ? null : from.AddDays(random.Next(0, 40))), Pick("Bedrock", "Proxy")));
        }

        return gaps;
    }

    private Dictionary<string, IReadOnlySet<DateOnly>> Holidays() => new(StringComparer.Ordinal)
    {
        ["DE"] = new HashSet<DateOnly> { new(2026, 10, 3), new(2026, 12, 25), Day(149, 240) },
        ["NO"] = new HashSet<DateOnly> { new(2026, 12, 25), Day(149, 240), Day(149, 240) },
    };
}
