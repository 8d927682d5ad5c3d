using System.Net;
using AngleSharp.Html.Dom;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Staff;

/// <summary>The floor as a supervisor sees and changes it, the endings of one key and the blocks that follow.</summary>
public sealed class FloorPagesTests : IAsyncDisposable
{
    private const string Password = "a password for tests only";
    private const string Number = "+447700900166";
    private readonly HelplineFactory factory = new HelplineFactory().With("Seed:Password", Password);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    [Fact]
    public async Task Floor_SomebodyWaits_IsShownInItsPlaceWithWhyAndCanBeMovedOnlyOnPurpose()
    {
        var supervisor = await SignInAsync("supervisor");
        var contact = await WaitAsync();
        var row = (await supervisor.ReadAsync("/console/floor", Stop)).QuerySelector($"#waiting tr[data-contact='{contact}']")!;
        Assert.Equal("1", row.Children[0].TextContent);
        Assert.Contains("Getting to school or college", row.Children[2].TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Standard", row.Children[5].TextContent);
        var page = $"/console/floor/contact/{contact}";

        var refused = await PostAsync(supervisor, page, "Move", new() { ["Class"] = "Safeguarding", ["Reason"] = "said-harm" });
        Assert.Contains("Tick that you mean it", refused!.QuerySelector("#Confirmed-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#Confirmed", refused.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        var nothing = await PostAsync(supervisor, page, "Move", new() { ["Class"] = "Deadline" });
        Assert.Contains("Choose the reason", nothing!.QuerySelector("#Reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await PostAsync(supervisor, page, "Move", new() { ["Class"] = "Safeguarding", ["Reason"] = "said-harm", ["Confirmed"] = "true" }));

        var board = await supervisor.ReadAsync("/console/floor?handler=Board", Stop);
        Assert.Equal("Safeguarding: marked as safeguarding", board.QuerySelector("#waiting tbody tr")!.Children[5].TextContent);
        Assert.Equal("1", board.QuerySelector("[data-figure=waiting-Voice]")!.TextContent);
    }

    [Fact]
    public async Task Floor_AnAdviser_CanBeLentASkillAndSetAway()
    {
        var supervisor = await SignInAsync("supervisor");
        var adviser = await AdviserIdAsync("adviser1");
        await Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Available, null, Stop));
        var page = $"/console/floor/adviser/{adviser}";

        Assert.Contains("Choose the skill", (await PostAsync(supervisor, page, "Lend", []))!.QuerySelector("#SkillId-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await PostAsync(supervisor, page, "Lend", new() { ["SkillId"] = "transport", ["Proficiency"] = "4" }));
        Assert.Null(await PostAsync(supervisor, page, "Pause", new() { ["Paused"] = "ehc-plans" }));
        Assert.Null(await PostAsync(supervisor, page, "Aside", new() { ["Aside"] = "Away" }));

        var row = (await supervisor.ReadAsync("/console/floor", Stop)).QuerySelector($"#advisers tr[data-adviser='{adviser}']")!;
        Assert.Equal("Away: set by a supervisor", row.Children[1].TextContent);
        Assert.Contains("paused for today", row.Children[5].TextContent, StringComparison.Ordinal);
        var changed = (await supervisor.ReadAsync(page, Stop)).QuerySelector("#skills")!.TextContent;
        Assert.Contains("4 of 5", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Floor_AQueueSentElsewhere_IsShownToEverybodyUntilItIsSwitchedOff()
    {
        var supervisor = await SignInAsync("supervisor");
        var adviser = await SignInAsync("adviser2");
        var wrong = await PostAsync(supervisor, "/console/floor", "Reroute", new() { ["FromSkill"] = "transport", ["ToSkill"] = "everyone", ["UntilTime"] = "soon" });
        Assert.Contains("for example 16:30", wrong!.QuerySelector("#UntilTime-error")!.TextContent, StringComparison.Ordinal);

        Assert.Null(await PostAsync(supervisor, "/console/floor", "Reroute", new() { ["FromSkill"] = "transport", ["ToSkill"] = "everyone", ["UntilTime"] = "" }));

        var said = (await adviser.ReadAsync("/console/reroutes", Stop)).QuerySelector("p")!.TextContent;
        Assert.Contains("goes to everyone until it is switched off. Switched on by Sam Supervisor at", said, StringComparison.Ordinal);
        var again = await PostAsync(supervisor, "/console/floor", "Reroute", new() { ["FromSkill"] = "transport", ["ToSkill"] = "ehc-plans" });
        Assert.Contains("Switch that off first", again!.QuerySelector("#FromSkill-error")!.TextContent, StringComparison.Ordinal);
        var id = (await supervisor.ReadAsync("/console/floor", Stop)).QuerySelector("[data-reroute]")!.GetAttribute("data-reroute")!;
        Assert.Null(await PostAsync(supervisor, "/console/floor", "RerouteOff", new() { ["rerouteId"] = id }));
        Assert.Null((await adviser.ReadAsync("/console/reroutes", Stop)).QuerySelector("p"));
    }

    [Theory]
    [InlineData("/console/floor")]
    [InlineData("/console/floor?handler=Board")]
    [InlineData("/console/floor/contact/00000000-0000-0000-0000-000000000001")]
    [InlineData("/console/floor/adviser/00000000-0000-0000-0000-000000000001")]
    [InlineData("/console/blocks")]
    public async Task Floor_AnAdviserWhoIsNoSupervisor_DoesNotSeeIt(string address)
    {
        var adviser = await SignInAsync("adviser1");

        using var answer = await adviser.OpenAsync(address, Stop);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Ending_OfOneKey_ClosesTheContactAndLeadsToABlockThatASupervisorDecides()
    {
        var adviser = await SignInAsync("adviser1");
        var supervisor = await SignInAsync("supervisor");
        var contact = await MessageInHandAsync();
        var menu = (await adviser.ReadAsync($"/console/contact/{contact}", Stop)).QuerySelector("#endings")!;
        Assert.Equal(["S", "H", "W", "A", "T", "B"], menu.QuerySelectorAll("button[data-ending] kbd").Select(k => k.TextContent));
        Assert.Equal("Alt+E", menu.QuerySelector("summary")!.GetAttribute("aria-keyshortcuts"));
        Assert.Equal(HttpStatusCode.BadRequest, await EndAsync(adviser, contact, "advice-given"));
        Assert.Equal(HttpStatusCode.BadRequest, await EndAsync(adviser, contact, "blocked"));

        Assert.Equal(HttpStatusCode.OK, await EndAsync(adviser, contact, "abusive"));

        Assert.Equal(HttpStatusCode.Conflict, await EndAsync(adviser, contact, "abusive"));
        var closed = await Do<HelplineDbContext, Contact>(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == contact, Stop));
        Assert.Equal((ContactStatus.Closed, "abusive", true), (closed.Status, closed.DispositionCode, closed.IsNonData));
        var propose = $"/console/block/{contact}";
        Assert.Contains("Write what happened", (await PostAsync(adviser, propose, null, []))!.QuerySelector("#Note-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await PostAsync(adviser, propose, null, new() { ["Note"] = "Shouted from the first word." }))!.QuerySelector("#proposed"));
        var blocks = await supervisor.ReadAsync("/console/blocks", Stop);
        Assert.Contains("A withheld number cannot be blocked", blocks.QuerySelector("#rule")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Shouted from the first word.", blocks.QuerySelector("[data-block]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, blocks.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var id = blocks.QuerySelector("[data-block]")!.GetAttribute("data-block")!;
        var late = await PostAsync(supervisor, "/console/blocks", "Approve", new() { ["BlockId"] = id, ["LastDay"] = "2099-01-01" });
        Assert.Contains("a year at most", late!.QuerySelector($"#block-{id}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await PostAsync(supervisor, "/console/blocks", "Approve", new() { ["BlockId"] = id, ["LastDay"] = $"{DateTime.UtcNow.AddDays(30):yyyy-MM-dd}" }));
        Assert.Single((await supervisor.ReadAsync("/console/blocks", Stop)).QuerySelectorAll("#holding tbody tr"));
        Assert.Null(await PostAsync(supervisor, "/console/blocks", "Lift", new() { ["BlockId"] = id }));
        Assert.NotNull((await supervisor.ReadAsync("/console/blocks", Stop)).QuerySelector("#none-holds"));
    }

    private async Task<ContactId> WaitAsync()
    {
        var sid = $"CA{Guid.NewGuid():n}";
        return await Do<CallService, ContactId>(async calls =>
        {
            var call = await calls.StartVoiceAsync(sid, Number, Stop);
            await calls.SetTopicAsync(sid, null, "transport", Stop);
            await calls.JoinQueueAsync(sid, Stop);
            return call.ContactId;
        });
    }

    private async Task<ContactId> MessageInHandAsync()
    {
        var adviser = await AdviserIdAsync("adviser1");
        var sid = $"CA{Guid.NewGuid():n}";
        var contact = await Do<CallService, ContactId>(async calls =>
        {
            var call = await calls.StartVoiceAsync(sid, Number, Stop);
            await calls.StartVoicemailAsync(sid, Stop);
            await calls.CallerLeftAsync(sid, Stop);
            await calls.KeepVoicemailAsync(sid, $"RE{Guid.NewGuid():n}", 20, Stop);
            return call.ContactId;
        });
        await Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Available, null, Stop));
        Offer? offer = null;
        while (offer is null)
        {
            await factory.Services.GetRequiredService<RoutingPass>().RunAsync(Stop);
            offer = await Do<HelplineDbContext, Offer?>(db => db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.AdviserId == adviser && o.Status == OfferStatus.Pending, Stop));
        }

        Assert.Equal(AcceptOfferOutcome.Accepted, await Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviser, Stop)));
        return contact;
    }

    private Task<AdviserId> AdviserIdAsync(string account) => Do<HelplineDbContext, AdviserId>(async db =>
        (await db.Users.SingleAsync(u => u.Email == $"{account}@helpline.test", Stop)).AdviserId!.Value);

    /// <summary>Sends a form of a page. Null when it was done and led elsewhere; otherwise the page that came back.</summary>
    private static async Task<IHtmlDocument?> PostAsync(HttpClient client, string page, string? handler, Dictionary<string, string> fields)
    {
        var token = (await client.ReadAsync(page, Stop)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(fields.Append(new("_token", token)));
        using var answer = await client.PostAsync(new Uri(handler is null ? page : $"{page}?handler={handler}", UriKind.Relative), form, Stop);
        return answer.StatusCode == HttpStatusCode.Redirect ? null : await HelplineFactory.ReadAsync(answer, Stop);
    }

    private static async Task<HttpStatusCode> EndAsync(HttpClient console, ContactId contact, string code)
    {
        var token = (await console.ReadAsync("/console", Stop)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("code", code), new("_token", token)]);
        using var answer = await console.PostAsync(new Uri($"/console/contact/{contact}?handler=noEnquiry", UriKind.Relative), form, Stop);
        return answer.StatusCode;
    }

    private Task<HttpClient> SignInAsync(string account) => factory.SignInAsync(account, Password, Stop);

    private async Task<T> Do<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
