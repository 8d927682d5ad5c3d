using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Routing;
using Helpline.Core.Tests.Enquiries;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Contacts;

/// <summary>Event dates on a contact, the duties that follow, and what they do to its place in the queue.</summary>
public sealed class ContactClockTests : IAsyncLifetime
{
    /// <summary>Monday 23 November 2026, 10:00 in London.</summary>
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly CentreDatabase database = new();
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, new FakeTimeProvider(Start));

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task SetEventDate_OnAContactInHand_KeepsDateDutiesAndALineOfHistory()
    {
        var (adviser, contact, _) = await TalkingAsync();

        var outcome = await SetAsync(contact, adviser, "review-meeting", Today, dates => [new("decision", dates["review-meeting"].AddDays(28), true)]);

        Assert.Equal(ContactOutcome.Done, outcome);
        var stored = await StoredAsync(contact);
        Assert.Equal(("review-meeting", Today), Assert.Single(stored.EventDates.Select(e => (e.EventId, e.Date))));
        Assert.Equal(("decision", Today.AddDays(28), true), Assert.Single(stored.Duties.Select(d => (d.DutyId, d.DueOn, d.IsBinding))));
        var line = Assert.Single(await host.Read(db => db.Timeline.AsNoTracking().Where(t => t.ContactId == contact && t.Kind == nameof(EventDateEntered)).ToListAsync()));
        Assert.Equal(("review-meeting", adviser), (line.Code, line.AdviserId!.Value));
    }

    [Fact]
    public async Task SetEventDate_AnotherEvent_IsReckonedWithTheFirst()
    {
        var (adviser, contact, _) = await TalkingAsync();
        await SetAsync(contact, adviser, "letter", Today, d => [new("appeal", d["letter"].AddMonths(2), true)]);

        await SetAsync(contact, adviser, "certificate", Today.AddMonths(2), d => [new("appeal", Later(d["letter"].AddMonths(2), d["certificate"].AddMonths(1)), true)]);

        Assert.Equal(new DateOnly(2027, 2, 23), Assert.Single((await StoredAsync(contact)).Duties).DueOn);

        await SetAsync(contact, adviser, "certificate", null, d => d.ContainsKey("certificate") ? throw new InvalidOperationException() : [new("appeal", d["letter"].AddMonths(2), true)]);

        var stored = await StoredAsync(contact);
        Assert.Equal("letter", Assert.Single(stored.EventDates).EventId);
        Assert.Equal(new DateOnly(2027, 1, 23), Assert.Single(stored.Duties).DueOn);
    }

    [Fact]
    public async Task SetEventDate_SomebodyElsesContactOrAClosedOne_IsRefused()
    {
        var (adviser, contact, sid) = await TalkingAsync();
        var other = await host.AdviserAsync();

        Assert.Equal(ContactOutcome.NotYours, await SetAsync(contact, other, "letter", Today, _ => []));

        await CloseAsync(contact, adviser, sid);
        Assert.Equal(ContactOutcome.NotNow, await SetAsync(contact, adviser, "letter", Today, _ => []));
        Assert.Empty((await StoredAsync(contact)).EventDates);
    }

    [Theory]
    [InlineData("letter", 1999)]
    [InlineData("letter", 2100)]
    [InlineData("", 2026)]
    public async Task SetEventDate_OutOfRange_BreaksARule(string eventId, int year)
    {
        var (adviser, contact, _) = await TalkingAsync();

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => SetAsync(contact, adviser, eventId, new DateOnly(year, 1, 1), _ => []));

        Assert.Equal("contact.event-date-out-of-range", broken.Rule);
    }

    [Theory]
    [InlineData(0, true, PriorityClass.Deadline)]
    [InlineData(14, true, PriorityClass.Deadline)]
    [InlineData(15, true, PriorityClass.Standard)]
    [InlineData(-1, true, PriorityClass.Standard)]
    [InlineData(3, false, PriorityClass.Standard)]
    public async Task Waiting_WithADuty_IsInTheClassOfDeadlinesWithinFourteenDays(int daysLeft, bool binding, PriorityClass expected)
    {
        var contact = await WaitingAgainAsync(Today.AddDays(daysLeft), binding);

        Assert.Equal(expected, await ClassAsync(contact));
    }

    [Fact]
    public async Task Waiting_AsDaysPass_EntersTheClassAndLeavesItWithNobodyWriting()
    {
        var contact = await WaitingAgainAsync(Today.AddDays(16), binding: true);
        var version = (await StoredAsync(contact)).Version;
        List<PriorityClass> classes = [];
        foreach (var hours in new[] { 0, 37, 2, 14 * 24, 24 })
        {
            // 23 Nov 10:00; 24 Nov 23:00; 25 Nov 01:00 (14 days left); 9 Dec 01:00 (the day itself); 10 Dec.
            host.Time.Advance(TimeSpan.FromHours(hours));
            classes.Add(await ClassAsync(contact));
        }

        Assert.Equal([PriorityClass.Standard, PriorityClass.Standard, PriorityClass.Deadline, PriorityClass.Deadline, PriorityClass.Standard], classes);
        Assert.Equal(version, (await StoredAsync(contact)).Version);
    }

    [Fact]
    public async Task Route_DutyWithinFourteenDays_IsOfferedBeforeACallerWhoCameEarlier()
    {
        var urgent = await WaitingAgainAsync(Today.AddDays(5), binding: true, joinsLater: true);
        var adviser = await host.AdviserAsync();
        await host.BeatAsync();

        await host.RouteAsync();

        var offer = await host.PendingAsync(adviser);
        Assert.Equal(urgent, offer!.ContactId);
        var desk = await host.Do<ContactQueries, AdviserDesk?>(q => q.DeskAsync(adviser, CancellationToken.None));
        Assert.Equal(PriorityClass.Deadline, desk!.Offer!.Priority);
    }

    [Fact]
    public async Task TickOff_ADuty_KeepsWhoAndWhenAndLowersTheClass()
    {
        var contact = await WaitingAgainAsync(Today.AddDays(5), binding: true);
        var supervisor = await host.AdviserAsync();

        Assert.Equal(ContactOutcome.NotYours, await TickAsync(contact, "duty", supervisor, anybodys: false));
        Assert.Equal(ContactOutcome.Done, await TickAsync(contact, "duty", supervisor, anybodys: true));

        var duty = Assert.Single((await StoredAsync(contact)).Duties);
        Assert.Equal((supervisor, Start.UtcDateTime), (duty.DoneBy!.Value, duty.DoneAt!.Value));
        Assert.Equal(PriorityClass.Standard, await ClassAsync(contact));
        Assert.Empty(await ComingUpAsync(null));
    }

    [Fact]
    public async Task SetEventDate_AgainWithTheSameLastDay_KeepsTheTickAndWithAnotherDropsIt()
    {
        var (adviser, contact, _) = await TalkingAsync();
        IReadOnlyCollection<DutyDue> Reckon(IReadOnlyDictionary<string, DateOnly> d) => [new("duty", d["letter"].AddDays(7), true)];
        await SetAsync(contact, adviser, "letter", Today, Reckon);
        await TickAsync(contact, "duty", adviser, anybodys: false);

        await SetAsync(contact, adviser, "letter", Today, Reckon);
        Assert.NotNull(Assert.Single((await StoredAsync(contact)).Duties).DoneAt);

        await SetAsync(contact, adviser, "letter", Today.AddDays(1), Reckon);
        Assert.Null(Assert.Single((await StoredAsync(contact)).Duties).DoneAt);
    }

    [Fact]
    public async Task ComingUp_ForAnAdviser_ListsTheirOwnAlsoAfterTheContactWasClosed()
    {
        var (adviser, contact, sid) = await TalkingAsync();
        await SetAsync(contact, adviser, "letter", Today, d => [new("late", Today.AddDays(20), true), new("soon", Today.AddDays(2), true), new("far", Today.AddDays(200), true)]);
        await CloseAsync(contact, adviser, sid);

        var mine = await ComingUpAsync(adviser);

        Assert.Equal(["soon", "late"], mine.Select(d => d.DutyId));
        Assert.All(mine, d => Assert.Equal((contact, "Adviser 1", (string?)null), (d.ContactId, d.AdviserName, d.Reference)));
        Assert.Empty(await ComingUpAsync(AdviserId.New()));
    }

    [Fact]
    public async Task FollowUp_ToAnEnquiry_GoesOnWithItsClockAndIsListedByReference()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var submitted = await centre.SubmitAsync(EnquiryCentre.Question());
        var (adviser, contact) = await centre.TakeUpAsync();
        var due = centre.Host.Time.LondonToday().AddDays(10);
        await centre.Host.Do<ContactService, ContactOutcome>(s => s.SetEventDateAsync(
            contact, adviser, new SetEventDate { EventId = "letter", Date = due.AddDays(-7), Reckon = _ => [new("duty", due, true)] }, CancellationToken.None));
        await centre.Host.Do<EnquiryService, SendAnswerOutcome>(s => s.SendAnswerAsync(
            new SendAnswer { ContactId = contact, AdviserId = adviser, Body = "Yes, but see the article.", DraftVersion = 0 }, CancellationToken.None));

        await centre.Host.Do<EnquiryService, FollowUpOutcome>(s => s.FollowUpAsync(submitted.Id, "And by when?", CancellationToken.None));

        var waiting = Assert.Single(await centre.Host.Do<RoutingQueries, IReadOnlyList<WaitingContact>>(q => q.WaitingAsync(CancellationToken.None)));
        Assert.NotEqual(contact, waiting.Id);
        Assert.Equal(PriorityClass.Deadline, waiting.Priority);
        var listed = await centre.Host.Do<ClockQueries, IReadOnlyList<DutyComingUp>>(q => q.ComingUpAsync(null, due.AddDays(-30), due, CancellationToken.None));
        Assert.All(listed, d => Assert.Equal(submitted.Reference, d.Reference));
        Assert.Equal(2, listed.Count);
    }

    [Fact]
    public async Task Submit_WithADateThatLeavesLittleTime_WaitsInTheClassOfDeadlines()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var letter = centre.Host.Time.LondonToday().AddDays(-50);

        var sent = await centre.SubmitAsync(EnquiryCentre.Question() with
        {
            Happened = new SetEventDate { EventId = "letter", Date = letter, Reckon = d => [new("duty", d["letter"].AddDays(60), true)] },
        });

        var waiting = Assert.Single(await centre.Host.Do<RoutingQueries, IReadOnlyList<WaitingContact>>(q => q.WaitingAsync(CancellationToken.None)));
        Assert.Equal((sent.ContactId, PriorityClass.Deadline), (waiting.Id, waiting.Priority));
        var line = Assert.Single(await centre.Host.Read(db => db.Timeline.AsNoTracking().Where(t => t.Kind == nameof(EventDateEntered)).ToListAsync()));
        Assert.Equal((ActorKind.Enquirer, "letter"), (line.Actor, line.Code));
    }

    /// <summary>A caller whose line was lost after the adviser had entered a date: back in the queue.</summary>
    private async Task<ContactId> WaitingAgainAsync(DateOnly due, bool binding, bool joinsLater = false)
    {
        if (joinsLater)
        {
            await host.CallerAsync();
            host.Time.Advance(TimeSpan.FromSeconds(5));
        }

        var (_, id) = await host.CallerAsync();
        await host.Read(async db =>
        {
            var contact = await db.Contacts.Include(c => c.EventDates).Include(c => c.Duties).SingleAsync(c => c.Id == id);
            var adviser = await host.AdviserAsync();
            await host.Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Offline, null, CancellationToken.None));
            var now = host.Time.UtcNow();
            var offer = Offer.Make(id, adviser, now, TimeSpan.FromSeconds(20));
            contact.Offer(offer, now);
            contact.Accept(offer, now);
            contact.SetEventDate(new SetEventDate { EventId = "letter", Date = Today, Reckon = _ => [new("duty", due, binding)] }, now);
            contact.Interrupt(now, preferUntil: null);
            return await db.SaveChangesAsync();
        });
        return id;
    }

    private async Task<(AdviserId Adviser, ContactId Contact, string CallSid)> TalkingAsync()
    {
        var adviser = await host.AdviserAsync();
        var (sid, contact) = await host.CallerAsync();
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        return (adviser, contact, sid);
    }

    private async Task CloseAsync(ContactId contact, AdviserId adviser, string callSid)
    {
        Assert.NotEmpty(callSid);
        await host.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(contact, adviser, CancellationToken.None));
        await host.Do<ContactService, ContactOutcome>(s => s.RecordAsync(contact, adviser, new ContactRecord { DispositionCode = "advice-given" }, CancellationToken.None));
        Assert.Equal(ContactOutcome.Done, await host.Do<ContactService, ContactOutcome>(s => s.CompleteAsync(contact, adviser, CancellationToken.None)));
    }

    private Task<ContactOutcome> SetAsync(
        ContactId contact, AdviserId adviser, string eventId, DateOnly? date, Func<IReadOnlyDictionary<string, DateOnly>, IReadOnlyCollection<DutyDue>> reckon) =>
        host.Do<ContactService, ContactOutcome>(s => s.SetEventDateAsync(
            contact, adviser, new SetEventDate { EventId = eventId, Date = date, Reckon = reckon }, CancellationToken.None));

    private Task<ContactOutcome> TickAsync(ContactId contact, string dutyId, AdviserId by, bool anybodys) =>
        host.Do<ContactService, ContactOutcome>(s => s.TickOffAsync(contact, dutyId, done: true, by, anybodys, CancellationToken.None));

    private Task<Contact> StoredAsync(ContactId id) =>
        host.Read(db => db.Contacts.AsNoTracking().Include(c => c.EventDates).Include(c => c.Duties).SingleAsync(c => c.Id == id));

    private async Task<PriorityClass> ClassAsync(ContactId id) =>
        (await host.Do<RoutingQueries, IReadOnlyList<WaitingContact>>(q => q.WaitingAsync(CancellationToken.None))).Single(w => w.Id == id).Priority;

    private Task<IReadOnlyList<DutyComingUp>> ComingUpAsync(AdviserId? only) =>
        host.Do<ClockQueries, IReadOnlyList<DutyComingUp>>(q => q.ComingUpAsync(only, Today.AddDays(-30), Today.AddDays(30), CancellationToken.None));

    private static DateOnly Later(DateOnly one, DateOnly two) => one > two ? one : two;
}
