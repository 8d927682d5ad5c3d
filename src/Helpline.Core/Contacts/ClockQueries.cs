using Helpline.Core.Advisers;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Contacts;

/// <summary>A time limit that is coming up, or has passed lately, on one contact. It names nobody who contacted us.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Reference">The enquiry's reference; null for a call.</param>
/// <param name="Channel">How the contact arrived.</param>
/// <param name="ArrivedAt">When, UTC.</param>
/// <param name="TopicId">Its topic.</param>
/// <param name="DutyId">Which time limit, and which step of it.</param>
/// <param name="DueOn">The last day, in England.</param>
/// <param name="AdviserName">The adviser who has or had the contact; null when nobody has it yet.</param>
public sealed record DutyComingUp(
    ContactId ContactId, string? Reference, Channel Channel, DateTime ArrivedAt, string? TopicId, string DutyId, DateOnly DueOn, string? AdviserName);

/// <summary>Reads the time limits of contacts for the pages of staff.</summary>
public sealed class ClockQueries(HelplineDbContext db)
{
    /// <summary>The most that are listed at once.</summary>
    public const int Most = 200;

    /// <summary>Open duties due between two days, the soonest first; at most <see cref="Most"/>.</summary>
    /// <param name="only">Only the contacts of this adviser; null for those of all.</param>
    /// <param name="since">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<DutyComingUp>> ComingUpAsync(AdviserId? only, DateOnly since, DateOnly until, CancellationToken cancellationToken) => await (
        from d in db.ContactDuties.AsNoTracking()
        join c in db.Contacts.AsNoTracking() on d.ContactId equals c.Id
        where d.DoneAt == null && d.DueOn >= since && d.DueOn <= until && c.Status != ContactStatus.Abandoned && (only == null || c.AdviserId == only)
        orderby d.DueOn, d.Id
        select new DutyComingUp(
            c.Id,
            db.Enquiries.Where(e => e.Messages.Any(m => m.ContactId == c.Id)).Select(e => e.Reference).FirstOrDefault(),
            c.Channel,
            c.ArrivedAt,
            c.TopicId,
            d.DutyId,
            d.DueOn,
            db.Advisers.Where(a => a.Id == c.AdviserId).Select(a => a.DisplayName).FirstOrDefault()))
        .Take(Most).ToListAsync(cancellationToken);

    /// <summary>The names of those who ticked off duties of a contact.</summary>
    public async Task<IReadOnlyDictionary<AdviserId, string>> TickedByAsync(ContactId contactId, CancellationToken cancellationToken) => await (
        from d in db.ContactDuties.AsNoTracking()
        join a in db.Advisers.AsNoTracking() on d.DoneBy equals a.Id
        where d.ContactId == contactId
        select new { a.Id, a.DisplayName }).Distinct().ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
}
