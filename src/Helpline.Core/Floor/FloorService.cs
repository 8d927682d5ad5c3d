using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Outbox;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Floor;

/// <summary>What a supervisor changes on the floor. Each is one guarded commit that says who did it.</summary>
public sealed class FloorService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Lends an adviser a skill until the end of the day (London), or takes one back into routing.</summary>
    /// <param name="adviserId">The adviser.</param>
    /// <param name="skillId">The topic group.</param>
    /// <param name="proficiency">1 to 5.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<FloorOutcome> LendSkillAsync(AdviserId adviserId, string skillId, int proficiency, AdviserId by, CancellationToken cancellationToken) =>
        WithAdviserAsync(
            adviserId,
            adviser =>
            {
                adviser.LendSkill(skillId, proficiency, time.LondonToday(), ProcessContext.By(by), time.UtcNow());
                return FloorOutcome.Done;
            },
            cancellationToken);

    /// <summary>Takes a skill of an adviser out of routing until the end of the day (London).</summary>
    public Task<FloorOutcome> PauseSkillAsync(AdviserId adviserId, string skillId, AdviserId by, CancellationToken cancellationToken) =>
        WithAdviserAsync(
            adviserId,
            adviser => adviser.PauseSkill(skillId, time.LondonToday().AddDays(1).LondonMidnightUtc(), ProcessContext.By(by), time.UtcNow())
                ? FloorOutcome.Done
                : FloorOutcome.NoSuchSkill,
            cancellationToken);

    /// <summary>Sets an adviser away or offline. What rings returns to its place and counts as missed by nobody; what they are on stays with them.</summary>
    public Task<FloorOutcome> SetAsideAsync(AdviserId adviserId, Presence presence, AdviserId by, CancellationToken cancellationToken) =>
        presence == Presence.Available ? throw new RuleBrokenException("floor.not-available-for-others") :
        db.SaveWithRetryAsync(
            async () =>
            {
                if (await db.Advisers.SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken) is not { } adviser)
                {
                    return FloorOutcome.NotFound;
                }

                var now = time.UtcNow();
                if (await db.Offers.SingleOrDefaultAsync(o => o.AdviserId == adviserId && o.Status == OfferStatus.Pending, cancellationToken) is { } offer)
                {
                    var contact = await db.Contacts.SingleAsync(c => c.Id == offer.ContactId, cancellationToken);
                    offer.End(OfferStatus.Rescinded, now);
                    contact.OfferFell(offer, now);
                    await OfferService.StopRingingAsync(db, adviser, contact.Id, away: null, now, cancellationToken);
                }

                adviser.SetAside(presence, ProcessContext.By(by), now);
                return FloorOutcome.Done;
            },
            cancellationToken);

    /// <summary>Raises or lowers what is at stake for a waiting contact.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="priority">The class it gets.</param>
    /// <param name="reason">A code, kept on the timeline.</param>
    /// <param name="confirmed">Whether the supervisor confirmed a move into or out of safeguarding.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<FloorOutcome> MoveAsync(
        ContactId contactId, PriorityClass priority, string reason, bool confirmed, AdviserId by, CancellationToken cancellationToken) =>
        WithWaitingAsync(
            contactId,
            contact =>
            {
                if (!confirmed && contact.Priority != priority && (priority == PriorityClass.Safeguarding || contact.Priority == PriorityClass.Safeguarding))
                {
                    return FloorOutcome.ConfirmSafeguarding;
                }

                contact.MoveTo(priority, reason, ProcessContext.By(by), time.UtcNow());
                return FloorOutcome.Done;
            },
            cancellationToken);

    /// <summary>Keeps a waiting contact for one adviser for a while.</summary>
    public async Task<FloorOutcome> ReserveAsync(
        ContactId contactId, AdviserId adviserId, TimeSpan howLong, AdviserId by, CancellationToken cancellationToken)
    {
        var presence = await db.Advisers.Where(a => a.Id == adviserId).Select(a => (Presence?)a.Presence).SingleOrDefaultAsync(cancellationToken);
        return presence is not { } declared ? FloorOutcome.NotFound
            : declared == Presence.Offline ? FloorOutcome.AdviserOffline
            : await WithWaitingAsync(
                contactId,
                contact =>
                {
                    var now = time.UtcNow();
                    contact.ReserveFor(adviserId, now + howLong, ProcessContext.By(by), now);
                    return FloorOutcome.Done;
                },
                cancellationToken);
    }

    /// <summary>Gives a waiting contact back to everybody.</summary>
    public Task<FloorOutcome> ReleaseAsync(ContactId contactId, AdviserId by, CancellationToken cancellationToken) =>
        WithWaitingAsync(
            contactId,
            contact =>
            {
                contact.ReserveFor(null, null, ProcessContext.By(by), time.UtcNow());
                return FloorOutcome.Done;
            },
            cancellationToken);

    /// <summary>Closes a wrap-up whose time is over. The outcome the adviser chose stands; without one it gets the supervisor's. The adviser is free.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="dispositionCode">The outcome if none was chosen.</param>
    /// <param name="nonData">Whether that outcome says that there was no enquiry.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<FloorOutcome> EndWrapUpAsync(ContactId contactId, string dispositionCode, bool nonData, AdviserId by, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                if (await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId, cancellationToken) is not { } contact)
                {
                    return FloorOutcome.NotFound;
                }

                if (contact.Status != ContactStatus.WrapUp)
                {
                    return FloorOutcome.MovedOn;
                }

                if (contact.WrapUpEndsAt > now)
                {
                    return FloorOutcome.NotOverdue;
                }

                contact.CloseForAdviser(dispositionCode, nonData, ProcessContext.By(by), now);
                var adviser = await db.Advisers.SingleOrDefaultAsync(a => a.ContactId == contactId && a.Activity == Activity.WrapUp, cancellationToken);
                if (adviser is not null)
                {
                    await OfferService.ResumeParkedAsync(db, adviser, now, cancellationToken);
                    adviser.FinishWrapUp(contactId, now);
                }

                db.Outbox.Add(ContactFactsOutbox.For(contactId, now));
                return FloorOutcome.Done;
            },
            cancellationToken);

    private Task<FloorOutcome> WithAdviserAsync(AdviserId id, Func<Adviser, FloorOutcome> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () => await db.Advisers.Include(a => a.Skills).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } adviser
                ? change(adviser)
                : FloorOutcome.NotFound,
            cancellationToken);

    private Task<FloorOutcome> WithWaitingAsync(ContactId id, Func<Contact, FloorOutcome> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () => await db.Contacts.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } contact ? FloorOutcome.NotFound
                : contact.Status != ContactStatus.Waiting || contact.JoinedAt is null ? FloorOutcome.MovedOn
                : change(contact),
            cancellationToken);
}
