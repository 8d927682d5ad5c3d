using Helpline.Core.Advisers;
using Helpline.Core.Contacts;

namespace Helpline.Core.Routing;

/// <summary>A contact and the adviser it should be offered to.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="AdviserId">The adviser.</param>
public readonly record struct Match(ContactId ContactId, AdviserId AdviserId);

/// <summary>
/// Who is offered what: a pure function of the waiting contacts, the advisers and the moment (docs/adr/0007). Contacts are taken in
/// <see cref="QueueOrder"/>; each goes to the qualified idle adviser whose leaving keeps most skills covered by those still idle,
/// then to the longest idle.
/// </summary>
public static class RoutingPolicy
{
    /// <summary>The offers to make now. No adviser and no contact appears twice.</summary>
    /// <param name="waiting">Contacts in the queue, in any order.</param>
    /// <param name="advisers">All advisers, in any order.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="options">The numbers.</param>
    public static IReadOnlyList<Match> Decide(
        IReadOnlyCollection<WaitingContact> waiting,
        IReadOnlyCollection<AdviserState> advisers,
        DateTime now,
        RoutingOptions options)
    {
        var present = advisers.Where(a => IsPresent(a, now, options)).ToList();
        var free = present.Where(a => a.Activity == Activity.Idle).OrderBy(a => a.ActivitySince).ThenBy(a => a.Id.Value).ToList();
        var drafting = present.Where(a => a is { Activity: Activity.OnContact, DraftMayBeInterrupted: true })
            .OrderBy(a => a.ActivitySince).ThenBy(a => a.Id.Value).ToList();
        var reserve = present.Count <= options.ReserveFreeTeam ? 0 : (int)Math.Ceiling(options.IdleReserve * present.Count);

        var presentIds = present.Select(a => a.Id).ToHashSet();

        List<Match> matches = [];
        foreach (var contact in QueueOrder.Of(waiting, now, options))
        {
            if (free.Count == 0 && drafting.Count == 0)
            {
                break;
            }

            var only = OnlyAdviser(contact, IsProtected(contact.ReplyDueAt, now, options) ? [.. free.Select(a => a.Id)] : presentIds, now);
            var chosen = MayTakeFree(contact, free.Count, reserve, now, options) ? Choose(contact, only, free, now, options) : null;
            chosen ??= contact.IsLive ? Choose(contact, only, drafting, now, options) : null;
            if (chosen is not null)
            {
                free.Remove(chosen);
                drafting.Remove(chosen);
                matches.Add(new Match(contact.Id, chosen.Id));
            }
        }

        return matches;
    }

    /// <summary>Whether a written reply is due so soon that it is offered regardless of the reserve and not interrupted.</summary>
    public static bool IsProtected(DateTime? replyDueAt, DateTime now, RoutingOptions options) =>
        replyDueAt is { } due && due - now <= options.ProtectedBefore;

    private static bool IsPresent(AdviserState adviser, DateTime now, RoutingOptions options) =>
        adviser.Presence == Presence.Available && now - adviser.HeartbeatAt <= options.HeartbeatFresh;

    private static bool MayTakeFree(WaitingContact contact, int free, int reserve, DateTime now, RoutingOptions options) =>
        free > 0 && (contact.IsLive || free - 1 >= reserve || IsProtected(contact.ReplyDueAt, now, options));

    // A caller whose line was lost waits for the same adviser a moment, back or not. Written work waits for one who is back, also while
    // they are busy, but not when its reply is due soon.
    private static AdviserId? OnlyAdviser(WaitingContact contact, HashSet<AdviserId> worthWaitingFor, DateTime now) =>
        contact.PreferredAdviserId is { } preferred && now < contact.PreferredUntil
            && (contact.IsLive || (worthWaitingFor.Contains(preferred) && !contact.DeclinedBy.Contains(preferred)))
            ? preferred
            : null;

    private static AdviserState? Choose(WaitingContact contact, AdviserId? only, List<AdviserState> candidates, DateTime now, RoutingOptions options)
    {
        // The fewer skills only this adviser has, the more stay covered without them.
        Dictionary<string, int>? holders = null;
        AdviserState? best = null;
        var fewestAlone = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (!Qualifies(candidate, contact, only, now, options))
            {
                continue;
            }

            holders ??= HoldersOf(candidates);
            var alone = candidate.Skills.Count(skill => holders[skill] == 1);
            if (alone < fewestAlone)
            {
                (best, fewestAlone) = (candidate, alone);
            }
        }

        return best;
    }

    private static bool Qualifies(AdviserState adviser, WaitingContact contact, AdviserId? only, DateTime now, RoutingOptions options)
    {
        if (contact.DeclinedBy.Contains(adviser.Id))
        {
            return false;
        }

        if (only is { } preferred)
        {
            return adviser.Id == preferred;
        }

        return contact.SkillId is null
            || adviser.Skills.Contains(contact.SkillId)
            || now - contact.JoinedAt >= options.WidenAfter;
    }

    private static Dictionary<string, int> HoldersOf(List<AdviserState> candidates)
    {
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var skill in candidates.SelectMany(adviser => adviser.Skills))
        {
            holders[skill] = holders.GetValueOrDefault(skill) + 1;
        }

        return holders;
    }
}
