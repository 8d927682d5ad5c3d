using System.Net;
using AngleSharp.Html.Dom;
using Helpline.Core.Advisers;
using Helpline.Core.Data;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Console;

/// <summary>The rota of supervisors. Tuesday 3 November 2026.</summary>
public sealed class RotaPageTests(ConsoleBookingTests.Centre factory) : IClassFixture<ConsoleBookingTests.Centre>
{
    private const string Password = "console-booking-tests-only";
    private const string Page = "/console/rota";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adviser1")]
    [InlineData("manager")]
    [InlineData("editor")]
    [InlineData("admin")]
    public async Task Rota_ForOthersThanSupervisors_IsNotShown(string account)
    {
        var client = await SignInAsync(account);

        using var answer = await client.OpenAsync(Page, Stop);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Redirect });
    }

    [Fact]
    public async Task Rota_ForNobodySignedIn_LeadsToTheSignIn()
    {
        using var answer = await factory.Visitor().OpenAsync(Page, Stop);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Week_SavedAndChanged_IsShownAsItIsStored()
    {
        var (supervisor, id) = await StartAsync("Week");

        Assert.Null(await PostAsync(supervisor, "Week", Week(id, "9:00 - 12:30,13:30-17:00")));
        Assert.Equal("09:00-12:30, 13:30-17:00", await ShownAsync(supervisor, id, 1));
        Assert.Null(await PostAsync(supervisor, "Week", Week(id, "")));

        Assert.Equal("", await ShownAsync(supervisor, id, 1));
    }

    [Theory]
    [InlineData("nine to five")]
    [InlineData("17:00-09:00")]
    [InlineData("09:00-12:00, 11:00-17:00")]
    [InlineData("09:00-25:00")]
    public async Task Week_NoHours_IsRefusedBesideTheDayAndKeepsWhatWasTyped(string typed)
    {
        var (supervisor, id) = await StartAsync("Refused");

        var again = await PostAsync(supervisor, "Week", Week(id, typed));

        var field = again!.QuerySelector($"#week-{id}-1")!;
        Assert.Equal(typed, field.GetAttribute("value"));
        Assert.Equal($"week-{id}-1-error", field.GetAttribute("aria-describedby"));
        Assert.Contains("Enter hours like 09:00-12:30", again.QuerySelector($"#week-{id}-1-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"#week-{id}-1", again.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.False(await ReadAsync(db => db.RotaWeekdays.AnyAsync(w => w.AdviserId == id, Stop)));
    }

    [Fact]
    public async Task Day_AddedAndTakenAway_ComesAndGoes()
    {
        var (supervisor, id) = await StartAsync("Dates");

        Assert.Null(await PostAsync(supervisor, "Day", [("AdviserId", $"{id}"), ("Day", "2026-11-09"), ("Hours", "")]));
        Assert.Contains("9 November 2026: not at work", await SectionAsync(supervisor, id), StringComparison.Ordinal);
        Assert.Null(await PostAsync(supervisor, "Day", [("AdviserId", $"{id}"), ("Day", "2026-11-09"), ("Hours", "10:00-12:00")]));
        Assert.Contains("9 November 2026: 10:00-12:00", await SectionAsync(supervisor, id), StringComparison.Ordinal);
        Assert.Null(await PostAsync(supervisor, "Usual", [("AdviserId", $"{id}"), ("Day", "2026-11-09")]));

        Assert.DoesNotContain("9 November 2026", await SectionAsync(supervisor, id), StringComparison.Ordinal);
        Assert.False(await ReadAsync(db => db.RotaExceptions.AnyAsync(e => e.AdviserId == id, Stop)));
    }

    [Theory]
    [InlineData("", "10:00-12:00", "day", "Enter the date")]
    [InlineData("2026-02-31", "10:00-12:00", "day", "Enter the date")]
    [InlineData("2026-11-10", "morning", "hours", "Enter hours like 09:00-12:30")]
    public async Task Day_SomethingWrong_IsSaidBesideTheField(string day, string hours, string field, string message)
    {
        var (supervisor, id) = await StartAsync("Wrong date");

        var again = await PostAsync(supervisor, "Day", [("AdviserId", $"{id}"), ("Day", day), ("Hours", hours)]);

        Assert.Contains(message, again!.QuerySelector($"#{field}-{id}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(hours, again.QuerySelector($"#hours-{id}")!.GetAttribute("value"));
        Assert.Equal($"#{field}-{id}", again.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.False(await ReadAsync(db => db.RotaExceptions.AnyAsync(e => e.AdviserId == id, Stop)));
    }

    [Fact]
    public async Task Week_OfNobody_IsNotThere()
    {
        var (supervisor, _) = await StartAsync("Somebody");

        using var answer = await SendAsync(supervisor, "Week", Week(AdviserId.New(), "09:00-17:00"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static (string, string)[] Week(AdviserId id, string monday) =>
        [("AdviserId", $"{id}"), .. Enumerable.Range(0, 7).Select(n => ($"Week[{n}]", n == 1 ? monday : ""))];

    private async Task<(HttpClient Supervisor, AdviserId Id)> StartAsync(string name)
    {
        var supervisor = await SignInAsync("supervisor");
        var id = AdviserId.New();
        await using var scope = factory.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AdviserService>().AddAsync(id, $"{name} {id}", new Dictionary<string, DateOnly>(), Stop);
        return (supervisor, id);
    }

    private Task<HttpClient> SignInAsync(string account) => factory.SignInAsync(account, Password, Stop);

    private static async Task<string?> ShownAsync(HttpClient client, AdviserId id, int day) =>
        (await client.ReadAsync(Page, Stop)).QuerySelector($"#week-{id}-{day}")!.GetAttribute("value");

    private static async Task<string> SectionAsync(HttpClient client, AdviserId id) =>
        (await client.ReadAsync(Page, Stop)).QuerySelector($"[data-adviser='{id}']")!.TextContent;

    private async Task<T> ReadAsync<T>(Func<HelplineDbContext, Task<T>> read)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HelplineDbContext>());
    }

    /// <summary>The page again with what is wrong; null when it was taken.</summary>
    private static async Task<IHtmlDocument?> PostAsync(HttpClient client, string handler, (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(client, handler, fields);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            return null;
        }

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await HelplineFactory.ReadAsync(answer, Stop);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string handler, (string Name, string Value)[] fields)
    {
        var token = (await client.ReadAsync(Page, Stop)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("_token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.PostAsync(new Uri($"{Page}?handler={handler}", UriKind.Relative), content, Stop);
    }
}
