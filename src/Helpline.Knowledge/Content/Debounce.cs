namespace Helpline.Knowledge.Content;

/// <summary>Runs an action once things have been quiet for a while: saving a file raises several events.</summary>
internal sealed class Debounce : IDisposable
{
    private readonly TimeSpan quiet;
    private readonly ITimer timer;

    public Debounce(TimeProvider time, TimeSpan quiet, Action action)
    {
        this.quiet = quiet;
        timer = time.CreateTimer(_ => action(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Signal() => timer.Change(quiet, Timeout.InfiniteTimeSpan);

    public void Dispose() => timer.Dispose();
}
