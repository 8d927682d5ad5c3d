using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Legs;
using Helpline.Core.Routing;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>
/// What a turn of the router must and must not have done, worked out anew from the rules in words: whoever waits and fits somebody free is
/// offered at once, and nobody is offered before another who came first and would have fitted too.
/// </summary>
internal sealed class HistoryOrder(IReadOnlyDictionary<string, string?> reroutes)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Widening = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    /// <summary>Compares what was before and after one turn.</summary>
    /// <param name="before">Before it.</param>
    /// <param name="after">After it, at the same moment.</param>
    /// <param name="awake">Those whose consoles have just beaten.</param>
    public void Check(HistorySnapshot before, HistorySnapshot after, IReadOnlySet<AdviserId> awake)
    {
        var waiting = after.Contacts.Where(c => IsWaiting(c, after.At) && after.CallOf(c.Id)?.State != CallState.Voicemail).ToList();
        foreach (var adviser in after.Advisers.Where(a => awake.Contains(a.Id) && IsFree(after, a)))
        {
            if (waiting.FirstOrDefault(c => Fits(after, adviser, c)) is { } left)
            {
                throw new HistoryBrokenException($"contact {left.Id} waits since {left.JoinedAt:T} though a free adviser fits");
            }
        }

        foreach (var offer in after.Ringing.Where(o => o.Purpose == OfferPurpose.Contact && before.Offers.All(b => b.Id != o.Id)))
        {
            var chosen = after.Contacts.FirstOrDefault(c => c.Id == offer.ContactId);
            var adviser = after.Advisers.First(a => a.Id == offer.AdviserId);
            if (chosen is { IsLive: true } && waiting.FirstOrDefault(c => IsBefore(c, chosen, after.At) && Fits(after, adviser, c)) is { } passed)
            {
                throw new HistoryBrokenException($"contact of {chosen.JoinedAt:T} was offered before that of {passed.JoinedAt:T}");
            }
        }
    }

    private static bool IsWaiting(Contact contact, DateTime now) =>
        contact is { Status: ContactStatus.Waiting, JoinedAt: not null, IsLive: true, ArrangingCallback: false } && !(contact.CallbackDueAt > now);

    private static bool IsFree(HistorySnapshot now, Adviser adviser) =>
        adviser is { Presence: Presence.Available, Activity: Activity.Idle }
        && !now.LiveLegs.Any(l => l.AdviserId == adviser.Id && l.Kind == RoomLegKind.Monitor);

    private static bool IsBefore(Contact one, Contact other, DateTime now)
    {
        var (first, second) = (Rank(one, now), Rank(other, now));
        return first < second || (first == second && one.JoinedAt < other.JoinedAt);
    }

    private static int Rank(Contact contact, DateTime now) => contact.Priority switch
    {
        PriorityClass.Safeguarding => 0,
        PriorityClass.Deadline => 1,
        PriorityClass.Standard => now - contact.JoinedAt >= Step ? 1 : 2,
    };

    private bool Fits(HistorySnapshot now, Adviser adviser, Contact contact)
    {
        var declined = now.Offers.Any(o => o.ContactId == contact.Id && o.AdviserId == adviser.Id && o.Status == OfferStatus.Declined && now.At - o.EndedAt < Rest)
            || (contact.HandedBackBy == adviser.Id && now.At - contact.HandedBackAt < Rest);
        if (declined)
        {
            return false;
        }

        if (contact.PreferredAdviserId is { } preferred && now.At < contact.PreferredUntil)
        {
            return adviser.Id == preferred;
        }

        var skill = contact.TopicGroupId is { } group && reroutes.TryGetValue(group, out var other) ? other : contact.TopicGroupId;
        return skill is null || adviser.Skills.Any(s => s.SkillId == skill) || now.At - contact.JoinedAt >= Widening;
    }
}
