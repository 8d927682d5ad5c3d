using System.Net;
using System.Text.Json;
using Helpline.Testing;

namespace Helpline.Web.Tests.Hosting;

public sealed class ErrorPagesTests : IClassFixture<HelplineFactory>
{
    private readonly HttpClient visitor;

    public ErrorPagesTests(HelplineFactory factory) => visitor = factory.Visitor();

    [Fact]
    public async Task Get_UnknownPage_ShowsAPageThatHelps()
    {
        // Act
        using var response = await visitor.GetAsync(new Uri("/no-such-page", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Page not found", page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/ask']"));
    }

    [Fact]
    public async Task Get_UnknownApi_AnswersProblemDetails()
    {
        // Act
        using var response = await visitor.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative), TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(404, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Post_ToAPageThatTakesNone_ShowsAPageNotAnEmptyAnswer()
    {
        // Act
        using var response = await visitor.PostAsync(new Uri("/accessibility", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        var page = await HelplineFactory.ReadAsync(response, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("We could not read that request", page.QuerySelector("h1")?.TextContent);
    }

    [Theory]
    [InlineData("/error/404", HttpStatusCode.NotFound)]
    [InlineData("/error/429", HttpStatusCode.TooManyRequests)]
    [InlineData("/error/500", HttpStatusCode.InternalServerError)]
    [InlineData("/error/7", HttpStatusCode.NotFound)]
    public async Task Get_ErrorPageByItself_IsNoSuccess(string path, HttpStatusCode status)
    {
        // Act
        using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(status, response.StatusCode);
    }
}
