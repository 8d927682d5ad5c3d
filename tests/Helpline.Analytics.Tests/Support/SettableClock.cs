namespace Helpline.Analytics.Tests.Support;

/// <summary>
/// Tells the time the test sets; timers run as usual. The bus takes its timers from the same TimeProvider and has some
/// that tick many times a second: moved by weeks, a clock that fires each of them would keep a test busy for minutes.
/// </summary>
internal sealed class SettableClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void SetUtcNow(DateTimeOffset value) => Interlocked.Exchange(ref ticks, value.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
