using System.Threading.Channels;

namespace Helpline.Core.Common;

/// <summary>Wakes one waiting loop. Many wakes before it looks count as one.</summary>
public abstract class WakeSignal
{
    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something changed.</summary>
    public void Wake() => wakes.Writer.TryWrite(true);

    /// <summary>Waits for a wake, or until <paramref name="atMost"/> has passed on <paramref name="time"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await wakes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: look anyway, for offers and timers that fall due without a change.
        }
    }
}
