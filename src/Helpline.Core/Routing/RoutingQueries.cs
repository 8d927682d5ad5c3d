using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Routing;

/// <summary>Reads what routing decides on.</summary>
public sealed class RoutingQueries(
    HelplineDbContext db, Heartbeats heartbeats, UpdateService updates, TimeProvider time, IOptions<RoutingOptions> options)
{
    /// <summary>The contacts in the queue, in no order.</summary>
    public async Task<IReadOnlyList<WaitingContact>> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var since = now - options.Value.DeclineRest;
        var declined = await db.Offers.AsNoTracking()
            .Where(o => o.Status == OfferStatus.Declined && o.EndedAt > since)
            .Select(o => new { o.ContactId, o.AdviserId })
            .ToListAsync(cancellationToken);
        var declinedBy = declined.ToLookup(d => d.ContactId, d => d.AdviserId);
        // The class follows from the day: a duty comes within reach, or passes, with nobody writing anything.
        var today = time.LondonToday();
        var soon = today.AddDays(options.Value.DeadlineDays);
        var rows = await db.Contacts.AsNoTracking()
            .Where(c => c.Status == ContactStatus.Waiting && c.JoinedAt != null
                && !c.ArrangingCallback && (c.CallbackDueAt == null || c.CallbackDueAt <= now)
                && (!c.IsLive || !db.Calls.Any(call => call.ContactId == c.Id && call.State == CallState.Voicemail)))
            .Select(c => new
            {
                Waiting = new WaitingContact(
                    c.Id,
                    c.Priority == PriorityClass.Standard && c.Duties.Any(d => d.IsBinding && d.DoneAt == null && d.DueOn >= today && d.DueOn <= soon) ? PriorityClass.Deadline : c.Priority,
                    c.JoinedAt!.Value,
                    c.TopicGroupId,
                    c.IsLive,
                    c.ReplyDueAt,
                    c.PreferredAdviserId,
                    c.PreferredUntil)
                {
                    IsBooked = c.BookedFor != null,
                    TopicGroupId = c.TopicGroupId,
                },
                HandedBackBy = c.HandedBackAt > since ? c.HandedBackBy : null,
            })
            .ToListAsync(cancellationToken);
        // A reroute changes the skill a contact needs and nothing else; it is applied once, so that two of them cannot go round.
        var reroutes = await db.Reroutes.AsNoTracking()
            .Where(r => r.EndedAt == null && (r.Until == null || r.Until > now))
            .ToDictionaryAsync(r => r.FromSkillId, r => r.ToSkillId, cancellationToken);
        return [.. rows.Select(r => Rerouted(
            declined.Count == 0 && r.HandedBackBy is null
                ? r.Waiting
                : r.Waiting with { DeclinedBy = Refused(declinedBy[r.Waiting.Id], r.HandedBackBy) },
            reroutes))];
    }

    private static WaitingContact Rerouted(WaitingContact contact, Dictionary<string, string?> reroutes) =>
        contact.SkillId is { } skill && reroutes.TryGetValue(skill, out var other) ? contact with { SkillId = other } : contact;

    private static List<AdviserId> Refused(IEnumerable<AdviserId> declined, AdviserId? handedBack) =>
        handedBack is { } one ? [.. declined, one] : [.. declined];

    /// <summary>The advisers who are not offline and not on somebody else's call.</summary>
    public async Task<IReadOnlyList<AdviserState>> AdvisersAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var today = time.LondonToday();
        var rows = await db.Advisers.AsNoTracking()
            .Where(a => a.Presence != Presence.Offline
                && !db.RoomLegs.Any(l => l.AdviserId == a.Id && l.Kind == RoomLegKind.Monitor && l.State != RoomLegState.Ended))
            .Select(a => new
            {
                a.Id,
                a.Presence,
                a.Activity,
                a.ActivitySince,
                a.HeartbeatAt,
                a.ParkedContactId,
                a.ContactId,
                a.JoinedAt,
                Skills = a.Skills.Where(s => s.TrainedUntil >= today && (s.PausedUntil == null || s.PausedUntil <= now)).Select(s => s.SkillId).ToList(),
            })
            .ToListAsync(cancellationToken);
        var drafts = await db.Contacts.AsNoTracking()
            .Where(c => c.Status == ContactStatus.InProgress && !c.IsLive)
            .Select(c => new { c.Id, c.ReplyDueAt })
            .ToDictionaryAsync(c => c.Id, c => c.ReplyDueAt, cancellationToken);
        var lost = await updates.OutOfDateAsync(rows.ToDictionary(a => a.Id, a => a.JoinedAt), cancellationToken);
        return [.. rows.Select(a => new AdviserState(
            a.Id,
            a.Presence,
            a.Activity,
            a.ActivitySince,
            heartbeats.LatestOf(a.Id, a.HeartbeatAt),
            a.Skills.Where(s => !lost.TryGetValue(a.Id, out var gone) || !gone.Contains(s)).ToHashSet(),
            a.ParkedContactId is null && a.ContactId is { } draft && drafts.TryGetValue(draft, out var due)
                && !RoutingPolicy.IsProtected(due, now, options.Value)))];
    }
}
