using Helpline.Core.Adjustments;
using Helpline.Core.Bookings;
using Helpline.Core.Callbacks;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Outbox;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Calls;

/// <summary>What is settled of a callback that is being arranged. Numbers in E.164; for the caller's own ears.</summary>
/// <param name="CallerNumber">The number they ring from, when it can be rung.</param>
/// <param name="KeyedNumber">The number they keyed in last.</param>
public sealed record CallbackArrangement(string? CallerNumber, string? KeyedNumber);

/// <summary>The leg that is to ring a caller back.</summary>
/// <param name="Call">The call.</param>
/// <param name="Number">Whom to ring, in E.164.</param>
/// <param name="ThroughRelay">Whether through Relay UK.</param>
public sealed record CallerRing(CallRef Call, string Number, bool ThroughRelay = false);

/// <summary>Keeping a place, and ringing back.</summary>
public sealed partial class CallService
{
    /// <summary>The caller asks to keep their place. False when the call has moved on, or an adviser is being asked: that goes on.</summary>
    public Task<bool> ArrangeCallbackAsync(string providerCallId, CancellationToken cancellationToken) =>
        ChangeAsync(
            providerCallId,
            (call, contact) =>
            {
                if (contact.Status != ContactStatus.Waiting || !call.ArrangeCallback(time.UtcNow()))
                {
                    return false;
                }

                contact.ArrangeCallback();
                return true;
            },
            cancellationToken);

    /// <summary>What is settled so far; null when nothing is being arranged.</summary>
    public async Task<CallbackArrangement?> ArrangementAsync(string providerCallId, CancellationToken cancellationToken)
    {
        var contact = await (
            from call in db.Calls.AsNoTracking()
            join c in db.Contacts.AsNoTracking() on call.ContactId equals c.Id
            where call.ProviderCallId == providerCallId && call.State == CallState.Arranging
            select c).SingleOrDefaultAsync(cancellationToken);
        return contact is null
            ? null
            : new CallbackArrangement(
                UkNumber.Read(contact.EnquirerNumber, out var own) == UkNumberOutcome.Ringable ? own : null,
                contact.CallbackNumber);
    }

    /// <summary>Keeps a number that was keyed in, until it is confirmed. False when nothing is being arranged.</summary>
    public Task<bool> ProposeCallbackAsync(string providerCallId, string number, CancellationToken cancellationToken) =>
        ChangeAsync(
            providerCallId,
            (call, contact) =>
            {
                if (call.State != CallState.Arranging)
                {
                    return false;
                }

                contact.ProposeCallback(number);
                return true;
            },
            cancellationToken);

    /// <summary>The caller stays on the line after all. False when nothing is being arranged.</summary>
    public Task<bool> StayQueuedAsync(string providerCallId, CancellationToken cancellationToken) =>
        ChangeAsync(
            providerCallId,
            (call, contact) =>
            {
                if (!call.StayQueued(time.UtcNow()))
                {
                    return false;
                }

                contact.DropCallback(time.UtcNow());
                return true;
            },
            cancellationToken);

