using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Contacts;

/// <summary>What the console shows of an offer, before the record is opened.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Channel">How it arrived.</param>
/// <param name="IsVoicemail">Whether it is a message left by phone.</param>
/// <param name="Priority">What is at stake.</param>
/// <param name="TopicId">The topic, where known.</param>
/// <param name="TopicGroupId">Its group, where known.</param>
/// <param name="AuthorityCode">The authority, where known.</param>
/// <param name="RegionCode">The region, where known.</param>
/// <param name="JoinedAt">When it first joined the queue, UTC.</param>
/// <param name="ExpiresAt">When the offer lapses, UTC.</param>
/// <param name="EarlierContacts">How many earlier contacts came from the same number or address.</param>
/// <param name="AskedBy">The colleague who asks the adviser into their call; null when the contact itself is offered.</param>
/// <param name="CallbackMisses">How often they were rung back in vain.</param>
/// <param name="SpokeAt">When the adviser last finished with a contact from that number or address, UTC; null when they never did.</param>
public sealed record OfferView(
    OfferId OfferId,
    ContactId ContactId,
    Channel Channel,
    bool IsVoicemail,
    PriorityClass Priority,
    string? TopicId,
    string? TopicGroupId,
    string? AuthorityCode,
    string? RegionCode,
    DateTime JoinedAt,
    DateTime ExpiresAt,
    int EarlierContacts,
    string? AskedBy,
    int CallbackMisses,
    DateTime? SpokeAt);

/// <summary>What an adviser has in front of them. The page asks for it at start and after every loss of connection.</summary>
public sealed record AdviserDesk
{
    /// <summary>The adviser.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>The name colleagues see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What the adviser declares.</summary>
    public required Presence Presence { get; init; }

    /// <summary>Why away.</summary>
    public AwayReason? AwayReason { get; init; }

    /// <summary>What the system observes.</summary>
    public required Activity Activity { get; init; }

    /// <summary>The ringing offer.</summary>
    public OfferView? Offer { get; init; }

    /// <summary>The contact the adviser has.</summary>
    public ContactId? ContactId { get; init; }

    /// <summary>The contact put aside for a call.</summary>
    public ContactId? ParkedContactId { get; init; }
}

/// <summary>A contact with the call behind it.</summary>
/// <param name="Contact">The contact with its citations; not tracked.</param>
/// <param name="Call">The call, for a contact by voice.</param>
public sealed record ContactView(Contact Contact, Call? Call);

/// <summary>An earlier contact of the same enquirer.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Channel">How it arrived.</param>
/// <param name="ArrivedAt">When, UTC.</param>
/// <param name="TopicId">Its topic.</param>
/// <param name="DispositionCode">Its outcome.</param>
public sealed record EarlierContact(ContactId Id, Channel Channel, DateTime ArrivedAt, string? TopicId, string? DispositionCode);

/// <summary>A caller who was rung back and not reached.</summary>
/// <param name="Code">How; see <see cref="CallbackMissed"/>.</param>
/// <param name="NextAt">When they are rung again, UTC; null when they are not.</param>
public sealed record MissedCallback(string? Code, DateTime? NextAt);

/// <summary>Reads contacts for the pages of staff. Reading a record is itself recorded.</summary>
public sealed class ContactQueries(HelplineDbContext db, TimeProvider time, IOptions<RoutingOptions> options)
{
    /// <summary>What the adviser has in front of them; null when there is no such adviser.</summary>
    public async Task<AdviserDesk?> DeskAsync(AdviserId adviserId, CancellationToken cancellationToken)
    {
        var adviser = await db.Advisers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken);
        if (adviser is null)
        {
            return null;
        }

