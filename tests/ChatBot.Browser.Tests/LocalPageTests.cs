using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace ChatBot.Browser.Tests;

public sealed class LocalPageTests(LocalService service) : IClassFixture<LocalService>
{
    private readonly ConcurrentBag<string> problems = [];

    [ChromiumFact]
    public async Task Somebody_asks_about_the_list_presses_why_and_the_card_changes_in_its_place()
    {
        var page = await service.Page(problems);
        await LocalService.Pick(page, "Heavy use");
        await LocalService.Say(page, "am I on the naughty list?");
        var card = page.Locator(".turn.bot").Last;
        await Assertions.Expect(card.GetByRole(AriaRole.Heading)).ToContainTextAsync("Heavy");
        await Assertions.Expect(page.GetByText("naughty")).ToHaveCountAsync(1);
        await LocalService.Keep(page, "local-score");
        var turns = await page.Locator(".turn").CountAsync();
        var id = await card.GetAttributeAsync("id");

        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Why?" }).ClickAsync();

        await Assertions.Expect(page.Locator("#" + id).GetByRole(AriaRole.Heading).First).ToContainTextAsync("Why");
        Assert.Equal(turns, await page.Locator(".turn").CountAsync());
        await Assertions.Expect(page.Locator("#" + id)).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Card changed.");
        await LocalService.Keep(page, "local-why");
        Assert.Empty(problems);
    }

    [ChromiumFact]
    public async Task The_list_has_people_of_many_situations_and_finds_one_by_e_mail()
    {
        var page = await service.Page(problems);
        await page.GotoAsync("/");
        await LocalService.Keep(page, "local-people", whole: true);

        foreach (var situation in new[] { "Heavy use", "Light use", "No use seen", "New here", "A close call", "Account not linked", "Telemetry off", "Old client", "On leave", "Manager", "Reviewer" })
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = situation, Exact = true })).ToHaveCountAsync(1);
        }

        var email = await page.Locator(".email").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync(email[..^4]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".email")).ToHaveTextAsync(email);
        Assert.Empty(problems);
    }

    [ChromiumFact]
    public async Task It_fits_a_phone_by_day_and_by_night()
    {
        foreach (var (scheme, name) in new[] { (ColorScheme.Light, "day"), (ColorScheme.Dark, "night") })
        {
            var page = await service.Page(problems, width: 360, scheme);
            await page.GotoAsync("/");
            Assert.True(await Fits(page));
            await LocalService.Keep(page, $"phone-people-{name}");
            await LocalService.Pick(page, "Light use");
            foreach (var text in new[] { "score", "why", "coverage", "history" })
            {
                var before = await page.Locator(".turn").CountAsync();
                await LocalService.Say(page, text);
                await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(before + 2);
                Assert.True(await Fits(page), $"{text} is wider than the phone.");
                await LocalService.Keep(page, $"phone-{name}-{text}");
            }
        }

        Assert.Empty(problems);
    }

    [ChromiumFact]
    public async Task It_can_be_used_with_the_keyboard_alone()
    {
        var page = await service.Page(problems);
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("To the content")).ToBeFocusedAsync();
        await Tab(page, page.Locator(".person").First);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Your message")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("score");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Your message")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Your message")).ToHaveValueAsync(string.Empty);
        var why = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Why?" }).Last;
        await why.WaitForAsync();
        for (var step = 0; step < 40 && !await why.EvaluateAsync<bool>("button => button === document.activeElement"); step++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".turn:focus")).ToContainTextAsync("Why");
        Assert.Empty(problems);
    }

    [ChromiumFact]
    public async Task It_works_without_script()
    {
        var page = await service.Page(problems, script: false);
        await LocalService.Pick(page, "Heavy use");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Start over" }).ClickAsync();
        await LocalService.Say(page, "what's my score");
        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Why?" }).ClickAsync();

        await Assertions.Expect(page.Locator(".turn")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".turn.bot").GetByRole(AriaRole.Heading).First).ToContainTextAsync("Why");
        Assert.Empty(problems);
    }

    [ChromiumFact]
    public async Task A_screen_reader_finds_its_way()
    {
        var page = await service.Page(problems);
        await LocalService.Pick(page, "Telemetry off");
        await LocalService.Say(page, "what's my score");
        await Assertions.Expect(page.Locator(".turn.bot").Last).ToContainTextAsync("Rubric");

        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Log, new PageGetByRoleOptions { Name = "Conversation" })).ToHaveCountAsync(1);
        var nameless = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea')]
              .filter(x => !(x.innerText?.trim() || x.labels?.length || x.getAttribute('aria-label'))).map(x => x.outerHTML)
            """);
        Assert.Empty(nameless);
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await LocalService.Keep(page, "local-telemetry-off");
        Assert.Empty(problems);
    }

    private static Task<bool> Fits(IPage page) => page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth");

    private static async Task Tab(IPage page, ILocator to)
    {
        for (var step = 0; step < 60 && !await to.EvaluateAsync<bool>("element => element === document.activeElement"); step++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
    }
}
