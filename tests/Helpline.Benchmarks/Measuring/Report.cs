using System.Globalization;

namespace Helpline.Benchmarks.Measuring;

/// <summary>Prints measurements, the thing measured and its limit side by side.</summary>
internal static class Report
{
    public static void Title(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
        Console.WriteLine(new string('-', text.Length));
    }

    public static void Note(FormattableString text) => Console.WriteLine("  " + text.ToString(CultureInfo.InvariantCulture));

    /// <summary>One row: p50 and p99 of ours, of the limit, and the ratios.</summary>
    public static void Beside(string what, Latencies ours, string limitName, Latencies limit)
    {
        Note($"{what,-34} p50 {ours.Percentile(50),8:0.00} ms   p99 {ours.Percentile(99),8:0.00} ms   ({ours.Count} samples)");
        Note($"{limitName,-34} p50 {limit.Percentile(50),8:0.00} ms   p99 {limit.Percentile(99),8:0.00} ms   ({limit.Count} samples)");
        Note($"{"ratio",-34} p50 {ours.Percentile(50) / limit.Percentile(50),8:0.0} x    p99 {ours.Percentile(99) / limit.Percentile(99),8:0.0} x");
    }
}
