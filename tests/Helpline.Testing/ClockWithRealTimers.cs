namespace Helpline.Testing;

/// <summary>
/// Shows the time of another clock but runs its timers for real. For whole hosts: what the bus and the server wait for must pass
/// although the test's clock stands still.
/// </summary>
public sealed class ClockWithRealTimers(TimeProvider clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime, period);
}
