using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Floor;

/// <summary>What a supervisor sees of the moment: every adviser and every waiting contact, in a fixed number of reads however many there are.</summary>
public sealed class FloorQueries(
    HelplineDbContext db,
    RoutingQueries routing,
    UpdateService updates,
    UsualHandling usual,
    Heartbeats heartbeats,
    TimeProvider time,
    IOptions<FloorOptions> floor,
    IOptions<RoutingOptions> options)
{
    /// <summary>Advisers who are not offline, and those who were at work today, by name.</summary>
    public async Task<IReadOnlyList<FloorAdviser>> AdvisersAsync(CancellationToken cancellationToken)
    {
        var midnight = time.LondonToday().LondonMidnightUtc();
        return await ReadAsync(db.Advisers.Where(a => a.Presence != Presence.Offline || a.PresenceSince >= midnight || a.ContactId != null), cancellationToken);
    }

    /// <summary>One adviser; null when there is none.</summary>
    public async Task<FloorAdviser?> AdviserAsync(AdviserId id, CancellationToken cancellationToken) =>
        (await ReadAsync(db.Advisers.Where(a => a.Id == id), cancellationToken)).SingleOrDefault();

    /// <summary>The waiting contacts, first to be served first.</summary>
    public async Task<IReadOnlyList<FloorWaiting>> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var today = time.LondonToday();
        var soon = today.AddDays(options.Value.DeadlineDays);
        var order = QueueOrder.Of(await routing.WaitingAsync(cancellationToken), now, options.Value);
        var details = await db.Contacts.AsNoTracking()
            .Where(c => c.Status == ContactStatus.Waiting && c.JoinedAt != null)
            .Select(c => new
            {
                c.Id,
                c.Channel,
                c.IsVoicemail,
                c.TopicId,
                c.TopicGroupId,
                c.RegionCode,
                c.Priority,
                DueOn = c.Duties.Where(d => d.IsBinding && d.DoneAt == null && d.DueOn >= today && d.DueOn <= soon).Min(d => (DateOnly?)d.DueOn),
                CameBack = db.Timeline.Any(t => t.ContactId == c.Id && t.Kind == nameof(ContactJoinedQueue) && t.Code != null && t.Code != "voicemail"),
                Preferred = db.Advisers.Where(a => a.Id == c.PreferredAdviserId).Select(a => a.DisplayName).FirstOrDefault(),
            })
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        List<FloorWaiting> rows = [];
        foreach (var contact in order)
        {
            // Read a moment later: one that was offered in between is on the board no more.
            if (!details.TryGetValue(contact.Id, out var d))
            {
                continue;
            }

            var current = QueueOrder.ClassOf(contact, now, options.Value);
            rows.Add(new FloorWaiting
            {
                Id = contact.Id,
                Place = rows.Count + 1,
                Channel = d.Channel,
                IsVoicemail = d.IsVoicemail,
                TopicId = d.TopicId,
                TopicGroupId = d.TopicGroupId,
                RegionCode = d.RegionCode,
                Waited = now - contact.JoinedAt,
                ReplyDueAt = contact.ReplyDueAt,
                Class = current,
                Recorded = d.Priority,
                Reasons = [.. Reasons(contact, d.Priority, d.DueOn, contact.Priority - current, d.CameBack, d.Preferred, now)],
                SkillId = contact.SkillId,
                IsRerouted = contact.SkillId != d.TopicGroupId,
            });
        }

        return rows;
    }

    /// <summary>The callers who are with somebody from outside and nobody of ours, longest first.</summary>
    public async Task<IReadOnlyList<FloorTogether>> TogetherAsync(CancellationToken cancellationToken) =>
        await (
            from call in db.Calls.AsNoTracking()
            join leg in db.RoomLegs.AsNoTracking() on call.Id equals leg.CallId
            join number in db.OutsideNumbers.AsNoTracking() on leg.OutsideNumberId equals number.Id
            join contact in db.Contacts.AsNoTracking() on call.ContactId equals contact.Id
            join adviser in db.Advisers.AsNoTracking() on contact.AdviserId equals adviser.Id
            where call.State == CallState.WithOutside && leg.State != RoomLegState.Ended
            orderby call.StateSince
            select new FloorTogether(call.ContactId, number.Name, adviser.DisplayName, call.StateSince)).ToListAsync(cancellationToken);

    private static IEnumerable<PlaceReason> Reasons(
        WaitingContact contact, PriorityClass recorded, DateOnly? dueOn, int aged, bool cameBack, string? preferred, DateTime now)
    {
        if (recorded == PriorityClass.Safeguarding)
        {
            yield return new PlaceReason.Safeguarding();
        }

        if (dueOn is { } day)
        {
            yield return new PlaceReason.DutyDue(day);
        }

        if (recorded == PriorityClass.Deadline)
        {
            yield return new PlaceReason.Raised();
        }

        if (aged > 0)
        {
            yield return new PlaceReason.Aged(aged);
        }

        if (cameBack)
        {
            yield return new PlaceReason.KeptPlace();
        }

        if (preferred is not null && contact.PreferredUntil > now)
        {
            yield return new PlaceReason.ReservedFor(preferred, contact.PreferredUntil);
        }
    }

    private async Task<IReadOnlyList<FloorAdviser>> ReadAsync(IQueryable<Adviser> which, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var today = time.LondonToday();
        var lostBefore = now - options.Value.HeartbeatFresh;
        var advisers = await which.AsNoTracking().Include(a => a.Skills).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var held = which.Where(a => a.ContactId != null).Select(a => a.ContactId);
        var contacts = await db.Contacts.AsNoTracking()
            .Where(c => held.Contains(c.Id))
            .Select(c => new { c.Id, c.Channel, c.IsLive, c.IsVoicemail, c.Status, c.TopicId, c.TopicGroupId, c.ArrivedAt, c.JoinedAt, c.AnsweredAt, c.WrapUpEndsAt })
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        var unread = await updates.OutOfDateAsync(advisers.ToDictionary(a => a.Id, a => a.JoinedAt), cancellationToken);
        var means = await usual.GetAsync(cancellationToken);
        return [.. advisers.Select(a => new FloorAdviser
        {
            Id = a.Id,
            Name = a.DisplayName,
            Presence = a.Presence,
            AwayReason = a.AwayReason,
            PresenceSince = a.PresenceSince,
            Activity = a.Activity,
            ActivitySince = a.ActivitySince,
            ConsoleLost = a.Presence == Presence.Available && heartbeats.LatestOf(a.Id, a.HeartbeatAt) < lostBefore,
            HasParked = a.ParkedContactId is not null,
            Skills = [.. a.Skills.OrderBy(s => s.SkillId, StringComparer.Ordinal).Select(s => new FloorSkill(s.SkillId, s.Proficiency, StateOf(s, unread.GetValueOrDefault(a.Id), today, now)))],
            Contact = a.ContactId is { } id && contacts.TryGetValue(id, out var c)
                ? Handled(new FloorContact(
                    c.Id, c.Channel, c.IsVoicemail, c.Status, c.TopicId, c.TopicGroupId, (c.AnsweredAt ?? now) - (c.JoinedAt ?? c.ArrivedAt), c.AnsweredAt, c.WrapUpEndsAt,
                    c.TopicGroupId is { } group && means.TryGetValue(group, out var mean) ? mean : floor.Value.UsualHandling, false), c.IsLive, now)
                : null,
        })];
    }

    private FloorContact Handled(FloorContact contact, bool isLive, DateTime now) =>
        contact with { IsLong = isLive && contact.AnsweredAt is { } since && now - since > contact.Usual * floor.Value.LongFrom };

    private static FloorSkillState StateOf(AdviserSkill skill, IReadOnlySet<string>? unread, DateOnly today, DateTime now) =>
        skill.PausedUntil > now ? FloorSkillState.Paused
        : skill.TrainedUntil < today ? FloorSkillState.TrainingOver
        : unread?.Contains(skill.SkillId) == true ? FloorSkillState.Unread
        : FloorSkillState.InDate;
}
