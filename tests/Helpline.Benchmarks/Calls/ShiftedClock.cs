namespace Helpline.Benchmarks.Calls;

/// <summary>The real clock, moved to eleven on a Tuesday morning, when the helpline is open.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private readonly TimeSpan shift = new DateTimeOffset(2026, 11, 17, 11, 0, 0, TimeSpan.Zero) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
