namespace Helpline.Telephony.Simulator;

/// <summary>
/// Waits that end the moment their timer or token does. The framework's own go by way of the thread pool when cancelled, where
/// the loop could not see them and would take itself for idle.
/// </summary>
internal static class LoopWait
{
    public static async Task DelayAsync(TimeProvider clock, TimeSpan duration, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (duration <= TimeSpan.Zero && duration != Timeout.InfiniteTimeSpan)
        {
            return;
        }

        var done = new TaskCompletionSource();
        using var registration = Register(done, cancellation);
        await using var timer = duration == Timeout.InfiniteTimeSpan
            ? null
            : clock.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), done, duration, Timeout.InfiniteTimeSpan);
        await done.Task;
    }

    /// <summary>Waits for the task, or throws when cancelled first.</summary>
    public static async Task OrCancelledAsync(this Task task, CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource();
        using (Register(stopped, cancellation))
        {
            await await Task.WhenAny(task, stopped.Task);
        }
    }

    private static CancellationTokenRegistration Register(TaskCompletionSource done, CancellationToken cancellation) =>
        cancellation.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), done);
}
