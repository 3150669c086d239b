namespace ChatBot.Tests.Conversations;

/// <summary>What the bot is for and what can be asked, and whatever it does not understand. Each with the bot's very words.</summary>
public sealed class HelpConversations(Sunday sunday) : IClassFixture<Sunday>
{
    private Company Company => sunday.Company;

    [Fact]
    public async Task What_is_this_for()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("what is this for")).Gets(
            """
            What this is for
            To show you what the usage data of AI coding tools says about you, and to find help that is useful to you: a course, a colleague, a setting.
            It is not for performance reviews, ranking, pay or redundancy. There is no leaderboard and no list of names.
            How the number is made (rubric 2026.1)

            Per day               Points each  Counted up to  At most
            --------------------  -----------  -------------  -------
            Prompts               5            10                  50
            Agent sessions        10           2                   20
            Review requests       10           1                   10
            Accepted suggestions  1            20                  20
            A day                 –            –                  100

            Your score is your points divided by your counted days: working days of yours that are settled, on which you were not on leave and all of your tools could be seen. Other days cost you nothing.
            Heavy: 25.0 or more, with use on at least 50% of the counted days. No use seen: none in 28 days that could be seen. Light: everything between. With fewer than 28 days of a licence, or fewer than 10 counted days, there is no tier.
            Who sees what
            You see all of it. I tell nobody else your score or your tier: no manager, no colleague. Who has a team can be given rounded numbers about it, without names and only of 5 people at the very least. Those who run the service may look only to run it, and every look at your data is recorded, yours too.
            When it is updated
            Whenever new reports arrive. A day is final on the fourth day after it, because vendors report late; days are UTC days.
            Questions, or something wrong? ai-help@example.com.

            [My score] [What can't you see?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Help_lists_what_can_be_asked_and_names_a_person()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("help")).Gets(
            """
            What you can ask me
            Type it in your own words; I only ever talk about you, and only to you.
            what's my score – your score, what it means, and what I could not see
            why – line by line how the score came about, week by week and day by day
            what would move me – what would take you to the next tier, and whether this quarter has room for it
            how do i compare – where you stand beside the middle of your line of business; never a rank
            what can't you see about me – which of your days and tools the data could not see
            this is wrong – contest what is said of you; a person looks at it and decides with reasons
            appeal status – what you contested: where it stands, and what comes next
            team digest – for who has reports: rounded numbers about the team, without names
            who am i to you – who you are to me: the accounts that are linked to you
            digest now – your last week, now; “digest settings” changes or stops the weekly one
            what is this for – what the score is for and not for, how it is counted, who sees what
            help – this list, and the person to turn to
            To talk to a person: ai-help@example.com.

            [My score] [Why?] [What is this for?]
            """);
    }

    [Fact]
    public async Task Greetings_silence_thanks_and_another_language_get_an_answer()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("hi")).Gets(
            """
            Hello! I tell you what the AI-tool usage data says about you, and where it is blind.
            Try “what's my score”, “why” or “what can't you see about me”.

            [My score] [What is this for?] [Help]
            """);

        (await ada.Says("hola")).Gets(
            """
            ¡Hola! I answer in English for now, sorry. I tell you what the AI-tool usage data says about you.
            Try “what's my score”, “why” or “what can't you see about me”.

            [My score] [What is this for?] [Help]
            """);

        (await ada.Says("")).Gets(
            """
            I'm listening. Ask me in words, or press a button.

            [My score] [What is this for?] [Help]
            """);

        (await ada.Says("thanks")).Gets(
            """
            You're welcome. I'm here when you need me.

            [My score] [What is this for?] [Help]
            """);
    }

    [Fact]
    public async Task A_question_about_somebody_else_is_declined_kindly()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("what is Bob's score")).Gets(
            """
            I only talk with people about themselves, so I can't answer that about anybody else, and I keep no list. Nobody can ask me about you either.
            What I can tell you: your own score, why it is what it is, and where you stand beside the middle of your line of business. Who has a team can ask for “team digest”: rounded numbers, no names.

            [My score] [How do I compare?] [What is this for?]
            """);
    }

    [Fact]
    public async Task What_is_not_understood_gets_the_nearest_suggestions()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("flurble")).Gets(
            """
            I'm not sure what you are asking. Perhaps one of these:

            [My score] [Why?] [Help]
            """);
    }

    [Fact]
    public async Task What_can_be_read_in_two_ways_is_asked_back()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("why is this wrong")).Gets(
            """
            I can read that in more than one way. Which did you mean?

            [Why?] [This is wrong]
            """);
    }

    [Fact]
    public async Task In_a_room_nothing_personal_is_said()
    {
        var ada = Company.Talker("ada");

        (await ada.SaysInARoom("my score")).Gets(
            """
            Happy to help, but not here: what I know is personal. Open a private chat with me and ask “what's my score”.
            """);
    }

    [Fact]
    public async Task An_account_nobody_is_known_by()
    {
        var stranger = Company.Talker("stranger");

        (await stranger.Says("my score")).Gets(
            """
            I don't know you yet
            Your account here isn't linked to anybody in the directory I was given, so I have nothing to tell you. I won't guess who you are.
            To put that right, write to ai-help@example.com.
            Ask them to link this account to you. Usage that is already stored is then counted for you.

            [What is this for?] [Help]
            """);

        (await stranger.Says("help")).Begins("What you can ask me");

        (await stranger.Says("what is this for")).Begins("What this is for");
    }

    [Fact]
    public async Task A_new_person_is_welcomed_once()
    {
        await using var company = await Company.On();
        var ada = company.Talker("ada");

        (await ada.Arrives()).Gets(
            """
            Hello Ada Lovelace!
            I am a bot that tells you what the usage data of AI coding tools says about you, line by line, and where it is blind.
            What is measured. For each day, how many prompts, agent sessions, review requests and accepted suggestions GitHub Copilot, Claude Code, ChatGPT and Codex report of your accounts. Never what you wrote, and never your code.
            What for. For finding help and training that is useful to you. Not for performance reviews, ranking or pay.
            Who sees what. You see all of it: ask “what's my score” and “why”. I tell nobody else your score or your tier: no manager, no colleague. Those who run the service may look only to run it, and every look at your data is recorded.
            Who leads a group is told rounded numbers about it, without names and only of 5 people at the very least. You count in them once you have been told this.
            If something is wrong, say “this is wrong”: a person looks at it and gives you reasons.
            Weekly summaries. I send you one of your own week, and only you. Say “stop digest” and they stop; it changes nothing else, and nobody is told.
            Whom to ask: ai-help@example.com.
            Who answers for the data: privacy@example.com.
            Policy: version demo-1.
            Try “what's my score”, “why”, “what can't you see about me”, or “help”.

            [My score] [What is this for?] [Help]
            """);

        Assert.Null((await ada.Arrives()).Answer);
    }

    [Fact]
    public async Task A_button_of_a_command_that_is_gone_gets_suggestions()
    {
        var heard = await Company.Talker("ada").PressesHostile("score.of", new Dictionary<string, string>(StringComparer.Ordinal) { ["person"] = "grace@example.com" });

        heard.Begins("I'm not sure what you are asking. Perhaps one of these:");
    }

    [Fact]
    public async Task Ten_thousand_characters_get_an_answer()
    {
        var heard = await Company.Talker("ada").Says(string.Concat(Enumerable.Repeat("lorem ipsum ", 900)));

        heard.Begins("That is a lot to read for me. Could you ask in one sentence? Perhaps one of these:");
    }
}
