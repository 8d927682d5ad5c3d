namespace Helpline.Telephony.Rest;

/// <summary>How long to wait between tries: full jitter over 100 ms · 2ⁿ, never more than 3 seconds.</summary>
internal sealed class RetryBackoff(TimeProvider clock, Func<double> random)
{
    /// <summary>Tries in all, the first included.</summary>
    public const int MaxTries = 3;

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Cap = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    /// <summary>The wait after so many failed tries.</summary>
    public TimeSpan Delay(int failed)
    {
        // Capped before it becomes a TimeSpan, which a large power would overflow.
        var ceiling = Math.Min(First.TotalMilliseconds * Math.Pow(2, failed), Cap.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(ceiling * random());
    }

    /// <summary>Waits it out.</summary>
    public Task WaitAsync(int failed, CancellationToken cancellation) => Task.Delay(Delay(failed), clock, cancellation);
}
