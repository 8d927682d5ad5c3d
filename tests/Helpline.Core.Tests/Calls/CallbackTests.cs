using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Callbacks;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.GaveUp;
using Helpline.Core.Routing;
using Helpline.Core.Texts;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Calls;

/// <summary>A caller who keeps their place: never lost, never ahead, and on one line at most.</summary>
public sealed class CallbackTests : IAsyncLifetime
{
    private const string Number = "+447700900123";
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, time);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task Callback_Promised_KeepsPlaceBehindThoseWhoCameBefore()
    {
        var (_, first) = await CallerAsync("+447700900001");
        var (second, kept) = await CallerAsync("+447700900002");
        await PromiseAsync(second);
        var (_, third) = await CallerAsync("+447700900003");
        time.Advance(TimeSpan.FromMinutes(3));

        List<ContactId> served = [];
        for (var i = 0; i < 3; i++)
        {
            var adviser = await host.AdviserAsync();
            await host.BeatAsync();
            Assert.Equal(1, await host.RouteAsync());
            served.Add((await host.PendingAsync(adviser))!.ContactId);
        }

        Assert.Equal([first, kept, third], served);
    }

    [Fact]
    public async Task Callback_BeforeTheCallerHasHungUp_IsNotOffered()
    {
        await host.AdviserAsync();
        var (sid, contact) = await CallerAsync();
        await ArrangeAsync(sid);
        Assert.Equal(0, await host.RouteAsync());
        Assert.Equal(KeepPlaceOutcome.Kept, await host.Do<CallService, KeepPlaceOutcome>(s => s.PromiseCallbackAsync(sid, Number, default)));
        Assert.Equal(0, await host.RouteAsync());

        Assert.False(await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default)));

        Assert.Equal(ContactStatus.Waiting, (await ContactAsync(contact)).Status);
        Assert.Equal(1, await host.RouteAsync());
    }

    [Fact]
    public async Task ArrangeCallbackAsync_WhileAnAdviserIsAsked_IsRefused()
    {
        var adviser = await host.AdviserAsync();
        var (sid, _) = await CallerAsync();
        Assert.Equal(1, await host.RouteAsync());

        Assert.False(await host.Do<CallService, bool>(s => s.ArrangeCallbackAsync(sid, default)));

        var offer = await host.PendingAsync(adviser);
        Assert.Equal(AcceptOfferOutcome.Accepted, await host.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer!.Id, adviser, default)));
        Assert.False(await host.Do<CallService, bool>(s => s.ArrangeCallbackAsync(sid, default)));
    }

    [Fact]
    public async Task ArrangeCallbackAsync_RacingTheRouter_OneOfThemWins()
    {
        for (var i = 0; i < 10; i++)
        {
            await host.AdviserAsync();
            var (sid, contact) = await CallerAsync($"+4477009001{i:00}");
            var arranged = Task.Run(() => host.Do<CallService, bool>(s => s.ArrangeCallbackAsync(sid, default)));
            await Task.WhenAll(arranged, Task.Run(host.RouteAsync));

            Assert.Equal(await arranged ? ContactStatus.Waiting : ContactStatus.Offered, (await ContactAsync(contact)).Status);
        }
    }

    [Fact]
    public async Task CallerLeftAsync_BeforeConfirming_IsAbandoned()
    {
        var (sid, contact) = await CallerAsync();
        await ArrangeAsync(sid);

        Assert.True(await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default)));

        Assert.Equal(ContactStatus.Abandoned, (await ContactAsync(contact)).Status);
    }

    [Fact]
    public async Task Callback_Accepted_RingsOnceForEachOfferAndIsThenAnOrdinaryCall()
    {
        var (adviser, contact, offer) = await RungAsync();
        Assert.Null(await host.Do<CallService, CallerRing?>(s => s.RingOutAsync(offer, default)));
        Assert.True(await host.Do<CallService, bool>(s => s.AdoptCallerLegAsync(offer, "CAback", default)));
        Assert.True(await host.Do<CallService, bool>(s => s.AdoptCallerLegAsync(offer, "CAback", default)));
        Assert.False(await host.Do<CallService, bool>(s => s.AdoptCallerLegAsync(offer, "CAother", default)));

        Assert.True(await host.Do<CallService, bool>(s => s.CallerJoinedAsync("CAback", default)));
        Assert.False(await host.Do<CallService, bool>(s => s.CallerNotReachedAsync(offer, CallbackMissed.NoAnswer, default)));
        Assert.Equal(ContactOutcome.Done, await host.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(contact, adviser, default)));

        var now = await ContactAsync(contact);
        Assert.Equal((Channel.Callback, ContactStatus.WrapUp), (now.Channel, now.Status));
        Assert.NotNull(now.AnsweredAt);
    }

    [Fact]
    public async Task Callback_Ringing_IsToldToTheAdvisersPage()
    {
        var (adviser, contact, _) = await RungAsync();

        var told = Assert.Single(host.Consoles.Events.OfType<CallbackRinging>());
        Assert.Equal((contact, (AdviserId?)adviser), (told.ContactId, told.Owner));
    }

    [Fact]
    public async Task Callback_LateWordOfTheFirstLeg_ChangesNothing()
    {
        var (_, contact, offer) = await RungAsync("CAfirst");

        Assert.False(await host.Do<CallService, bool>(s => s.CallerLeftAsync("CAfirst", default)));
        Assert.False(await host.Do<CallService, bool>(s => s.CallerJoinedAsync("CAfirst", default)));

        Assert.Equal(ContactStatus.InProgress, (await ContactAsync(contact)).Status);
        Assert.Equal(CallState.Bridging, (await host.Do<CallService, CallRef?>(s => s.FindByOfferAsync(offer, default)))!.State);
    }

    [Fact]
    public async Task Callback_Missed_IsTriedAfterTenAndThirtyMinutesAndThenClosed()
    {
        var (adviser, contact, offer) = await RungAsync();
        var joined = (await ContactAsync(contact)).JoinedAt;

        await MissAsync(offer, 1);
        await AssertNextAsync(TimeSpan.FromMinutes(10));
        (_, offer) = await RingAgainAsync(adviser, contact);
        await MissAsync(offer, 2);
        await AssertNextAsync(TimeSpan.FromMinutes(30));
        (_, offer) = await RingAgainAsync(adviser, contact);
        await MissAsync(offer, 3);

        var closed = await ContactAsync(contact);
        Assert.Equal((ContactStatus.Closed, Contact.NotReached, 3), (closed.Status, closed.DispositionCode, closed.CallbackMisses));
        Assert.Equal(joined, closed.JoinedAt);
        time.Advance(TimeSpan.FromHours(3));
        await host.BeatAsync();
        Assert.Equal(0, await host.RouteAsync());
        await host.PostAsync();
        Assert.Equal("not-reached", Assert.Single(host.Facts.Contacts).Value.OutcomeCode);

        async Task MissAsync(OfferId missed, int number)
        {
            await host.Do<CallService, bool>(s => s.AdoptCallerLegAsync(missed, $"CAback{number}", default));
            Assert.True(await host.Do<CallService, bool>(s => s.CallerLeftAsync($"CAback{number}", default)));
            Assert.False(await host.Do<CallService, bool>(s => s.CallerLeftAsync($"CAback{number}", default)));
            var free = await host.Read(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == adviser));
            Assert.Equal((Presence.Available, Activity.Idle), (free.Presence, free.Activity));
        }

        async Task AssertNextAsync(TimeSpan pause)
        {
            time.Advance(pause - TimeSpan.FromSeconds(2));
            await host.BeatAsync();
            Assert.Equal(0, await host.RouteAsync());
            time.Advance(TimeSpan.FromSeconds(2));
            await host.BeatAsync();
        }
    }

    [Theory]
    [InlineData("+447700900123", AdjustmentKinds.None, null, 1)]
    [InlineData("+447700900123", AdjustmentKinds.MoreTime, null, 1)]
    [InlineData("+442079460123", AdjustmentKinds.None, null, 0)]
    [InlineData("+447700900123", AdjustmentKinds.NoVoicemail, null, 0)]
    [InlineData("+447700900123", AdjustmentKinds.None, "mornings", 0)]
    public async Task Callback_MissedForTheLastTime_IsExplainedByOneTextWhereThatIsWelcome(string number, AdjustmentKinds asked, string? safeHours, int texts)
    {
        var adviser = await host.AdviserAsync();
        var (sid, contact) = await CallerAsync(number);
        if (asked != AdjustmentKinds.None || safeHours is not null)
        {
            var key = (await ContactAsync(contact)).EnquirerKey!;
            await host.Do<HelplineDbContext, int>(db =>
            {
                var marked = EnquirerAdjustments.For(key);
                marked.Mark(new MarkAdjustments { ContactId = contact, AdviserId = adviser, Kinds = asked, SafeHours = safeHours }, time.GetUtcNow().UtcDateTime);
                db.Adjustments.Add(marked);
                return db.SaveChangesAsync();
            });
        }

        await PromiseAsync(sid, number);
        for (var attempt = 1; attempt <= CallbackOptions.Attempts; attempt++)
        {
            Assert.Empty(await host.Read(db => db.Texts.AsNoTracking().ToListAsync()));
            time.Advance(TimeSpan.FromMinutes(40));
            await host.BeatAsync();
            var (_, offer) = await RingAgainAsync(adviser, contact, number);
            await host.Do<CallService, bool>(s => s.CallerNotReachedAsync(offer, CallbackMissed.NoAnswer, default));
            Assert.Equal(
                attempt < CallbackOptions.Attempts,
                (await host.Do<ContactQueries, MissedCallback?>(q => q.MissedAsync(contact, adviser, default)))!.NextAt > time.GetUtcNow().UtcDateTime);
        }

        var sent = await host.Read(db => db.Texts.AsNoTracking().ToListAsync());
        Assert.Equal(texts, sent.Count);
        Assert.All(sent, t => Assert.Equal((TextPurposes.NotReached, contact), (t.Purpose, t.ContactId)));
        Assert.Null(await host.Do<ContactQueries, MissedCallback?>(q => q.MissedAsync(contact, new AdviserId(Guid.NewGuid()), default)));
    }

    [Fact]
    public async Task Callback_NothingRang_CountsAsNoAttempt()
    {
        var (_, contact, offer) = await RungAsync();

        Assert.True(await host.Do<CallService, bool>(s => s.CallerNotReachedAsync(offer, CallbackMissed.Fault, default)));

        var now = await ContactAsync(contact);
        Assert.Equal((ContactStatus.Waiting, 0), (now.Status, now.CallbackMisses));
        Assert.Equal(time.GetUtcNow().UtcDateTime.AddMinutes(1), now.CallbackDueAt);
    }

    [Fact]
    public async Task Regain_WithinTheLimit_TakesThePlaceAndClearsTheGaveUpList()
    {
        var (sid, contact) = await CallerAsync();
        var joined = (await ContactAsync(contact)).JoinedAt;
        time.Advance(TimeSpan.FromMinutes(5));
        await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default));
        time.Advance(TimeSpan.FromMinutes(14));

        var again = await ArriveAsync("CAagain");
        Assert.True(await host.Do<CallService, bool>(s => s.RegainPlaceAsync("CAagain", default)));
        Assert.False(await host.Do<CallService, bool>(s => s.RegainPlaceAsync("CAagain", default)));

        Assert.Equal(joined, (await ContactAsync(again)).JoinedAt);
        Assert.Equal(again, (await ContactAsync(contact)).RegainedBy);
        await host.Do<CallService, bool>(s => s.CallerLeftAsync("CAagain", default));
        var gaveUp = Assert.Single(await host.Do<GaveUpQueries, IReadOnlyList<GaveUpCall>>(q => q.ListAsync(DateTime.UnixEpoch, default)));
        Assert.Equal((again, 1), (gaveUp.ContactId, gaveUp.Calls));
        time.Advance(TimeSpan.FromHours(1));
        await host.PostAsync();
        Assert.Single(host.Facts.Contacts);
    }

    [Theory]
    [InlineData(16, "+447700900123")]
    [InlineData(5, "+447700900999")]
    [InlineData(5, null)]
    public async Task Regain_TooLateOrByAnother_JoinsAtTheEnd(int minutes, string? number)
    {
        var (sid, _) = await CallerAsync();
        await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default));
        time.Advance(TimeSpan.FromMinutes(minutes));

        await ArriveAsync("CAagain", number);

        Assert.False(await host.Do<CallService, bool>(s => s.RegainPlaceAsync("CAagain", default)));
    }

    [Fact]
    public async Task Regain_WithACallbackPromised_LeavesOneContactWaiting()
    {
        var adviser = await host.AdviserAsync();
        var (sid, contact) = await CallerAsync();
        await PromiseAsync(sid);
        Assert.Equal(1, await host.RouteAsync());

        var again = await ArriveAsync("CAagain");
        Assert.True(await host.Do<CallService, bool>(s => s.RegainPlaceAsync("CAagain", default)));

        Assert.Null(await host.PendingAsync(adviser));
        Assert.Equal(ContactStatus.Abandoned, (await ContactAsync(contact)).Status);
        Assert.Equal(again, Assert.Single(await host.Do<RoutingQueries, IReadOnlyList<WaitingContact>>(q => q.WaitingAsync(default))).Id);
        Assert.Equal(CallState.Ended, await host.Read(db => db.Calls.Where(c => c.ContactId == contact).Select(c => c.State).SingleAsync()));
    }

    private Task<(string CallSid, ContactId ContactId)> CallerAsync(string number = Number)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return host.CallerAsync(null, number);
    }

    private async Task<ContactId> ArriveAsync(string sid, string? number = Number) =>
        (await host.Do<CallService, CallRef>(s => s.StartVoiceAsync(sid, number, default))).ContactId;

    private async Task ArrangeAsync(string sid) => Assert.True(await host.Do<CallService, bool>(s => s.ArrangeCallbackAsync(sid, default)));

    private async Task PromiseAsync(string sid, string number = Number)
    {
        await ArrangeAsync(sid);
        Assert.Equal(KeepPlaceOutcome.Kept, await host.Do<CallService, KeepPlaceOutcome>(s => s.PromiseCallbackAsync(sid, number, default)));
        await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default));
    }

    private async Task<(AdviserId Adviser, ContactId Contact, OfferId Offer)> RungAsync(string? firstSid = null)
    {
        var adviser = await host.AdviserAsync();
        var sid = firstSid;
        ContactId contact;
        if (sid is null)
        {
            (sid, contact) = await CallerAsync();
        }
        else
        {
            contact = await ArriveAsync(sid);
            await host.Do<CallService, bool>(s => s.JoinQueueAsync(sid, default));
        }

        await PromiseAsync(sid);
        return (adviser, contact, (await RingAgainAsync(adviser, contact)).Offer);
    }

    private async Task<(AdviserId Adviser, OfferId Offer)> RingAgainAsync(AdviserId adviser, ContactId contact, string number = Number)
    {
        Assert.Equal(1, await host.RouteAsync());
        var offer = (await host.PendingAsync(adviser))!;
        Assert.Equal(contact, offer.ContactId);
        Assert.Equal(AcceptOfferOutcome.Accepted, await host.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviser, default)));
        Assert.Equal(
            AdviserJoinedOutcome.RingCaller,
            await host.Do<CallService, AdviserJoinedOutcome>(s => s.AdviserJoinedAsync(offer.Id, $"CAadv{Guid.NewGuid():n}", "CFroom", default)));
        Assert.Equal(number, (await host.Do<CallService, CallerRing?>(s => s.RingOutAsync(offer.Id, default)))!.Number);
        return (adviser, offer.Id);
    }

    private Task<Contact> ContactAsync(ContactId id) => host.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == id));
}
