using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Legs;

/// <summary>
/// A warm transfer: the caller is held, a colleague is asked and comes into the room, and either takes the call over or leaves it. With
/// the caller off hold the three talk. The database decides first; the phone provider is told after.
/// </summary>
public sealed partial class ConsultService(
    HelplineDbContext db, ICallControl callControl, ContactService contacts, Heartbeats heartbeats, TimeProvider time, IOptions<RoutingOptions> options)
{
    /// <summary>Holds the caller and rings a colleague who is free.</summary>
    public async Task<ConsultOutcome> AskAsync(ContactId contactId, AdviserId adviserId, AdviserId colleagueId, CancellationToken cancellationToken)
    {
        var asked = await CheckAsync(contactId, adviserId, colleagueId, cancellationToken);
        if (asked != ConsultOutcome.Done)
        {
            return asked;
        }

        var held = await contacts.HoldFirstAsync(contactId, adviserId, cancellationToken);
        if (held != ConsultOutcome.Done)
        {
            return held;
        }

        db.ChangeTracker.Clear();
        var outcome = await RingAsync(contactId, adviserId, colleagueId, cancellationToken);
        if (outcome != ConsultOutcome.Done)
        {
            await contacts.HoldAsync(contactId, adviserId, onHold: false, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Asks no more, or sends the colleague away; the caller is off hold again.</summary>
    public async Task<ConsultOutcome> CancelAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        RoomLegRef? gone = null;
        CallRef? held = null;
        var outcome = await db.ForOwnerAsync(
            contactId,
            adviserId,
            async (contact, call) =>
            {
                var now = time.UtcNow();
                var (any, leg) = await RoomLegs.EndConsultAsync(db, contact, call.Id, now, cancellationToken);
                if (!any)
                {
                    return ConsultOutcome.NotNow;
                }

                gone = leg is null ? null : RoomLegRef.Of(leg, CallRef.Of(call));
                held = OwnedCalls.OffHold(contact, call, now);
                return ConsultOutcome.Done;
            },
            cancellationToken);
        await callControl.SettleAsync(gone, held, cancellationToken);
        return outcome;
    }

    /// <summary>The colleague leaves of their own accord; the caller is with the adviser again.</summary>
    public async Task<ConsultOutcome> LeaveAsync(ContactId contactId, AdviserId colleagueId, CancellationToken cancellationToken)
    {
        RoomLegRef? gone = null;
        CallRef? held = null;
        var outcome = await db.SaveWithRetryAsync(
            async () =>
            {
                (gone, held) = (null, null);
                var now = time.UtcNow();
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ContactId == contactId && c.State == CallState.Connected, cancellationToken);
                if (call is null || await RoomLegs.ConsultOfAsync(db, call.Id, cancellationToken) is not { } leg || leg.AdviserId != colleagueId)
                {
                    return ConsultOutcome.NotNow;
                }

                var contact = await db.Contacts.SingleAsync(c => c.Id == contactId, cancellationToken);
                await RoomLegs.EndConsultAsync(db, contact, call.Id, now, cancellationToken);
                gone = RoomLegRef.Of(leg, CallRef.Of(call));
                held = OwnedCalls.OffHold(contact, call, now);
                return ConsultOutcome.Done;
            },
            cancellationToken);
        await callControl.SettleAsync(gone, held, cancellationToken);
        return outcome;
    }

    /// <summary>Hands the call to the colleague who is in the room; the adviser is free, without wrap-up: the record travels with the call.</summary>
    public async Task<ConsultOutcome> CompleteAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        CallRef? former = null;
        CallRef? held = null;
        var outcome = await db.ForOwnerAsync(
            contactId,
            adviserId,
            async (contact, call) =>
            {
                (former, held) = await HandOverAsync(contact, call, ProcessContext.By(adviserId), time.UtcNow(), cancellationToken);
                return former is null ? ConsultOutcome.NotNow : ConsultOutcome.Done;
            },
            cancellationToken);
        if (outcome == ConsultOutcome.Done)
        {
            await ReleaseFormerAsync(former, held, cancellationToken);
        }

        return outcome;
    }

    /// <summary>
    /// The adviser's line was lost while a colleague was in the room: the colleague has the call from now on. False when nobody was, or
    /// the offer is not the current one.
    /// </summary>
    public async Task<bool> TakeOverAsync(OfferId lost, CancellationToken cancellationToken)
    {
        CallRef? held = null;
        var took = await db.SaveWithRetryAsync(
            async () =>
            {
                held = null;
                var call = await db.Calls.SingleOrDefaultAsync(c => c.OfferId == lost && c.State == CallState.Connected, cancellationToken);
                if (call is null)
                {
                    return false;
                }

                var contact = await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                (var former, held) = await HandOverAsync(contact, call, ProcessContext.System, time.UtcNow(), cancellationToken);
                return former is not null;
            },
            cancellationToken);
        if (took && held is not null)
        {
            await callControl.ResumeAsync(held, cancellationToken);
        }

        return took;
    }

    private async Task ReleaseFormerAsync(CallRef? former, CallRef? held, CancellationToken cancellationToken)
    {
        if (held is not null)
        {
            await callControl.ResumeAsync(held, cancellationToken);
        }

        if (former is not null)
        {
            await callControl.ReleaseAdviserAsync(former, cancellationToken);
        }
    }
}
