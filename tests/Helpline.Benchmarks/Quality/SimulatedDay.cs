using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;

namespace Helpline.Benchmarks.Quality;

/// <summary>One caller of a simulated day: when they ring, what they need and how long it will take, all in seconds.</summary>
internal sealed record SimulatedCaller(ContactId Id, double At, string? SkillId, double Handling);

/// <summary>One adviser of a simulated day; <paramref name="Place"/> is their place on a list that never changes.</summary>
internal sealed record SimulatedAdviser(AdviserId Id, int Place, IReadOnlySet<string> Skills);

/// <summary>What a day came to: each caller's wait, and each adviser's time on calls, in seconds.</summary>
internal sealed record DayOutcome(IReadOnlyList<double> Waits, IReadOnlyDictionary<AdviserId, double> Busy, double Length);

/// <summary>Plays a day event by event. Whoever decides is asked at every arrival and every end of a call, as the routing loop asks.</summary>
internal sealed class SimulatedDay(IReadOnlyList<SimulatedCaller> callers, IReadOnlyList<SimulatedAdviser> advisers)
{
    /// <summary>A working day's morning; the moment means nothing to any rule.</summary>
    public static readonly DateTime Morning = new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<AdviserId, DateTime> idleSince = advisers.ToDictionary(a => a.Id, a => Morning.AddTicks(-advisers.Count + a.Place));
    private readonly Dictionary<AdviserId, double> busy = advisers.ToDictionary(a => a.Id, _ => 0.0);
    private readonly Dictionary<ContactId, (SimulatedCaller Caller, WaitingContact Seen)> waiting = [];
    private readonly PriorityQueue<AdviserId, double> ends = new();
    private readonly List<double> waits = new(callers.Count);

    /// <summary>Plays it to the last caller's end.</summary>
    public DayOutcome Play(Func<IReadOnlyCollection<WaitingContact>, IReadOnlyCollection<AdviserState>, DateTime, IReadOnlyList<Match>> decide)
    {
        var next = 0;
        var now = 0.0;
        while (next < callers.Count || ends.Count > 0)
        {
            if (next < callers.Count && (!ends.TryPeek(out _, out var end) || callers[next].At <= end))
            {
                var caller = callers[next++];
                now = caller.At;
                waiting[caller.Id] = (caller, new WaitingContact(caller.Id, PriorityClass.Standard, At(now), caller.SkillId, IsLive: true));
            }
            else
            {
                ends.TryDequeue(out var free, out now);
                idleSince[free] = At(now);
            }

            Offer(decide, now);
        }

        return new(waits, busy, now);
    }

    private void Offer(Func<IReadOnlyCollection<WaitingContact>, IReadOnlyCollection<AdviserState>, DateTime, IReadOnlyList<Match>> decide, double now)
    {
        if (waiting.Count == 0 || idleSince.Count == 0)
        {
            return;
        }

        var moment = At(now);
        AdviserState[] free =
        [
            .. advisers.Where(a => idleSince.ContainsKey(a.Id))
                .Select(a => new AdviserState(a.Id, Presence.Available, Activity.Idle, idleSince[a.Id], moment, a.Skills)),
        ];
        foreach (var match in decide([.. waiting.Values.Select(w => w.Seen)], free, moment))
        {
            waiting.Remove(match.ContactId, out var taken);
            idleSince.Remove(match.AdviserId);
            waits.Add(now - taken.Caller.At);
            busy[match.AdviserId] += taken.Caller.Handling;
            ends.Enqueue(match.AdviserId, now + taken.Caller.Handling);
        }
    }

    private static DateTime At(double seconds) => Morning.AddSeconds(seconds);
}
