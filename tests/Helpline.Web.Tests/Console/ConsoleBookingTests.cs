using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Console;

/// <summary>An adviser books a call with the parent, on a contact in hand. Tuesday 3 November 2026; eight are on the rota at half the usual share.</summary>
public sealed class ConsoleBookingTests(ConsoleBookingTests.Centre factory) : IClassFixture<ConsoleBookingTests.Centre>
{
    private const string Password = "console-booking-tests-only";
    private const string Tribunal = "disputes-and-appeals";

    private static int numbers = 300;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Book_WithTheParent_IsKeptNotedConfirmedAndShown()
    {
        var (client, contact, number) = await InHandAsync("adviser1");
        var start = (await client.ReadAsync($"/console/contact/{contact}", Stop)).QuerySelector("#book-details")!;
        Assert.Equal("Alt+4", start.QuerySelector("summary")!.GetAttribute("aria-keyshortcuts"));
        Assert.Null(start.QuerySelector("#book-slot"));

        var form = await TimesAsync(client, contact, ("Topic", ""));
        Assert.Equal(Core.Callbacks.UkNumber.Written(number), form["Number"]);
        var slot = form.Slots[0];
        var done = await PostAsync(
            client, contact, "book", form.With(("Slot", slot), ("Texts", "true"), ("Email", "rowan@example.com"), ("Name", "Rowan"), ("Happened", "The letter says no"), ("Dates", "1 December")));

        var booking = await BookingAsync(contact);
        Assert.Contains($"reference {booking.Reference}. They get a confirmation by email and by text.", done.QuerySelector("#book-done")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The questions before the call are answered.", done.QuerySelector($"[data-ahead='{booking.Id}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((number, "Rowan", "The letter says no", null, "1 December"), (booking.Number, booking.Name, booking.Happened, booking.Wanted, booking.Dates));
        Assert.Equal((await AdviserIdAsync("adviser1"), TimeSpan.FromMinutes(30)), (booking.BookedBy!.Value, booking.EndsAt - booking.StartsAt));
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        Assert.Equal(1, await db.Timeline.CountAsync(t => t.ContactId == contact && t.Kind == nameof(CallBooked), Stop));
        Assert.Equal(BookingPurposes.Made, (await db.Texts.AsNoTracking().SingleAsync(t => t.NumberKey == booking.NumberKey, Stop)).Purpose);
        Assert.True(await db.Outbox.AnyAsync(o => o.Purpose == BookingPurposes.Made, Stop));

        // The same form again, as after a lost answer, books nothing more.
        await PostAsync(client, contact, "book", form.With(("Slot", slot), ("Name", "Rowan")));
        Assert.Equal(booking.Id, (await BookingAsync(contact)).Id);
    }

    [Fact]
    public async Task Book_ForATribunal_TakesTheLongerSlot()
    {
        var (client, contact, _) = await InHandAsync("adviser2");
        var start = await client.ReadAsync($"/console/contact/{contact}", Stop);
        Assert.EndsWith("60 minutes", start.QuerySelector($"#book-topic option[value='{Tribunal}']")!.TextContent, StringComparison.Ordinal);

        var form = await TimesAsync(client, contact, ("Topic", Tribunal));
        await PostAsync(client, contact, "book", form.With(("Slot", form.Slots[^1])));

        var booking = await BookingAsync(contact);
        Assert.Equal((TimeSpan.FromMinutes(60), Tribunal), (booking.EndsAt - booking.StartsAt, booking.TopicGroupId));
    }

    [Fact]
    public async Task Book_TimesShownForAnotherSubject_AsksToChooseAgain()
    {
        var (client, contact, _) = await InHandAsync("adviser2");
        var form = await TimesAsync(client, contact, ("Topic", ""));

        var again = await PostAsync(client, contact, "book", form.With(("Topic", Tribunal), ("Slot", form.Slots[0]), ("Wanted", "A place")));

        Assert.Contains("The times were for another subject", again.QuerySelector("#book-slot-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Tribunal, again.QuerySelector("input[name=ShownFor]")!.GetAttribute("value"));
        Assert.Equal("A place", again.QuerySelector("#book-wanted")!.TextContent);
        Assert.Empty(await BookingsAsync(contact));
    }

    [Fact]
    public async Task Book_SlotTakenMeanwhile_SaysSoBesideItWithFreshOnesAndLosesNothing()
    {
        var (client, contact, _) = await InHandAsync("adviser3");
        var form = await TimesAsync(client, contact, ("Topic", ""));
        var slot = form.Slots[5];
        Pages.Public.Book.SlotTimes.TryRead(slot, out var at);
        for (var n = 0; n < 8; n++)
        {
            await DoAsync<BookingService, BookedCall>(s => s.BookAsync(new BookCall { FormToken = $"other-{n}", StartsAt = at, Number = NewNumber() }, Stop));
        }

        var again = await PostAsync(client, contact, "book", form.With(("Slot", slot), ("Number", "07700 900777"), ("Name", "Ash"), ("Relay", "true"), ("Texts", "true"), ("Email", "a@example.com"), ("Happened", "It <began>")));

        Assert.Contains("That time was taken a moment ago. Nothing is booked yet", again.QuerySelector("#book-slot-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("book-slot-error", again.QuerySelector("#book-slot")!.GetAttribute("aria-describedby"));
        var kept = new Shown(again);
        Assert.DoesNotContain(slot, kept.Slots);
        Assert.NotEmpty(kept.Slots);
        Assert.Equal(("07700 900777", "Ash", "a@example.com", form["FormToken"]), (kept["Number"], kept["Name"], kept["Email"], kept["FormToken"]));
        Assert.True(again.QuerySelector("#book-relay")!.HasAttribute("checked") && again.QuerySelector("#book-texts")!.HasAttribute("checked"));
        Assert.Equal("It <began>", again.QuerySelector("#book-happened")!.TextContent);
        Assert.Empty(await BookingsAsync(contact));
    }

    [Theory]
    [InlineData("Slot", "", "#book-slot-error", "Choose a time")]
    [InlineData("Slot", "tomorrow", "#book-slot-error", "That time is no longer free. Choose another")]
    [InlineData("Number", "", "#book-number-error", "Enter the number to ring")]
    [InlineData("Number", "0901 123 4567", "#book-number-error", "We cannot ring that kind of number")]
    [InlineData("Number", "+33 1 23 45 67 89", "#book-number-error", "We can ring UK numbers only")]
    [InlineData("Email", "rowan@", "#book-email-error", "Enter an email address in the right form")]
    [InlineData("Name", "long:101", "#book-name-error", "Your name must be 100 characters or fewer")]
    [InlineData("Happened", "long:2001", "#book-happened-error", "This must be 2,000 characters or fewer")]
    public async Task Book_SomethingWrong_IsSaidBesideTheFieldInTheWordsOfTheWeb(string field, string value, string where, string message)
    {
        var (client, contact, _) = await InHandAsync("adviser4");
        var form = await TimesAsync(client, contact, ("Topic", ""));
        value = value.StartsWith("long:", StringComparison.Ordinal) ? new string('x', int.Parse(value[5..], System.Globalization.CultureInfo.InvariantCulture)) : value;

        var again = await PostAsync(client, contact, "book", field == "Slot" ? form.With((field, value)) : form.With(("Slot", form.Slots[0]), (field, value)));

        Assert.Contains(message, again.QuerySelector(where)!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await BookingsAsync(contact));
    }

    [Fact]
    public async Task Book_ThirdCallForTheNumber_IsRefusedBesideTheNumber()
    {
        var (client, contact, _) = await InHandAsync("adviser5");
        for (var n = 0; n < 2; n++)
        {
            var form = await TimesAsync(client, contact, ("Topic", ""));
            Assert.NotNull((await PostAsync(client, contact, "book", form.With(("Slot", form.Slots[^(n + 3)])))).QuerySelector("#book-done"));
        }

        var third = await TimesAsync(client, contact, ("Topic", ""));
        var refused = await PostAsync(client, contact, "book", third.With(("Slot", third.Slots[^1])));

        Assert.Contains("as many calls booked as it can have", refused.QuerySelector("#book-number-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await BookingsAsync(contact)).Count);
    }

    [Fact]
    public async Task Book_OnSomebodyElsesContact_IsNotThere()
    {
        var (client, contact, _) = await InHandAsync("adviser1");
        var form = await TimesAsync(client, contact, ("Topic", ""));
        var other = await SignInAsync("adviser5");

        using var answer = await SendAsync(other, contact, "book", form.With(("Slot", form.Slots[0])));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await BookingsAsync(contact));
    }

    [Fact]
    public async Task Book_ContactClosed_IsRefusedByTheService()
    {
        var (client, contact, _) = await InHandAsync("adviser1");
        var form = await TimesAsync(client, contact, ("Topic", ""));
        await DoAsync<HelplineDbContext, int>(db => db.Contacts.Where(c => c.Id == contact).ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, ContactStatus.Closed), Stop));

        using var answer = await SendAsync(client, contact, "book", form.With(("Slot", form.Slots[0])));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("notYours", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await BookingsAsync(contact));
    }

    [Fact]
    public async Task Answer_BookingOnTheWebWithNothingSaid_IsKeptOnceAndNeverWrittenOver()
    {
        var (client, contact, number) = await InHandAsync("adviser2");
        var slots = await DoAsync<BookingService, IReadOnlyList<DateTime>>(s => s.SlotsAsync(null, Stop));
        await DoAsync<BookingService, BookedCall>(s => s.BookAsync(new BookCall { FormToken = $"web-{number}", StartsAt = slots[^2], Number = number }, Stop));
        var page = await client.ReadAsync($"/console/contact/{contact}", Stop);
        Assert.Contains("Book a call (1 booked)", page.QuerySelector("#book-details summary")!.TextContent, StringComparison.Ordinal);
        var id = page.QuerySelector("[data-ahead]")!.GetAttribute("data-ahead")!;

        var empty = await PostAsync(client, contact, "answerBooking", [("booking", id), ("Happened", " ")]);
        Assert.Contains("Answer at least one question", empty.QuerySelector($"#answer-{id}-happened-error")!.TextContent, StringComparison.Ordinal);
        var tooLong = await PostAsync(client, contact, "answerBooking", [("booking", id), ("Happened", "Kept as typed"), ("Wanted", new string('x', 2001))]);
        Assert.Equal("Kept as typed", tooLong.QuerySelector($"#answer-{id}-happened")!.TextContent);
        var kept = await PostAsync(client, contact, "answerBooking", [("booking", id), ("Wanted", "A place at the school")]);
        Assert.Contains("are answered", kept.QuerySelector("[data-ahead] [data-focus]")!.TextContent, StringComparison.Ordinal);
        await PostAsync(client, contact, "answerBooking", [("booking", id), ("Wanted", "Something else")]);

        var booking = await DoAsync<HelplineDbContext, Booking>(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == new BookingId(Guid.Parse(id)), Stop));
        Assert.Equal("A place at the school", booking.Wanted);
        Assert.Equal(1, await DoAsync<HelplineDbContext, int>(db => db.Timeline.CountAsync(t => t.ContactId == contact && t.Code == "booking-answered", Stop)));
    }

    [Fact]
    public async Task Answer_BookingOfAnotherNumber_IsRefused()
    {
        var (client, contact, _) = await InHandAsync("adviser3");
        var slots = await DoAsync<BookingService, IReadOnlyList<DateTime>>(s => s.SlotsAsync(null, Stop));
        var number = NewNumber();
        await DoAsync<BookingService, BookedCall>(s => s.BookAsync(new BookCall { FormToken = $"strange-{number}", StartsAt = slots[^4], Number = number }, Stop));
        var at = slots[^4];
        var strange = await DoAsync<HelplineDbContext, Booking>(db => db.Bookings.AsNoTracking().SingleAsync(b => b.StartsAt == at && b.BookedBy == null, Stop));

        await PostAsync(client, contact, "answerBooking", [("booking", strange.Id.ToString()), ("Wanted", "A place")]);

        Assert.False(await DoAsync<HelplineDbContext, bool>(db => db.Bookings.AnyAsync(b => b.Id == strange.Id && b.Wanted != null, Stop)));
    }

    [Fact]
    public async Task Open_BookedCall_ShowsTheContactOnWhichItWasBooked()
    {
        var (client, contact, _) = await InHandAsync("adviser4");
        var form = await TimesAsync(client, contact, ("Topic", ""));

        // Another number, so that nothing but the booking joins the two.
        await PostAsync(client, contact, "book", form.With(("Slot", form.Slots[^1]), ("Number", "020 7946 0111")));
        var taker = await SignInAsync("adviser5");
        ContactId taken;
        await using (var scope = factory.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
            var now = factory.Clock.GetUtcNow().UtcDateTime;
            await db.Bookings.Where(b => b.BookedOn == contact).ExecuteUpdateAsync(b => b.SetProperty(x => x.StartsAt, now), Stop);
            await scope.ServiceProvider.GetRequiredService<BookedCalls>().RunAsync(Stop);
            var due = await db.Contacts.SingleAsync(c => db.Bookings.Any(b => b.BookedOn == contact && b.ContactId == c.Id), Stop);
            await HandAsync(db, due, "adviser5");
            taken = due.Id;
        }

        var page = await taker.ReadAsync($"/console/contact/{taken}", Stop);

        Assert.Contains("Booked with an adviser on 3 November 2026: no topic recorded", page.QuerySelector("#booked-on")!.TextContent, StringComparison.Ordinal);
    }

    private static string NewNumber() => $"+447700900{Interlocked.Increment(ref numbers)}";

    /// <summary>A message in the hands of an adviser who is signed in.</summary>
    private async Task<(HttpClient Client, ContactId Contact, string Number)> InHandAsync(string account)
    {
        await RotaAsync();
        var client = await SignInAsync(account);
        var number = NewNumber();
        await using var scope = factory.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        var contact = Contact.ArriveByVoice(now);
        contact.Identify(null, number, null, await scope.ServiceProvider.GetRequiredService<EnquirerKeys>().ForAsync(number, Stop));
        contact.BecomeVoicemail(now, now.AddDays(2));
        db.Contacts.Add(contact);
        await HandAsync(db, contact, account);
        return (client, contact.Id, number);
    }

    private async Task HandAsync(HelplineDbContext db, Contact contact, string account)
    {
        var now = factory.Clock.GetUtcNow().UtcDateTime;
        var adviserId = (await db.Users.SingleAsync(u => u.Email == $"{account}@helpline.test", Stop)).AdviserId!.Value;
        var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, Stop);
        var offer = Offer.Make(contact.Id, adviserId, now, TimeSpan.FromSeconds(20));
        contact.Offer(offer, now);
        contact.Accept(offer, now);
        db.Entry(adviser).Property(a => a.ContactId).CurrentValue = contact.Id;
        db.Entry(adviser).Property(a => a.Activity).CurrentValue = Activity.OnContact;
        await db.SaveChangesAsync(Stop);
    }

    private async Task RotaAsync()
    {
        if (await DoAsync<HelplineDbContext, bool>(db => db.RotaWeekdays.AnyAsync(Stop)))
        {
            return;
        }

        for (var n = 0; n < 8; n++)
        {
            var id = AdviserId.New();
            await DoAsync<AdviserService, bool>(async s =>
            {
                await s.AddAsync(id, $"On the rota {n}", new Dictionary<string, DateOnly> { [Tribunal] = new(2027, 12, 31) }, Stop);
                return true;
            });
            Assert.True(await DoAsync<RotaService, bool>(s => s.SetWeekAsync(id, ["", .. Enumerable.Repeat("09:00-17:00", 5), ""], Stop)));
        }
    }

    private Task<HttpClient> SignInAsync(string account) => factory.SignInAsync(account, Password, Stop);

    private Task<AdviserId> AdviserIdAsync(string account) =>
        DoAsync<HelplineDbContext, AdviserId>(async db => (await db.Users.SingleAsync(u => u.Email == $"{account}@helpline.test", Stop)).AdviserId!.Value);

    private async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private Task<List<Booking>> BookingsAsync(ContactId contact) =>
        DoAsync<HelplineDbContext, List<Booking>>(db => db.Bookings.AsNoTracking().Where(b => b.BookedOn == contact).ToListAsync(Stop));

    private async Task<Booking> BookingAsync(ContactId contact) => Assert.Single(await BookingsAsync(contact));

    private static async Task<Shown> TimesAsync(HttpClient client, ContactId contact, params (string Name, string Value)[] fields)
    {
        var page = await client.ReadAsync($"/console/contact/{contact}", Stop);
        var form = new Shown(await PostAsync(client, contact, "bookTimes", new Shown(page).With(fields)));
        Assert.NotEmpty(form.Slots);
        return form;
    }

    private static async Task<IHtmlDocument> PostAsync(HttpClient client, ContactId contact, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(client, contact, handler, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await HelplineFactory.ReadAsync(answer, Stop);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, ContactId contact, string handler, params (string Name, string Value)[] fields)
    {
        var token = (await client.ReadAsync("/console", Stop)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("_token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.PostAsync(new Uri($"/console/contact/{contact}?handler={handler}", UriKind.Relative), content, Stop);
    }

    /// <summary>The form as the page shows it, which goes back as it stands but for what is typed.</summary>
    private sealed class Shown(IHtmlDocument page)
    {
        private readonly Dictionary<string, string> fields = page.QuerySelectorAll("#book-form input, #book-form select, #book-form textarea")
            .Where(e => e.GetAttribute("type") != "checkbox" || e.HasAttribute("checked"))
            .ToDictionary(e => e.GetAttribute("name")!, ValueOf);

        public IReadOnlyList<string> Slots { get; } = [.. page.QuerySelectorAll("#book-slot option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0)];

        public string this[string field] => fields[field];

        public (string Name, string Value)[] With(params (string Name, string Value)[] typed) =>
            [.. fields.Where(f => typed.All(t => t.Name != f.Key)).Select(f => (f.Key, f.Value)), .. typed];

        private static string ValueOf(IElement field) => field switch
        {
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlTextAreaElement area => area.Value,
            _ => field.GetAttribute("value") ?? "",
        };
    }

    /// <summary>Tuesday 3 November 2026, with a public address, so that links are known.</summary>
    public sealed class Centre : HelplineFactory
    {
        public Centre()
        {
            At(Clock);
            With("Seed:Password", Password);
            With("RateLimits:SignIn:Permits", "1000");
            With("Twilio:PublicBaseUrl", "https://helpline.test");
        }

        public FakeTimeProvider Clock { get; } = new();
    }
}
