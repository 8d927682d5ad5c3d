using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Tests.Hours;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Tests.Bookings;

/// <summary>Two nodes on one database; the rota is Monday to Friday, 9 to 5.</summary>
public sealed class BookingTests : IAsyncLifetime
{
    private const string Parent = "+447700900123";
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new();
    private CentreHost node = null!;
    private CentreHost other = null!;
    private string? secret;

    public async ValueTask InitializeAsync()
    {
        node = await CentreHost.StartAsync(database, time, s => s.AddSingleton(HoursData.Real), ("Twilio:PublicBaseUrl", "https://helpline.example"));
        other = await CentreHost.StartAsync(database, time, s => s.AddSingleton(HoursData.Real));
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await other.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task Slots_NobodyOnTheRota_AreNone()
    {
        await node.AdviserAsync();

        Assert.Empty(await SlotsAsync());
    }

    [Fact]
    public async Task Slots_OneAdviserOfTwoOnDuty_AreWithinHoursAndNotice()
    {
        await RotaAsync(2);

        var slots = await SlotsAsync();

        Assert.NotEmpty(slots);
        Assert.All(slots, s => Assert.True(HoursData.Real.StatusAt(s, Channel.Callback).IsOpen && s >= time.UtcNow().AddHours(2)));
    }

    [Fact]
    public async Task Book_ManyAtOnceOnTwoNodes_SellsNoMoreThanTheRotaCarries()
    {
        await RotaAsync(4);
        var slot = (await SlotsAsync())[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => BookAsync(n % 2 == 0 ? node : other, $"form-{n}", slot, $"+4477009001{n:00}"))));

