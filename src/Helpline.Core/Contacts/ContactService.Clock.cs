using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Contacts;

/// <content>The statutory clock of a contact.</content>
public sealed partial class ContactService
{
    /// <summary>Enters, changes or takes back the date of an event, and stores every duty that follows.</summary>
    public Task<ContactOutcome> SetEventDateAsync(ContactId contactId, AdviserId adviserId, SetEventDate change, CancellationToken cancellationToken) =>
        WithClockAsync(
            db.Contacts.Where(c => c.Id == contactId && c.AdviserId == adviserId),
            contact =>
            {
                if (contact.Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
                {
                    return ContactOutcome.NotNow;
                }

                contact.SetEventDate(change, time.UtcNow());
                return ContactOutcome.Done;
            },
            cancellationToken);

    /// <summary>Ticks a duty off, or opens it again, also after the contact was closed.</summary>
    /// <param name="contactId">The contact.</param>
    /// <param name="dutyId">The duty.</param>
    /// <param name="done">Whether it is done.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="anybodys">Whether it may be a contact of another adviser, as for a supervisor.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ContactOutcome> TickOffAsync(
        ContactId contactId, string dutyId, bool done, AdviserId by, bool anybodys, CancellationToken cancellationToken) =>
        WithClockAsync(
            db.Contacts.Where(c => c.Id == contactId && (anybodys || c.AdviserId == by)),
            contact =>
            {
                contact.TickOff(dutyId, done, ProcessContext.By(by), time.UtcNow());
                return ContactOutcome.Done;
            },
            cancellationToken);

    private Task<ContactOutcome> WithClockAsync(IQueryable<Contact> contacts, Func<Contact, ContactOutcome> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var contact = await contacts.Include(c => c.EventDates).Include(c => c.Duties).AsSplitQuery().SingleOrDefaultAsync(cancellationToken);
                return contact is null ? ContactOutcome.NotYours : change(contact);
            },
            cancellationToken);
}
