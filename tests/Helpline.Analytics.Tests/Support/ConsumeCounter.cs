using MassTransit;

namespace Helpline.Analytics.Tests.Support;

/// <summary>Counts deliveries, repeats included, which the harness's own list leaves out.</summary>
internal sealed class ConsumeCounter : IConsumeObserver, IDisposable
{
    private readonly SemaphoreSlim ended = new(0);
    private int faults;

    public int Faults => faults;

    public async Task WaitForAsync(int deliveries, CancellationToken cancellationToken)
    {
        for (var delivery = 0; delivery < deliveries; delivery++)
        {
            await ended.WaitAsync(cancellationToken);
        }
    }

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        ended.Release();
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class
    {
        Interlocked.Increment(ref faults);
        ended.Release();
        return Task.CompletedTask;
    }

    public void Dispose() => ended.Dispose();
}
