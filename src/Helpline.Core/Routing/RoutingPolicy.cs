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
/// then to the longest idle. One who spoke with the enquirer before, and is among them, is chosen where that costs nobody their turn.
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
        var look = new Look(
            present.Select(a => a.Id).ToHashSet(),
            present.Count <= options.ReserveFreeTeam ? 0 : (int)Math.Ceiling(options.IdleReserve * present.Count),
            now,
            options);
        var free = present.Where(a => a.Activity == Activity.Idle).OrderBy(a => a.ActivitySince).ThenBy(a => a.Id.Value).ToList();
        var drafting = present.Where(a => a is { Activity: Activity.OnContact, DraftMayBeInterrupted: true })
            .OrderBy(a => a.ActivitySince).ThenBy(a => a.Id.Value).ToList();
        return [.. Serve([.. QueueOrder.Of(waiting, now, options)], free, drafting, look, asksAgain: true).Select(g => g.Match)];
    }

    /// <summary>
    /// The contact an adviser who asks for the next gets: the first in <see cref="QueueOrder"/> that they are qualified for and that is kept for
    /// nobody else. Neither their presence nor the reserve for calls counts, as they have asked. Null when there is none.
    /// </summary>
    /// <param name="asking">The adviser, who is idle.</param>
    /// <param name="waiting">Contacts in the queue, in any order.</param>
    /// <param name="advisers">All advisers, in any order.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="options">The numbers.</param>
    public static WaitingContact? NextFor(
        AdviserState asking,
        IReadOnlyCollection<WaitingContact> waiting,
        IReadOnlyCollection<AdviserState> advisers,
        DateTime now,
        RoutingOptions options)
    {
        var present = advisers.Where(a => IsPresent(a, now, options)).ToList();
        var look = new Look(present.Select(a => a.Id).ToHashSet(), 0, now, options);
        var free = present.Where(a => a.Activity == Activity.Idle).ToList();
        return QueueOrder.Of(waiting, now, options).FirstOrDefault(c => Qualifies(asking, c, OnlyAdviser(c, free, look), look));
    }

    /// <summary>Whether a written reply is due so soon that it is offered regardless of the reserve and not interrupted.</summary>
    public static bool IsProtected(DateTime? replyDueAt, DateTime now, RoutingOptions options) =>
        replyDueAt is { } due && due - now <= options.ProtectedBefore;

    private static bool IsPresent(AdviserState adviser, DateTime now, RoutingOptions options) =>
        adviser.Presence == Presence.Available && now - adviser.HeartbeatAt <= options.HeartbeatFresh;

    // Each contact in turn. Whether anybody is asked again, because they spoke with the enquirer before, must not change who else is served.
    private static List<Given> Serve(
        ReadOnlySpan<WaitingContact> queue, List<AdviserState> free, List<AdviserState> drafting, Look look, bool asksAgain)
    {
        List<Given> given = [];
        while (queue is [var contact, .. var rest] && free.Count + drafting.Count > 0)
        {
            queue = rest;
            var only = OnlyAdviser(contact, free, look);
            var chosen = MayTakeFree(contact, free.Count, look) ? Choose(contact, only, free, look) : null;
            var interrupts = chosen is null;
            if (chosen is null)
            {
                chosen = contact.IsLive ? Choose(contact, only, drafting, look) : null;
            }
            else if (asksAgain && free.Find(a => a.Id == contact.PreferredAdviserId) is { } familiar && Qualifies(familiar, contact, only, look)
                && Served(rest, free, drafting, chosen, look).SequenceEqual(Served(rest, free, drafting, familiar, look)))
            {
                chosen = familiar;
            }

            if (chosen is not null)
            {
                free.Remove(chosen);
                drafting.Remove(chosen);
                given.Add(new Given(new Match(contact.Id, chosen.Id), interrupts));
            }
        }

        return given;
    }

    // Which of the rest are served, and which of them by interrupting a draft, once somebody is taken.
    private static IEnumerable<(ContactId ContactId, bool Interrupts)> Served(
        ReadOnlySpan<WaitingContact> rest, List<AdviserState> free, List<AdviserState> drafting, AdviserState taken, Look look) =>
        Serve(rest, [.. free.Where(a => a.Id != taken.Id)], [.. drafting], look, asksAgain: false).Select(g => (g.Match.ContactId, g.Interrupts));

    private static bool MayTakeFree(WaitingContact contact, int free, Look look) =>
        free > 0 && (contact.IsLive || free - 1 >= look.Reserve || IsProtected(contact.ReplyDueAt, look.Now, look.Options));

    // A caller whose line was lost waits for the same adviser a moment, back or not. Written work waits for one who is back, also while
    // they are busy, but not when its reply is due soon.
    private static AdviserId? OnlyAdviser(WaitingContact contact, List<AdviserState> free, Look look)
    {
        if (contact.PreferredAdviserId is not { } preferred || !(look.Now < contact.PreferredUntil))
        {
            return null;
        }

        var isWorthIt = contact.IsLive || (!contact.DeclinedBy.Contains(preferred)
            && (IsProtected(contact.ReplyDueAt, look.Now, look.Options) ? free.Exists(a => a.Id == preferred) : look.Present.Contains(preferred)));
        return isWorthIt ? preferred : null;
    }

    private static AdviserState? Choose(WaitingContact contact, AdviserId? only, List<AdviserState> candidates, Look look)
    {
        // The fewer skills only this adviser has, the more stay covered without them.
        Dictionary<string, int>? holders = null;
        AdviserState? best = null;
        var fewestAlone = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (!Qualifies(candidate, contact, only, look))
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

    private static bool Qualifies(AdviserState adviser, WaitingContact contact, AdviserId? only, Look look)
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
            || look.Now - contact.JoinedAt >= look.Options.WidenAfter;
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

    private readonly record struct Given(Match Match, bool Interrupts);

    /// <summary>What stays the same while one look decides.</summary>
    /// <param name="Present">Those who are available, with a live console.</param>
    /// <param name="Reserve">How many of them stay idle while written work is offered.</param>
    /// <param name="Now">The moment, UTC.</param>
    /// <param name="Options">The numbers.</param>
    private sealed record Look(HashSet<AdviserId> Present, int Reserve, DateTime Now, RoutingOptions Options);
}
