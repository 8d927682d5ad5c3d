using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.GaveUp;

/// <summary>Reads who gave up waiting and is still to be rung back.</summary>
public sealed class GaveUpQueries(HelplineDbContext db)
{
    /// <summary>The most contacts that are looked at.</summary>
    public const int Most = 500;

    /// <summary>
    /// Callers with a number who gave up in the queue since a moment (UTC), in the order they gave up, each once. Left out are those who have been reached, and those
    /// who have got through since: who were answered, left a message, wrote, or are waiting again.
    /// </summary>
    public async Task<IReadOnlyList<GaveUpCall>> ListAsync(DateTime since, CancellationToken cancellationToken)
    {
        var rows = await (
            from c in db.Contacts.AsNoTracking()
            where c.Status == ContactStatus.Abandoned && c.JoinedAt != null && c.EndedAt >= since && c.EnquirerNumber != null && c.EnquirerKey != null
                && c.RegainedBy == null
                && !db.Timeline.Any(t => t.ContactId == c.Id && t.Kind == nameof(RungBack) && t.Code == RungBack.Reached)
                && !db.Contacts.Any(later => later.EnquirerKey == c.EnquirerKey && later.ArrivedAt > c.ArrivedAt && later.Status != ContactStatus.Abandoned)
            orderby c.EndedAt
            select new
            {
                c.Id,
                c.EnquirerKey,
                c.EnquirerNumber,
                JoinedAt = c.JoinedAt!.Value,
                EndedAt = c.EndedAt!.Value,
                c.TopicId,
                c.TopicGroupId,
                c.AuthorityCode,
                TriedAt = db.Timeline.Where(t => t.ContactId == c.Id && t.Kind == nameof(RungBack)).OrderByDescending(t => t.At).Select(t => (DateTime?)t.At).FirstOrDefault(),
            }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => r.EnquirerKey, StringComparer.Ordinal).Select(calls => new GaveUpCall(
                calls.First().Id,
                calls.First().EnquirerNumber!,
                calls.First().JoinedAt,
                calls.First().EndedAt,
                calls.Select(c => c.TopicId).LastOrDefault(t => t is not null),
                calls.Select(c => c.TopicGroupId).LastOrDefault(t => t is not null),
                calls.Select(c => c.AuthorityCode).LastOrDefault(t => t is not null),
                calls.Count(),
                calls.Max(c => c.TriedAt))),
        ];
    }
}
