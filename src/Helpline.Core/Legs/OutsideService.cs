using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Recordings;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>What came of ringing an outside number, or of sending whoever answered away.</summary>
public enum OutsideOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The adviser does not have this contact.</summary>
    NotYours,

    /// <summary>The call has moved on, or somebody from outside is on it already.</summary>
    NotNow,

    /// <summary>The number is in the directory no more.</summary>
    NumberGone,

    /// <summary>The phone provider refused.</summary>
    LineRefused,
}

/// <summary>
/// An interpreter or a local service on the call. The caller is held while the number rings and until the adviser brings them in; then all
/// three talk. Whoever is on the line from outside stays when the call goes to a colleague, and goes when the call ends. Nothing is
/// recorded meanwhile: they have agreed to nothing.
/// </summary>
public sealed class OutsideService(
    HelplineDbContext db, ICallControl callControl, ContactService contacts, RecordingService recordings, LegService legs, TimeProvider time)
{
    /// <summary>Holds the caller and rings a number of the directory.</summary>
    public async Task<OutsideOutcome> RingAsync(
        ContactId contactId, AdviserId adviserId, OutsideNumberId numberId, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(contactId, adviserId, numberId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        // On hold first: whoever answers at once must not be heard by the caller.
        switch (await contacts.HoldAsync(contactId, adviserId, onHold: true, cancellationToken))
        {
            case ContactOutcome.Done:
                break;
            case ContactOutcome.NotYours:
                return OutsideOutcome.NotYours;
            case ContactOutcome.LineRefused:
                return OutsideOutcome.LineRefused;
            case ContactOutcome.NotNow or ContactOutcome.DispositionMissing or ContactOutcome.ArticleWrong:
                return OutsideOutcome.NotNow;
        }

        db.ChangeTracker.Clear();
        if (await recordings.StopAsync(contactId, adviserId, cancellationToken) == RecordingOutcome.LineRefused)
        {
            return await BackAsync(OutsideOutcome.LineRefused);
        }

        db.ChangeTracker.Clear();
        RoomLegRef? added = null;
        var outcome = await ForOwnerAsync(
            contactId,
            adviserId,
            async (contact, call, now) =>
            {
                added = null;
                var number = await db.OutsideNumbers.AsNoTracking().SingleOrDefaultAsync(n => n.Id == numberId && n.RemovedAt == null, cancellationToken);
                if (number is null || await RoomLegs.OutsideOfAsync(db, call.Id, cancellationToken) is not null)
                {
                    return number is null ? OutsideOutcome.NumberGone : OutsideOutcome.NotNow;
                }

                var leg = RoomLeg.Outside(call.Id, number, adviserId, now);
                db.RoomLegs.Add(leg);
                contact.NoteOutside("asked", now);
                added = RoomLegRef.Of(leg, CallRef.Of(call));
                return OutsideOutcome.Done;
            },
            cancellationToken);
        if (outcome != OutsideOutcome.Done)
        {
            return await BackAsync(outcome);
        }

        // When it is refused the leg is over, and with it the hold.
        return await legs.BringUpAsync(added!, cancellationToken) ? OutsideOutcome.Done : OutsideOutcome.LineRefused;

        async Task<OutsideOutcome> BackAsync(OutsideOutcome why)
        {
            await contacts.HoldAsync(contactId, adviserId, onHold: false, cancellationToken);
            return why;
        }
    }

    /// <summary>Stops ringing, or goes on without whoever is on the line from outside; the caller is off hold again.</summary>
    public async Task<OutsideOutcome> SendAwayAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        RoomLegRef? gone = null;
        CallRef? held = null;
        var outcome = await ForOwnerAsync(
            contactId,
            adviserId,
            async (contact, call, now) =>
            {
                (gone, held) = (null, null);
                if (await RoomLegs.OutsideOfAsync(db, call.Id, cancellationToken) is not { } leg)
                {
                    return OutsideOutcome.NotNow;
                }

                leg.End(now);
                contact.NoteOutside("ended", now);
                gone = RoomLegRef.Of(leg, CallRef.Of(call));
                if (call.Hold(false, now))
                {
                    contact.NoteHold(false, now);
                    held = CallRef.Of(call);
                }

                return OutsideOutcome.Done;
            },
            cancellationToken);

        // They go first, so that the caller does not hear the end of what was said.
        if (gone is not null)
        {
            await callControl.DropLegAsync(gone, cancellationToken);
        }

        if (held is not null)
        {
            await callControl.ResumeAsync(held, cancellationToken);
        }

        return outcome;
    }

    private async Task<OutsideOutcome?> RefusalAsync(ContactId contactId, AdviserId adviserId, OutsideNumberId numberId, CancellationToken cancellationToken)
    {
        var call = await (
            from c in db.Calls.AsNoTracking()
            join contact in db.Contacts.AsNoTracking() on c.ContactId equals contact.Id
            where contact.Id == contactId && contact.AdviserId == adviserId
            select c).SingleOrDefaultAsync(cancellationToken);
        if (call is null)
        {
            return OutsideOutcome.NotYours;
        }

        var taken = call.State != CallState.Connected
            || await db.RoomLegs.AnyAsync(l => l.CallId == call.Id && l.Kind == RoomLegKind.Outside && l.State != RoomLegState.Ended, cancellationToken);
        return taken ? OutsideOutcome.NotNow
            : await db.OutsideNumbers.AnyAsync(n => n.Id == numberId && n.RemovedAt == null, cancellationToken) ? null
            : OutsideOutcome.NumberGone;
    }

    private Task<OutsideOutcome> ForOwnerAsync(
        ContactId contactId, AdviserId adviserId, Func<Contact, Call, DateTime, Task<OutsideOutcome>> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                if (contact is null)
                {
                    return OutsideOutcome.NotYours;
                }

                var call = await db.Calls.SingleOrDefaultAsync(c => c.ContactId == contactId && c.State == CallState.Connected, cancellationToken);
                return call is null || contact.Status != ContactStatus.InProgress ? OutsideOutcome.NotNow : await change(contact, call, time.UtcNow());
            },
            cancellationToken);
}
