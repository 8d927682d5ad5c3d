using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Knowledge;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Public;

public sealed class DeadlinesTests(DeadlinesTests.OnATuesdayInNovember factory) : IClassFixture<DeadlinesTests.OnATuesdayInNovember>
{
    private const string Id = "ehc-decision-to-assess";

    private readonly HttpClient visitor = factory.Visitor();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("5", "10", "2026")]
    [InlineData(" 5 ", "Oct", "2026")]
    [InlineData("05", "october", "2026")]
    public async Task WorkOut_FromADate_ShowsTheLastDayAndHowItWasCounted(string day, string month, string year)
    {
        // Act
        var page = await visitor.ReadAsync(Address(day, month, year), Stop);

        // Assert
        Assert.Equal("2026-11-16", page.QuerySelector(".app-due time")?.GetAttribute("datetime"));
        Assert.Equal("Monday 16 November 2026", page.QuerySelector(".app-due__date")?.TextContent);
        Assert.Equal("That is 13 days left.", page.GetElementById("days-left")!.TextContent.Trim());
        Assert.Equal(2, page.QuerySelectorAll("#working li").Length);
        Assert.Equal("/deadlines/ehc-decision-to-assess.ics?trigger=2026-10-05", page.QuerySelector(".app-due a[download]")?.GetAttribute("href"));
        Assert.Equal("/deadlines/clock?event=request-received&trigger=2026-10-05", page.QuerySelector(".app-due a[href^='/deadlines/clock']")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("31", "2", "2026", "The date must be a real date")]
    [InlineData("5", "13", "2026", "The date must be a real date")]
    [InlineData("x", "10", "2026", "The date must be a real date")]
    [InlineData("0", "10", "2026", "The date must be a real date")]
    [InlineData("5", "", "2026", "The date must include a month")]
    [InlineData("", "", "2026", "The date must include a day and a month")]
    [InlineData("", "", "", "Enter the date")]
    [InlineData("5", "10", "26", "The date must have a year of four figures, such as 2026")]
    [InlineData("5", "10", "9999", "The date must have a year of four figures, such as 2026")]
    public async Task WorkOut_FromABadDate_SaysSoBesideTheFieldAndInTheSummary(string day, string month, string year, string message)
    {
        // Act
        using var response = await visitor.OpenAsync(Address(day, month, year), Stop);
        var page = await HelplineFactory.ReadAsync(response, Stop);

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var link = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal(message, link.TextContent);
        Assert.NotNull(page.QuerySelector($"form input{link.GetAttribute("href")}"));
        Assert.Equal($"Error: {message}", Assert.Single(page.QuerySelectorAll(".govuk-error-message")).TextContent.Trim());
        Assert.Equal(day.Trim(), page.QuerySelector($"{link.GetAttribute("href")}")!.GetAttribute("value")?.Trim() ?? "");
        Assert.Null(page.QuerySelector(".app-due"));
    }

    [Fact]
    public async Task WorkOut_LetterAndCertificate_TakesTheLater()
    {
        var page = await visitor.ReadAsync(
            "/deadlines/sen-appeal-two-months?Date.Day=1&Date.Month=10&Date.Year=2026&Second.Day=29&Second.Month=11&Second.Year=2026", Stop);

        Assert.Equal("2027-01-04", page.QuerySelector(".app-due time")?.GetAttribute("datetime"));
        Assert.Equal("/deadlines/sen-appeal-two-months.ics?trigger=2026-10-01&second=2026-11-29", page.QuerySelector("a[download]")?.GetAttribute("href"));
        Assert.DoesNotContain("If you have a mediation certificate", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkOut_LetterAlone_SaysThatACertificateMayMakeItLater()
    {
        var page = await visitor.ReadAsync("/deadlines/sen-appeal-two-months?trigger=2026-10-01", Stop);

        Assert.Equal("2026-12-01", page.QuerySelector(".app-due time")?.GetAttribute("datetime"));
        Assert.Contains("If you have a mediation certificate", page.QuerySelector(".app-note")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkOut_BadSecondDate_NamesThatDate()
    {
        using var response = await visitor.OpenAsync("/deadlines/sen-appeal-two-months?trigger=2026-10-01&Second.Day=31&Second.Month=11&Second.Year=2026", Stop);
        var page = await HelplineFactory.ReadAsync(response, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(("#Second", "The second date must be a real date"), (page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"), page.QuerySelector(".govuk-error-summary a")!.TextContent));
    }

    [Fact]
    public async Task WorkOut_SchoolDaysWithoutTerms_SaysThatItDependsAndAsksForThem()
    {
        var page = await visitor.ReadAsync("/deadlines/irp-application-15-school-days?trigger=2026-10-19", Stop);

        Assert.Contains("depends on the school's own calendar", page.QuerySelector(".app-due")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".app-due time"));
        Assert.NotNull(page.QuerySelector("textarea[name=Terms]"));
    }

    [Fact]
    public async Task WorkOut_SchoolDaysWithTerms_CountsByThem()
    {
        var page = await visitor.ReadAsync(
            "/deadlines/irp-application-15-school-days?trigger=2026-10-19&Terms=2+September+2026+to+18+December+2026&Closed=26%2F10%2F2026+to+30%2F10%2F2026%0D%0A27+November+2026", Stop);

        Assert.Equal("2026-11-16", page.QuerySelector(".app-due time")?.GetAttribute("datetime"));
        using var file = await visitor.OpenAsync(page.QuerySelector("a[download]")!.GetAttribute("href")!, Stop);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Theory]
    [InlineData("Terms=in+autumn", "#Terms", "cannot be read as a term")]
    [InlineData("Terms=2026-09-02..2026-12-18&Closed=half-term", "#Closed", "cannot be read as a closed day or holiday")]
    public async Task WorkOut_TermsThatCannotBeRead_SaysWhatToWrite(string calendar, string field, string says)
    {
        using var response = await visitor.OpenAsync($"/deadlines/irp-hearing?trigger=2026-10-19&{calendar}", Stop);
        var page = await HelplineFactory.ReadAsync(response, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var link = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal(field, link.GetAttribute("href"));
        Assert.Contains(says, link.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkOut_SuspensionDays_SaysHowManyAreLeft()
    {
        var page = await visitor.ReadAsync("/deadlines/suspension-45-days?trigger=2026-09-02&Used=40", Stop);

        Assert.Contains("at most 5 more school days", page.QuerySelector(".app-due")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_EveryDeadline_SaysHowItIsCountedWhatToDoAndUnderWhat()
    {
        foreach (var deadline in factory.Services.GetRequiredService<IKnowledgeBase>().Current.Deadlines)
        {
            var page = await visitor.ReadAsync($"/deadlines/{deadline.Id}?trigger=2026-11-02", Stop);

            Assert.Equal(deadline.Title, page.QuerySelector("h1")!.TextContent);
            Assert.Contains(page.QuerySelectorAll("h2"), h => h.TextContent == "How it is counted");
            Assert.Contains(deadline.IfMissed, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains(deadline.Authority, page.Body.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector(".app-due"));
            Assert.Equal(
                deadline.Confidence == Helpline.Knowledge.Deadlines.DeadlineConfidence.ToBeConfirmed,
                page.QuerySelector(".govuk-warning-text")?.TextContent.Contains("To be confirmed", StringComparison.Ordinal) ?? false);
            Assert.All(page.QuerySelectorAll("a[href^='/letters/']"), a => Assert.Contains(deadline.Letters, l => $"/letters/{l.Id}" == a.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task Get_Deadlines_ListsAllUnderTheirTopicsAndLeadsToEach()
    {
        var page = await visitor.ReadAsync("/deadlines", Stop);

        var articles = page.QuerySelectorAll("article.app-deadline");
        Assert.Equal(60, articles.Length);
        Assert.All(articles, a => Assert.Equal($"/deadlines/{a.Id}", a.QuerySelector("h3 a")!.GetAttribute("href")));
        Assert.True(page.QuerySelectorAll<IHtmlOptionElement>("select[name=event] option").Count() > 40);
    }

    [Theory]
    [InlineData("draft plan", "draft-plan-15-days")]
    [InlineData("my son has been expelled", "irp-application-15-school-days")]
    [InlineData("mediation certificate", "sen-appeal-one-month-certificate")]
    public async Task Find_ByWords_FindsTheDeadline(string words, string id)
    {
        var page = await visitor.ReadAsync($"/deadlines?find={Uri.EscapeDataString(words)}", Stop);

        Assert.NotNull(page.QuerySelector($"article#{id}"));
        Assert.True(page.QuerySelectorAll("article.app-deadline").Length < 30);
    }

    [Theory]
    [InlineData("xyzzyqwv")]
    [InlineData("%00%ff<script>")]
    public async Task Find_NothingFits_SaysSoAndLeadsToAll(string words)
    {
        var page = await visitor.ReadAsync($"/deadlines?find={words}{new string('z', 500)}", Stop);

        Assert.StartsWith("No deadline fits", page.QuerySelector("p[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("p[role=status] a[href='/deadlines']"));
    }

    [Fact]
    public async Task Get_EarlierAddress_LeadsToThePageOfTheDeadline()
    {
        using var response = await visitor.OpenAsync("/deadlines?id=ehc-final-plan&Date.Day=5&Date.Month=10&Date.Year=2026", Stop);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/deadlines/ehc-final-plan?Date.Day=5&Date.Month=10&Date.Year=2026", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Clock_RequestReceived_ShowsEveryDutyThatFollows()
    {
        var page = await visitor.ReadAsync("/deadlines/clock?event=request-received&Date.Day=7&Date.Month=9&Date.Year=2026", Stop);

        var duties = page.QuerySelectorAll("#duties > li");
        Assert.Equal(["2026-10-19", "2026-12-28", "2027-01-25"], duties.Select(d => d.QuerySelector("time")!.GetAttribute("datetime")));
        Assert.Contains("Passed 15 days ago", duties[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("What to do:", duties[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("55 days left", duties[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("/deadlines/ehc-decision-to-assess?trigger=2026-09-07", duties[0].QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("event=&Date.Day=&Date.Month=&Date.Year=", "Choose what happened|Enter the date")]
    [InlineData("event=nothing-known&trigger=2026-10-05", "Choose what happened")]
    [InlineData("event=request-received&trigger=soon", "The date must include a month and a year")]
    public async Task Clock_BadInput_SaysWhatToEnter(string query, string messages)
    {
        using var response = await visitor.OpenAsync($"/deadlines/clock?{query}", Stop);
        var page = await HelplineFactory.ReadAsync(response, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var links = page.QuerySelectorAll(".govuk-error-summary a");
        Assert.Equal(messages.Split('|').Order(), links.Select(l => l.TextContent).Order());
        Assert.All(links, l => Assert.NotNull(page.QuerySelector(l.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Calendar_OfADeadline_IsAFileWithTheDayAndReminders()
    {
        using var response = await visitor.OpenAsync("/deadlines/sen-appeal-two-months.ics?trigger=2026-10-01&second=2026-11-29", Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("sen-appeal-two-months.ics", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("\r\nDTSTART;VALUE=DATE:20270104\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nUID:sen-appeal-two-months-20261001@helpline\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nTRIGGER:-P7D\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nTRIGGER:-P1D\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTAMP:20261103T1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_OfStages_HoldsEach()
    {
        using var response = await visitor.OpenAsync("/deadlines/order-assess.ics?trigger=2026-11-02", Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(3, text.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("UID:order-assess-20261102-3@helpline", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/deadlines/nothing.ics?trigger=2026-10-01", HttpStatusCode.NotFound)]
    [InlineData("/deadlines/ehc-final-plan.ics", HttpStatusCode.BadRequest)]
    [InlineData("/deadlines/ehc-final-plan.ics?trigger=soon", HttpStatusCode.BadRequest)]
    [InlineData("/deadlines/irp-hearing.ics?trigger=2026-10-01", HttpStatusCode.BadRequest)]
    [InlineData("/deadlines/nothing", HttpStatusCode.NotFound)]
    public async Task Get_UnknownOrWithoutADay_IsRefused(string address, HttpStatusCode status)
    {
        using var response = await visitor.OpenAsync(address, Stop);

        Assert.Equal(status, response.StatusCode);
    }

    private static string Address(string day, string month, string year) =>
        $"/deadlines/{Id}?Date.Day={Uri.EscapeDataString(day)}&Date.Month={Uri.EscapeDataString(month)}&Date.Year={Uri.EscapeDataString(year)}";

    /// <summary>Tuesday 3 November 2026.</summary>
    public sealed class OnATuesdayInNovember : HelplineFactory
    {
        public OnATuesdayInNovember() => At(new FakeTimeProvider());
    }
}
