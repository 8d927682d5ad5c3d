using Helpline.Core.Advisers;
using Helpline.Core.Routing;

namespace Helpline.Benchmarks.Quality;

/// <summary>
/// Ways of choosing among the free advisers who qualify. All of them take contacts in our order and widen when we do, so that nothing but
/// the choice differs.
/// </summary>
internal static class Strategies
{
    /// <summary>Ours and the others, by name; each call makes a fresh one, as some of them remember.</summary>
    public static IEnumerable<(string Name, Func<Decision> Make)> All(IReadOnlyList<SimulatedAdviser> advisers, IReadOnlyDictionary<string, double> demand, RoutingOptions options)
    {
        var places = advisers.ToDictionary(a => a.Id, a => a.Place);
        yield return ("RoutingPolicy", () => (waiting, free, now) => RoutingPolicy.Decide(waiting, free, now, options));
        yield return ("  and then least in demand", () => Choosing(options, (c, free, need) => (Alone(c, free), OtherDemand(c, need, demand, free))));
        yield return ("  least in demand alone", () => Choosing(options, (c, free, need) => (OtherDemand(c, need, demand, free), 0)));
        yield return ("longest idle", () => Choosing(options, (_, _, _) => (0, 0)));
        yield return ("fewest calls", () =>
        {
            var taken = advisers.ToDictionary(a => a.Id, _ => 0);
            return Choosing(options, (c, _, _) => (taken[c.Id], 0), chosen => taken[chosen]++);
        }
        );
        yield return ("round robin", () =>
        {
            var last = -1;
            return Choosing(options, (c, _, _) => ((places[c.Id] - last - 1 + advisers.Count) % advisers.Count, 0), chosen => last = places[chosen]);
        }
        );
        yield return ("linear", () => Choosing(options, (c, _, _) => (places[c.Id], 0)));
    }

    /// <summary>Who gets what now.</summary>
    public delegate IReadOnlyList<Match> Decision(IReadOnlyCollection<WaitingContact> waiting, IReadOnlyCollection<AdviserState> advisers, DateTime now);

    private static Decision Choosing(
        RoutingOptions options, Func<AdviserState, List<AdviserState>, string?, (double, double)> rank, Action<AdviserId>? chosen = null) =>
        (waiting, advisers, now) =>
        {
            var free = advisers.OrderBy(a => a.ActivitySince).ThenBy(a => a.Id.Value).ToList();
            List<Match> matches = [];
            foreach (var contact in QueueOrder.Of(waiting, now, options))
            {
                var best = free.Where(a => contact.SkillId is null || a.Skills.Contains(contact.SkillId) || now - contact.JoinedAt >= options.WidenAfter)
                    .MinBy(a => rank(a, free, contact.SkillId));
                if (best is null)
                {
                    continue;
                }

                free.Remove(best);
                chosen?.Invoke(best.Id);
                matches.Add(new Match(contact.Id, best.Id));
            }

            return matches;
        };

    private static int Alone(AdviserState adviser, List<AdviserState> free) => adviser.Skills.Count(s => free.Count(f => f.Skills.Contains(s)) == 1);

    // What is asked for of each other skill of theirs, shared among the free advisers who have it.
    private static double OtherDemand(AdviserState adviser, string? need, IReadOnlyDictionary<string, double> demand, List<AdviserState> free) =>
        adviser.Skills.Where(s => s != need).Sum(s => demand[s] / free.Count(f => f.Skills.Contains(s)));
}
