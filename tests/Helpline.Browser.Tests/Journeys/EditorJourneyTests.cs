using System.Text.RegularExpressions;
using Helpline.Browser.Tests.Running;
using Helpline.Core.Enquiries;
using Helpline.Knowledge.Editing;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>An editor's day: draft, a mistake with its line, approval, publication, amber, red, a refused citation, recall and the way back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EditorJourneyTests(Browsers browsers)
{
    private const string Slug = "mediation-and-certificates";
    private const string Address = $"/manage/knowledge/articles/{Slug}";

    [Fact]
    public async Task Editor_FromDraftToRecall_ChangesWhatIsServedAndFindsWhoWasAnswered()
    {
        var shipped = browsers.Helpline.Services.GetRequiredService<IContentCheck>().Shipped($"articles/{Slug}.md")!;
        await using var editor = await browsers.VisitorAsync();
        await using var second = await browsers.VisitorAsync();
        await using var adviser = await browsers.VisitorAsync();
        await using var parent = await browsers.VisitorAsync(width: 375, javaScript: false);
        var page = editor.Page;
        await editor.SignInAsync("editor");
        await page.WaitForURLAsync("**/manage/knowledge");
        await editor.AssertGoodAsync();

        // A draft with a mistake: the line is named, beside what stands there.
        await page.GotoAsync(Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit this text" }).ClickAsync();
        var broken = shipped + "\nSee [the rule](provision:no-such-thing).\n";
        await page.Locator("#Body").FillAsync(broken);
        await Assertions.Expect(page.Locator("#autosaved")).ToHaveTextAsync("Saved");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#Body")).ToHaveValueAsync(new Regex("no-such-thing"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and check" }).ClickAsync();
        await Assertions.Expect(page.Locator("#issues")).ToContainTextAsync(new Regex(@"Line \d+: .*no-such-thing"));
        await editor.AssertGoodAsync();

        // Put right, seen as both readers will see it, and handed on.
        await page.Locator("#Body").FillAsync(With(shipped, "The word zedonk makes this findable."));
        await page.GetByLabel("What changes and why").FillAsync("A word to find it by");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and check" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-preview=parent]")).ToContainTextAsync("zedonk");
        await Assertions.Expect(page.Locator("[data-preview=adviser]")).ToContainTextAsync("zedonk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for approval" }).ClickAsync();
        await Assertions.Expect(page.Locator("#open-status")).ToHaveTextAsync("Waits for approval");

        // The second person sees what changes, approves and publishes; a parent finds it within two seconds.
        await second.SignInAsync("admin");
        await second.Page.GotoAsync(Address);
        await Assertions.Expect(second.Page.Locator(".app-diff__added").First).ToContainTextAsync("zedonk");
        await second.AssertGoodAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await Assertions.Expect(second.Page.Locator("tr[data-version='1']")).ToContainTextAsync("Published");
        await FoundAsync(parent.Page, "zedonk");

        // An adviser cites it. The law changes: amber, still citable. Then it is wrong: red, and refused.
        await AnswerAsync(adviser.Page, adviser);
        await adviser.Page.Locator("#search-q").FillAsync("zedonk");
        await adviser.Page.Locator($"[data-cite='{Slug}']").ClickAsync();
        await Assertions.Expect(adviser.Page.Locator("#cited")).ToContainTextAsync("ediation");
        var provision = Regex.Match(shipped, @"provision:(?<id>[\w-]+)").Groups["id"].Value;
        await page.GotoAsync("/manage/knowledge/provisions");
        await page.Locator("#Provision").FillAsync(provision);
        await page.GetByLabel("Day").FillAsync("1");
        await page.GetByLabel("Month").FillAsync("12");
        await page.GetByLabel("Year").FillAsync("2026");
        await page.GetByLabel("What changed").FillAsync("The certificate has a new form");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the change" }).ClickAsync();
        await Assertions.Expect(page.Locator($"[data-change='{provision}']")).ToContainTextAsync("To read again");
        await editor.AssertGoodAsync();
        // The search that counts as finished comes a second after the last key; what it finds is the last to be shown.
        await adviser.Page.RunAndWaitForResponseAsync(
            () => adviser.Page.Locator("#search-q").FillAsync("zedonk "),
            response => response.Url.EndsWith("/console/search", StringComparison.Ordinal) && (response.Request.PostData ?? "").Contains("false", StringComparison.Ordinal));
        await Assertions.Expect(adviser.Page.Locator(".console-result").First).ToContainTextAsync("The certificate has a new form");
        await page.GotoAsync(Address);
        await Assertions.Expect(page.Locator("[data-standing=Amber]")).ToBeVisibleAsync();
        await page.GetByText("Mark as wrong").First.ClickAsync();
        await page.GetByLabel("What is wrong").FillAsync("The period is wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as wrong" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("marked wrong");
        await adviser.Page.Locator($"[data-cite='{Slug}']").ClickAsync();
        await Assertions.Expect(adviser.Page.Locator("[data-cite-error]").First).ToContainTextAsync("marked wrong");
        await adviser.Page.Locator("#draft").FillAsync("An answer that rests on it.");
        await adviser.Page.Locator("[data-send]").ClickAsync();
        await Assertions.Expect(adviser.Page.Locator("#draft-error")).ToContainTextAsync("marked wrong");
        await adviser.AssertGoodAsync();

        // Whoever was answered with it is found and worked off; then the text goes back.
        await RecallAsync(page, editor);
        await RollBackAsync(page, second.Page, parent.Page, shipped);
        await adviser.Page.Locator("[data-uncite]").First.ClickAsync();
        await adviser.Page.Locator("#draft").FillAsync("An answer that rests on nothing wrong.");
        await adviser.Page.Locator("[data-send]").ClickAsync();
        await Assertions.Expect(adviser.Page.Locator(".console-callbar")).ToContainTextAsync("Wrap-up");
        await adviser.Page.Locator("#no-article-helped").CheckAsync();
        await Assertions.Expect(adviser.Page.Locator("#no-article-said")).ToHaveTextAsync("Saved");
        await adviser.Page.Locator("#DispositionCode").SelectOptionAsync("email-reply");
        await Assertions.Expect(adviser.Page.Locator("#saved")).ToHaveTextAsync("Saved");
        await adviser.Page.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(adviser.Page.Locator("#nothing")).ToBeVisibleAsync();
        await adviser.Page.Keyboard.PressAsync("Alt+0");
        await page.GotoAsync("/manage/knowledge/backlog");
        await Assertions.Expect(page.Locator("#unhelped")).ToContainTextAsync("1");
    }

    private async Task AnswerAsync(IPage console, Visitor adviser)
    {
        await using (var scope = browsers.Helpline.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EnquiryService>().SubmitAsync(
                new SubmitEnquiry { FormToken = Guid.NewGuid().ToString("n"), Question = "Do we need a certificate?", Reply = ReplyRoute.ComeBack }, default);
        }

        await adviser.SignInAsync("adviser4");
        await console.Locator("html[data-ready='true']").WaitForAsync();
        await adviser.AvailableAsync();
        await console.Locator(".console-offer").WaitForAsync();
        await console.Keyboard.PressAsync("Alt+a");
        await console.Locator("#draft").WaitForAsync();
    }

    private static async Task RecallAsync(IPage page, Visitor editor)
    {
        await page.GotoAsync($"{Address}/use");
        await Assertions.Expect(page.Locator("#answers tbody tr")).ToHaveCountAsync(1);
        await editor.AssertGoodAsync();
        await page.GetByLabel("What was wrong, and what people are to be told").FillAsync("The period was wrong; it is two months");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start a list of 1" }).ClickAsync();
        await Assertions.Expect(page.Locator("#progress")).ToContainTextAsync("0 of 1");
        await page.GetByLabel("State").SelectOptionAsync("Reached");
        await page.GetByLabel("Who sees to it").SelectOptionAsync("me");
        await page.GetByLabel("Note").FillAsync("Told by phone");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Save") }).ClickAsync();
        await Assertions.Expect(page.Locator("#progress")).ToContainTextAsync("1 of 1");
        await Assertions.Expect(page.Locator(".app-entry")).ToContainTextAsync("Eve Editor");
        await editor.AssertGoodAsync();
    }

    private async Task RollBackAsync(IPage page, IPage second, IPage parent, string shipped)
    {
        await page.GotoAsync(Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit this text" }).ClickAsync();
        await page.Locator("#Body").FillAsync(With(shipped, "The word zorse instead."));
        await page.GetByLabel("What changes and why").FillAsync("Another word");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for approval" }).ClickAsync();
        await Assertions.Expect(page.Locator("#open-status")).ToHaveTextAsync("Waits for approval");
        await second.GotoAsync(Address);
        await second.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await FoundAsync(parent, "zorse");
        await page.GotoAsync(Address);
        await page.Locator("tr[data-version='1'] summary").ClickAsync();
        await page.Locator("tr[data-version='1']").GetByLabel("Why").FillAsync("The first was better");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish version 1 again" }).ClickAsync();
        await FoundAsync(parent, "zedonk");
        await page.GetByText("Clear the mark").ClickAsync();
        await page.GetByLabel("Why it is right now").FillAsync("The text is right again");
        await page.GetByRole(AriaRole.Button, new() { Name = "It is right now" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-standing=Red]")).ToHaveCountAsync(0);
    }

    // Into the part that parents read.
    private static string With(string shipped, string sentence) => shipped.Replace("## Who can help", $"{sentence}\n\n## Who can help", StringComparison.Ordinal);

    private Task FoundAsync(IPage parent, string word) => PromisedTime.WithinAsync(
        browsers.Helpline.Services.GetRequiredService<IContentCheck>(),
        async () =>
        {
            await parent.GotoAsync($"/search?q={word}");
            return await parent.Locator($".app-results a[href^='/advice/{Slug}']").CountAsync() > 0;
        },
        TestContext.Current.CancellationToken);
}
