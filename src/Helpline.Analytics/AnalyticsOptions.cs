using System.ComponentModel.DataAnnotations;

namespace Helpline.Analytics;

/// <summary>The section <c>Analytics</c> of the configuration.</summary>
public sealed class AnalyticsOptions
{
    /// <summary>The fewest contacts that may share anything published; 10 unless configured, never below 3.</summary>
    [Range(3, 1000)]
    public int K { get; set; } = 10;

    /// <summary>How long after its Monday (Europe/London) a week is published; 7 days unless configured.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "28.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(7);
}
