using System.Net;
using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Data;
using Helpline.Web.Tests.Ask;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Web.Tests.Book;

/// <summary>The way to a booked call, as a browser without scripts goes it.</summary>
public sealed class BookJourneyTests(AskFactory site) : IClassFixture<AskFactory>
{
    [Fact]
    public async Task Book_FromStartToCancel_IsBookedMovedAndCancelled()
    {
        await RotaAsync();
        var browser = site.Browser();
        await browser.OpenAsync("/book/topic");
        await browser.SendAsync();
        Assert.Equal("Where does the child or young person live?", browser.Heading);
        await browser.SendAsync();
        Assert.Equal("When should we ring you?", browser.Heading);
        var times = browser.Page.QuerySelectorAll("input[name=Slot]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.NotEmpty(times);

        await browser.SendAsync();
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal("Choose a time", browser.Text(".govuk-error-summary a"));
        await browser.SendAsync(("Slot", times[0]));
        Assert.Equal("How do we reach you?", browser.Heading);

        await browser.SendAsync(("Number", "0901 123 4567"), ("Name", "Rowan"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("We cannot ring that kind of number", browser.Text("#Number-error"), StringComparison.Ordinal);
        Assert.Equal("Rowan", browser.Page.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        await browser.SendAsync(("Number", "07700 900123"), ("Name", "Rowan"), ("Email", "rowan@example.com"));
        Assert.Equal("Before the call", browser.Heading);
        await browser.SendAsync(("Happened", "The letter says no"));
        Assert.Equal("Check before you book", browser.Heading);
        Assert.Contains("07700 900 123", browser.Main, StringComparison.Ordinal);
        await browser.SendAsync();
        Assert.Equal("Your call is booked", browser.Heading);

        var link = browser.Page.QuerySelector("#manage")!.GetAttribute("href")!;
        await browser.OpenAsync(link);
        Assert.StartsWith("We will ring you on", browser.Text("#state"), StringComparison.Ordinal);
        var before = browser.Text("#state");
        var other = browser.Page.QuerySelectorAll("select option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        await browser.SendAsync("main form[action*=Move]", ("Slot", other));
        Assert.NotEqual(before, browser.Text("#state"));
        await browser.SendAsync("main form[action*=Cancel]");
        Assert.Equal("Your call is cancelled. We will not ring you.", browser.Text("#state"));
        Assert.Equal(BookingState.Cancelled, await site.Do<HelplineDbContext, BookingState>(db => db.Bookings.Select(b => b.State).SingleAsync()));
    }

    [Fact]
    public async Task Manage_WithAnotherSecret_OpensNothing()
    {
        var browser = site.Browser();

        await browser.OpenAsync("/bookings/nonsense");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal("We could not open that link", browser.Heading);
    }

    private async Task RotaAsync()
    {
        for (var n = 0; n < 2; n++)
        {
            var id = AdviserId.New();
            await site.Do<AdviserService, bool>(async s =>
            {
                await s.AddAsync(id, $"On the rota {n}", new Dictionary<string, DateOnly>(), default);
                return true;
            });
            Assert.True(await site.Do<RotaService, bool>(s => s.SetWeekAsync(id, ["", .. Enumerable.Repeat("09:00-17:00", 5), ""], default)));
        }
    }
}
