using System.Net;
using Helpline.Testing;

namespace Helpline.Web.Tests.Public;

public sealed class FindHelpTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor = factory.Visitor();

    [Theory]
    [InlineData("LS1 1UR", "/find-help?authority=E08000035")]
    [InlineData("leeds", "/find-help?authority=E08000035")]
    [InlineData("CF10 1EP", "/find-help?nation=wales")]
    [InlineData("EH1 1YZ", "/find-help?nation=scotland")]
    public async Task Find_APlace_LeadsToAnAddressWithoutIt(string place, string expected)
    {
        // Act
        using var response = await Send(place);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Authority_WithoutASourcedAddress_SaysSoAndGivesTheWordsToSearchFor()
    {
        // Act
        var page = await visitor.ReadAsync("/find-help?authority=E06000001", TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(["Hartlepool SENDIASS", "Hartlepool SEND Local Offer"], page.QuerySelectorAll(".app-words").Select(words => words.TextContent));
        Assert.Contains("We have no checked address", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authority_WithASourcedAddress_ShowsItAndWhereItWasSeen()
    {
        // Act
        var page = await visitor.ReadAsync("/find-help?authority=E10000030", TestContext.Current.CancellationToken);

        // Assert
        Assert.NotNull(page.QuerySelector("a[href='https://sendadvicesurrey.org.uk/']"));
        Assert.Equal("Surrey SEND Local Offer", Assert.Single(page.QuerySelectorAll(".app-words")).TextContent);
        Assert.Contains("We have not checked it since", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_ANameOfSeveral_AsksWhich()
    {
        // Act
        using var response = await Send("Newcastle");
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal("Which council is it?", page.QuerySelector("h1")?.TextContent);
        Assert.True(page.QuerySelectorAll(".app-choices a[href^='/find-help?authority=E']").Length >= 2);
    }

    [Theory]
    [InlineData("", "Enter a postcode or the name of your council")]
    [InlineData("qqqqqqqq", "We could not find that place. Check the postcode, or enter the name of your council")]
    public async Task Find_NoPlace_SaysSoBesideTheFieldAndInTheSummary(string place, string message)
    {
        // Act
        using var response = await Send(place);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(message, page.QuerySelector(".govuk-error-summary a[href='#Place']")?.TextContent);
        Assert.Equal($"Error: {message}", page.QuerySelector("#Place-error")?.TextContent.Trim());
        Assert.Contains("Place-error", page.QuerySelector("#Place")?.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_WithoutTheToken_IsRefused()
    {
        // Act
        using var response = await visitor.PostAsync(
            new Uri("/find-help", UriKind.Relative), new FormUrlEncodedContent([new("Place", "Leeds")]), TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Find_TooOften_ShowsAPageThatSaysWhenToComeBack()
    {
        // Arrange
        await using var limited = new HelplineFactory().With("RateLimits:PublicForms:Permits", "1").With("RateLimits:PublicForms:WindowSeconds", "3600");
        using var eager = limited.Visitor();
        var answer = new Dictionary<string, string> { ["Place"] = "Leeds" };

        // Act
        using var first = await eager.SendFormAsync("/find-help", answer, TestContext.Current.CancellationToken);
        using var second = await eager.SendFormAsync("/find-help", answer, TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(second, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter?.Delta);
        Assert.Equal("You have tried too many times", page.QuerySelector("h1")?.TextContent);
    }

    private Task<HttpResponseMessage> Send(string place) =>
        visitor.SendFormAsync("/find-help", new Dictionary<string, string> { ["Place"] = place }, TestContext.Current.CancellationToken);
}
