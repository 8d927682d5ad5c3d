using System.Net;
using System.Text;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Web.Tests.Ask;

public sealed class AskJourneyTests(AskFactory site) : IClassFixture<AskFactory>
{
    private const string Postcode = "LS1 1UR";

    [Fact]
    public async Task Ask_OnlyTheQuestion_EndsWithReferencePinAndADay()
    {
        // Arrange
        var browser = site.Browser();
        await browser.OpenAsync("/ask");
        Assert.Contains("call 999", browser.Main, StringComparison.Ordinal);

        // Act
        await browser.ClickAsync("Start now");
        await browser.SendAsync(("Question", "The council refuses to assess my son. What can I do?"));
        Assert.Contains("These may already answer you", browser.Main, StringComparison.Ordinal);
        for (var pages = 0; browser.Heading != "Check before you send"; pages++)
        {
            Assert.InRange(pages, 0, 8);
            await browser.SendAsync();
        }

        await browser.SendAsync();

        // Assert
        Assert.Equal("We have your question", browser.Heading);
        Assert.True(EnquiryReference.TryRead(browser.Text(".app-reference"), out _));
        Assert.Matches("^[0-9]{6}$", browser.Text(".app-pin"));
        Assert.Matches("by (Mon|Tues|Wednes|Thurs|Fri)day [0-9]+ November 2026", browser.Main);
        Assert.DoesNotContain(browser.Addresses, a => a.Contains("council", StringComparison.OrdinalIgnoreCase) && a.Contains("refuse", StringComparison.OrdinalIgnoreCase));
        var before = await Contacts();
        await browser.OpenAsync(browser.Addresses.Last(a => a.Contains("/ask/check", StringComparison.Ordinal)));
        Assert.Equal("We have your question", browser.Heading);
        Assert.Equal(before, await Contacts());
    }

