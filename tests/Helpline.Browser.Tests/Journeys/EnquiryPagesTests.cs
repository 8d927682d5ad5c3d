using Helpline.Browser.Tests.Running;
using Helpline.Core.Contacts;
using Helpline.Core.Feedback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>The pages only the one who asked ever sees, each examined; and a console whose line is cut while somebody writes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EnquiryPagesTests(Browsers browsers)
{
    [Fact]
    public async Task EnquiryPages_FromConfirmationToThanks_AreGoodAndNothingTypedIsLost()
    {
        // Asked by somebody who will come back with a PIN.
        await using var parent = await browsers.VisitorAsync(width: 375);
        var page = parent.Page;
        var (reference, pin) = await AskAsync(parent);
        await OpenWithPinAsync(parent, reference, pin);
        await parent.AssertGoodAsync();

        // Answered by an adviser whose first fetch and whose line fail for a while.
        await using var adviser = await browsers.VisitorAsync();
        var contactId = await AnswerAsync(adviser);

        // Read, with both forms sent wrongly once.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Written while cut off.");
        await parent.AssertGoodAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send follow-up question" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary a")).ToHaveTextAsync("Enter your follow-up question");
        await parent.AssertGoodAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tell us" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary a")).ToHaveTextAsync("Choose a number from 1 to 5");
        await parent.AssertGoodAsync();

        // The survey by its own link.
        await page.GotoAsync($"/feedback/{await FeedbackTokenAsync(contactId)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tell us" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await parent.AssertGoodAsync();
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tell us" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Thank you for telling us");
        await parent.AssertGoodAsync();
    }

    [Fact]
    public async Task SignIn_WithAMistake_HasNoSeriousProblem()
    {
        await using var visitor = await browsers.VisitorAsync(width: 375);
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.GetByLabel("E-mail address").FillAsync("nobody@helpline.test");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".govuk-error-summary a[href='#Password']")).ToBeVisibleAsync();
        await visitor.AssertGoodAsync();
    }

    private static async Task<(string Reference, string Pin)> AskAsync(Visitor parent)
    {
        var page = parent.Page;
        await page.GotoAsync("/ask/question");
        await page.Locator("textarea").FillAsync("School sends my son home every day at noon. \u0645\u0631\u062d\u0628\u0627 <script>alert(1)</script> \U0001F600");
        for (var i = 0; i < 9 && !page.Url.Contains("/ask/check", StringComparison.Ordinal); i++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        }

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("<script>alert(1)</script>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my question" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("We have your question");
        await parent.AssertGoodAsync();
        return (await page.Locator(".app-reference").InnerTextAsync(), await page.Locator(".app-pin").InnerTextAsync());
    }

    private static async Task OpenWithPinAsync(Visitor parent, string reference, string pin)
    {
        var page = parent.Page;
        await page.GotoAsync("/enquiries");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary a")).ToHaveCountAsync(2);
        await parent.AssertGoodAsync();
        await page.GetByLabel("Reference").FillAsync(reference);
        await page.GetByLabel("PIN", new() { Exact = true }).FillAsync(pin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("An adviser will answer by");
    }

    private static async Task<Guid> AnswerAsync(Visitor adviser)
    {
        var console = adviser.Page;
        await adviser.SignInAsync("adviser4");
        await console.Locator("html[data-ready='true']").WaitForAsync();

        // The offer is pushed, but fetching it fails once: it must come all the same.
        await console.RouteAsync("**/console/offer", route => route.AbortAsync(), new() { Times = 1 });
        await adviser.AvailableAsync();
        await Assertions.Expect(console.Locator(".console-offer")).ToContainTextAsync("written enquiry", new() { IgnoreCase = true });
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+a");
        await console.Locator("#draft").WaitForAsync();
        var contactId = Guid.Parse((await console.Locator("[data-contact]").GetAttributeAsync("data-contact"))!);
        await console.Keyboard.PressAsync("Alt+Enter");
        await Assertions.Expect(console.Locator("#contact-problems a[href='#draft']")).ToBeVisibleAsync();
        await adviser.AssertGoodAsync();

        // Cut off in the middle of a sentence.
        await adviser.SetOfflineAsync(true);
        await console.Keyboard.PressAsync("Alt+y");
        await console.Keyboard.TypeAsync("Written while cut off.");
        await Assertions.Expect(console.Locator("#draft-saved")).ToContainTextAsync("Not saved yet");
        await adviser.SetOfflineAsync(false);
        await Assertions.Expect(console.Locator("#draft-saved")).ToHaveTextAsync("Saved", new() { Timeout = 30_000 });
        await console.ReloadAsync();
        await Assertions.Expect(console.Locator("#draft")).ToHaveValueAsync("Written while cut off.");

        await console.Keyboard.PressAsync("Alt+Enter");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Wrap-up");
        await adviser.AssertGoodAsync();
        await console.Locator("#DispositionCode").SelectOptionAsync("email-reply");
        await Assertions.Expect(console.Locator("#saved")).ToHaveTextAsync("Saved");
        await console.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(console.Locator("#nothing")).ToBeVisibleAsync();
        await console.Keyboard.PressAsync("Alt+0");
        await Assertions.Expect(console.Locator("#presence")).ToHaveTextAsync("offline");
        return contactId;
    }

    private async Task<string> FeedbackTokenAsync(Guid contactId)
    {
        await using var scope = browsers.Helpline.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FeedbackService>().IssueTokenAsync(new ContactId(contactId), TestContext.Current.CancellationToken);
    }
}
