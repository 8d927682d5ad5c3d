using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Outbox;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Calls;

/// <summary>What the phone door should do now that the adviser's line is up.</summary>
public enum AdviserJoinedOutcome
{
    /// <summary>Move the caller from the queue into the room.</summary>
    MoveCaller,

    /// <summary>The caller is held in the room: take them off hold.</summary>
    ResumeCaller,

    /// <summary>The caller keeps their place and is to be rung.</summary>
    RingCaller,

    /// <summary>Known already; do nothing.</summary>
    AlreadyKnown,

    /// <summary>The leg belongs to nothing any more: drop it.</summary>
    NotWanted,
}

/// <summary>The lines between caller and adviser.</summary>
public sealed partial class CallService
{
    /// <summary>Keeps the provider's names for the adviser's leg and the room. False when the offer is not the current one.</summary>
    public Task<bool> NoteAdviserLegAsync(OfferId offerId, string adviserLegId, string? providerRoomId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var call = await db.Calls.SingleOrDefaultAsync(c => c.OfferId == offerId, cancellationToken);
                if (call is null || call.State == CallState.Ended)
                {
                    return false;
                }

                if (call.AdviserLegId != adviserLegId || (providerRoomId is not null && call.ProviderRoomId != providerRoomId))
                {
                    call.NoteAdviserLeg(adviserLegId, providerRoomId);
                }

                return true;
            },
            cancellationToken);

    /// <summary>The adviser is in the room.</summary>
    public Task<AdviserJoinedOutcome> AdviserJoinedAsync(
        OfferId offerId, string adviserLegId, string? providerRoomId, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var call = await db.Calls.SingleOrDefaultAsync(c => c.OfferId == offerId, cancellationToken);
                if (call is null || call.State is CallState.Ended or CallState.Survey)
                {
                    return AdviserJoinedOutcome.NotWanted;
                }

                call.NoteAdviserLeg(adviserLegId, providerRoomId);
                if (!call.Bridge(offerId, time.UtcNow()))
                {
                    return AdviserJoinedOutcome.AlreadyKnown;
                }

                return call.ReconnectsCaller ? AdviserJoinedOutcome.ResumeCaller
                    : call.RingsCaller ? AdviserJoinedOutcome.RingCaller
                    : AdviserJoinedOutcome.MoveCaller;
            },
            cancellationToken);

    /// <summary>Caller and adviser can talk. False when that is known already or past.</summary>
    public Task<bool> CallerJoinedAsync(string providerCallId, CancellationToken cancellationToken) =>
        ChangeAsync(
            providerCallId,
            (call, contact) =>
            {
                var now = time.UtcNow();
                if (contact.Status != ContactStatus.InProgress || !call.Join(now))
                {
                    return false;
                }

                contact.Answer(now);
                return true;
            },
            cancellationToken);

    /// <summary>
    /// The adviser's line did not come up. The caller keeps the place of the moment they first joined; the adviser is set away.
    /// False when the offer is not the current one or the lines are joined already.
    /// </summary>
    public Task<bool> AdviserLegFailedAsync(OfferId offerId, CancellationToken cancellationToken) =>
        LoseAdviserAsync(offerId, (call, now) => call.FallBack(offerId, now), preferSame: false, AwayReason.LineFailed, cancellationToken);

    /// <summary>
    /// The adviser's line was lost during the conversation. The caller is to be held in the room; the same adviser is asked first.
    /// False when the offer is not the current one or the conversation is over.
    /// </summary>
    public Task<bool> AdviserLegLostAsync(OfferId offerId, CancellationToken cancellationToken) =>
        LoseAdviserAsync(offerId, (call, now) => call.LoseAdviser(offerId, now), preferSame: true, away: null, cancellationToken);

    /// <summary>
    /// The caller's leg is over, whatever it was doing. Waiting: abandoned, and a ringing offer is withdrawn. Talking, or waiting for
    /// the line to come back after having talked: wrap-up begins, for the adviser who talked. Told twice, the second does nothing and returns false.
    /// </summary>
    public async Task<bool> CallerLeftAsync(string providerCallId, CancellationToken cancellationToken)
    {
        CallRef? release = null;
        var changed = await db.SaveWithRetryAsync(
            async () =>
            {
                release = null;
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ProviderCallId == providerCallId, cancellationToken);
                if (call is null || call.State == CallState.Ended)
                {
                    return false;
                }

                var now = time.UtcNow();
                var contact = await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                if (call.RingsCaller)
                {
                    (var moved, release) = await CallerNotThereAsync(call, contact, CallbackMissed.NoAnswer, now, cancellationToken);
                    return moved;
                }

                var hadAdviser = call.OfferId is not null && call.State is not CallState.Survey;
                var state = call.State;
                call.End(now);
                await RoomLegs.EndAllAsync(db, contact, call.Id, now, cancellationToken);
                await EndContactAsync(contact, state, now, cancellationToken);
                release = hadAdviser ? CallRef.Of(call) : null;
                return true;
            },
            cancellationToken);
        if (release is not null)
        {
            await callControl.ReleaseAdviserAsync(release, cancellationToken);
        }

        return changed;
    }

    private async Task EndContactAsync(Contact contact, CallState state, DateTime now, CancellationToken cancellationToken)
    {
        if (contact.WasInterrupted && state is not (CallState.Connected or CallState.Voicemail))
        {
            await EndInterruptedAsync(contact, now, cancellationToken);
            return;
        }

        switch (contact.Status)
        {
            case ContactStatus.Waiting when !contact.IsVoicemail:
                contact.Abandon(now);
                break;
            case ContactStatus.Offered when !contact.IsVoicemail:
                await WithdrawOfferAsync(contact, now, cancellationToken);
                contact.Abandon(now);
                break;
            case ContactStatus.InProgress when contact.IsLive:
                var adviser = await db.Advisers.SingleAsync(a => a.Id == contact.AdviserId, cancellationToken);
                if (state == CallState.Connected)
                {
                    contact.EndConversation(now, await db.WrapUpAsync(contact, options.Value.WrapUp, cancellationToken), ProcessContext.Enquirer);
                    adviser.StartWrapUp(contact.Id, now);
                    return;
                }

                contact.Abandon(now);
                await OfferService.ResumeParkedAsync(db, adviser, now, cancellationToken);
                adviser.Release(contact.Id, away: null, now);
                break;
            default:
                return;
        }

        var mayRegain = contact is { Status: ContactStatus.Abandoned, EnquirerKey: not null, JoinedAt: not null };
        db.Outbox.Add(ContactFactsOutbox.For(contact.Id, now, mayRegain ? callbackOptions.Value.RegainWithin : TimeSpan.Zero));
    }

    // A conversation took place: it is recorded by who talked, whoever was asked, or had accepted, to take it up again.
    private async Task EndInterruptedAsync(Contact contact, DateTime now, CancellationToken cancellationToken)
    {
        var talked = await db.Advisers.SingleAsync(a => a.Id == contact.AnsweredBy, cancellationToken);
        var holds = talked.ContactId == contact.Id && talked.Activity == Activity.OnContact;
        if (contact.Status == ContactStatus.Offered)
        {
            await WithdrawOfferAsync(contact, now, cancellationToken);
        }
        else if (contact.Status == ContactStatus.InProgress && !holds)
        {
            var other = await db.Advisers.SingleAsync(a => a.Id == contact.AdviserId, cancellationToken);
            await OfferService.ResumeParkedAsync(db, other, now, cancellationToken);
            other.Release(contact.Id, away: null, now);
        }

        contact.EndInterrupted(now, await db.WrapUpAsync(contact, options.Value.WrapUp, cancellationToken));
        if (holds)
        {
            talked.StartWrapUp(contact.Id, now);
        }
        else
        {
            await OwedWrapUps.TryStartAsync(db, talked, contact, now, await db.WrapUpAsync(contact, options.Value.WrapUp, cancellationToken), cancellationToken);
        }
    }

    private async Task WithdrawOfferAsync(Contact contact, DateTime now, CancellationToken cancellationToken)
    {
        var offer = await db.Offers.SingleAsync(o => o.ContactId == contact.Id && o.Status == OfferStatus.Pending, cancellationToken);
        var ringing = await db.Advisers.SingleAsync(a => a.Id == offer.AdviserId, cancellationToken);
        offer.End(OfferStatus.Rescinded, now);
        contact.RaiseOfferEnded(offer, now);
        await OfferService.StopRingingAsync(db, ringing, contact.Id, away: null, now, cancellationToken);
    }

    private Task<bool> LoseAdviserAsync(
        OfferId offerId, Func<Call, DateTime, bool> move, bool preferSame, AwayReason? away, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var call = await db.Calls.SingleOrDefaultAsync(c => c.OfferId == offerId, cancellationToken);
                if (call is null || !move(call, now))
                {
                    return false;
                }

                var contact = await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                var adviser = await db.Advisers.SingleAsync(a => a.Id == contact.AdviserId, cancellationToken);
                await RoomLegs.EndConsultAsync(db, contact, call.Id, now, cancellationToken);
                contact.Interrupt(now, preferSame ? now + options.Value.SameAdviserFirst : null);
                await OfferService.ResumeParkedAsync(db, adviser, now, cancellationToken);
                adviser.Release(contact.Id, away, now);
                return true;
            },
            cancellationToken);
}
