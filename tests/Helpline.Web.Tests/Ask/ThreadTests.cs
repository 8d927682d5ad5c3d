using System.Net;
using Helpline.Core.Enquiries;
using Helpline.Core.Feedback;
using Helpline.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Ask;

public sealed class ThreadTests : IDisposable
{
    private const string Slug = "refused-an-assessment";
    private readonly AskFactory site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Answer_ByTheLinkOfTheMail_IsReadFollowedUpOnceAndRated()
    {
        // Arrange
        var sent = await SubmitAsync("form-1", "rowan@example.org");
        var (acknowledgement, first) = await site.Mail.NextAsync();
        var browser = site.Browser();

        // Act and assert: the link's secret does not stay in the address.
        await browser.OpenAsync(first);
        Assert.Equal($"/enquiries/{sent.Reference}", browser.Address);
        Assert.Contains("An adviser will answer by", browser.Main, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("textarea"));
        Assert.DoesNotContain("refuse", acknowledgement.Text, StringComparison.Ordinal);

        var version = site.Services.GetRequiredService<IKnowledgeBase>().Current.Articles.Find(Slug)!.Version;
        await site.AnswerAsync($"Yes, you can appeal.\n\nRead [this](/advice/{Slug}) and [that](/advice/not-cited). <b>Soon</b>", (Slug, version));
        var (answer, second) = await site.Mail.NextAsync();
        Assert.DoesNotContain("appeal", answer.Text, StringComparison.Ordinal);
        browser = site.Browser();
        await browser.OpenAsync(second);
        Assert.Contains("Yes, you can appeal.", browser.Main, StringComparison.Ordinal);
        Assert.Contains("<b>Soon</b>", browser.Main, StringComparison.Ordinal);
        Assert.Equal(2, browser.Page.QuerySelectorAll($"main a[href='/advice/{Slug}']").Length);
        Assert.Empty(browser.Page.QuerySelectorAll("main a[href='/advice/not-cited']"));

        await browser.SendAsync("#follow-up form", ("FollowUp", " "));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal("Error: Enter your follow-up question", browser.Text("#FollowUp-error"));
        var form = browser.Page;
        await browser.SendAsync("#follow-up form", ("FollowUp", "By when?"));
        Assert.Contains("By when?", browser.Main, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("#follow-up"));
        Assert.NotNull(form.QuerySelector("#follow-up"));

        await browser.SendAsync("#rating form", ("Rating.Helped", "5"), ("Rating.NextStepClear", "4"), ("Rating.Comment", "Thank you"));
        Assert.Contains("Thank you for telling us", browser.Main, StringComparison.Ordinal);
        Assert.Equal(FollowUpOutcome.AlreadyFollowedUp, await site.Do<EnquiryService, FollowUpOutcome>(s => s.FollowUpAsync(sent.Id, "Again?", default)));
        var kept = await site.Do<FeedbackService, ContactFeedback?>(f => f.FindAsync(sent.ContactId, default));
        Assert.Equal((5, 4, "Thank you"), (kept!.Helped, kept.NextStepClear, kept.Comment));
        Assert.DoesNotContain(second.Split("key=")[1], site.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ByReferenceAndPin_IsRead()
    {
        var sent = await SubmitAsync("form-1", null);
        await site.AnswerAsync("Yes, you can appeal.");
        var browser = site.Browser();

        await browser.OpenAsync($"/enquiries/{sent.Reference}");
        Assert.Equal("Come back to your question", browser.Heading);
        await browser.SendAsync(("Pin", sent.Pin!));

        Assert.Contains("Yes, you can appeal.", browser.Main, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromHours(2));
        await browser.OpenAsync($"/enquiries/{sent.Reference}");
        Assert.Equal("Come back to your question", browser.Heading);
    }

    [Fact]
    public async Task Pin_WrongFiveTimes_LocksARealReferenceAndAnInventedOneAlike()
    {
        var sent = await SubmitAsync("form-1", null);
        var said = new List<string>();
        foreach (var reference in new[] { sent.Reference, EnquiryReference.New() })
        {
            var browser = site.Browser();
            await browser.OpenAsync("/enquiries");
            var messages = new List<string>();
            for (var i = 0; i < 6; i++)
            {
                await browser.SendAsync(("Reference", reference), ("Pin", sent.Pin == "123456" ? "654321" : "123456"));
                Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
                messages.Add(browser.Text("#Pin-error"));
            }

            Assert.Contains("too many wrong tries", messages[^1], StringComparison.Ordinal);
            Assert.Single(messages.Take(5).Distinct());
            said.Add(string.Join('|', messages));
        }

        Assert.Single(said.Distinct());
        var right = site.Browser();
        await right.OpenAsync("/enquiries");
        await right.SendAsync(("Reference", sent.Reference), ("Pin", sent.Pin!));
        Assert.Contains("too many wrong tries", right.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ThatIsWrong_LeadsToTheSameKindPageWhetherOrNotThereIsAnEnquiry()
    {
        var sent = await SubmitAsync("form-1", "rowan@example.org");
        var pages = new List<string>();
        foreach (var address in new[] { $"/enquiries/{sent.Reference}?key=wrong", $"/enquiries/{EnquiryReference.New()}?key=wrong", "/enquiries/nonsense?key=x" })
        {
            var browser = site.Browser();
            await browser.OpenAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            pages.Add(browser.Main);
        }

        Assert.Single(pages.Distinct());
        Assert.Contains("We could not open that link", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_ByToken_IsKeptWithoutANameAndUnknownTokensLeadToAKindPage()
    {
        var sent = await SubmitAsync("form-1", null);
        var token = await site.Do<FeedbackService, string>(f => f.IssueTokenAsync(sent.ContactId, default));
        var browser = site.Browser();

        await browser.OpenAsync($"/feedback/{token}");
        await browser.SendAsync();
        Assert.Equal("Error: Choose a number from 1 to 5", browser.Text("#Rating-Helped-error"));
        await browser.SendAsync(("Rating.Helped", "2"));
        Assert.Equal("Thank you for telling us", browser.Heading);

        Assert.Equal(2, (await site.Do<FeedbackService, ContactFeedback?>(f => f.FindAsync(sent.ContactId, default)))!.Helped);
        await browser.OpenAsync("/feedback/nonsense");
        Assert.Equal((HttpStatusCode.NotFound, "We could not open that link"), (browser.Status, browser.Heading));
    }

    private Task<SubmittedEnquiry> SubmitAsync(string token, string? email) => site.Do<EnquiryService, SubmittedEnquiry>(s => s.SubmitAsync(
        new SubmitEnquiry
        {
            FormToken = token,
            Question = "Can the council refuse to assess?",
            Reply = email is null ? ReplyRoute.ComeBack : ReplyRoute.Email,
            Email = email,
        },
        default));
}
