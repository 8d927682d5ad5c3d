using Helpline.Browser.Tests.Running;

namespace Helpline.Browser.Tests;

/// <summary>Every public page, narrow and wide, with scripts and without: no serious problem, nothing broken.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublicPagesTests(Browsers browsers)
{
    public static TheoryData<string> Pages =>
    [
        "/", "/advice", "/advice/refused-an-assessment", "/search?q=they+wont+asess+my+son", "/search?q=zzzz", "/deadlines", "/find-help",
        "/topics", "/topics/refusal-to-assess", "/topics/ehc-plans", "/guides", "/guides/when-the-council-says-no", "/guides/exclusion", "/letter-check",
        "/letter-check/refusal-to-assess", "/letter-check/refusal-to-assess?a=ynyyuyy", "/letter-check/refusal-to-assess?a=nynnuyy&on=2026-10-05", "/letter-check/final-plan?next=1",
        "/find-help?authority=E06000001", "/find-help?authority=E10000030", "/updates", "/updates/white-paper-published", "/helpful?page=/guides/appealing&answer=no",
        "/contact", "/privacy", "/accessibility", "/ask", "/ask/question", "/enquiries", "/enquiries/HL-0000-0000", "/book", "/book/topic", "/book/expired", "/bookings/nonsense", "/feedback/nonsense",
        "/sign-in", "/simulator", "/dev/mailbox", "/no-such-page", "/search", "/error/400", "/error/429", "/error/500",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_NarrowAndWide_HasNoSeriousProblem(string address)
    {
        await using var visitor = await browsers.VisitorAsync(width: 375);
        await visitor.Page.GotoAsync(address);
        await visitor.AssertGoodAsync();
        await visitor.Page.SetViewportSizeAsync(1280, 900);
        await visitor.AssertGoodAsync();
        Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithoutScripts_ShowsItsHeading(string address)
    {
        await using var visitor = await browsers.VisitorAsync(javaScript: false);
        await visitor.Page.GotoAsync(address);
        Assert.NotEmpty((await visitor.Page.Locator("h1").InnerTextAsync()).Trim());
    }

    [Theory]
    [InlineData("document.documentElement.removeAttribute('lang')", "html-has-lang")]
    [InlineData("document.title = ''", "document-title")]
    [InlineData("document.querySelector('main h1').style.color = '#eee'", "color-contrast")]
    [InlineData("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')", "label")]
    public async Task AssertGood_OnAPageMadeWorse_NamesTheRule(string harm, string rule)
    {
        await using var visitor = await browsers.VisitorAsync();
        await visitor.Page.GotoAsync("/contact");
        await visitor.Page.EvaluateAsync(harm);
        Assert.Contains(rule, (await Assert.ThrowsAnyAsync<Exception>(() => visitor.AssertGoodAsync())).Message, StringComparison.Ordinal);
    }
}
