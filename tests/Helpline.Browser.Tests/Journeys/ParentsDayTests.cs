using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>
/// A parent's day, on a phone with scripts off: how long has the council left, and what do I write to it? Once from the home page, once
/// from the search box.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ParentsDayTests(Browsers browsers)
{
    [Fact]
    public async Task FromTheHomePage_ADateGivesTheCouncilsLastDayAndALetterToSend()
    {
        await using var parent = await browsers.VisitorAsync(width: 375, javaScript: false);
        var page = parent.Page;
        await page.GotoAsync("/");

        await page.Locator("#event").SelectOptionAsync(new SelectOptionValue { Label = "The council received a request for an EHC needs assessment" });
        await EnterAsync(page, "5", "10", "2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the deadlines" }).ClickAsync();

        Assert.Contains("Monday 16 November 2026", await page.Locator("#duties").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Chase a decision or plan that is late" }).ClickAsync();
        Assert.Equal("Chase a decision or plan that is late", (await page.Locator("h1").InnerTextAsync()).Trim());
        Assert.Contains("regulation 5", await page.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task FromSearch_ARefusalLeadsToTheLastDayOfTheAppealAndTheLetter()
    {
        await using var parent = await browsers.VisitorAsync(width: 375, javaScript: false);
        var page = parent.Page;
        await page.GotoAsync("/");

        await page.GetByLabel("Describe the problem in your own words").FillAsync("council refused to assess my son, how long have I got");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "The council has refused to assess my child" }).First.ClickAsync();
        await page.Locator("main a[href*='deadlines'][href*='sen-appeal-two-months']").First.ClickAsync();
        await EnterAsync(page, "5", "10", "2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Work it out" }).ClickAsync();
        Assert.Contains("5 December 2026", await page.Locator(".app-due").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/letter-check");
        await page.GetByRole(AriaRole.Link, new() { Name = "The council will not assess my child" }).ClickAsync();
        foreach (var answer in new[] { "No", "Yes", "No", "Yes", "I am not sure", "Yes", "Yes" })
        {
            await page.GetByLabel(answer, new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        }

        await EnterAsync(page, "5", "10", "2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        Assert.Contains("3 things are not as they should be", await page.Locator("#missing").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Saturday 5 December 2026", await page.Locator(".app-due").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ask for the reasons for a refusal" }).ClickAsync();
        Assert.Equal("Ask for the reasons for a refusal", (await page.Locator("h1").InnerTextAsync()).Trim());
    }

    [Fact]
    public async Task OnPaper_AGuide_KeepsItsStepsAndDropsWhatIsForTheScreen()
    {
        await using var parent = await browsers.VisitorAsync();
        await parent.Page.GotoAsync("/guides/appealing");
        await parent.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await parent.Page.Locator(".app-steps").IsVisibleAsync());
        foreach (var hidden in new[] { ".govuk-service-navigation__wrapper", ".app-footer", ".app-helpful", ".govuk-breadcrumbs", "[data-print]" })
        {
            Assert.False(await parent.Page.Locator(hidden).First.IsVisibleAsync(), hidden);
        }
    }

    // The first date of the page: a second one is only for some.
    private static async Task EnterAsync(IPage page, string day, string month, string year)
    {
        await page.GetByLabel("Day", new() { Exact = true }).First.FillAsync(day);
        await page.GetByLabel("Month", new() { Exact = true }).First.FillAsync(month);
        await page.GetByLabel("Year", new() { Exact = true }).First.FillAsync(year);
    }
}
