using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Groups;

public sealed class FrozenPairTests
{
    private static readonly Verdict[] WithoutTier =
    [
        new(VerdictKind.UnderReview), new(VerdictKind.Exempt), new(VerdictKind.OnLeave), new(VerdictKind.TooNew),
        new(VerdictKind.NotMeasurable, Reason.TelemetryOff), new(VerdictKind.NotMeasurable, Reason.NoLicence),
    ];

    [Fact]
    public void A_frozen_persons_managers_see_byte_for_byte_what_those_of_a_person_without_data_see()
    {
        var pairs = 0;
        var told = 0;
        Seeds.Hold(1000, seed =>
        {
            var organisation = new RandomOrganisation(seed);
            var random = new Random(seed);
            var person = Company.Id(random.Next(organisation.Managers.Length));
            string With(Verdict verdict, bool noticed = true)
            {
                organisation.Classes[person] = MemberClasses.Of(verdict, noticed);
                return Everything(organisation);
            }

            var frozen = With(new Verdict(VerdictKind.UnderReview));
            Assert.Equal(frozen, With(WithoutTier[random.Next(WithoutTier.Length)]));
            Assert.Equal(frozen, With(new Verdict(VerdictKind.Heavy), noticed: false));
            organisation.Classes.Remove(person);
            Assert.Equal(frozen, Everything(organisation));
            told += frozen == With(new Verdict(VerdictKind.Heavy)) ? 0 : 1;
            pairs++;
        });

        Assert.Equal(1000, pairs);
        Assert.True(told > 50, $"Only {told} outputs noticed a heavy person: such an output would hide a freeze by saying nothing.");
    }

    private static string Everything(RandomOrganisation organisation)
    {
        var publication = organisation.Publish();
        return string.Join('\n', organisation.Tree.Heads.Select(head => publication.For(head, head)));
    }
}
