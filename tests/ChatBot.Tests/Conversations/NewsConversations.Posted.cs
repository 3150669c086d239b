using ChatBot.Cards;
using ChatBot.Channels.Web;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Tests.Features.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>What becomes of cards that told a score which a ruling corrected.</summary>
public sealed partial class NewsConversations
{
    [Theory]
    [InlineData("appeals.show", false)]
    [InlineData("score.show", true)]
    public async Task What_stands_in_place_of_an_earlier_card_is_replaced_only_where_it_tells_the_score_too(string pressed, bool replaced)
    {
        await using var company = await Company.Appealing();
        var (page, earlier) = (company.Parts.GetRequiredService<WebTurns>(), (await Web(company, "tess", "what's my score")).Number);
        await Press(page, pressed, earlier);
        var stands = All(company, "tess").Single(x => x.Number == earlier).Summary;
        var filed = await Filed.Case(company, "tess");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        await Rule(company, filed, "rita", Credit());

        await SendAll(company);
        await company.SendDue();

        Assert.Equal(replaced ? 1 : 0, await company.Query(db => db.Deliveries.CountAsync(x => x.Kind == "posted")));
        var now = All(company, "tess").Single(x => x.Number == earlier);
        Assert.Equal(replaced, CardText.Render(now.Card!).StartsWith("This was corrected", StringComparison.Ordinal));
        Assert.Equal(!replaced, now.Summary == stands);
    }

    [Fact]
    public async Task A_card_that_gives_its_place_to_an_answer_after_the_ruling_is_let_be_too()
    {
        await using var company = await Company.Appealing();
        var earlier = (await Web(company, "tess", "what's my score")).Number;
        var filed = await Filed.Case(company, "tess");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        await Rule(company, filed, "rita", Credit());
        await Press(company.Parts.GetRequiredService<WebTurns>(), "appeals.show", earlier);
        var stands = All(company, "tess").Single(x => x.Number == earlier).Summary;

        await SendAll(company);

        var row = await company.Query(db => db.Deliveries.SingleAsync(x => x.Kind == "posted"));
        Assert.Equal((DeliveryState.WithheldAtSend, "Gone"), (row.State, row.Code));
        Assert.Equal(stands, All(company, "tess").Single(x => x.Number == earlier).Summary);
    }

    private static Task<Exchange> Press(WebTurns page, string command, int card) =>
        page.Take(new WebEvent("tess@example.com", TurnKind.Pressed, string.Empty, command, [], card), default);
}
