using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Tests.Groups;
using ChatBot.Features.Digests;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Digests;

/// <summary>
/// The attack on what the service really shows: figures are made by it from its store each Tuesday over a change of quarter, and what the attackers keep is
/// read out of the cards of every head in their tree. Two in a hundred come, go or move each week; 12 % have no tier; no class ever changes, the worst case.
/// </summary>
public sealed partial class TeamAttackTests(ITestOutputHelper output)
{
    private static readonly TeamAnswer Answer = new(Parts.Wording, new HelpSettings(string.Empty));

    [Theory]
    [InlineData(Threshold.Usual)]
    [InlineData(Threshold.Floor)]
    public Task Heads_who_keep_every_card_of_their_tree_find_nobody(int k) => Hold(departments: 30, seed: 1, k);

    [FullFact]
    public Task Six_hundred_heads_who_keep_every_card_of_their_tree_find_nobody() => Hold(departments: 600, seed: 2, Threshold.Usual);

    private async Task Hold(int departments, int seed, int k)
    {
        var watch = Stopwatch.StartNew();
        var company = new Domain.Tests.Groups.Company(departments, seed);
        await using var living = await LivingCompany.Of(company);
        var run = new Run(company, k);
        var week = Week.Of(new DateOnly(2026, 10, 1));
        for (var i = 0; i < 16; i++, week = week.Next)
        {
            var told = await living.Tuesday(week.Last.AddDays(2), k);
            Assert.Equal((week, Quarter.Of(week.Last)), (told.Week, told.Quarter));
            run.Keep(told, await living.Counted(told.Quarter));
            company.LiveAWeek();
        }

        var (shown, bare) = (run.Found(exact: false), run.Found(exact: true));
        output.WriteLine($"k {k}, seed {seed}: {run.People} people, {departments} departments, 16 weeks over a change of quarter, {watch.Elapsed.TotalSeconds:0.0} s");
        output.WriteLine($"class determined: {shown}; with k only: {bare}; team cells published {run.TeamsPublished:P1}; mean error of the shares told {run.MeanError:0.00} points");
        Assert.Equal(0, shown);
        Assert.True(bare > run.People / 10, "An attacker who finds few without protection proves nothing.");
        Assert.True(run.TeamsPublished >= 0.55);
        Assert.True(run.MeanError <= 8 || k < Threshold.Usual);
    }

    /// <summary>What each department head and each chief keeps.</summary>
    private sealed partial class Run(Domain.Tests.Groups.Company company, int k)
    {
        private readonly Dictionary<(int Attacker, bool Exact), Dictionary<string, Told>> kept = [];
        private readonly Dictionary<(Guid Unit, OrgTree Tree), int[]> members = [];
        private readonly Dictionary<Quarter, OrgTree> trees = [];
        private readonly List<double> errors = [];
        private int teams;
        private int teamsShown;

        public int People { get; private set; }

        public double TeamsPublished => (double)teamsShown / teams;

        public double MeanError => errors.Average();

        public void Keep(TeamWeek week, OrgTree stored)
        {
            var counted = trees.TryGetValue(week.Quarter, out var known) ? known : trees[week.Quarter] = stored;
            var cards = week.Directory.Heads.ToDictionary(head => head, head => Read(week, head, counted));
            People = Math.Max(People, week.Directory.Count);
            teams += counted.Heads.Count(head => IsTeam(counted, head));
            teamsShown += week.Publication.Figures.Count(figure => IsTeam(counted, figure.Unit));
            foreach (var attacker in company.DepartmentHeads.Concat(company.Chiefs))
            {
                var head = Domain.Tests.Groups.Company.Id(attacker);
                foreach (var unit in week.Directory.Members(head).Where(week.Directory.IsHead).Append(head))
                {
                    if (cards[unit] is { } told)
                    {
                        Add(attacker, exact: false, told);
                    }

                    if (company.DepartmentHeads.Contains(attacker) && MembersOf(unit, week.Directory) is var people && people.Length >= k)
                    {
                        Add(attacker, exact: true, Told.Exactly(people, company.ClassOf));
                    }
                }
            }

            foreach (var key in members.Keys.Where(key => key.Tree == week.Directory).ToList())
            {
                members.Remove(key);
            }
        }