        Assert.Equal(2, outcomes.Count(o => o.Outcome == BookingOutcome.Done));
        Assert.Equal(10, outcomes.Count(o => o.Outcome == BookingOutcome.SlotGone));
        Assert.Equal(2, await node.Read(db => db.BookedCells.CountAsync()));
    }

    [Fact]
    public async Task Book_SameFormTwice_IsOneBookingWithTheSameLink()
    {
        await RotaAsync(4);
        var slot = (await SlotsAsync())[0];

        var first = await BookAsync(node, "form", slot);
        var second = await BookAsync(other, "form", slot);

        Assert.Equal(first, second);
        Assert.Equal(1, await node.Read(db => db.Bookings.CountAsync()));
        Assert.NotNull(await node.Do<BookingQueries, BookingView?>(q => q.BySecretAsync(first.Secret, default)));
    }

    [Fact]
    public async Task Cancel_OpenBooking_FreesTheSlotAndForgetsWhatWasSaid()
    {
        await RotaAsync(2);
        var slot = (await SlotsAsync())[0];
        var booked = await BookAsync(node, "form", slot);
        Assert.DoesNotContain(slot, await SlotsAsync());
        var view = (await node.Do<BookingQueries, BookingView?>(q => q.BySecretAsync(booked.Secret, default)))!;

        Assert.Equal(BookingOutcome.Done, await node.Do<BookingService, BookingOutcome>(s => s.CancelAsync(view.Id, default)));
        Assert.Equal(BookingOutcome.NotOpen, await other.Do<BookingService, BookingOutcome>(s => s.CancelAsync(view.Id, default)));

        Assert.Contains(slot, await SlotsAsync());
        var kept = await node.Read(db => db.Bookings.AsNoTracking().SingleAsync());
        Assert.Equal(("", null, null), (kept.Number, kept.Name, kept.Happened));
    }

    [Fact]
    public async Task Move_ToAnotherSlot_FreesTheFirst()
    {
        await RotaAsync(2);
        var slots = await SlotsAsync();
        var booked = await BookAsync(node, "form", slots[0]);
        var view = (await node.Do<BookingQueries, BookingView?>(q => q.BySecretAsync(booked.Secret, default)))!;

        Assert.Equal(BookingOutcome.Done, await node.Do<BookingService, BookingOutcome>(s => s.MoveAsync(view.Id, slots[3], default)));

        var now = await SlotsAsync();
        Assert.Contains(slots[0], now);
        Assert.DoesNotContain(slots[3], now);
    }

    [Fact]
    public async Task Route_AtTheBookedTime_OffersItOnceAheadOfWhoeverRang()
    {
        await RotaAsync(2);
        var slot = (await SlotsAsync())[0];
        await BookAsync(node, "form", slot);
        time.Advance(slot - time.UtcNow() - TimeSpan.FromMinutes(5));
        await node.CallerAsync(number: "+447700900999");
        time.Advance(TimeSpan.FromMinutes(5));
        var adviser = await node.AdviserAsync();

        await node.RouteAsync();
        await other.RouteAsync();

        var contact = await node.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.BookedFor == slot));
        Assert.Equal(contact.Id, (await node.PendingAsync(adviser))!.ContactId);
        Assert.Equal(CallState.PlaceKept, (await node.Read(db => db.Calls.AsNoTracking().SingleAsync(c => c.ContactId == contact.Id))).State);
        Assert.Equal(Parent, contact.CallbackNumber);
    }

    [Fact]
    public async Task Route_NobodyFreeForSomeMinutes_TellsTheParentOnce()
    {
        await RotaAsync(2);
        var slot = (await SlotsAsync())[0];
        await BookAsync(node, "form", slot);
        time.Advance(slot - time.UtcNow());
        await node.RouteAsync();
        Assert.Equal(0, await LateAsync());

        time.Advance(TimeSpan.FromMinutes(6));
        await node.RouteAsync();
        await other.RouteAsync();

        Assert.Equal(1, await LateAsync());
    }

    [Theory]
    [InlineData(AdjustmentKinds.NoVoicemail, null, false, 0)]
    [InlineData(AdjustmentKinds.None, "mornings", false, 0)]
    [InlineData(AdjustmentKinds.MoreTime, null, false, 1)]
    [InlineData(AdjustmentKinds.NoVoicemail, null, true, 1)]
    public async Task Route_LateForSomebodyWhoHasAskedForOtherWays_SendsWhatWasAskedForOnly(AdjustmentKinds asked, string? safeHours, bool wantsTexts, int texts)
    {
        await RotaAsync(2);
        var slot = (await SlotsAsync())[0];
        await BookAsync(node, "form", slot, texts: wantsTexts);
        await node.Do<HelplineDbContext, int>(async db =>
        {
            var marked = EnquirerAdjustments.For((await db.Bookings.AsNoTracking().SingleAsync()).NumberKey!);
            marked.Mark(new MarkAdjustments { ContactId = ContactId.New(), AdviserId = AdviserId.New(), Kinds = asked, SafeHours = safeHours }, time.UtcNow());
            db.Adjustments.Add(marked);
            return await db.SaveChangesAsync();
        });
        time.Advance(slot - time.UtcNow());
        await node.RouteAsync();

        time.Advance(TimeSpan.FromMinutes(6));
        await node.RouteAsync();

        Assert.Equal(texts, await LateAsync());
    }

    [Fact]
    public async Task TakeBooking_ParentRingsInWhileItWaits_IsOneContactAndNobodyIsRung()
    {
        await RotaAsync(2);
        var slot = (await SlotsAsync())[0];
        await BookAsync(node, "form", slot);
        time.Advance(slot - time.UtcNow());
        await node.RouteAsync();
        await node.Do<CallService, CallRef>(s => s.StartVoiceAsync("CA-in", Parent, default));

        Assert.False(await node.Do<CallService, bool>(s => s.RegainPlaceAsync("CA-in", default)));
        Assert.Equal(slot, await node.Do<CallService, DateTime?>(s => s.BookedSoonAsync("CA-in", default)));
        Assert.True(await node.Do<CallService, bool>(s => s.TakeBookingAsync("CA-in", default)));
        Assert.False(await node.Do<CallService, bool>(s => s.TakeBookingAsync("CA-in", default)));

        var waiting = await node.Read(db => db.Contacts.AsNoTracking().Where(c => c.Status == ContactStatus.Waiting).ToListAsync());
        Assert.Equal(slot, Assert.Single(waiting).BookedFor);
        Assert.Equal(CallState.Queued, (await node.Read(db => db.Calls.AsNoTracking().SingleAsync(c => c.State != CallState.Ended))).State);
    }

    [Fact]
    public async Task Remind_ADayAndAnHourBefore_IsSentOnceAtTheStatedTimes()
    {
        await RotaAsync(2);
        var slot = (await SlotsAsync()).First(s => s > time.UtcNow().AddDays(2));
        await BookAsync(node, "form", slot, texts: true);
        await MoveToAsync(slot.AddDays(-1).AddMinutes(-1));
        Assert.Equal(0, await RemindersAsync());

        await MoveToAsync(slot.AddDays(-1));
        Assert.Equal(1, await RemindersAsync());

        // A node that starts again, and the other one, find nothing left to do.
        await using (var again = await CentreHost.StartAsync(database, time, s => s.AddSingleton(HoursData.Real)))
        {
            await again.PostAsync();
        }

        await other.PostAsync();
        Assert.Equal(1, await RemindersAsync());

        await MoveToAsync(slot.AddHours(-1).AddMinutes(-1));
        Assert.Equal(1, await RemindersAsync());
        await MoveToAsync(slot.AddHours(-1));
        Assert.Equal(2, await RemindersAsync());
    }

    [Fact]
    public async Task Remind_OfACancelledCall_IsNotSent()
    {
        await RotaAsync(2);
        var slot = (await SlotsAsync()).First(s => s > time.UtcNow().AddDays(2));
        var view = await ViewAsync(await BookAsync(node, "form", slot, texts: true));
        await node.Do<BookingService, BookingOutcome>(s => s.CancelAsync(view.Id, default));

        await MoveToAsync(slot.AddMinutes(-30));

        Assert.Equal(0, await RemindersAsync());
    }

    [Fact]
    public async Task Remind_OfACallThatWasMoved_IsSentForTheNewTimeOnly()
    {
        await RotaAsync(2);
        var slots = (await SlotsAsync()).Where(s => s > time.UtcNow().AddDays(2)).ToList();
        var later = slots.First(s => s >= slots[0].AddDays(2));
        var view = await ViewAsync(await BookAsync(node, "form", slots[0], texts: true));
        await node.Do<BookingService, BookingOutcome>(s => s.MoveAsync(view.Id, later, default));

        await MoveToAsync(slots[0].AddMinutes(-30));
        Assert.Equal(0, await RemindersAsync());
        await MoveToAsync(later.AddMinutes(-30));

        Assert.Equal(2, await RemindersAsync());
    }

    [Fact]
    public async Task Book_ThirdCallForOneNumber_IsTooMany()
    {
        await RotaAsync(2);
        var slots = await SlotsAsync();
        Assert.Equal(BookingOutcome.Done, (await BookAsync(node, "form-1", slots[0])).Outcome);
        var second = await BookAsync(other, "form-2", slots[2]);

        Assert.Equal(BookingOutcome.TooMany, (await BookAsync(node, "form-3", slots[4])).Outcome);

        // One called off makes room, and another number has its own.
        await node.Do<BookingService, BookingOutcome>(async s => await s.CancelAsync((await ViewAsync(second)).Id, default));
        Assert.Equal(BookingOutcome.Done, (await BookAsync(node, "form-4", slots[4])).Outcome);
        Assert.Equal(BookingOutcome.Done, (await BookAsync(node, "form-5", slots[6], "+447700900124")).Outcome);
    }

    [Fact]
    public async Task Book_OutsideNoticeOrDaysAhead_IsNotOnOffer()
    {
        await RotaAsync(2);
        var (now, slots) = (time.UtcNow(), await SlotsAsync());
        Assert.Equal(now.AddHours(2), slots[0]);
        Assert.Equal(now.Date.AddDays(13), slots[^1].Date);

        Assert.Equal(BookingOutcome.SlotGone, (await BookAsync(node, "form-1", now.AddMinutes(90))).Outcome);
        Assert.Equal(BookingOutcome.SlotGone, (await BookAsync(node, "form-2", now.AddDays(14).AddHours(3))).Outcome);
        Assert.Equal(BookingOutcome.SlotGone, (await BookAsync(node, "form-3", slots[0].AddMinutes(10))).Outcome);
        Assert.Equal(BookingOutcome.Done, (await BookAsync(node, "form-4", slots[0])).Outcome);
    }

    [Fact]
    public async Task CancelAndMove_AtTheBookedTime_AreTooLate()
    {
        await RotaAsync(2);
        var slots = await SlotsAsync();
        var view = await ViewAsync(await BookAsync(node, "form", slots[0]));
        time.Advance(slots[0] - time.UtcNow());

        Assert.Equal(BookingOutcome.NotOpen, await node.Do<BookingService, BookingOutcome>(s => s.CancelAsync(view.Id, default)));
        Assert.Equal(BookingOutcome.NotOpen, await node.Do<BookingService, BookingOutcome>(s => s.MoveAsync(view.Id, slots[^1], default)));
        Assert.False((await ViewAsync(new BookedCall(BookingOutcome.Done, Secret: secret))).IsOpen);
    }

    [Fact]
    public async Task Slots_ForATribunal_NeedTheSkillAndAWholeHour()
    {
        const string Tribunal = "disputes-and-appeals";
        await RotaAsync(2);
        Assert.Empty(await node.Do<BookingService, IReadOnlyList<DateTime>>(s => s.SlotsAsync(Tribunal, default)));
        await RotaAsync(2, Tribunal);

        var slots = await node.Do<BookingService, IReadOnlyList<DateTime>>(s => s.SlotsAsync(Tribunal, default));

        Assert.NotEmpty(slots);
        Assert.All(slots, s => Assert.True(HoursData.Real.StatusAt(s.AddMinutes(59), Channel.Callback).IsOpen && s.AddHours(1).TimeOfDay <= TimeSpan.FromHours(17)));
    }

    private Task<int> RemindersAsync() => node.Read(db => db.Texts.CountAsync(t => t.Purpose == BookingPurposes.Reminder));

    private async Task MoveToAsync(DateTime at)
    {
        time.Advance(at - time.UtcNow());
        await node.PostAsync();
    }

    private async Task<BookingView> ViewAsync(BookedCall booked)
    {
        secret = booked.Secret;
        return (await node.Do<BookingQueries, BookingView?>(q => q.BySecretAsync(booked.Secret, default)))!;
    }

    private Task<int> LateAsync() => node.Read(db => db.Texts.CountAsync(t => t.Purpose == BookingPurposes.Late));

    private Task<IReadOnlyList<DateTime>> SlotsAsync() => node.Do<BookingService, IReadOnlyList<DateTime>>(s => s.SlotsAsync(null, default));

    private static Task<BookedCall> BookAsync(CentreHost host, string form, DateTime slot, string number = Parent, bool texts = false) =>
        host.Do<BookingService, BookedCall>(s => s.BookAsync(new BookCall { FormToken = form, StartsAt = slot, Number = number, Name = "Rowan", Happened = "A letter came", WantsTexts = texts }, default));

    private async Task RotaAsync(int advisers, params string[] skills)
    {
        for (var n = 0; n < advisers; n++)
        {
            var id = AdviserId.New();
            await node.Do<AdviserService, bool>(async s =>
            {
                await s.AddAsync(id, $"On rota {n}", skills.ToDictionary(k => k, _ => time.LondonToday().AddYears(1)), default);
                return true;
            });
            Assert.True(await node.Do<RotaService, bool>(s => s.SetWeekAsync(id, ["", .. Enumerable.Repeat("09:00-17:00", 5), ""], default)));
        }
    }
}
