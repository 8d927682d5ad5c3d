using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.FarEnds;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>A booked call, as the parent hears it.</summary>
public class BookedCallFlowTests
{
    [Fact]
    public async Task Booked_AtItsTime_IsRungOnceAndJoined()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var slot = await BookAsync(centre);
        await UntilTimeAsync(centre, slot);
        var adviser = await centre.AdviserAsync();
        centre.World.FarEnds.Set(PhoneCentre.Parent, ScriptedLeg.PatientPerson);

        OfferId? offer = null;
        for (var i = 0; i < 20 && offer is null; i++)
        {
            offer = await centre.OfferAsync(adviser);
        }

        Assert.NotNull(offer);
        await centre.AcceptAsync(offer.Value, adviser);
        SimulatedCall? back = null;
        for (var i = 0; i < 20 && back is null; i++)
        {
            await centre.AdvanceAsync(1);
            back = await centre.World.Loop.RunAsync(() => centre.World.Calls.All.LastOrDefault(c => c.Direction == CallDirection.OutboundApi && c.To == PhoneCentre.Parent));
        }

        await centre.UntilAsync(back!, CallState.Connected);
        Assert.Equal(slot, (await centre.ContactAsync(back!)).BookedFor);
        Assert.Equal(1, await centre.World.Loop.RunAsync(() => centre.World.Calls.All.Count(c => c.Direction == CallDirection.OutboundApi && c.To == PhoneCentre.Parent)));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Booked_ParentRingsInAndPressesOne_HasTheCallAndIsNotRung()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var slot = await BookAsync(centre);
        await UntilTimeAsync(centre, slot.AddMinutes(-10));

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "A call with an adviser is booked for this telephone at");
        await centre.PressAsync(call, "1");
        await centre.UntilAsync(call, CallState.Queued);

        Assert.Equal(slot, (await centre.ContactAsync(call)).BookedFor);
        Assert.Equal(BookingState.Due, (await centre.InAsync<HelplineDbContext, Booking>(db => db.Bookings.AsNoTracking().SingleAsync())).State);
        Assert.Equal("", centre.Violations);
    }

    private static async Task<DateTime> BookAsync(PhoneCentre centre)
    {
        for (var n = 0; n < 2; n++)
        {
            var id = AdviserId.New();
            await centre.InAsync<AdviserService, bool>(async s =>
            {
                await s.AddAsync(id, $"On the rota {n}", new Dictionary<string, DateOnly>(), default);
                return true;
            });
            await centre.InAsync<RotaService, bool>(s => s.SetWeekAsync(id, ["", .. Enumerable.Repeat("09:00-17:00", 5), ""], default));
        }

        var slots = await centre.InAsync<BookingService, IReadOnlyList<DateTime>>(s => s.SlotsAsync(null, default));
        var booked = await centre.InAsync<BookingService, BookedCall>(s => s.BookAsync(new BookCall { FormToken = "form", StartsAt = slots[0], Number = PhoneCentre.Parent }, default));
        Assert.Equal(BookingOutcome.Done, booked.Outcome);
        return booked.StartsAt;
    }

    private static Task UntilTimeAsync(PhoneCentre centre, DateTime at)
    {
        centre.Clock.Advance(at - centre.Clock.UtcNow());
        return centre.SettleAsync();
    }
}
