using System.Net;
using System.Text.Json.Nodes;
using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Enquiries;
using Helpline.Core.Mail;
using Helpline.Core.Outbox;
using Helpline.Core.Routing;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Staff;

/// <summary>Written work as staff see it: handing it back in the console, and the mails that could not be sent on the manager's page.</summary>
public sealed class WrittenWorkTests : IAsyncDisposable
{
    private const string Password = "a password for tests only";
    private readonly HelplineFactory factory = new HelplineFactory().With("Seed:Password", Password);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    [Fact]
    public async Task HandBack_InTheConsole_HasItsShortcutBesideItAndReturnsTheEnquiry()
    {
        var console = await SignInAsync("adviser1");
        var (adviser, contact) = await WritingAsync();
        var page = await console.ReadAsync($"/console/contact/{contact}", Stop);
        var button = page.QuerySelector("button[data-post=handback]");

        Assert.NotNull(button);
        Assert.Equal("Alt B", button.QuerySelector("kbd")!.TextContent);
        Assert.Equal("Alt+B", button.GetAttribute("aria-keyshortcuts"));
        Assert.Equal("done", await PostAsync(console, contact, "handback", HttpStatusCode.OK));
        Assert.Equal("notYours", await PostAsync(console, contact, "handback", HttpStatusCode.Conflict));
        Assert.Equal(HttpStatusCode.NotFound, (await console.OpenAsync($"/console/contact/{contact}", Stop)).StatusCode);
        var back = await Do<HelplineDbContext, Contact>(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == contact, Stop));
        Assert.Equal(ContactStatus.Waiting, back.Status);
        Assert.Equal(Activity.Idle, (await Do<HelplineDbContext, Adviser>(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == adviser, Stop))).Activity);
    }

    [Fact]
    public async Task Letter_FromTheConsole_IsFilledFromTheContactAndWhatIsTypedIsNotKept()
    {
        var console = await SignInAsync("adviser1");
        var (_, contact) = await WritingAsync();
        var address = $"/console/contact/{contact}/letter/chase-a-missed-deadline";
        var link = (await console.ReadAsync($"/console/contact/{contact}", Stop)).QuerySelector($"#letters a[href='{address}']");
        await PostAsync(console, contact, "record", HttpStatusCode.OK, new() { ["EnquirerName"] = "Ash <i>Example</i>", ["AuthorityCode"] = "E06000023" });
        await DateAsync(console, contact, "request-received", new DateOnly(2026, 10, 5));

        var page = await console.ReadAsync(address, Stop);
        var letter = page.QuerySelector("[data-letter]")!.TextContent;
        using var again = await console.SendFormAsync(address, new Dictionary<string, string> { ["Values[child-name]"] = "Robin" }, Stop);
        var typed = await HelplineFactory.ReadAsync(again, Stop);

        Assert.NotNull(link);
        Assert.Contains("Bristol, City of", letter, StringComparison.Ordinal);
        Assert.Contains("Ash <i>Example</i>", letter, StringComparison.Ordinal);
        Assert.Contains("by 16 November 2026", letter, StringComparison.Ordinal);
        Assert.Contains("[child's name]", letter, StringComparison.Ordinal);
        Assert.True(again.Headers.CacheControl!.NoStore);
        Assert.Contains("Robin", typed.QuerySelector("[data-letter]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", (await console.ReadAsync(address, Stop)).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passages_BesideAnAnswer_CanBeInsertedWithTheirLaw()
    {
        var console = await SignInAsync("adviser1");
        var (_, contact) = await WritingAsync();

        var passages = (await console.ReadAsync($"/console/contact/{contact}", Stop)).QuerySelectorAll("#passages li");

        Assert.NotEmpty(passages);
        Assert.All(passages, p => Assert.NotNull(p.QuerySelector("button[data-passage]")));
        Assert.Contains(passages, p => p.QuerySelector("[data-text]")!.TextContent.Contains("section 42(2), Children and Families Act 2014", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("adviser2", "chase-a-missed-deadline")]
    [InlineData("adviser1", "nothing")]
    public async Task Letter_OfSomebodyElsesContactOrUnknown_IsNotFound(string account, string letter)
    {
        var (_, contact) = await WritingAsync();
        var console = await SignInAsync(account);

        using var answer = await console.OpenAsync($"/console/contact/{contact}/letter/{letter}", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Manage_MailSetAside_IsListedWithItsReferenceAndNothingPersonal()
    {
        var manager = await SignInAsync("manager");
        Assert.Null((await manager.ReadAsync("/manage", Stop)).QuerySelector("#unsent"));
        var enquiry = await Do<EnquiryService, SubmittedEnquiry>(s => s.SubmitAsync(Question("nobody@nowhere@example.org"), Stop));
        await UntilSetAsideAsync();

        var page = await manager.ReadAsync("/manage", Stop);

        Assert.Equal("1", page.QuerySelector("[data-figure=unsent]")!.TextContent);
        var row = page.QuerySelector("#unsent tbody tr")!;
        Assert.Equal(enquiry.Reference, row.Children[0].TextContent);
        Assert.Equal("We have your question", row.Children[1].TextContent);
        Assert.Contains("not an email address", row.Children[3].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#unsent a"));
    }

    private static SubmitEnquiry Question(string? email = null) => new()
    {
        FormToken = Guid.NewGuid().ToString(),
        Question = "Can the council refuse to assess?",
        Reply = email is null ? ReplyRoute.ComeBack : ReplyRoute.Email,
        Email = email,
        Origin = "https://localhost",
    };

    private async Task<(AdviserId Adviser, ContactId Contact)> WritingAsync()
    {
        var adviser = await Do<HelplineDbContext, AdviserId>(async db =>
            (await db.Users.SingleAsync(u => u.Email == "adviser1@helpline.test", Stop)).AdviserId!.Value);
        var contact = (await Do<EnquiryService, SubmittedEnquiry>(s => s.SubmitAsync(Question(), Stop))).ContactId;
        await Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Available, null, Stop));
        Offer? offer = null;
        while (offer is null)
        {
            await factory.Services.GetRequiredService<RoutingPass>().RunAsync(Stop);
            offer = await Do<HelplineDbContext, Offer?>(db => db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.AdviserId == adviser && o.Status == OfferStatus.Pending, Stop));
        }

        Assert.Equal(AcceptOfferOutcome.Accepted, await Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviser, Stop)));
        return (adviser, contact);
    }

    private async Task UntilSetAsideAsync()
    {
        while (await Do<UnsentMailQueries, int>(q => q.CountAsync(Stop)) == 0)
        {
            await factory.Services.GetRequiredService<OutboxDispatcher>().RunAsync(Stop);
        }
    }

    private Task<HttpClient> SignInAsync(string account) => factory.SignInAsync(account, Password, Stop);

    private static async Task<string?> PostAsync(
        HttpClient console, ContactId contact, string handler, HttpStatusCode status, Dictionary<string, string>? fields = null)
    {
        using var answer = await SendAsync(console, contact, handler, fields ?? []);
        Assert.Equal(status, answer.StatusCode);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["outcome"];
    }

    private static async Task DateAsync(HttpClient console, ContactId contact, string happened, DateOnly date)
    {
        using var answer = await SendAsync(console, contact, "eventDate", new()
        {
            ["eventId"] = happened,
            ["day"] = $"{date.Day}",
            ["month"] = $"{date.Month}",
            ["year"] = $"{date.Year}",
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("clock-error", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient console, ContactId contact, string handler, Dictionary<string, string> fields)
    {
        var token = (await console.ReadAsync("/console", Stop)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(fields.Append(new("_token", token)));
        return await console.PostAsync(new Uri($"/console/contact/{contact}?handler={handler}", UriKind.Relative), form, Stop);
    }

    private async Task<T> Do<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
