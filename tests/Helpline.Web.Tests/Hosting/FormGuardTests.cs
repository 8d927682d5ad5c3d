using System.Net;
using System.Reflection;
using Helpline.Testing;
using Helpline.Web.Hosting;
using Helpline.Web.Tests.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Hosting;

/// <summary>No form is taken from another site, and none without end; the same for the API.</summary>
public sealed class FormGuardTests(SignInTests.StaffedFactory factory) : IClassFixture<SignInTests.StaffedFactory>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/find-help")]
    [InlineData("/ask/question")]
    [InlineData("/ask/topic")]
    [InlineData("/ask/age")]
    [InlineData("/ask/date")]
    [InlineData("/ask/place")]
    [InlineData("/ask/council")]
    [InlineData("/ask/reply")]
    [InlineData("/ask/email")]
    [InlineData("/ask/name")]
    [InlineData("/ask/adjustments")]
    [InlineData("/ask/check")]
    [InlineData("/book/topic")]
    [InlineData("/book/place")]
    [InlineData("/book/time")]
    [InlineData("/book/number")]
    [InlineData("/book/questions")]
    [InlineData("/book/check")]
    [InlineData("/bookings/nonsense?handler=Move")]
    [InlineData("/bookings/nonsense?handler=Cancel")]
    [InlineData("/enquiries")]
    [InlineData("/enquiries/HL-0000-0000?handler=FollowUp")]
    [InlineData("/enquiries/HL-0000-0000?handler=Rate")]
    [InlineData("/feedback/nonsense")]
    [InlineData("/sign-in")]
    public async Task Form_SentWithoutTheToken_IsNotRead(string address)
    {
        using var visitor = factory.Visitor();

        using var response = await visitor.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([]), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("We could not read that request", (await HelplineFactory.ReadAsync(response, Stop)).QuerySelector("h1")?.TextContent);
    }

    [Theory]
    [InlineData("/console/search")]
    [InlineData("/console/place")]
    [InlineData("/console/softphone?handler=Pass")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=Outside")]
    [InlineData("/console/softphone?handler=Own")]
    [InlineData("/console/softphone?handler=Browser")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=OutsideLeave")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=OutsideEndTogether")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=Record")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=Complete")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=BookTimes")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=Book")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=AnswerBooking")]
    [InlineData("/console/contact/00000000-0000-0000-0000-000000000001?handler=NoEnquiry")]
    [InlineData("/console/block/00000000-0000-0000-0000-000000000001")]
    [InlineData("/sign-out")]
    public Task StaffForm_SentWithoutTheToken_IsNotRead(string address) => AssertNotReadAsync("adviser1", address);

    [Theory]
    [InlineData("/manage/directory?handler=Save")]
    [InlineData("/manage/directory?handler=Remove")]
    [InlineData("/manage/surge?handler=On")]
    [InlineData("/manage/surge?handler=Change")]
    [InlineData("/manage/surge?handler=Off")]
    [InlineData("/console/rota?handler=Week")]
    [InlineData("/console/rota?handler=Day")]
    [InlineData("/console/rota?handler=Usual")]
    [InlineData("/console/floor?handler=Reroute")]
    [InlineData("/console/floor?handler=EndTogether")]
    public Task SupervisorsForm_SentWithoutTheToken_IsNotRead(string address) => AssertNotReadAsync("supervisor", address);

    [Theory]
    [InlineData("/manage/spoken?handler=Save")]
    [InlineData("/manage/spoken?handler=Remove&part=Greeting")]
    public Task AdministratorsForm_SentWithoutTheToken_IsNotRead(string address) => AssertNotReadAsync("admin", address);

    [Fact]
    public void Pages_OpenToAnyoneThatTakeAForm_AreLimited()
    {
        var takers = typeof(Program).Assembly.GetTypes()
            .Where(type => typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract)
            .Where(type => type.Namespace!.StartsWith("Helpline.Web.Pages.Public", StringComparison.Ordinal) || type.Name == "SignInModel")
            .Where(type => type.GetMethods().Any(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)))
            .ToList();

        Assert.True(takers.Count >= 14, $"Only {takers.Count} were found.");
        Assert.All(takers, type => Assert.Equal(
            type.Name switch
            {
                "SignInModel" => RateLimits.SignIn,
                // Asked with every pause in typing, like the search of the API.
                "SuggestionsModel" => RateLimits.Api,
                _ => RateLimits.PublicForms,
            },
            type.GetCustomAttribute<EnableRateLimitingAttribute>(inherit: true)?.PolicyName));
    }

    [Fact]
    public async Task Api_EveryEndpoint_IsLimited()
    {
        using var visitor = factory.Visitor();
        await visitor.OpenAsync("/health/live", Stop);

        var api = factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(api);
        Assert.All(api, endpoint => Assert.Equal(RateLimits.Api, endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName));
    }

    [Theory]
    [InlineData("/find-help", "RateLimits:PublicForms")]
    [InlineData("/sign-in", "RateLimits:SignIn")]
    public async Task Form_SentTooOften_IsRefusedKindlyWhileReadingGoesOn(string address, string limit)
    {
        await using var strict = new HelplineFactory().With($"{limit}:Permits", "2").With($"{limit}:WindowSeconds", "3600");
        using var visitor = strict.Visitor();
        var nothing = new Dictionary<string, string>();
        using var first = await visitor.SendFormAsync(address, nothing, Stop);
        using var second = await visitor.SendFormAsync(address, nothing, Stop);

        using var third = await visitor.SendFormAsync(address, nothing, Stop);
        using var reading = await visitor.OpenAsync(address, Stop);

        Assert.NotEqual(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("You have tried too many times", (await HelplineFactory.ReadAsync(third, Stop)).QuerySelector("h1")?.TextContent);
        Assert.Equal(HttpStatusCode.OK, reading.StatusCode);
    }

    private async Task AssertNotReadAsync(string account, string address)
    {
        using var member = factory.Visitor();
        using var signedIn = await member.SendFormAsync(
            "/sign-in", new Dictionary<string, string> { ["Email"] = $"{account}@helpline.test", ["Password"] = SignInTests.Password }, Stop);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);

        using var response = await member.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([]), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("We could not read that request", (await HelplineFactory.ReadAsync(response, Stop)).QuerySelector("h1")?.TextContent);
    }
}
