using System.Globalization;
using System.Net;
using Helpline.Testing;

namespace Helpline.Web.Tests.Manage;

/// <summary>The surge switch: what a supervisor sees of it, and what everybody else is then promised.</summary>
public sealed class SurgePageTests : IAsyncDisposable
{
    private const string Password = "a password for tests only";
    private const string Banner = "We answer more slowly than usual <b>this</b> week.";

    private static readonly (string Field, string Typed, string Words)[] Mistakes =
    [
        ("Reason", "", "Enter why"),
        ("EndTime", "teatime", "for example 17:30"),
        ("EndTime", "09:59", "still to come"),
        ("EndDay", "2099-01-01", "at most"),
        ("ReplyDays", "-1", "Enter a whole number from 1"),
        ("Quota", "many", "Enter a whole number from 0"),
    ];

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 3, 2, 10, 0, 0, TimeSpan.Zero));
    private readonly HelplineFactory factory = new();

    public SurgePageTests() => factory.With("Seed:Password", Password).At(clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    [Fact]
    public async Task Surge_SwitchedOn_ChangesWhatIsPromisedUntilItEndsByItself()
    {
        var supervisor = await factory.SignInAsync("supervisor", Password, Stop);
        using var parent = factory.Visitor();
        Assert.DoesNotContain("10 working days", await TextAsync(parent, "/ask"), StringComparison.Ordinal);
        var usual = (await parent.OpenAsync("/advice/legal-aid", Stop)).Headers.ETag;

        using var done = await SwitchAsync(supervisor, "On", Terms());

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("10 working days", await TextAsync(parent, "/ask"), StringComparison.Ordinal);
        var home = await parent.ReadAsync("/", Stop);
        Assert.Equal(Banner, home.QuerySelector("#surge-banner")!.TextContent);
        Assert.Null(home.QuerySelector("#surge-banner b"));

        // A browser that kept the page from before must not go on showing it.
        var surged = (await parent.OpenAsync("/advice/legal-aid", Stop)).Headers.ETag;
        Assert.NotEqual(usual, surged);
        var page = await supervisor.ReadAsync("/manage/surge", Stop);
        Assert.Contains("switched on by Sam Supervisor", page.QuerySelector("[data-surge]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("by Sam Supervisor", page.QuerySelector("#log li")!.TextContent, StringComparison.Ordinal);

        clock.SetUtcNow(new DateTimeOffset(2027, 3, 4, 17, 31, 0, TimeSpan.Zero));
        Assert.Null((await parent.ReadAsync("/", Stop)).QuerySelector("#surge-banner"));
        Assert.DoesNotContain("10 working days", await TextAsync(parent, "/ask"), StringComparison.Ordinal);
        Assert.Null((await supervisor.ReadAsync("/manage/surge", Stop)).QuerySelector("[data-surge]"));
    }

    [Fact]
    public async Task Surge_WithAMistake_IsExplainedBesideTheFieldAndNothingTypedIsLost()
    {
        var supervisor = await factory.SignInAsync("supervisor", Password, Stop);
        foreach (var (field, typed, words) in Mistakes)
        {
            var terms = Terms();
            terms["EndDay"] = "2027-03-02";
            terms[field] = typed;

            using var answer = await SwitchAsync(supervisor, "On", terms);

            var page = await HelplineFactory.ReadAsync(answer, Stop);
            Assert.Contains(words, page.QuerySelector($"#{field}-error")?.TextContent ?? $"nothing beside {field}", StringComparison.Ordinal);
            Assert.Equal($"#{field}", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
            Assert.Equal(typed, page.QuerySelector($"#{field}")!.GetAttribute("value") ?? "");
            Assert.Equal(Banner, page.QuerySelector("#Banner")!.TextContent.Trim());
            Assert.Null(page.QuerySelector("[data-surge]"));
        }
    }

    [Fact]
    public async Task Surge_AskedForTwice_IsOneAndCanBeChangedAndSwitchedOff()
    {
        var supervisor = await factory.SignInAsync("supervisor", Password, Stop);
        using var first = await SwitchAsync(supervisor, "On", Terms());

        using var second = await SwitchAsync(supervisor, "On", Terms());
        Assert.Contains("A colleague has switched a surge on", (await HelplineFactory.ReadAsync(second, Stop)).QuerySelector("#Reason-error")!.TextContent, StringComparison.Ordinal);
        var changed = Terms();
        changed["Banner"] = "Shorter now.";
        using var change = await SwitchAsync(supervisor, "Change", changed);
        using var parent = factory.Visitor();
        Assert.Equal("Shorter now.", (await parent.ReadAsync("/", Stop)).QuerySelector("#surge-banner")!.TextContent);
        using var off = await SwitchAsync(supervisor, "Off", new Dictionary<string, string>());

        Assert.Null((await parent.ReadAsync("/", Stop)).QuerySelector("#surge-banner"));
        Assert.Equal(3, (await supervisor.ReadAsync("/manage/surge", Stop)).QuerySelectorAll("#log li").Length);
    }

    [Fact]
    public async Task Surge_AnAdviser_CannotSwitchItOn()
    {
        var adviser = await factory.SignInAsync("adviser1", Password, Stop);

        using var answer = await adviser.OpenAsync("/manage/surge", Stop);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Dictionary<string, string> Terms() => new()
    {
        ["Reason"] = "A new law",
        ["EndDay"] = "2027-03-04",
        ["EndTime"] = "17:30",
        ["Banner"] = Banner,
        ["ReplyDays"] = 10.ToString(CultureInfo.InvariantCulture),
        ["Quota"] = "",
        ["QuotaIsHourly"] = "false",
    };

    private static async Task<string> TextAsync(HttpClient client, string address) => (await client.ReadAsync(address, Stop)).QuerySelector("main")!.TextContent;

    // The page has a form for each handler, so the one meant is named.
    private static async Task<HttpResponseMessage> SwitchAsync(HttpClient supervisor, string handler, Dictionary<string, string> terms)
    {
        var token = (await supervisor.ReadAsync("/manage/surge", Stop)).QuerySelector("main input[name=_token]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([.. terms, new("_token", token)]);
        return await supervisor.PostAsync(new Uri($"/manage/surge?handler={handler}", UriKind.Relative), form, Stop);
    }
}
