using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Legs;

/// <summary>The wish of an adviser who is talking that a supervisor would come.</summary>
public sealed class HelpService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Asks supervisors to come, or takes that back.</summary>
    public Task<ContactOutcome> WantAsync(ContactId contactId, AdviserId adviserId, bool wanted, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                if (contact is null)
                {
                    return ContactOutcome.NotYours;
                }

                if (contact is not { Status: ContactStatus.InProgress, IsLive: true })
                {
                    return ContactOutcome.NotNow;
                }

                if (wanted != contact.HelpWantedSince.HasValue)
                {
                    contact.WantHelp(wanted, time.UtcNow());
                }

                return ContactOutcome.Done;
            },
            cancellationToken);
}
