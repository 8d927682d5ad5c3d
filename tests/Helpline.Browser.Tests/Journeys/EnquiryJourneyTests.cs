using System.Text.RegularExpressions;
using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>A written question: asked on a phone without scripts, answered at the console, read by the link, rated.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EnquiryJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Enquiry_AskedWithoutScripts_IsAnsweredReadAndRated()
    {
        await using var parent = await browsers.VisitorAsync(width: 375, javaScript: false);
        var page = parent.Page;
        await page.GotoAsync("/ask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start now" }).ClickAsync();

        // Nothing typed: the error is beside the field and in the summary.
        await ContinueAsync(page);
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        await page.Locator("textarea").FillAsync("The council says my son is too clever for an EHC plan. Can they refuse to assess him?");
        await ContinueAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("These may already answer you");
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await ContinueAsync(page);

        // The letter came seven weeks ago: two months to appeal leave less than 14 days.
        var letter = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-49);
        await page.GetByLabel("The council wrote its decision").CheckAsync();
        await page.GetByLabel("Day").FillAsync($"{letter.Day}");
        await page.GetByLabel("Month").FillAsync($"{letter.Month}");
        await page.GetByLabel("Year").FillAsync($"{letter.Year}");
        await ContinueAsync(page);
        await ContinueAsync(page);
        await page.GetByLabel("Where does the child or young person live?").FillAsync("Guildford");
        await ContinueAsync(page);
        await page.GetByLabel("Email me when the answer is there").CheckAsync();
        await ContinueAsync(page);
        await page.GetByLabel("What is your email address?").FillAsync("rowan@example.org");
        await ContinueAsync(page);
        await ContinueAsync(page);
        await ContinueAsync(page);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Surrey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my question" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("We have your question");
        await Assertions.Expect(page.Locator("main a[href^='/deadlines/clock?event=decision-letter']")).ToBeVisibleAsync();

        // The adviser answers with an article, saved while typing.
        await using var adviser = await browsers.VisitorAsync();
        await adviser.SignInAsync("adviser2");
        var console = adviser.Page;
        await console.Locator("html[data-ready='true']").WaitForAsync();
        await adviser.AvailableAsync();
        await Assertions.Expect(console.Locator(".console-offer")).ToContainTextAsync("written enquiry", new() { IgnoreCase = true });
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator("#clock")).ToContainTextAsync("SEN appeal must reach the SEND Tribunal");
        await console.Locator("#draft").FillAsync("They cannot refuse because a child is bright. ");
        await Assertions.Expect(console.Locator("#draft-saved")).ToHaveTextAsync("Saved");
        await console.Locator("#draft").FocusAsync();
        await console.Keyboard.PressAsync("Control+End");
        await console.Locator("#search-q").FillAsync("refused an assessment");
        await console.Locator(".console-result").First.WaitForAsync();
        await console.Locator("[data-cite]").First.ClickAsync();
        await Assertions.Expect(console.Locator("#draft")).ToHaveValueAsync(new Regex(@"\]\(/advice/"));
        await Assertions.Expect(console.Locator("#draft-saved")).ToHaveTextAsync("Saved");
        await console.Keyboard.PressAsync("Alt+k");
        await console.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Locator("#draft")).ToHaveValueAsync(new Regex(@"\]\(/advice/.*\) [A-Z].*\."));
        await Assertions.Expect(console.Locator("#draft")).ToBeFocusedAsync();
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+t");
        var opened = await console.Context.RunAndWaitForPageAsync(() => console.Keyboard.PressAsync("Enter"));
        await Assertions.Expect(opened.Locator("[data-letter]")).ToContainTextAsync("Surrey");
        await adviser.AssertGoodAsync(opened);
        await opened.CloseAsync();
        await Assertions.Expect(console.Locator("#draft-saved")).ToHaveTextAsync("Saved");
        await console.ReloadAsync();
        await Assertions.Expect(console.Locator("#draft")).ToHaveValueAsync(new Regex("bright"));
        await console.Keyboard.PressAsync("Alt+Enter");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Wrap-up");
        await console.Locator("#DispositionCode").SelectOptionAsync("email-reply");
        await Assertions.Expect(console.Locator("#saved")).ToHaveTextAsync("Saved");
        await console.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(console.Locator("#nothing")).ToBeVisibleAsync();
        await console.Keyboard.PressAsync("Alt+0");

        // The mail holds a link, not the answer; the link opens the thread; the rating is kept.
        await page.GotoAsync("/dev/mailbox");
        var mails = await page.Locator("main").InnerTextAsync();
        Assert.DoesNotContain("bright", mails, StringComparison.Ordinal);
        await using var reader = await browsers.VisitorAsync(width: 375);
        await reader.Page.GotoAsync("/dev/mailbox");
        await Assertions.Expect(reader.Page.Locator(".app-mail").First).ToBeVisibleAsync();
        await reader.AssertGoodAsync();
        await page.Locator("a[href*='/enquiries/'][href*='key=']").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("They cannot refuse because a child is bright.");
        Assert.DoesNotContain("key=", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("main a[href^='/advice/']").First).ToBeVisibleAsync();
        foreach (var question in await page.Locator("#rating fieldset").AllAsync())
        {
            await question.GetByRole(AriaRole.Radio).Last.CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Tell us" }).ClickAsync();
        await Assertions.Expect(page.Locator("#rating")).ToContainTextAsync("Thank you");
    }

    private static Task ContinueAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
}
