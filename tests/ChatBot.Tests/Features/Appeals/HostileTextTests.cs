using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>Whatever people write into a form is kept as it is and shown as text, on every channel; what is too long is refused with the number.</summary>
public sealed class HostileTextTests
{
    private const string Mark = "evil.example";

    /// <summary>Makes a reason of any text.</summary>
    private const string After = " That is why these days are to be looked at anew.";

    private static readonly string[] Texts =
    [
        Company.Hostile,
        "<!channel> <!here> <@U024BE7LH> <https://evil.example|press> &lt;!everyone&gt; *bold* _it_ `code`",
        "[press](https://evil.example) ![x](https://evil.example/x.png) # head\n- list\n> quote\n\n---\n<a href=\"https://evil.example\">a</a><img src=x onerror=alert(1)>",
        "\u202Eevil.example\u2066 \u05D0\u05D1 \u200B\u200D zalgo\u0301\u0301\u0301",
        "${score} ${if(true,'evil.example','')} {{DATE(2026-11-23T00:00:00Z)}} \",\"type\":\"Action.OpenUrl\",\"url\":\"https://evil.example\"",
        "nul\0nul and half a pair \uD83D evil.example",
        new string('x', 1_988) + Mark,
    ];

    public static IEnumerable<object[]> Numbers() => Enumerable.Range(0, Texts.Length).Select(number => new object[] { number });

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task What_is_written_is_kept_and_shown_as_text_to_both(int number)
    {
        var text = Texts[number];
        await using var company = await Company.Appealing();
        var (ada, rita) = (company.Talker("ada"), company.Talker("rita"));
        var cards = new List<JsonObject>();

        await ada.Says("this is wrong");
        cards.Add(Card(await ada.Presses("Send", ("ground", "3"), ("days", "2026-10-05..2026-10-09"), ("from", "2026-10-05"), ("to", "2026-10-09"), ("text", text))));
        var reference = await company.Query(db => db.Appeals.Select(x => x.Reference).SingleAsync());
        await Press(company, "rita", "case.claim");
        cards.Add(Card(await Show(rita, "case.show", reference)));
        cards.Add(Card(await Press(company, "rita", "case.ask", ("question", text))));
        cards.Add(Card(await Show(ada, "appeal.show", reference)));
        cards.Add(Card(await Show(ada, "appeal.say", reference)));
        cards.Add(Card(await Press(company, "ada", "appeal.answer", ("text", text))));
        cards.Add(Card(await Press(company, "ada", "appeal.add", ("text", text))));
        cards.Add(Card(await Show(rita, "case.show", reference)));
        cards.Add(Card(await Show(rita, "case.ruleform", reference, ("outcome0", "upheld"), ("fix0", "workarea"), ("area0", text), ("reason0", text))));
        cards.Add(Card(await Show(rita, "case.preview", reference, ("outcome0", "upheld"), ("fix0", "workarea"), ("area0", text[..Math.Min(text.Length, 150)]), ("reason0", text))));
        cards.Add(Card(await Press(company, "rita", "case.rule", ("outcome0", "upheld"), ("fix0", "workarea"), ("area0", text[..Math.Min(text.Length, 150)]), ("reason0", text + After[..Math.Min(After.Length, 2_000 - text.Length)]))));
        cards.Add(Card(await Show(ada, "appeal.show", reference)));

        var kept = text.Replace("\0", string.Empty, StringComparison.Ordinal).Replace("\uD83D", string.Empty, StringComparison.Ordinal).Trim();
        var written = await company.Query(db => db.AppealEvents.Where(x => x.Text != null).OrderBy(x => x.Version).Select(x => new { x.What, x.Text }).ToListAsync());
        Assert.Equal(["Filed", "Ask", "Answer", "Add"], written.Select(one => one.What));
        Assert.All(written, one => Assert.Equal(kept, one.Text));
        Assert.Single((await company.Query(db => Cases.Find(db, reference, default)))!.Appeal.Rulings);
        Assert.True(cards.Count(card => card.ToJsonString().Contains(Mark, StringComparison.Ordinal)) >= 6);
        Assert.All(cards, IsHarmless);
    }

