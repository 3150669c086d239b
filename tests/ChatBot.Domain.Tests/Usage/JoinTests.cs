using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Usage;

/// <summary>One act counts once: how readings of one day become one.</summary>
public sealed class JoinTests
{
    private static readonly DateOnly Wednesday = Case.Day(10, 14);

    private static Signals Of(Case some) => some.On(Wednesday).Tools.Single().Signals;

    [Fact]
    public void One_account_in_two_scopes_gives_the_larger_of_each_signal() => Assert.Equal(new Signals(5, 2, 1, 9, null), Of(Case.WithSeat()
        .Reads(Wednesday, new Signals(5, 1, null, 9, null)).Reads(Wednesday, new Signals(3, 2, 1, 0, null), scope: Case.OrganisationScope)));

    [Fact]
    public void Two_accounts_are_summed_and_not_measured_adds_nothing() => Assert.Equal(new Signals(8, 1, null, 0, null), Of(Case.WithSeat().Account(2, Tool.Copilot)
        .Reads(Wednesday, new Signals(5, 1, null, null, null)).Reads(Wednesday, new Signals(3, null, null, 0, null), account: 2)));

    [Fact]
    public void Claude_code_is_api_plus_the_larger_of_subscription_and_enterprise() => Assert.Equal(new Signals(null, 3 + 5, null, 10 + 7, 2 + 9), Of(Case.WithClaudeCode()
        .Reads(Wednesday, new Signals(null, 3, null, 10, 2), scope: Case.ApiScope)
        .Reads(Wednesday, new Signals(null, 2, null, 7, 1), Marks.Subscription, scope: Case.SubscriptionScope)
        .Reads(Wednesday, new Signals(null, 5, null, 4, 9), scope: Case.ClaudeEnterpriseScope)));

    [Fact]
    public void Parts_of_one_scope_are_summed_and_two_organisations_are_not() => Assert.Equal(4, Of(Case.WithClaudeCode()
        .Reads(Wednesday, new Signals(null, 3, null, null, null), scope: Case.ApiScope)
        .Reads(Wednesday, new Signals(null, 1, null, null, null), Marks.Subscription, scope: Case.SubscriptionScope)
        .Reads(Wednesday, new Signals(null, 2, null, null, null), scope: Case.OtherOrganisationScope)).AgentSessions);

    [Fact]
    public void Of_two_sources_of_another_tool_the_larger_counts() => Assert.Equal(new Signals(6, 2, 0, 0, 0), Of(Case.WithSeat().Account(2, Tool.Copilot)
        .Reads(Wednesday, new Signals(6, 0, 0, 0, 0)).Reads(Wednesday, new Signals(4, 2, null, null, null), account: 2, scope: Case.CopilotCsvScope)));

    [Fact]
    public void Codex_speaks_for_a_day_of_unified_usage() => Assert.Equal(new Signals(27, 4, null, null, null), Of(new Case().Account(1, Tool.ChatGpt)
        .Reads(Wednesday, new Signals(27, 4, null, null, null), scope: Case.CodexScope).Reads(Wednesday, default, Marks.Use, scope: Case.UnifiedScope)));

    [Fact]
    public void Hostile_counts_do_not_overflow() => Assert.Equal(int.MaxValue, Of(Case.WithSeat().Account(2, Tool.Copilot)
        .Reads(Wednesday, new Signals(int.MaxValue, 0, 0, 0, 0)).Reads(Wednesday, new Signals(int.MaxValue, 0, 0, 0, 0), account: 2)).Prompts);
}
