using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Recordings;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>
/// An interpreter or a local service on the call. The caller is held while the number rings and until the adviser brings them in; then all
/// three talk. Whoever is on the line from outside stays when the call goes to a colleague, and goes when the call ends. Nothing is
/// recorded meanwhile: they have agreed to nothing.
/// </summary>
public sealed class OutsideService(
    HelplineDbContext db, ICallControl callControl, ContactService contacts, RecordingService recordings, LegService legs, TimeProvider time)
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
