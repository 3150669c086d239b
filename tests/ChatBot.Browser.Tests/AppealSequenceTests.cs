using System.Collections.Concurrent;
using System.Globalization;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace ChatBot.Browser.Tests;

/// <summary>The service on a Wednesday morning in Europe: people can be written to.</summary>
public sealed class WednesdayService : IAsyncLifetime
{
    /// <summary>The service.</summary>
    internal LocalService Service { get; } = new() { Now = "2026-11-25T09:00:00Z" };

    public Task InitializeAsync() => Service.InitializeAsync();

    public Task DisposeAsync() => Service.DisposeAsync();
}

/// <summary>
/// An appeal from the score card to the reasons, on the local page at phone width. Each step leaves a picture <c>appeal-NN-*.png</c> among the
/// screenshots, so that one can look through them like a film.
/// </summary>
public sealed class AppealSequenceTests(WednesdayService wednesday) : IClassFixture<WednesdayService>
{
    private const string Upheld = "The report itself shows chats on these days, and the editor sent no details of them.";
    private const string Declined = "The data of these days is there, and it shows what was counted on each of them.";

    private readonly ConcurrentBag<string> problems = [];
    private readonly LocalService service = wednesday.Service;
    private int picture;

    [ChromiumFact]
    public async Task Somebody_with_telemetry_off_appeals_a_reviewer_upholds_it_in_part_and_the_score_follows()
    {
        var (person, reviewer) = await Pick();
        var theirs = await Open(person);
        await Says(theirs, "what's my score", "Can't be measured");
        await Keep(theirs, "score");
        await Presses(theirs, "This is wrong", "Let's get it right");
        await Keep(theirs, "form");
        await Pick(theirs, "ground", ((int)Ground.NotCaptured).ToString(CultureInfo.InvariantCulture));
        var days = Last(theirs).Locator("[name=days]");
        Assert.True(await days.CountAsync() >= 3);
        await days.Nth(1).CheckAsync();
        await days.Nth(await days.CountAsync() - 1).CheckAsync();
        await Last(theirs).Locator("[name=text]").FillAsync("I chat with Copilot every day; my editor's telemetry is switched off by our team's image.");
        await Keep(theirs, "form-filled");
        await Presses(theirs, "Send", "What happens next");
        await Keep(theirs, "receipt");
        await Says(theirs, "what's my score", "Under review since");
        await Keep(theirs, "under-review");

        var reviews = await Open(reviewer);
        await Says(reviews, "queue", "Cases to review");
        await Keep(reviews, "queue");
        await Assertions.Expect(Last(reviews)).Not.ToContainTextAsync(person);
        await Presses(reviews, "Take", "Case A-");
        await Keep(reviews, "case");
        await Presses(reviews, "What would it change?", "What would it change?");
        await Pick(reviews, "outcome0", "upheld");
        await Pick(reviews, "fix0", "proposal");
        await Pick(reviews, "outcome1", "declined");
        await Keep(reviews, "choices");
        await Presses(reviews, "Show", "Before and after");
        await Keep(reviews, "preview");
        await Presses(reviews, "Decide so", "Decide on case");
        await Last(reviews).Locator("[name=reason0]").FillAsync(Upheld);
        await Last(reviews).Locator("[name=reason1]").FillAsync(Declined);
        await Keep(reviews, "reasons-written");
        await Presses(reviews, "Decide", "Upheld in part.");
        await Keep(reviews, "decided");

        var message = theirs.Locator(".turn.bot").Filter(new LocatorFilterOptions { HasText = Upheld });
        for (var tries = 0; await message.CountAsync() == 0; tries++)
        {
            Assert.True(tries < 100, "The decision did not reach the person.");
            await theirs.ReloadAsync();
        }

        await Assertions.Expect(message).ToContainTextAsync(Declined);
        await Keep(theirs, "reasons");
        await Presses(theirs, "Old and new", "Before");
        await Keep(theirs, "old-and-new");
        await Says(theirs, "what's my score", "counted days");
        await Assertions.Expect(Last(theirs)).Not.ToContainTextAsync("under review");
        await Keep(theirs, "new-score");
        await Says(theirs, "digest now", "Your week");
        await Keep(theirs, "new-digest");
        Assert.Empty(problems);
    }

    /// <summary>Somebody in Europe whose telemetry is off, and a reviewer who is independent of them.</summary>
    private async Task<(string Person, string Reviewer)> Pick()
    {
        await using var scope = service.Parts.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDb>();
        var people = await (
            from sheet in db.ScoreSheets
            where sheet.Quarter == "2026-Q4" && sheet.ReplacedAt == null && sheet.Reason == Reason.TelemetryOff.Name
            join one in db.People on sheet.Person equals one.Id
            where one.TimeZone!.StartsWith("Europe/") && !db.Leave.Any(leave => leave.Person == one.Id)
                && !db.PersonFacts.Any(fact => fact.Person == one.Id && fact.Kind == "working_days" && !fact.Value.Contains("Wed"))
            orderby one.Email
            select one).ToListAsync();
        var person = people[0];
        var chart = await OrgCharts.Around(db, [person.Id], new(2026, 11, 25), default);
        var reviewer = await db.People.Where(x => x.Roles.Contains("reviewer")).OrderBy(x => x.Email).ToListAsync();
        var about = new Appeal
        {
            Id = Guid.Empty, Person = person.Id, Quarter = new(2026, 4), Ground = Ground.Other, Parts = [], FiledAt = DateTimeOffset.UnixEpoch,
            Calendar = CaseCalendar.Of("", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(), DateTimeOffset.UnixEpoch),
        };
        return (person.Email, reviewer.First(one => Independence.Of(chart, about, one.Id) == Conflict.None).Email);
    }

    private async Task<IPage> Open(string email)
    {
        var page = await service.Page(problems, width: 420);
        await page.SetViewportSizeAsync(420, 3000); // A phone's width; so high that nothing lies over the card that is kept.
        await page.GotoAsync($"/chat/{Uri.EscapeDataString(email)}");
        return page;
    }

    private static ILocator Last(IPage page) => page.Locator(".turn.bot").Last;

    private static async Task Says(IPage page, string text, string answer)
    {
        await LocalService.Say(page, text);
        await Assertions.Expect(Last(page)).ToContainTextAsync(answer);
    }

    /// <summary>Presses the first button of the last card whose title begins so; the answer takes the card's place.</summary>
    private static async Task Presses(IPage page, string title, string answer)
    {
        await Last(page).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = title }).First.ClickAsync();
        await Assertions.Expect(Last(page)).ToContainTextAsync(answer);
    }

    private static async Task Pick(IPage page, string input, string value)
    {
        var one = Last(page).Locator($"[name={input}]");
        if (await one.First.EvaluateAsync<string>("input => input.tagName") == "SELECT")
        {
            await one.SelectOptionAsync(value);
        }
        else
        {
            await Last(page).Locator($"[name={input}][value='{value}']").CheckAsync();
        }
    }

    /// <summary>A picture of the last card.</summary>
    private Task<byte[]> Keep(IPage page, string name) => Last(page).ScreenshotAsync(new LocatorScreenshotOptions
    {
        Path = Path.Combine(LocalService.Screenshots, string.Create(CultureInfo.InvariantCulture, $"appeal-{++picture:00}-{name}.png")),
    });
}