    [Fact]
    public async Task Ask_WithEverything_KeepsItAllButThePostcode()
    {
        // Arrange
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");

        // Act
        await browser.SendAsync(("Question", "The council refuses to assess my son. What can I do?"));
        const string topic = "refusal-to-assess";
        Assert.NotNull(browser.Page.QuerySelector($"input[name=Topic][value={topic}]"));
        await browser.SendAsync(("Topic", topic));
        await browser.SendAsync(("Happened", "decision-letter"), ("On.Day", "25"), ("On.Month", "September"), ("On.Year", "2026"));
        await browser.SendAsync(("Age", "5-10"));
        await browser.SendAsync(("Place", Postcode));
        Assert.DoesNotContain(await States(), s => s.Contains("LS1", StringComparison.OrdinalIgnoreCase));
        await browser.SendAsync(("Reply", "email"));
        await browser.SendAsync(("Email", "rowan@example.org"));
        await browser.SendAsync(("Name", "Rowan"));
        await browser.SendAsync(("Adjustments", "Short sentences, please"));
        Assert.Equal("Check before you send", browser.Heading);
        foreach (var kept in new[] { "25 September 2026", "5 to 10", "Leeds", "By email", "rowan@example.org", "Rowan", "Short sentences, please" })
        {
            Assert.Contains(kept, browser.Main, StringComparison.Ordinal);
        }

        await browser.ClickAsync("Change your name");
        await browser.SendAsync(("Name", "Robin"));
        Assert.Equal("Check before you send", browser.Heading);
        Assert.Contains("Robin", browser.Main, StringComparison.Ordinal);
        await browser.SendAsync();

        // Assert
        Assert.Equal("We have your question", browser.Heading);
        Assert.Null(browser.Page.QuerySelector(".app-pin"));
        Assert.NotNull(browser.Page.QuerySelector("a[href='/deadlines/clock?event=decision-letter&trigger=2026-09-25']"));
        var contact = await site.Do<HelplineDbContext, Contact>(async db =>
            (await db.Contacts.AsNoTracking().Include(c => c.EventDates).Include(c => c.Duties).AsSplitQuery().ToListAsync()).Single(c => c.EnquirerName == "Robin"));
        Assert.Equal(("decision-letter", new DateOnly(2026, 9, 25)), (Assert.Single(contact.EventDates).EventId, contact.EventDates[0].Date));
        Assert.Contains(contact.Duties, d => d.IsBinding && d.DueOn == new DateOnly(2026, 11, 25));
        Assert.Equal(("E08000035", "E12000003", "5-10", "rowan@example.org", topic), (contact.AuthorityCode, contact.RegionCode, contact.AgeBand, contact.EnquirerEmail, contact.TopicId));
        Assert.NotNull(contact.TopicGroupId);
        Assert.Equal("Short sentences, please", contact.Adjustments);
        Assert.DoesNotContain(browser.Addresses, a => a.Contains("LS1", StringComparison.OrdinalIgnoreCase) || a.Contains("rowan", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Postcode, site.Logs.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("rowan@example.org", site.Logs.Text, StringComparison.OrdinalIgnoreCase);
        await AssertNotInFiles(Postcode, "LS11UR", "rowan@example.org", "Short sentences");
    }

    [Fact]
    public async Task Place_ThatLiesInTwoCouncils_Asks()
    {
        var browser = await AtPlace();

        await browser.SendAsync(("Place", "S36"));
        Assert.Equal("Which council is it?", browser.Heading);
        await browser.SendAsync(("Council", "E08000001"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        var barnsley = browser.Page.QuerySelectorAll("label").Single(l => l.TextContent.Trim() == "Barnsley").GetAttribute("for");
        await browser.SendAsync(("Council", browser.Page.GetElementById(barnsley!)!.GetAttribute("value")!));

        Assert.Equal("How should we reply?", browser.Heading);
    }

    [Fact]
    public async Task Place_OutsideEngland_SaysSoKindlyAndLetsGoOn()
    {
        var browser = await AtPlace();

        await browser.SendAsync(("Place", "CF10 1EP"));
        Assert.Equal("That is in Wales", browser.Heading);
        await browser.SendAsync();

        Assert.Equal("How should we reply?", browser.Heading);
    }

    [Fact]
    public async Task Ask_InTwoTabs_KeepsThemApart()
    {
        var client = site.Visitor();
        var (one, two) = (new Browser(client), new Browser(client));
        await one.OpenAsync("/ask/question");
        await one.SendAsync(("Question", "First question about transport"));
        await two.OpenAsync("/ask/question");
        await two.SendAsync(("Question", "Second question about exclusion"));

        await one.ClickAsync("Back");

        Assert.Contains("First question about transport", one.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AfterItRanOutOrInAnotherBrowser_SaysSoKindly()
    {
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");
        await browser.SendAsync(("Question", "What now?"));
        var stranger = site.Browser();

        await stranger.OpenAsync(browser.Address);
        Assert.Equal("Your answers are no longer here", stranger.Heading);
        site.Time.Advance(EnquiryJourneys.Kept);
        await browser.OpenAsync(browser.Address);
        Assert.Equal("Your answers are no longer here", browser.Heading);
    }

    [Fact]
    public async Task Question_WithOddSigns_IsShownAsTextAndKept()
    {
        const string Odd = "<script>alert(1)</script> 🧒🏽 ’“ \u202e {{x}} &amp; end";
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");
        await browser.SendAsync(("Question", Odd));
        while (browser.Heading != "Check before you send")
        {
            await browser.SendAsync();
        }

        Assert.DoesNotContain(browser.Page.QuerySelectorAll("main script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Contains("<script>alert(1)</script> 🧒🏽 ’“", browser.Main, StringComparison.Ordinal);
        Assert.Contains("&amp; end", browser.Main, StringComparison.Ordinal);
    }

    private async Task<Browser> AtPlace()
    {
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");
        await browser.SendAsync(("Question", "Where do we turn?"));
        while (browser.Page.QuerySelector("input[name=Place]") is null)
        {
            await browser.SendAsync();
        }

        return browser;
    }

    private Task<int> Contacts() => site.Do<HelplineDbContext, int>(db => db.Contacts.CountAsync());

    private Task<List<string>> States() => site.Do<HelplineDbContext, List<string>>(db => db.EnquiryJourneys.Select(j => j.State).ToListAsync());

    private async Task AssertNotInFiles(params string[] texts)
    {
        foreach (var file in Directory.EnumerateFiles(site.Folder, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            foreach (var text in texts)
            {
                Assert.DoesNotContain(text, bytes, StringComparison.Ordinal);
            }
        }
    }
}
