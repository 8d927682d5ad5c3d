using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Routing;

/// <summary>What came of an adviser's accepting an offer.</summary>
public enum AcceptOfferOutcome
{
    /// <summary>The adviser has the contact.</summary>
    Accepted,

    /// <summary>The offer has ended: missed, withdrawn or answered already.</summary>
    AlreadyEnded,

    /// <summary>There is no such offer for this adviser.</summary>
    NotFound,

    /// <summary>The enquirer has gone; the adviser is free again.</summary>
    EnquirerGone,

    /// <summary>The adviser's line could not be brought up; the contact is back in its place and the adviser is away.</summary>
    LineFailed,
}

/// <summary>What came of an adviser's declining an offer.</summary>
public enum DeclineOfferOutcome
{
    /// <summary>The contact is back in its place.</summary>
    Declined,

    /// <summary>The offer has ended already.</summary>
    AlreadyEnded,

    /// <summary>There is no such offer for this adviser.</summary>
    NotFound,
}

/// <summary>What an adviser does with an offer.</summary>
public sealed class OfferService(HelplineDbContext db, ICallControl callControl, CallService calls, LegService legs, TimeProvider time)
{
    /// <summary>Takes the offer: the contact is the adviser's and, for a call, the lines are being joined.</summary>
    public async Task<AcceptOfferOutcome> AcceptAsync(OfferId offerId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        AdviserLeg? leg = null;
        RoomLegRef? colleague = null;
        var outcome = await db.SaveWithRetryAsync(
            async () =>
            {
                (leg, colleague) = (null, null);
                var now = time.UtcNow();
                var offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == offerId && o.AdviserId == adviserId, cancellationToken);
                if (offer is null)
                {
                    return AcceptOfferOutcome.NotFound;
                }

                // An offer past its time is over even if the router has not yet said so.
                if (offer.Status != OfferStatus.Pending || offer.ExpiresAt <= now)
                {
                    return AcceptOfferOutcome.AlreadyEnded;
                }

                var contact = await db.Contacts.SingleAsync(c => c.Id == offer.ContactId, cancellationToken);
                var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, cancellationToken);
                var call = contact.IsLive ? await db.Calls.SingleAsync(c => c.ContactId == contact.Id, cancellationToken) : null;
                if (offer.Purpose == OfferPurpose.Consult)
                {
                    colleague = RoomLegRef.Of(await legs.AcceptAsync(offer, contact, adviser, now, cancellationToken), CallRef.Of(call!));
                    return AcceptOfferOutcome.Accepted;
                }

                if (contact.Status != ContactStatus.Offered || (call is not null && !call.Connect(offer.Id, now)))
                {
                    return AcceptOfferOutcome.EnquirerGone;
                }

                offer.End(OfferStatus.Accepted, now);
                contact.Accept(offer, now);
                adviser.TakeUp(contact.Id, now);
                leg = call is null ? null : new AdviserLeg(CallRef.Of(call), adviserId, offer.Id);
                return AcceptOfferOutcome.Accepted;
            },
            cancellationToken);

        if (colleague is not null)
        {
            return await legs.BringUpAsync(colleague, cancellationToken) ? outcome : AcceptOfferOutcome.LineFailed;
        }

        // The intent is saved first: a lost reply is found by the leg's label, a lost process by the reconciler.
        if (leg is not null && await callControl.ConnectAsync(leg, cancellationToken) == CallControlOutcome.Refused)
        {
            await calls.AdviserLegFailedAsync(offerId, cancellationToken);
            return AcceptOfferOutcome.LineFailed;
        }

        return outcome;
    }

    /// <summary>Refuses the offer.</summary>
    /// <param name="offerId">The offer.</param>
    /// <param name="adviserId">Who refuses.</param>
    /// <param name="reason">A code, at most 64 characters; longer ones are cut.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<DeclineOfferOutcome> DeclineAsync(OfferId offerId, AdviserId adviserId, string? reason, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == offerId && o.AdviserId == adviserId, cancellationToken);
                if (offer is null)
                {
                    return DeclineOfferOutcome.NotFound;
                }

                if (offer.Status != OfferStatus.Pending)
                {
                    return DeclineOfferOutcome.AlreadyEnded;
                }

                var contact = await db.Contacts.SingleAsync(c => c.Id == offer.ContactId, cancellationToken);
                var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, cancellationToken);
                offer.End(OfferStatus.Declined, now, reason?[..Math.Min(reason.Length, Contact.CodeLength)]);
                contact.OfferFell(offer, now);
                await StopRingingAsync(db, adviser, contact.Id, away: null, now, cancellationToken);
                return DeclineOfferOutcome.Declined;
            },
            cancellationToken);

    /// <summary>Stops the ringing; a draft that was put aside for it is taken up again.</summary>
    internal static async Task StopRingingAsync(
        HelplineDbContext db, Adviser adviser, ContactId contactId, AwayReason? away, DateTime now, CancellationToken cancellationToken)
    {
        await ResumeParkedAsync(db, adviser, now, cancellationToken);
        adviser.StopRinging(contactId, away, now);
    }

    /// <summary>Notes on the draft that was put aside, if any, that it is taken up again.</summary>
    internal static async Task ResumeParkedAsync(HelplineDbContext db, Adviser adviser, DateTime now, CancellationToken cancellationToken)
    {
        if (adviser.ParkedContactId is { } parkedId)
        {
            var draft = await db.Contacts.SingleAsync(c => c.Id == parkedId, cancellationToken);
            draft.NoteParked(parked: false, now);
        }
    }
}