        return new AdviserDesk
        {
            AdviserId = adviser.Id,
            DisplayName = adviser.DisplayName,
            Presence = adviser.Presence,
            AwayReason = adviser.AwayReason,
            Activity = adviser.Activity,
            Offer = adviser.Activity == Activity.Ringing ? await OfferAsync(adviserId, cancellationToken) : null,
            ContactId = adviser.Activity is Activity.OnContact or Activity.WrapUp ? adviser.ContactId : null,
            ParkedContactId = adviser.ParkedContactId,
        };
    }

    /// <summary>The record of a contact the adviser has, or whose call they were asked into; null otherwise. The reading is recorded.</summary>
    public async Task<ContactView?> OpenAsync(ContactId contactId, AdviserId adviserId, Guid userId, CancellationToken cancellationToken)
    {
        var contact = await db.Contacts.AsNoTracking().Include(c => c.Citations).Include(c => c.EventDates).Include(c => c.Duties).AsSplitQuery()
            .SingleOrDefaultAsync(
                c => c.Id == contactId && (c.AdviserId == adviserId || db.RoomLegs.Any(l =>
                    l.AdviserId == adviserId && l.Kind == RoomLegKind.Consult && l.State != RoomLegState.Ended
                    && db.Calls.Any(call => call.Id == l.CallId && call.ContactId == c.Id))),
                cancellationToken);
        if (contact is null)
        {
            return null;
        }

        var call = contact.Channel == Channel.Enquiry
            ? null
            : await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.ContactId == contactId, cancellationToken);
        await db.NoteReadAsync(contactId, userId, time.UtcNow(), cancellationToken);
        return new ContactView(contact, call);
    }

    /// <summary>Up to ten earlier contacts of the same enquirer, latest first.</summary>
    public async Task<IReadOnlyList<EarlierContact>> EarlierAsync(ContactId contactId, CancellationToken cancellationToken)
    {
        var key = await db.Contacts.Where(c => c.Id == contactId).Select(c => c.EnquirerKey).SingleOrDefaultAsync(cancellationToken);
        return key is null
            ? []
            : await db.Contacts.AsNoTracking()
                .Where(c => c.EnquirerKey == key && c.Id != contactId)
                .OrderByDescending(c => c.ArrivedAt)
                .Take(10)
                .Select(c => new EarlierContact(c.Id, c.Channel, c.ArrivedAt, c.TopicId, c.DispositionCode))
                .ToListAsync(cancellationToken);
    }

    /// <summary>The history of a contact, oldest first.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(ContactId contactId, CancellationToken cancellationToken) =>
        await db.Timeline.AsNoTracking().Where(t => t.ContactId == contactId).OrderBy(t => t.At).ThenBy(t => t.Id).ToListAsync(cancellationToken);

    /// <summary>How the callback an adviser had last on a contact was missed; null when it was not, or when somebody else had it since.</summary>
    public async Task<MissedCallback?> MissedAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken)
    {
        var last = await db.Timeline.AsNoTracking()
            .Where(t => t.ContactId == contactId && t.Kind == nameof(CallbackMissed))
            .OrderByDescending(t => t.At).ThenByDescending(t => t.Id).FirstOrDefaultAsync(cancellationToken);
        return last is null || last.AdviserId != adviserId
            ? null
            : new MissedCallback(
                last.Code,
                await db.Contacts.Where(c => c.Id == contactId && c.Status == ContactStatus.Waiting).Select(c => c.CallbackDueAt).SingleOrDefaultAsync(cancellationToken));
    }

    private async Task<OfferView?> OfferAsync(AdviserId adviserId, CancellationToken cancellationToken)
    {
        var today = time.LondonToday();
        var soon = today.AddDays(options.Value.DeadlineDays);
        return await (
            from o in db.Offers.AsNoTracking()
            join c in db.Contacts.AsNoTracking() on o.ContactId equals c.Id
            where o.AdviserId == adviserId && o.Status == OfferStatus.Pending
            select new OfferView(
                o.Id,
                c.Id,
                c.Channel,
                c.IsVoicemail,
                c.Priority == PriorityClass.Standard && c.Duties.Any(d => d.IsBinding && d.DoneAt == null && d.DueOn >= today && d.DueOn <= soon) ? PriorityClass.Deadline : c.Priority,
                c.TopicId,
                c.TopicGroupId,
                c.AuthorityCode,
                c.RegionCode,
                c.JoinedAt!.Value,
                o.ExpiresAt,
                c.EnquirerKey == null ? 0 : db.Contacts.Count(e => e.EnquirerKey == c.EnquirerKey && e.Id != c.Id),
                o.Purpose == OfferPurpose.Consult ? db.Advisers.Where(a => a.Id == c.AdviserId).Select(a => a.DisplayName).FirstOrDefault() : null,
                c.CallbackMisses,
                c.EnquirerKey == null ? null : db.Contacts.Where(e => e.EnquirerKey == c.EnquirerKey && e.Id != c.Id && e.AnsweredBy == adviserId).Max(e => e.EndedAt)))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
