using Helpline.Benchmarks.Measuring;
using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;

namespace Helpline.Benchmarks.Quality;

/// <summary>
/// The policy driven by simulated days: against Erlang's formula where one exists, and against other ways of choosing an adviser where skills
/// overlap. Every strategy gets the same callers; the seeds are fixed, so the table is the same on every machine.
/// </summary>
internal static class RoutingQuality
{
    private const double MeanHandling = 600;
    private const double ServiceLevelWithin = 120;
    private const int Days = 150;
    private const double Day = 8 * 3600;

    private static readonly double[] Hours = [0.75, 1.1, 1.2, 1.05, 0.9, 1.1, 1.05, 0.85];
    private static readonly (string Skill, double Share)[] Skills = [("ehcp", 0.4), ("exclusion", 0.2), ("tribunal", 0.2), ("transport", 0.12), ("early-years", 0.08)];

    public static void Run()
    {
        Report.Title("(e) Routing quality: the pure policy on simulated days");
        Pooled(advisers: 10, load: 0.80);
        Pooled(advisers: 30, load: 0.90);
        Overlapping(load: 0.80);
        Overlapping(load: 0.90);
    }

    // Poisson arrivals, exponential handling, one skill: the mean wait is known, whatever the order among equals.
    private static void Pooled(int advisers, double load)
    {
        const int Runs = 20;
        const int Callers = 40_000;
        var options = new RoutingOptions();
        var team = Enumerable.Range(0, advisers).Select(i => new SimulatedAdviser(new AdviserId(Numbered(i)), i, new HashSet<string> { "any" })).ToList();
        List<double> means = [];
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(1_000 + run);
            var at = 0.0;
            List<SimulatedCaller> callers = [];
            for (var i = 0; i < Callers; i++)
            {
                at += Exponential(random, MeanHandling / (advisers * load));
                callers.Add(new(new ContactId(Numbered(i)), at, "any", Exponential(random, MeanHandling)));
            }

            means.Add(new SimulatedDay(callers, team).Play((w, a, now) => RoutingPolicy.Decide(w, a, now, options)).Waits.Average());
        }

        var mean = means.Average();
        var error = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (Runs - 1) / Runs);
        var erlang = ErlangC(advisers, load) * MeanHandling / (advisers * (1 - load));
        Report.Note($"pooled, {advisers} advisers at {load:P0}: mean wait {mean:0.0} s, Erlang C {erlang:0.0} s, ratio {mean / erlang:0.000} (standard error {error / erlang:0.000})");
    }

    private static void Overlapping(double load)
    {
        string[][] sets =
        [
            ["ehcp"], ["ehcp"], ["ehcp", "exclusion"], ["ehcp", "tribunal"], ["ehcp", "exclusion", "tribunal"], ["exclusion"],
            ["exclusion", "transport"], ["tribunal", "transport"], ["tribunal", "early-years"], ["ehcp", "early-years"], ["ehcp", "transport"], ["ehcp", "exclusion", "early-years"],
        ];
        var team = sets.Select((skills, i) => new SimulatedAdviser(new AdviserId(Numbered(i)), i, skills.ToHashSet())).ToList();
        var demand = Skills.ToDictionary(s => s.Skill, s => s.Share);
        var days = Enumerable.Range(0, Days).Select(day => Callers(new Random(day), team.Count * load / MeanHandling)).ToList();
        Report.Note($"overlapping skills, {team.Count} advisers, {Skills.Length} skills, {load:P0} on average, {Days} days, {days.Sum(d => d.Count)} callers");
        Report.Note($"  {"",-28}{"mean s",8}{"p90 s",8}{"in 2 min",10}{"occupancy least-most",22}{"mean over ours",16}");
        double? ours = null;
        foreach (var (name, make) in Strategies.All(team, demand, new RoutingOptions()))
        {
            var outcomes = days.Select(callers => Played(callers, team, make())).ToList();
            var waits = new Latencies();
            foreach (var wait in outcomes.SelectMany(o => o.Waits))
            {
                waits.Add(wait);
            }

            var length = outcomes.Sum(o => o.Length);
            var occupancy = team.Select(a => outcomes.Sum(o => o.Busy[a.Id]) / length).ToList();
            var mean = outcomes.Sum(o => o.Waits.Sum()) / waits.Count;
            ours ??= mean;
            var within = outcomes.Sum(o => o.Waits.Count(w => w <= ServiceLevelWithin)) / (double)waits.Count;
            Report.Note($"  {name,-28}{mean,8:0.0}{waits.Percentile(90),8:0}{within,10:P1}{occupancy.Min(),14:P0} -{occupancy.Max(),6:P0}{mean / ours,16:0.000}");
        }
    }

    private static DayOutcome Played(IReadOnlyList<SimulatedCaller> callers, IReadOnlyList<SimulatedAdviser> team, Strategies.Decision decide) =>
        new SimulatedDay(callers, team).Play((waiting, free, now) => decide(waiting, free, now));

    // A Poisson stream whose rate follows the hour, by thinning the fastest one.
    private static List<SimulatedCaller> Callers(Random random, double rate)
    {
        var fastest = rate * Hours.Max();
        List<SimulatedCaller> callers = [];
        for (var at = Exponential(random, 1 / fastest); at < Day; at += Exponential(random, 1 / fastest))
        {
            if (random.NextDouble() < rate * Hours[(int)(at / 3600)] / fastest)
            {
                callers.Add(new(new ContactId(Numbered(callers.Count)), at, Skill(random.NextDouble()), Exponential(random, MeanHandling)));
            }
        }

        return callers;
    }

    private static string Skill(double drawn)
    {
        foreach (var (skill, share) in Skills)
        {
            if ((drawn -= share) < 0)
            {
                return skill;
            }
        }

        return Skills[0].Skill;
    }

    private static double Exponential(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    private static Guid Numbered(int i) => new(i + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>The chance that a caller has to wait at all.</summary>
    private static double ErlangC(int advisers, double load)
    {
        var blocked = 1.0;
        for (var n = 1; n <= advisers; n++)
        {
            blocked = advisers * load * blocked / (n + (advisers * load * blocked));
        }

        return blocked / (1 - (load * (1 - blocked)));
    }
}
