using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helpline.Benchmarks.Measuring;

/// <summary>How long each step took, for several hands at once; prints where the time goes.</summary>
internal sealed class StepTimes
{
    private readonly ConcurrentDictionary<string, (int Order, ConcurrentQueue<double> Times)> steps = new(StringComparer.Ordinal);

    /// <summary>Runs a step and keeps its time.</summary>
    public async Task<T> Of<T>(string step, Func<Task<T>> run)
    {
        var times = steps.GetOrAdd(step, _ => (steps.Count, new ConcurrentQueue<double>())).Times;
        var started = Stopwatch.GetTimestamp();
        var result = await run();
        times.Enqueue(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    /// <summary>The median of a step, in milliseconds.</summary>
    public double MedianOf(string step)
    {
        var sorted = steps[step].Times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public void Clear() => steps.Clear();

    public void Print()
    {
        foreach (var (step, (_, times)) in steps.OrderBy(s => s.Value.Order))
        {
            var sorted = times.Order().ToList();
            Report.Note($"{"  " + step,-34} p50 {sorted[sorted.Count / 2],8:0.00} ms   in all {sorted.Sum() / 1000,6:0.0} s");
        }
    }
}
