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
/// A blind transfer: the caller stays in the room on hold and the contact goes back into the queue at its old place, for one colleague or
/// for whoever has the skill. Whoever accepts comes into the same room.
/// </summary>
public sealed class PassService(HelplineDbContext db, ICallControl callControl, TimeProvider time, IOptions<RoutingOptions> options)
{
    /// <summary>Passes the call on.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="adviserId">The adviser who has it.</param>
    /// <param name="colleague">The adviser to ask alone for <see cref="RoutingOptions.PassedTo"/>; null for whoever has the skill.</param>
    /// <param name="topicGroupId">The topic group whose skill is needed from now on; null leaves it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ConsultOutcome> PassAsync(
        ContactId contactId, AdviserId adviserId, AdviserId? colleague, string? topicGroupId, CancellationToken cancellationToken)
    {
        var before = await db.OwnedCallAsync(contactId, adviserId, cancellationToken);
        if (before is null)
        {
            return ConsultOutcome.NotYours;
        }

        var present = colleague is not { } id || (id != adviserId && await db.Advisers.AnyAsync(a => a.Id == id && a.Presence == Presence.Available, cancellationToken));
        if (!present)
        {
            return ConsultOutcome.ColleagueNotFree;
        }

        if (before.State != CallState.Connected || await RoomLegs.ConsultOfAsync(db, before.Id, cancellationToken) is not null)
        {
            return ConsultOutcome.NotNow;
        }

        if (await RoomLegs.OutsideOfAsync(db, before.Id, cancellationToken) is not null)
        {
            return ConsultOutcome.OutsideOnCall;
        }

        // The caller must not be left alone in the room unheld, so the provider is told before the contact is anybody's.
        if (await callControl.HoldForTransferAsync(CallRef.Of(before), cancellationToken) != CallControlOutcome.Done)
        {
            return ConsultOutcome.LineRefused;
        }

        CallRef? former = null;
        var outcome = await db.SaveWithRetryAsync(
            async () =>
            {
                former = null;
                var now = time.UtcNow();
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                var call = await db.Calls.SingleAsync(c => c.Id == before.Id, cancellationToken);
                if (contact is not { Status: ContactStatus.InProgress } || call is not { State: CallState.Connected, OfferId: { } offer })
                {
                    return ConsultOutcome.NotNow;
                }

                var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, cancellationToken);
                former = CallRef.Of(call);
                await RoomLegs.EndConsultAsync(db, contact, call.Id, now, cancellationToken);
                call.LoseAdviser(offer, now);
                contact.PassOn(colleague, topicGroupId, now + options.Value.PassedTo, now);
                await OfferService.ResumeParkedAsync(db, adviser, now, cancellationToken);
                adviser.Release(contactId, away: null, now);
                return ConsultOutcome.Done;
            },
            cancellationToken);
        if (former is not null)
        {
            await callControl.ReleaseAdviserAsync(former, cancellationToken);
        }

        return outcome;
    }
}