    [Theory]
    [InlineData("appeal.file", "text")]
    [InlineData("appeal.add", "text")]
    [InlineData("case.ask", "question")]
    [InlineData("case.rule", "reason0")]
    public async Task A_text_of_2_001_characters_is_refused_with_the_number_and_nothing_is_stored(string verb, string input)
    {
        await using var company = await Company.Appealing();
        if (verb != "appeal.file")
        {
            await Filed.Does(company, await Filed.Case(company, "ada", Ground.WrongAccount), new AppealEvent.Claim(), "rita");
        }

        var before = await company.Query(db => db.AppealEvents.CountAsync());
        var (who, form) = (verb.StartsWith("appeal.", StringComparison.Ordinal) ? "ada" : "rita", new[] { (input, new string('y', 2_001)), ("ground", "7"), ("outcome0", "declined") });
        var heard = await Press(company, who, verb, form);

        Assert.Contains("2,000", heard.Text, StringComparison.Ordinal);
        Assert.Equal(before, await company.Query(db => db.AppealEvents.CountAsync()));
        Assert.Contains(new string('y', 1_900), heard.Answer!.Card.ToJsonString(), StringComparison.Ordinal); // What was written is not lost.
    }

    private static JsonObject Card(Heard heard) => heard.Answer!.Card;

    private static Task<Heard> Show(Talker talker, string command, string reference, params (string Id, string Value)[] more) =>
        talker.PressesHostile(command, more.Append(("case", reference)).ToDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal));

    /// <summary>Presses a good button about the only case.</summary>
    private static async Task<Heard> Press(Company company, string name, string verb, params (string Id, string Value)[] form)
    {
        var row = await company.Query(db => db.Appeals.AsNoTracking().SingleOrDefaultAsync());
        var token = new ActionTokenRow
        {
            Id = Guid.CreateVersion7(company.Now), Person = await company.IdOf(name), Verb = verb, Object = row?.Id.ToString("N") ?? "2026-Q4", Version = row?.Version ?? 0, ExpiresAt = company.Now.AddDays(1),
        };
        await company.Store.Add(token);
        return await company.Talker(name).PressesHostile(verb, form.Append(("token", token.Id.ToString("N"))).ToDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal));
    }

    private static void IsHarmless(JsonObject card)
    {
        // Teams: nobody's text but in elements that show it as it is.
        Assert.DoesNotContain(Strings(card), text => text.Type is not ("TextRun" or "Input.Text") && text.Value.Contains(Mark, StringComparison.Ordinal));
        Assert.DoesNotContain("DATE(2026", string.Join('\n', Strings(card).Where(text => text.Type == "TextBlock").Select(text => text.Value)), StringComparison.Ordinal);

        var html = CardHtml.Render(card, "/press");
        foreach (var tag in (string[])["<script", "<at", "<img", "<a ", "href=\"https://evil", "onerror=alert(1)>"])
        {
            Assert.DoesNotContain(tag, html, StringComparison.OrdinalIgnoreCase);
        }

        var blocks = CardBlocks.IsForm(card) ? CardBlocks.Modal(card).ToJsonString() : JsonSerializer.Serialize(CardBlocks.Message(card).Blocks);
        foreach (var (type, value) in Strings(JsonNode.Parse(blocks)))
        {
            Assert.False(type == "link", $"A link: {value}");
            Assert.False(type == "mrkdwn" && new[] { "<!", "<@", "<http", "<#" }.Any(value.Contains), $"In mrkdwn: {value}");
        }
    }

    /// <summary>Every string with the type of the element that it stands in.</summary>
    private static IEnumerable<(string Type, string Value)> Strings(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(member => member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? [((string?)element["type"] ?? member.Key, value.GetValue<string>())]
            : Strings(member.Value)),
        JsonArray list => list.SelectMany(Strings),
        _ => [],
    };
}
