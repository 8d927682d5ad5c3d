using Helpline.Analytics.Facts;
using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Outbox;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Figures;

/// <summary>
/// What managers see of the present: numbers only, no contact can be opened from them. Each figure is one indexed query, whatever
/// the number of contacts or advisers.
/// </summary>
public sealed class LiveFiguresQueries(
    HelplineDbContext db, TimeProvider time, IOptions<FiguresOptions> figures, IOptions<RoutingOptions> routing)
{
    /// <summary>Who is waiting now, and for how long.</summary>
    public async Task<QueueNow> QueueAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var groups = await db.Contacts
            .Where(c => (c.Status == ContactStatus.Waiting || c.Status == ContactStatus.Offered) && c.JoinedAt != null)
            .GroupBy(c => new { c.Channel, c.Status })
            .Select(g => new { g.Key.Channel, g.Key.Status, Count = g.Count(), First = g.Min(c => c.JoinedAt) })
            .ToListAsync(cancellationToken);
        return new QueueNow([.. Enum.GetValues<Channel>().Select(channel =>
        {
            var own = groups.Where(g => g.Channel == channel).ToList();
            return new ChannelQueue(
                channel,
                own.Where(g => g.Status == ContactStatus.Waiting).Sum(g => g.Count),
                own.Where(g => g.Status == ContactStatus.Offered).Sum(g => g.Count),
                own.Count == 0 ? null : now - own.Min(g => g.First));
        })]);
    }

    /// <summary>What advisers are doing now.</summary>
    public async Task<AdvisersNow> AdvisersAsync(CancellationToken cancellationToken)
    {
        var lost = time.UtcNow() - routing.Value.HeartbeatLost;
        var groups = await db.Advisers
            .GroupBy(a => new { Presence = a.HeartbeatAt < lost ? Presence.Offline : a.Presence, a.Activity })
            .Select(g => new { g.Key.Presence, g.Key.Activity, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return new AdvisersNow([.. Enum.GetValues<Presence>().Select(presence => new PresenceCount(
            presence,
            Enum.GetValues<Activity>().ToDictionary(
                activity => activity,
                activity => groups.Where(g => g.Presence == presence && g.Activity == activity).Sum(g => g.Count))))]);
    }

    /// <summary>The calls that reached us on a day.</summary>
    public async Task<CallsToday> CallsAsync(LondonDay day, CancellationToken cancellationToken)
    {
        // Six narrow columns and the arithmetic here: the two databases subtract moments differently, and a day is some hundred rows.
        var (from, until) = (day.FromUtc, day.UntilUtc);
        var calls = await db.Contacts
            .Where(c => c.ArrivedAt >= from && c.ArrivedAt < until && c.Channel != Channel.Enquiry && c.RegainedBy == null)
            .Select(c => new CallTimes(c.Status, c.IsVoicemail, c.JoinedAt, c.AnsweredAt, c.EndedAt, c.ClosedAt, c.IsNonData))
            .ToListAsync(cancellationToken);
        return CallsToday.Of(calls, figures.Value.ServiceLevelWithin, figures.Value.ShortAbandon);
    }

    /// <summary>The replies promised for a day.</summary>
    public async Task<WrittenToday> WrittenAsync(LondonDay day, CancellationToken cancellationToken)
    {
        var (from, until, now) = (day.FromUtc, day.UntilUtc, time.UtcNow());
        // A reply promised for a day is due at the midnight that ends it.
        var due = await db.Contacts
            .Where(c => c.ReplyDueAt > from && c.ReplyDueAt <= until)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Count = g.Count(),
                OnTime = g.Count(c => c.EndedAt != null && c.EndedAt <= c.ReplyDueAt),
                Late = g.Count(c => c.EndedAt > c.ReplyDueAt || (c.EndedAt == null && c.ReplyDueAt < now)),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var overdue = await db.Contacts
            .CountAsync(
                c => (c.Status == ContactStatus.Waiting || c.Status == ContactStatus.Offered || c.Status == ContactStatus.InProgress)
                    && c.ReplyDueAt <= from,
                cancellationToken);
        var arrived = await db.Contacts
            .CountAsync(c => c.ArrivedAt >= from && c.ArrivedAt < until && c.Channel == Channel.Enquiry, cancellationToken);
        return new WrittenToday(arrived, due?.Count ?? 0, due?.OnTime ?? 0, due?.Late ?? 0, overdue);
    }

    /// <summary>The survey answers given on a day.</summary>
    public async Task<SatisfactionToday> SatisfactionAsync(LondonDay day, CancellationToken cancellationToken)
    {
        var (from, until) = (day.FromUtc, day.UntilUtc);
        var answers = await db.Feedback
            .Where(f => f.GivenAt >= from && f.GivenAt < until && !db.Contacts.Any(c => c.Id == f.ContactId && c.IsNonData))
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Helped = g.Count(f => f.Helped != null),
                HelpedWell = g.Count(f => f.Helped >= SatisfactionScores.SatisfiedFrom),
                Clear = g.Count(f => f.NextStepClear != null),
                ClearWell = g.Count(f => f.NextStepClear >= SatisfactionScores.SatisfiedFrom),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return new SatisfactionToday(
            new QuestionAnswers(answers?.Helped ?? 0, answers?.HelpedWell ?? 0),
            new QuestionAnswers(answers?.Clear ?? 0, answers?.ClearWell ?? 0));
    }
}
