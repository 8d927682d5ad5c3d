namespace Helpline.Web.Seeding;

/// <summary>A clock that seeding moves through the months it invents. Timers run on the real clock.</summary>
internal sealed class TravellingTime(DateTime start) : TimeProvider
{
    private long ticks = start.Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Goes to the moment (UTC) at which the invented months begin.</summary>
    public void GoBackTo(DateTime utc) => Interlocked.Exchange(ref ticks, utc.Ticks);

    /// <summary>Moves on to a moment, UTC; never back.</summary>
    public void MoveTo(DateTime utc)
    {
        if (utc.Ticks > Interlocked.Read(ref ticks))
        {
            Interlocked.Exchange(ref ticks, utc.Ticks);
        }
    }
}
