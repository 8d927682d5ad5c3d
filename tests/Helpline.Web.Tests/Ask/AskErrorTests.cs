using System.Net;
using Helpline.Web.Pages.Public.Ask;

namespace Helpline.Web.Tests.Ask;

public sealed class AskErrorTests(AskFactory site) : IClassFixture<AskFactory>
{
    public static TheoryData<string, string, string, string> Mistakes() => new()
    {
        { "question", "Question", "", "Enter your question" },
        { "question", "Question", " \r\n\t ", "Enter your question" },
        { "question", "Question", new string('é', 20_113), "Your question must be 10,000 characters or fewer. It has 20,113" },
        { "topic", "Topic", "no-such-topic", "Choose what it is about from the list" },
        { "topic", "Topic", "group:no-such-group", "Choose what it is about from the list" },
        { "age", "Age", "7", "Choose an age from the list" },
        { "place", "Place", "zzzz qqqq xxxx", "We could not find that place" },
        { "reply", "Reply", "pigeon", "Choose how we should reply" },
        { "email", "Email", "", "Enter your email address" },
        { "email", "Email", "rowan", "Enter an email address in the right form" },
        { "email", "Email", "rowan@example", "Enter an email address in the right form" },
        { "email", "Email", "a@b.example, c@d.example", "Enter an email address in the right form" },
        { "name", "Name", new string('n', 101), "Your name must be 100 characters or fewer" },
        { "adjustments", "Adjustments", new string('a', 1_001), "What you need must be 1,000 characters or fewer. It has 1,001" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Send_WithAMistake_SaysItNextToTheFieldAndInTheSummaryAndKeepsWhatWasTyped(string page, string field, string typed, string message)
    {
        // Arrange
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");
        if (page != "question")
        {
            await browser.SendAsync(("Question", "What can I do about transport?"));
            await browser.OpenAsync(browser.Address.Replace("/ask/topic", $"/ask/{page}", StringComparison.Ordinal));
        }

        // Act
        await browser.SendAsync((field, typed));

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.StartsWith("Error: ", browser.Page.Title, StringComparison.Ordinal);
        var link = browser.Page.QuerySelector(".govuk-error-summary a")!;
        Assert.StartsWith(message, link.TextContent, StringComparison.Ordinal);
        var input = browser.Page.GetElementById(link.GetAttribute("href")![1..])!;
        Assert.Equal(field, input.GetAttribute("name"));
        Assert.StartsWith("Error: " + message, browser.Text($"#{field}-error"), StringComparison.Ordinal);
        if (input.GetAttribute("type") is not "radio" && !string.IsNullOrWhiteSpace(typed))
        {
            Assert.Equal(typed, input.LocalName == "textarea" ? input.TextContent : input.GetAttribute("value"));
        }
    }

    [Theory]
    [InlineData("no-such-event", "", "Happened", "Choose from the list")]
    [InlineData("hearing", "3", "Happened", "Choose from the list")]
    [InlineData("decision-letter", "", "On", "Enter the date")]
    [InlineData("decision-letter", "31", "On", "The date must be a real date")]
    [InlineData("", "3", "Happened", "Choose what happened on this date")]
    public async Task Date_WithAMistake_SaysSoAndKeepsWhatWasTyped(string happened, string day, string field, string message)
    {
        var browser = await AtDateAsync();

        await browser.SendAsync(("Happened", happened), ("On.Day", day), ("On.Month", day.Length == 0 ? "" : "11"), ("On.Year", day.Length == 0 ? "" : "2026"));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.StartsWith(message, browser.Text(".govuk-error-summary a"), StringComparison.Ordinal);
        Assert.StartsWith("Error: " + message, browser.Text($"#{field}-error"), StringComparison.Ordinal);
        Assert.Equal(day, browser.Page.QuerySelector("input[name='On.Day']")!.GetAttribute("value") ?? "");
        Assert.Equal(happened == "decision-letter", browser.Page.QuerySelector("input[value=decision-letter]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Date_WhereNoTimeLimitRuns_IsNotAskedFor()
    {
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");
        await browser.SendAsync(("Question", "What is special about special educational needs?"));

        await browser.SendAsync(("Topic", "what-is-sen"));

        Assert.Equal("How old is the child or young person?", browser.Heading);
        await browser.OpenAsync(browser.Address.Replace("/ask/topic", "/ask/date", StringComparison.Ordinal));
        Assert.Equal("How old is the child or young person?", browser.Heading);
    }

    private async Task<Browser> AtDateAsync()
    {
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");
        await browser.SendAsync(("Question", "The council refuses to assess my son. Can I appeal?"));
        await browser.SendAsync(("Topic", "refusal-to-assess"));
        Assert.Equal("Is there a date that matters?", browser.Heading);
        return browser;
    }

    [Fact]
    public async Task Question_WithANullByte_IsRefusedAsABadRequest()
    {
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");

        await browser.SendAsync(("Question", "What\0now"));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" \r\n\0\u0007 ", null)]
    [InlineData("a\r\nb\rc\0d\te", "a\nb\ncd\te")]
    [InlineData("\ud83d\udc67 x", "\ud83d\udc67 x")]
    [InlineData("\u202eolleh\u202c \u0645\u0631\u062d\u0628\u0627\u200f", "olleh\u202c \u0645\u0631\u062d\u0628\u0627\u200f")]
    public void Clean_OddSigns_LeavesWhatCanBeKept(string? typed, string? kept) => Assert.Equal(kept, Typed.Clean(typed));

    [Fact]
    public void Clean_HalfACharacter_IsLeftOut() => Assert.Equal("ab", Typed.Clean("a" + (char)0xD83D + "b"));

    [Fact]
    public async Task Question_WithTheHiddenFieldFilled_IsNotTakenButLetsAPersonTryAgain()
    {
        var browser = site.Browser();
        await browser.OpenAsync("/ask/question");

        await browser.SendAsync(("Question", "Buy now"), ("Website", "https://spam.example"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("Buy now", browser.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await browser.SendAsync();

        Assert.Equal("What is it about?", browser.Heading);
    }
}
