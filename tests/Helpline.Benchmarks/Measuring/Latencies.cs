using System.Diagnostics;

namespace Helpline.Benchmarks.Measuring;

/// <summary>Durations in milliseconds and what is said of them.</summary>
internal sealed class Latencies
{
    private readonly List<double> samples = [];

    public int Count => samples.Count;

    /// <summary>Adds the time since a timestamp of <see cref="Stopwatch"/>.</summary>
    public void AddSince(long started) => samples.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);

    public void Add(double milliseconds) => samples.Add(milliseconds);

    /// <summary>The sample below which so many of a hundred lie.</summary>
    public double Percentile(int percent)
    {
        if (samples.Count == 0)
        {
            throw new InvalidOperationException("Nothing was measured.");
        }

        var sorted = samples.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
    }
}
