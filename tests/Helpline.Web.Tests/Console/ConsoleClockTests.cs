using System.Net;
using AngleSharp.Html.Dom;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Console;

/// <summary>The statutory clock on a contact in hand, and the list of what is coming up.</summary>
public sealed class ConsoleClockTests(ConsoleClockTests.OnATuesdayInNovember factory) : IClassFixture<ConsoleClockTests.OnATuesdayInNovember>
{
    private const string Password = "console-clock-tests-only";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EventDate_Entered_ShowsEveryDutyWithDaysLeft()
    {
        var (client, contact) = await InHandAsync("adviser1");

        var clock = await PostAsync(client, contact, "eventDate", ("eventId", "request-received"), ("day", "7"), ("month", "9"), ("year", "2026"));

        var rows = clock.QuerySelectorAll("tr[data-duty]");
        Assert.Equal(["ehc-decision-to-assess", "ehc-no-plan-decision", "ehc-final-plan"], rows.Select(r => r.GetAttribute("data-duty")));
        Assert.Contains("Overdue, 15 days ago", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("What to do:", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Partly confirmed", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("55 days left", rows[1].TextContent, StringComparison.Ordinal);
        var stored = await StoredAsync(contact);
        Assert.Equal([new DateOnly(2026, 10, 19), new(2026, 12, 28), new(2027, 1, 25)], stored.Duties.Select(d => d.DueOn).Order());
        Assert.All(stored.Duties, d => Assert.True(d.IsBinding));
        var page = await client.ReadAsync($"/console/contact/{contact}", Stop);
        Assert.Equal(3, page.QuerySelectorAll("#clock tr[data-duty]").Length);
    }

    [Fact]
    public async Task EventDate_TwoOfThem_TakeTheLaterAndOneCanBeTakenBack()
    {
        var (client, contact) = await InHandAsync("adviser2");
        await PostAsync(client, contact, "eventDate", ("eventId", "decision-letter"), ("day", "1"), ("month", "10"), ("year", "2026"));

        var both = await PostAsync(client, contact, "eventDate", ("eventId", "mediation-certificate"), ("day", "29"), ("month", "Nov"), ("year", "2026"));
        Assert.Equal("2027-01-04", both.QuerySelector("tr[data-duty='sen-appeal-two-months'] time")!.GetAttribute("datetime"));

        var one = await PostAsync(client, contact, "takeBack", ("eventId", "mediation-certificate"));
        Assert.Equal("2026-12-01", one.QuerySelector("tr[data-duty='sen-appeal-two-months'] time")!.GetAttribute("datetime"));
    }

    [Theory]
    [InlineData("", "1", "10", "2026", "Choose what happened")]
    [InlineData("nothing-known", "1", "10", "2026", "Choose what happened")]
    [InlineData("decision-letter", "31", "2", "2026", "The date must be a real date")]
    [InlineData("decision-letter", "1", "10", "1995", "The date must be in 2000 or later")]
    public async Task EventDate_BadInput_SaysWhatToEnterAndStoresNothing(string eventId, string day, string month, string year, string message)
    {
        var (client, contact) = await InHandAsync("adviser3");

        var clock = await PostAsync(client, contact, "eventDate", ("eventId", eventId), ("day", day), ("month", month), ("year", year));

        Assert.Equal($"Error: {message}", clock.QuerySelector("#clock-error")!.TextContent.Trim());
        Assert.Empty((await StoredAsync(contact)).EventDates);
    }

    [Fact]
    public async Task EventDate_OnSomebodyElsesContact_IsRefused()
    {
        var (_, contact) = await InHandAsync("adviser4");
        var other = await SignInAsync("adviser5");

        using var answer = await SendAsync(other, contact, "eventDate", ("eventId", "decision-letter"), ("day", "1"), ("month", "10"), ("year", "2026"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty((await StoredAsync(contact)).EventDates);
    }

    [Fact]
    public async Task ComingUp_AdviserAndSupervisor_SeeTheDutyWithoutANameAndTickItOff()
    {
        var (client, contact) = await InHandAsync("adviser1");
        await PostAsync(client, contact, "eventDate", ("eventId", "pre-action-letter"), ("day", "2"), ("month", "11"), ("year", "2026"));
        var supervisor = await SignInAsync("supervisor");

        foreach (var reader in new[] { client, supervisor })
        {
            var list = await reader.ReadAsync("/console/clock", Stop);
            var row = list.QuerySelector($"input[value='{contact}']")!.Closest("tr")!;
            Assert.Equal("2026-11-16", row.QuerySelector("time")!.GetAttribute("datetime"));
            Assert.Contains("13 days left", row.TextContent, StringComparison.Ordinal);
            Assert.Contains("Asha Adviser", row.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Nadia Enquirer", list.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Null((await (await SignInAsync("adviser5")).ReadAsync("/console/clock", Stop)).QuerySelector("tr[data-duty]"));

        using var done = await TickAsync(supervisor, contact, "pre-action-reply");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Null((await client.ReadAsync("/console/clock", Stop)).QuerySelector($"input[value='{contact}']"));
        var page = await client.ReadAsync($"/console/contact/{contact}", Stop);
        Assert.Contains("Ticked off 3 November 2026 by Sam Supervisor", page.QuerySelector("tr[data-duty='pre-action-reply']")!.TextContent, StringComparison.Ordinal);

        var open = await PostAsync(client, contact, "tick", ("dutyId", "pre-action-reply"), ("done", "false"));
        Assert.DoesNotContain("Ticked off", open.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComingUp_AdviserTickingOffAnothersDuty_IsRefused()
    {
        var (client, contact) = await InHandAsync("adviser2");
        await PostAsync(client, contact, "eventDate", ("eventId", "pre-action-letter"), ("day", "2"), ("month", "11"), ("year", "2026"));

        var other = await SignInAsync("adviser5");
        using var answer = await other.PostAsync(
            new Uri("/console/clock?handler=Tick", UriKind.Relative), await FormAsync(other, ("contactId", contact.ToString()), ("dutyId", "pre-action-reply")), Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(Assert.Single((await StoredAsync(contact)).Duties).DoneAt);
    }

    /// <summary>A voicemail in the hands of an adviser who is signed in.</summary>
    private async Task<(HttpClient Client, ContactId Contact)> InHandAsync(string account)
    {
        var client = await SignInAsync(account);
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var adviser = (await db.Users.SingleAsync(u => u.Email == $"{account}@helpline.test", Stop)).AdviserId!.Value;
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        var contact = Contact.ArriveByVoice(now);
        contact.Identify("Nadia Enquirer", null, null, null);
        contact.BecomeVoicemail(now, now.AddDays(2));
        var offer = Offer.Make(contact.Id, adviser, now, TimeSpan.FromSeconds(20));
        contact.Offer(offer, now);
        contact.Accept(offer, now);
        db.Contacts.Add(contact);
        await db.SaveChangesAsync(Stop);
        return (client, contact.Id);
    }

    private Task<HttpClient> SignInAsync(string account) => factory.SignInAsync(account, Password, Stop);

    private async Task<Contact> StoredAsync(ContactId id)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        return await db.Contacts.AsNoTracking().Include(c => c.EventDates).Include(c => c.Duties).SingleAsync(c => c.Id == id, Stop);
    }

    private static async Task<IHtmlDocument> PostAsync(HttpClient client, ContactId contact, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(client, contact, handler, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await HelplineFactory.ReadAsync(answer, Stop);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, ContactId contact, string handler, params (string Name, string Value)[] fields) =>
        await client.PostAsync(new Uri($"/console/contact/{contact}?handler={handler}", UriKind.Relative), await FormAsync(client, fields), Stop);

    private static async Task<HttpResponseMessage> TickAsync(HttpClient client, ContactId contact, string dutyId) =>
        await client.PostAsync(new Uri("/console/clock?handler=Tick", UriKind.Relative), await FormAsync(client, ("contactId", contact.ToString()), ("dutyId", dutyId)), Stop);

    private static async Task<FormUrlEncodedContent> FormAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        var token = (await client.ReadAsync("/console", Stop)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        return new([new("_token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
    }

    /// <summary>Tuesday 3 November 2026, with the password of all accounts known and the guard against many sign-ins out of the way.</summary>
    public sealed class OnATuesdayInNovember : HelplineFactory
    {
        public OnATuesdayInNovember()
        {
            At(Clock);
            With("Seed:Password", Password);
            With("RateLimits:SignIn:Permits", "1000");
        }

        public FakeTimeProvider Clock { get; } = new();
    }
}
