using ChatBot.Domain.Access;

namespace ChatBot.Domain.Tests.Access;

public sealed class AccessRuleTests
{
    private static readonly Guid Ada = new("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Bo = new("22222222-2222-4222-8222-222222222222");

    [Fact]
    public void Only_oneself_and_the_operator_may_look_whoever_asks_for_whatever()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var purpose in Enum.GetValues<Purpose>())
            {
                Assert.False(AccessRule.Allows(new Viewer(Bo, role, purpose), Ada));
                Assert.Equal(role == Role.Engineer && purpose == Purpose.OwnInsight, AccessRule.Allows(new Viewer(Ada, role, purpose), Ada));
                Assert.Equal(role == Role.Operator && purpose is (Purpose.Scoring or Purpose.Operation), AccessRule.Allows(new Viewer(null, role, purpose), Ada));
            }
        }
    }
}
