using Helpline.Analytics.Messages;
using MassTransit;

namespace Helpline.Web.Seeding;

/// <summary>Counts what goes onto the bus and what consumers have done with it, so that seeding ends only when the figures are in.</summary>
internal sealed class SeedBus : IPublishObserver, IConsumeObserver, IDisposable
{
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim changed = new(0);
    private int underWay;

    /// <summary>Waits until every message published so far has been consumed.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref underWay) > 0)
        {
            await Task.WhenAny(changed.WaitAsync(cancellationToken), failed.Task);
            if (failed.Task.IsFaulted)
            {
                await failed.Task;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => changed.Dispose();

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        Interlocked.Add(ref underWay, IsFigures<T>() ? 1 : 0);
        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => IsFigures<T>() ? Fail(exception) : Task.CompletedTask;

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        if (IsFigures<T>())
        {
            Interlocked.Decrement(ref underWay);
            changed.Release();
        }

        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class => IsFigures<T>() ? Fail(exception) : Task.CompletedTask;

    private static bool IsFigures<T>() => typeof(T).Namespace == typeof(TotalsPublished).Namespace;

    private Task Fail(Exception exception)
    {
        failed.TrySetException(exception);
        return Task.CompletedTask;
    }
}
