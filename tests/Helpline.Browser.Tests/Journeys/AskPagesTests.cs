using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>Every page of asking, on a phone with scripts on, so that each can be examined; and the pages that only some people meet.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AskPagesTests(Browsers browsers)
{
    [Fact]
    public async Task AskPages_EachStep_HaveNoSeriousProblem()
    {
        await using var parent = await browsers.VisitorAsync(width: 375);
        var page = parent.Page;
        await page.GotoAsync("/ask/question");
        await ContinueAsync(page);
        await parent.AssertGoodAsync();
        await page.Locator("textarea").FillAsync("The council refuses to assess my daughter. Can I appeal?");
        List<string> seen = [];
        while (!page.Url.Contains("/ask/check", StringComparison.Ordinal) && seen.Count < 12)
        {
            if (page.Url.Contains("/ask/reply", StringComparison.Ordinal))
            {
                await page.GetByLabel("I will come back for it").CheckAsync();
            }

            if (page.Url.Contains("/ask/topic", StringComparison.Ordinal))
            {
                await page.GetByRole(AriaRole.Radio).First.CheckAsync();
            }

            await ContinueAsync(page);
            seen.Add(new Uri(page.Url).AbsolutePath);
            await parent.AssertGoodAsync();
        }

        Assert.Superset(
            new HashSet<string> { "/ask/topic", "/ask/date", "/ask/age", "/ask/place", "/ask/reply", "/ask/name", "/ask/adjustments", "/ask/check" }, seen.ToHashSet());
    }

    [Theory]
    [InlineData("/ask/council")]
    [InlineData("/ask/outside")]
    [InlineData("/ask/email")]
    [InlineData("/ask/expired")]
    [InlineData("/sign-in/not-allowed")]
    public async Task Page_FewPeopleMeet_HasNoSeriousProblem(string address)
    {
        await using var visitor = await browsers.VisitorAsync(width: 375);
        await visitor.Page.GotoAsync(address);
        await visitor.AssertGoodAsync();
    }

    private static Task ContinueAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
}
