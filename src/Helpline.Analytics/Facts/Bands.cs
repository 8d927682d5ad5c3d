namespace Helpline.Analytics.Facts;

/// <summary>Turns exact times into bands, so that an exact time never leaves the contact.</summary>
public static class Bands
{
    private static readonly (double Seconds, WaitBand Band)[] WaitLimits =
    [
        (20, WaitBand.UpTo20Seconds), (60, WaitBand.UpTo1Minute), (120, WaitBand.UpTo2Minutes),
        (300, WaitBand.UpTo5Minutes), (600, WaitBand.UpTo10Minutes), (1800, WaitBand.UpTo30Minutes),
        (86_400, WaitBand.UpTo1Day), (172_800, WaitBand.UpTo2Days), (432_000, WaitBand.UpTo5Days),
        (double.PositiveInfinity, WaitBand.Over5Days),
    ];

    private static readonly (double Seconds, HandlingBand Band)[] HandlingLimits =
    [
        (300, HandlingBand.UpTo5Minutes), (600, HandlingBand.UpTo10Minutes), (1200, HandlingBand.UpTo20Minutes),
        (1800, HandlingBand.UpTo30Minutes), (3600, HandlingBand.UpTo60Minutes),
        (double.PositiveInfinity, HandlingBand.Over60Minutes),
    ];

    /// <summary>The band of a wait. A negative wait, from clocks that disagree, counts as none.</summary>
    public static WaitBand Wait(TimeSpan waited) => WaitLimits.First(limit => waited.TotalSeconds <= limit.Seconds).Band;

    /// <summary>The band of a handling time; null when no adviser took the contact.</summary>
    public static HandlingBand Handling(TimeSpan? handled) => handled is { } time
        ? HandlingLimits.First(limit => time.TotalSeconds <= limit.Seconds).Band
        : HandlingBand.NotHandled;
}