        /// <summary>How many people are found out, after checking that the attacker is right about each.</summary>
        public int Found(bool exact)
        {
            var found = new HashSet<int>();
            foreach (var (person, category) in kept.Where(cells => cells.Key.Exact == exact).SelectMany(cells => new Attacker([.. cells.Value.Values]).Determined))
            {
                Assert.Contains(category, Told.CategoriesOf(company.ClassOf(person)));
                found.Add(person);
            }

            return found.Count;
        }

        /// <summary>What the head's card says, read from its words; it must be what the door answered and nothing finer.</summary>
        private Told? Read(TeamWeek week, Guid head, OrgTree counted)
        {
            var card = Answer.Of(week, head, week.MadeOn, unasked: true);
            if (card.Numbers is not { } numbers)
            {
                return null;
            }

            var figure = week.Publication.For(head, head) switch
            {
                GroupAnswer.Shown shown => shown.Figure,
                GroupAnswer.TooSmall { Enclosing: { } around } => around,
                var other => throw new InvalidOperationException($"The card has numbers of {other}."),
            };
            var size = int.Parse(numbers.Size, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            var counts = numbers.Mix.Select(part => Count(part.People)).ToList();
            var read = figure with
            {
                Size = size,
                Heavy = counts[0],
                Light = counts[1],
                Other = counts.Count == 3 ? counts[2] : GroupCount.Of(counts[2..].Sum(count => Whole(count, size)), size),
                Split = counts.Count == 3 ? null : new GroupSplit(counts[2], counts[3]),
            };
            Assert.Equal(figure, read);
            var people = MembersOf(figure.Unit, counted);
            Measure(numbers, figure, Told.Exactly(people, company.ClassOf));
            return Told.By(read, people);
        }

        private void Measure(TeamNumbers numbers, GroupFigure figure, Told exact)
        {
            errors.AddRange([.. numbers.Mix.Take(2).Select((part, category) => Error(part, exact, category))]);
            errors.Add(numbers.Mix.Count == 3 ? Error(numbers.Mix[2], exact, Told.Other) : Math.Abs(figure.Percent(figure.Other) - (100.0 * exact.Bounds[Told.Other].Low / exact.People.Length)));
        }

        private static double Error(TeamPart part, Told exact, int category) =>
            Math.Abs(int.Parse(Words().Match(part.People).Groups["share"].Value, CultureInfo.InvariantCulture) - (100.0 * exact.Bounds[category].Low / exact.People.Length));

        private static GroupCount Count(string words)
        {
            var match = Words().Match(words);
            Assert.True(match.Success, words);
            var sense = match.Groups["sense"].Value switch { "about" => CountSense.About, "fewer than" => CountSense.FewerThan, _ => CountSense.MoreThan };
            return new GroupCount(int.Parse(match.Groups["people"].Value, CultureInfo.InvariantCulture), sense);
        }

        private static int Whole(GroupCount count, int size) => count.Sense switch { CountSense.FewerThan => 0, CountSense.MoreThan => size, _ => count.People };

        private void Add(int attacker, bool exact, Told told) =>
            (kept.TryGetValue((attacker, exact), out var cells) ? cells : kept[(attacker, exact)] = []).TryAdd(told.Key, told);

        private static bool IsTeam(OrgTree tree, Guid head) => !tree.Members(head).Any(tree.IsHead);

        private int[] MembersOf(Guid unit, OrgTree tree) => members.TryGetValue((unit, tree), out var people)
            ? people
            : members[(unit, tree)] = [.. tree.Members(unit).Select(Domain.Tests.Groups.Company.Number).Order()];

        /// <summary><c>fewer than 5 (about 10% or less)</c>.</summary>
        [GeneratedRegex(@"^(?<sense>about|fewer than|more than) (?<people>\d+) \(about (?<share>\d+)%( or less| or more)?\)$", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Words();
    }
}
