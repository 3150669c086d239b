using System.Globalization;
using System.Text;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Conversations;

/// <summary>What managers are told of their teams, in the bot's very words, on directories that were imported and sheets that were computed.</summary>
public sealed class TeamConversations(TeamConversations.Tuesday tuesday) : IClassFixture<TeamConversations.Tuesday>
{
    [Fact]
    public async Task A_manager_asks_for_the_teams_digest()
    {
        (await tuesday.Company.Talker("boss").Says("How is my team doing?")).Gets(
            """
            Your team, 16–22 Nov
            About 15 of 20 people (about 75%) were seen using an AI coding tool.

            Heavy:                          fewer than 5 (about 10% or less)
            Light:                          about 15 (about 75%)
            No use seen or not classified:  about 5 (about 25%)

            Who is not classified is new, away, or has tools that the data cannot see. That is not the same as no use; how many they are cannot be told of a group like this.
            What helps: anybody can ask me “what would move me” about themselves. For training, support or a question about this: ai-help@example.com.
            For finding out what help a team could use. Not for performance reviews, ranking or pay, and not for asking anybody about their number: it cannot tell who is who.
            Rounded to 5, and only of 10 people or more, the head not counted. Members are those of Thu 1 Oct; who came, went or moved since counts from Q1 2027 on. Made on Tue 24 Nov from what each of them is shown.

            [My score] [What is this for?] [Help]
            """);
    }

    [Theory]
    [InlineData("who is heavy in my team")]
    [InlineData("my team's scores")]
    [InlineData("list everyone in my team")]
    public async Task Nobody_is_named_however_it_is_asked(string question) =>
        (await tuesday.Company.Talker("boss").Says(question)).Begins("I only talk with people about themselves, so I can't answer that about anybody else, and I keep no list. Nobody can ask me about you either.");

    [Fact]
    public async Task A_team_too_small_is_shown_the_group_around_it()
    {
        (await tuesday.Company.Talker("lead").Says("team digest")).Gets(
            """
            A group around your team, 16–22 Nov
            Your team is too small to be shown by itself. This is the smallest group around it that can be, and its own head is shown the same.
            About 15 of 20 people (about 75%) were seen using an AI coding tool.

            Heavy:                          fewer than 5 (about 10% or less)
            Light:                          about 15 (about 75%)
            No use seen or not classified:  about 5 (about 25%)

            Who is not classified is new, away, or has tools that the data cannot see. That is not the same as no use; how many they are cannot be told of a group like this.
            What helps: anybody can ask me “what would move me” about themselves. For training, support or a question about this: ai-help@example.com.
            For finding out what help a team could use. Not for performance reviews, ranking or pay, and not for asking anybody about their number: it cannot tell who is who.
            Rounded to 5, and only of 10 people or more, the head not counted. Members are those of Thu 1 Oct; who came, went or moved since counts from Q1 2027 on. Made on Tue 24 Nov from what each of them is shown.

            [My score] [What is this for?] [Help]
            """);
    }

    [Fact]
    public async Task Who_became_head_in_mid_quarter_is_told_from_when()
    {
        (await tuesday.Company.Talker("newhead").Says("team digest")).Gets(
            """
            Your team
            Your team as it is today was not yours on Thu 1 Oct, the day on which this quarter's members were taken. Your digest starts with Q1 2027, on Fri 1 Jan 2027.
            Questions, or something wrong? ai-help@example.com.
            For finding out what help a team could use. Not for performance reviews, ranking or pay, and not for asking anybody about their number: it cannot tell who is who.

            [My score] [What is this for?] [Help]
            """);
    }

    [Fact]
    public async Task Who_has_no_team_is_told_so()
    {
        (await tuesday.Company.Talker("ada").Says("team digest")).Gets(
            """
            Your team
            Nobody reports to you in today's directory, so there is no team to speak of.
            Questions, or something wrong? ai-help@example.com.

            [My score] [What is this for?] [Help]
            """);
    }

    [Fact]
    public async Task In_private_mode_nothing_is_told_of_a_team_and_nothing_is_made()
    {
        await using var company = await Company.On("2026-11-24", Database.Sqlite, "--Programme:Controller=");
        await Tuesday.Fill(company);

        (await company.Talker("boss").Says("team digest")).Gets(
            """
            Your team
            I run in private mode: everybody gets answers about themselves, and nothing about teams is told to anybody. That stays so until the impact assessment, the consultation of the workers, the policy and who answers for the data are settled.
            Questions, or something wrong? ai-help@example.com.

            [My score] [What is this for?] [Help]
            """);

        Assert.Equal(0, await company.Query(db => db.Publications.CountAsync()));
        Assert.Equal(0, await company.Query(db => db.Cohorts.CountAsync()));
    }

    [Fact]
    public async Task A_room_learns_nothing() => Assert.DoesNotContain("of 20", (await tuesday.Company.Talker("boss").SaysInARoom("team digest")).Text, StringComparison.Ordinal);

    /// <summary>A company on a Tuesday, with a tree: boss has 14 reports, of whom lead has 4 of their own and newhead one who came later; everybody knows that they are measured.</summary>
    public sealed class Tuesday : IAsyncLifetime
    {
        internal Company Company { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Company = await Company.On("2026-11-24");
            await Fill(Company);
        }

        public async Task DisposeAsync() => await Company.DisposeAsync();

        internal static async Task Fill(Company company)
        {
            var people = new StringBuilder("email,name,manager_email,start_date\n");
            void Person(string name, string manager, string start = "2020-01-01") =>
                people.Append(CultureInfo.InvariantCulture, $"{name}@example.com,{name},{(manager.Length == 0 ? string.Empty : manager + "@example.com")},{start}\n");
            Person("boss", string.Empty);
            Person("lead", "boss");
            Person("newhead", "boss");
            Person("fresh", "newhead", "2026-11-02");
            for (var i = 1; i <= 12; i++)
            {
                people.Append(CultureInfo.InvariantCulture, $"colleague{i}@example.com,Colleague {i},boss@example.com,2020-01-01\n");
            }

            foreach (var name in new[] { "ada", "grace", "linus", "kai" })
            {
                Person(name, "lead");
            }

            await company.Import("people", people.ToString());
            await company.Store.Add(
            [
                .. (await company.Query(db => db.People.Select(x => x.Id).ToListAsync())).Select(person => new DeliveryRow
                {
                    Kind = "notice", Recipient = person, Period = "once", Channel = "Teams", State = Domain.Deliveries.DeliveryState.Sent, PlannedAt = company.Now, StateAt = company.Now,
                }),
            ]);
        }
    }
}
