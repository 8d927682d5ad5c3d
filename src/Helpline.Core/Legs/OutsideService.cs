using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Recordings;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Legs;

/// <summary>
/// An interpreter or a local service on the call. The caller is held while the number rings and until the adviser brings them in; then all
/// three talk. Whoever is on the line from outside stays when the call goes to a colleague, and goes when the call ends. Nothing is
/// recorded meanwhile: they have agreed to nothing. The adviser may leave caller and outside together once somebody has answered.
/// </summary>
public sealed class OutsideService(
    HelplineDbContext db, ICallControl callControl, ContactService contacts, RecordingService recordings, LegService legs, TimeProvider time, IOptions<RoutingOptions> options)
{
    /// <summary>Holds the caller and rings a number of the directory.</summary>
    public async Task<ConsultOutcome> RingAsync(
        ContactId contactId, AdviserId adviserId, OutsideNumberId numberId, CancellationToken cancellationToken)
    {
        var outcome = await CheckAsync(contactId, adviserId, numberId, cancellationToken);
        if (outcome == ConsultOutcome.Done)
        {
            outcome = await contacts.HoldFirstAsync(contactId, adviserId, cancellationToken);
        }

        if (outcome != ConsultOutcome.Done)
        {
            return outcome;
        }

        db.ChangeTracker.Clear();
        RoomLegRef? added = null;
        outcome = await recordings.StopAsync(contactId, adviserId, cancellationToken) == RecordingOutcome.LineRefused
            ? ConsultOutcome.LineRefused
            : await AddAsync();
        if (added is null)
        {
            await contacts.HoldAsync(contactId, adviserId, onHold: false, cancellationToken);
            return outcome;
        }

        // When it is refused the leg is over, and with it the hold.
        return await legs.BringUpAsync(added, cancellationToken) ? ConsultOutcome.Done : ConsultOutcome.LineRefused;

        Task<ConsultOutcome> AddAsync()
        {
            db.ChangeTracker.Clear();
            return db.ForOwnerAsync(
                contactId,
                adviserId,
                async (contact, call) =>
                {
                    added = null;
                    var now = time.UtcNow();
                    var number = await db.OutsideNumbers.AsNoTracking().SingleOrDefaultAsync(n => n.Id == numberId && n.RemovedAt == null, cancellationToken);
                    if (number is null || await RoomLegs.OutsideOfAsync(db, call.Id, cancellationToken) is not null)
                    {
                        return number is null ? ConsultOutcome.NumberGone : ConsultOutcome.NotNow;
                    }

                    var leg = RoomLeg.Outside(call.Id, number, adviserId, now);
                    db.RoomLegs.Add(leg);
                    contact.NoteOutside("asked", now);
                    added = RoomLegRef.Of(leg, CallRef.Of(call));
                    return ConsultOutcome.Done;
                },
                cancellationToken);
        }
    }

    /// <summary>Stops ringing, or goes on without whoever is on the line from outside; the caller is off hold again.</summary>
    public async Task<ConsultOutcome> SendAwayAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        RoomLegRef? gone = null;
        CallRef? held = null;
        var outcome = await db.ForOwnerAsync(
            contactId,
            adviserId,
            async (contact, call) =>
            {
                (gone, held) = (null, null);
                if (await RoomLegs.OutsideOfAsync(db, call.Id, cancellationToken) is not { } leg)
                {
                    return ConsultOutcome.NotNow;
                }

                var now = time.UtcNow();
                leg.End(now);
                contact.NoteOutside("ended", now);
                gone = RoomLegRef.Of(leg, CallRef.Of(call));
                held = OwnedCalls.OffHold(contact, call, now);
                return ConsultOutcome.Done;
            },
            cancellationToken);
        await callControl.SettleAsync(gone, held, cancellationToken);
        return outcome;
    }

    /// <summary>
    /// Leaves the caller with whoever is on the line from outside, off hold. The adviser goes on to wrap-up; when the other line ends the caller goes
    /// on to the survey. <see cref="ConsultOutcome.NotNow"/> while it still rings: an unanswered telephone must not be all that a caller is left with.
    /// </summary>
    public async Task<ConsultOutcome> LeaveAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        if (await db.OwnedCallAsync(contactId, adviserId, cancellationToken) is not { } before)
        {
            return ConsultOutcome.NotYours;
        }

        if (await RoomLegs.OutsideOfAsync(db, before.Id, cancellationToken) is not { State: RoomLegState.InRoom } || before.State != CallState.Connected)
        {
            return ConsultOutcome.NotNow;
        }

        // The provider first, as whoever is held when nobody of ours is there would stay so.
        if (before.HeldSince is not null
            && await contacts.HoldAsync(contactId, adviserId, onHold: false, cancellationToken) is var off and not ContactOutcome.Done)
        {
            return off == ContactOutcome.LineRefused ? ConsultOutcome.LineRefused : ConsultOutcome.NotNow;
        }

        db.ChangeTracker.Clear();
        CallRef? former = null;
        IReadOnlyList<RoomLegRef> ours = [];
        var outcome = await db.ForOwnerAsync(
            contactId,
            adviserId,
            async (contact, call) =>
            {
                (former, ours) = (null, []);
                var (now, was) = (time.UtcNow(), CallRef.Of(call));
                if (await RoomLegs.OutsideOfAsync(db, call.Id, cancellationToken) is not { State: RoomLegState.InRoom } || !call.LeaveWithOutside(now))
                {
                    return ConsultOutcome.NotNow;
                }

                var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, cancellationToken);
                ours = [.. (await RoomLegs.EndOursAsync(db, contact, call.Id, now, cancellationToken)).Select(l => RoomLegRef.Of(l, was))];
                contact.NoteOutside("left-together", now);
                contact.EndConversation(now, await db.WrapUpAsync(contact, options.Value.WrapUp, cancellationToken), ProcessContext.By(adviserId));
                adviser.StartWrapUp(contactId, now);
                former = was;
                return ConsultOutcome.Done;
            },
            cancellationToken);
        foreach (var leg in ours)
        {
            await callControl.DropLegAsync(leg, cancellationToken);
        }

        if (former is not null)
        {
            await callControl.ReleaseAdviserAsync(former, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Ends the call of a caller whom the adviser left with somebody from outside. <see cref="ConsultOutcome.NotNow"/> when it is over.</summary>
    public async Task<ConsultOutcome> EndTogetherAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        await db.OwnedCallAsync(contactId, adviserId, cancellationToken) is null
            ? ConsultOutcome.NotYours
            : await EndTogetherAsync(contactId, cancellationToken);

    /// <summary>The same by whoever looks after the floor. The caller goes on to the survey.</summary>
    public async Task<ConsultOutcome> EndTogetherAsync(ContactId contactId, CancellationToken cancellationToken)
    {
        var together = await (
            from leg in db.RoomLegs.AsNoTracking()
            join call in db.Calls.AsNoTracking() on leg.CallId equals call.Id
            where call.ContactId == contactId && call.State == CallState.WithOutside && leg.Kind == RoomLegKind.Outside && leg.State != RoomLegState.Ended
            select new { Leg = leg, Call = call }).SingleOrDefaultAsync(cancellationToken);
        if (together is null || !await legs.GoneAsync(together.Leg.Id, cancellationToken))
        {
            return ConsultOutcome.NotNow;
        }

        await callControl.DropLegAsync(RoomLegRef.Of(together.Leg, CallRef.Of(together.Call)), cancellationToken);
        return ConsultOutcome.Done;
    }

    private async Task<ConsultOutcome> CheckAsync(ContactId contactId, AdviserId adviserId, OutsideNumberId numberId, CancellationToken cancellationToken)
    {
        if (await db.OwnedCallAsync(contactId, adviserId, cancellationToken) is not { } call)
        {
            return ConsultOutcome.NotYours;
        }

        var taken = call.State != CallState.Connected || await RoomLegs.OutsideOfAsync(db, call.Id, cancellationToken) is not null;
        return taken ? ConsultOutcome.NotNow
            : await db.OutsideNumbers.AnyAsync(n => n.Id == numberId && n.RemovedAt == null, cancellationToken) ? ConsultOutcome.Done
            : ConsultOutcome.NumberGone;
    }
}
