using System.Net;
using Helpline.Core.Data;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Staff;

/// <summary>Staff sign in; nobody learns which accounts exist, and guessing is stopped.</summary>
public sealed class SignInTests(SignInTests.StaffedFactory factory) : IClassFixture<SignInTests.StaffedFactory>
{
    internal const string Password = "sign-in-tests-only";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_RightPassword_OpensTheConsole()
    {
        using var visitor = factory.Visitor();

        var response = await SignInAsync(visitor, "adviser3", Password);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/console", Stop)).StatusCode);
    }

    [Fact]
    public async Task Post_WrongPasswordOrUnknownAccount_SayTheSame()
    {
        using var visitor = factory.Visitor();

        var wrong = await ErrorOf(await SignInAsync(visitor, "adviser4", "not-this-one-either"));
        var unknown = await ErrorOf(await SignInAsync(visitor, "nobody-here", "not-this-one-either"));

        Assert.NotEmpty(wrong);
        Assert.Equal(wrong, unknown);
    }

    [Fact]
    public async Task Post_FiveWrongPasswords_LockTheAccountEvenForTheRightOne()
    {
        using var visitor = factory.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(visitor, "adviser5", "guess-number-what");
        }

        var response = await SignInAsync(visitor, "adviser5", Password);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await ErrorOf(response));
    }

    [Fact]
    public async Task Post_WithoutTheAntiforgeryToken_IsRefused()
    {
        using var visitor = factory.Visitor();
        using var body = new FormUrlEncodedContent([new("Email", "adviser1@helpline.test"), new("Password", Password)]);

        var response = await visitor.PostAsync(new Uri("/sign-in", UriKind.Relative), body, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithAnAddressElsewhereToReturnTo_StaysHere()
    {
        using var visitor = factory.Visitor();

        var response = await visitor.SendFormAsync(
            "/sign-in?returnUrl=https://example.org/", Answers("adviser2", Password), Stop);

        Assert.Equal("/sign-in", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Console_AsManagerOrEditor_IsNotOpen()
    {
        foreach (var account in new[] { "manager", "editor" })
        {
            using var visitor = factory.Visitor();
            await SignInAsync(visitor, account, Password);

            var response = await visitor.OpenAsync("/console", Stop);

            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Contains("/sign-in/not-allowed", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Start_OutsideDevelopment_MakesNoAccount()
    {
        await using var production = new StagingFactory();
        using var visitor = production.Visitor();
        await visitor.OpenAsync("/health/live", Stop);
        await using var scope = production.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        await db.Database.MigrateAsync(Stop);

        Assert.Equal(0, await db.Users.CountAsync(Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/simulator", Stop)).StatusCode);
    }

    private static Dictionary<string, string> Answers(string account, string password) =>
        new() { ["Email"] = $"{account}@helpline.test", ["Password"] = password };

    private static Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string account, string password) =>
        visitor.SendFormAsync("/sign-in", Answers(account, password), Stop);

    private static async Task<string> ErrorOf(HttpResponseMessage response) =>
        (await HelplineFactory.ReadAsync(response, Stop)).QuerySelector(".govuk-error-summary__list")?.TextContent.Trim() ?? "";

    /// <summary>The host in Development with the accounts' password known and the guard against many sends out of the way.</summary>
    public sealed class StaffedFactory : HelplineFactory
    {
        public StaffedFactory()
        {
            With("Seed:Password", Password);
            With("RateLimits:SignIn:Permits", "1000");
        }
    }
}
