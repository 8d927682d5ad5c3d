using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.GaveUp;

/// <summary>Notes that somebody who had given up waiting was rung back.</summary>
public sealed class GaveUpService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Notes it on every call the caller gave up on, so that one conversation settles them all.</summary>
    /// <param name="contactId">One of the calls.</param>
    /// <param name="reached">Whether they were reached; otherwise they stay to be rung back.</param>
    /// <param name="by">Who rang.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when there is no such call.</returns>
    public Task<bool> NoteAsync(ContactId contactId, bool reached, AdviserId by, CancellationToken cancellationToken) => db.SaveWithRetryAsync(
        async () =>
        {
            var calls = await (
                from one in db.Contacts
                where one.Id == contactId && one.Status == ContactStatus.Abandoned && one.EnquirerKey != null
                join c in db.Contacts on one.EnquirerKey equals c.EnquirerKey
                where c.Status == ContactStatus.Abandoned
                    && !db.Timeline.Any(t => t.ContactId == c.Id && t.Kind == nameof(RungBack) && t.Code == RungBack.Reached)
                select c).ToListAsync(cancellationToken);
            foreach (var call in calls)
            {
                call.NoteRungBack(reached, ProcessContext.By(by), time.UtcNow());
            }

            return calls.Count > 0;
        },
        cancellationToken);
}