    /// <summary>Saves that the caller is about to be rung. Null when that was saved before, or the call has moved on.</summary>
    public Task<CallerRing?> RingOutAsync(OfferId offerId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync<CallerRing?>(
            async () =>
            {
                var call = await db.Calls.SingleOrDefaultAsync(c => c.OfferId == offerId, cancellationToken);
                var now = time.UtcNow();
                if (call is null || !call.RingOut(offerId, now))
                {
                    return null;
                }

                var contact = await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                contact.NoteCallbackRinging(now);
                return new CallerRing(CallRef.Of(call), contact.CallbackNumber ?? throw new RuleBrokenException("contact.no-callback"), contact.ThroughRelay);
            },
            cancellationToken);

    /// <summary>Learns the name of the leg that rings the caller. False when that leg belongs to nothing any more.</summary>
    public Task<bool> AdoptCallerLegAsync(OfferId offerId, string providerCallId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () => await db.Calls.SingleOrDefaultAsync(c => c.OfferId == offerId, cancellationToken) is { } call
                && call.AdoptLine(offerId, providerCallId),
            cancellationToken);

    /// <summary>
    /// The caller was rung and not reached. The adviser is free again with no consequence; the caller is rung later, or, after the last
    /// attempt, the contact closes. False when that is known already, or nobody is being rung.
    /// </summary>
    /// <param name="offerId">The offer the caller was rung for.</param>
    /// <param name="code">How; see <see cref="CallbackMissed"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<bool> CallerNotReachedAsync(OfferId offerId, string code, CancellationToken cancellationToken) =>
        NotReachedAsync(calls => calls.Where(c => c.OfferId == offerId), code, cancellationToken);

    /// <summary>The same, by the name of the leg that rang the caller.</summary>
    public Task<bool> CallerNotReachedAsync(string providerCallId, string code, CancellationToken cancellationToken) =>
        NotReachedAsync(calls => calls.Where(c => c.ProviderCallId == providerCallId), code, cancellationToken);

    /// <summary>
    /// Whether the leg that rings a caller says nothing of who rings: a machine may record it, and the caller, or somebody at the number that is rung,
    /// wants no message left or has hours that are safe.
    /// </summary>
    public async Task<bool> LeavesNoMessageAsync(string providerCallId, CancellationToken cancellationToken)
    {
        var contact = await (
            from call in db.Calls.AsNoTracking()
            join c in db.Contacts.AsNoTracking() on call.ContactId equals c.Id
            where call.ProviderCallId == providerCallId
            select c).SingleOrDefaultAsync(cancellationToken);
        return contact is not null && await UnaskedMessages.AreUnwelcomeAsync(
            db, [contact.EnquirerKey, await enquirerKeys.ForAsync(CallbackNotices.NumberOf(contact), cancellationToken)], cancellationToken);
    }

    private async Task<bool> NotReachedAsync(Func<IQueryable<Call>, IQueryable<Call>> which, string code, CancellationToken cancellationToken)
    {
        CallRef? release = null;
        var changed = await db.SaveWithRetryAsync(
            async () =>
            {
                release = null;
                var call = await which(db.Calls).SingleOrDefaultAsync(cancellationToken);
                if (call is not { RingsCaller: true, RungAt: not null })
                {
                    return false;
                }

                var contact = await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                release = CallRef.Of(call);
                return await MissAsync(call, contact, code, time.UtcNow(), cancellationToken);
            },
            cancellationToken);
        if (changed && release is not null)
        {
            await callControl.ReleaseAdviserAsync(release, cancellationToken);
        }

        return changed;
    }

    // The leg of a caller who keeps their place is over: the first one, after the promise, or one that rang them.
    private async Task<(bool Changed, CallRef? Release)> CallerNotThereAsync(
        Call call, Contact contact, string code, DateTime now, CancellationToken cancellationToken)
    {
        if (call.IsWithoutLine)
        {
            contact.AllowCallback(now);
            return (false, null);
        }

        var release = CallRef.Of(call);
        return await MissAsync(call, contact, code, now, cancellationToken) ? (true, release) : (false, null);
    }

    private async Task<bool> MissAsync(Call call, Contact contact, string code, DateTime now, CancellationToken cancellationToken)
    {
        if (contact.AdviserId is not { } adviserId || !call.MissCaller(now))
        {
            return false;
        }

        var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, cancellationToken);
        var counts = code != CallbackMissed.Fault;
        if (!counts)
        {
            contact.MissCallback(code, counts, now + callbackOptions.Value.AfterFault, now);
        }
        else if (contact.CallbackMisses + 1 < CallbackOptions.Attempts)
        {
            contact.MissCallback(code, counts, now + callbackOptions.Value.RetryAfter(contact.CallbackMisses + 1), now);
        }
        else
        {
            contact.CloseNotReached(code, now);
            call.End(now);
            db.Outbox.Add(ContactFactsOutbox.For(contact.Id, now));
            if (contact.BookedFor is null)
            {
                var numberKey = await enquirerKeys.ForAsync(CallbackNotices.NumberOf(contact), cancellationToken);
                await CallbackNotices.NotReachedAsync(db, contact, numberKey, callbackOptions.Value.NotReachedWithin, now, cancellationToken);
            }
            else if (await db.Bookings.AsNoTracking().FirstOrDefaultAsync(b => b.ContactId == contact.Id, cancellationToken) is { } booking)
            {
                await BookingNotices.NotReachedAsync(db, booking, now, cancellationToken);
            }
        }

        await OfferService.ResumeParkedAsync(db, adviser, now, cancellationToken);
        adviser.Release(contact.Id, away: null, now);
        return true;
    }
}
