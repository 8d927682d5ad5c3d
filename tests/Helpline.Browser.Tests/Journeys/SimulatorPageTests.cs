using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>The pretend phone by itself: several at once, and what it says to a wrong number.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SimulatorPageTests(Browsers browsers)
{
    [Fact]
    public async Task Ring_WithANumberThatIsNone_SaysSoBesideTheFieldAndInTheSummary()
    {
        await using var visitor = await browsers.VisitorAsync(width: 375);
        await RingAsync(visitor.Page, "banana");
        await Assertions.Expect(visitor.Page.Locator("#problems a[href='#from']")).ToContainTextAsync("Enter a number");
        await Assertions.Expect(visitor.Page.Locator("#from-error")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#from")).ToBeFocusedAsync();
        await visitor.AssertGoodAsync();
    }

    [Fact]
    public async Task Ring_ThreePhonesAtOnce_EachHearsUsAndHangsUp()
    {
        await using var visitor = await browsers.VisitorAsync();
        var page = visitor.Page;
        List<string> refused = [];
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                refused.Add($"{response.Status} {new Uri(response.Url).AbsolutePath}");
            }
        };
        foreach (var number in new[] { "+447700900401", "+447700900402", "anonymous" })
        {
            await RingAsync(page, number);
        }

        await Assertions.Expect(page.Locator(".phone")).ToHaveCountAsync(3);
        foreach (var phone in await page.Locator(".phone").AllAsync())
        {
            await Assertions.Expect(phone.Locator(".phone-screen")).ToContainTextAsync("national helpline", new() { Timeout = 60_000 });
        }

        await visitor.AssertGoodAsync();
        foreach (var phone in await page.Locator(".phone").AllAsync())
        {
            await phone.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
            await Assertions.Expect(phone.Locator(".phone-status")).ToHaveTextAsync("the call is over");
            await Assertions.Expect(phone.GetByRole(AriaRole.Button, new() { Name = "Hang up" })).ToBeDisabledAsync();
        }

        Assert.Empty(refused);
    }

    private static async Task RingAsync(IPage page, string number)
    {
        if (!page.Url.EndsWith("/simulator", StringComparison.Ordinal))
        {
            await page.GotoAsync("/simulator");
        }

        await page.GetByLabel("Ring from").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ring", Exact = true }).ClickAsync();
    }
}
