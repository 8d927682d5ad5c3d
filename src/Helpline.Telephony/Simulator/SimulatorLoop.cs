namespace Helpline.Telephony.Simulator;

/// <summary>
/// The simulated world's single thread of events: every change to it runs here, one at a time, so no state needs a lock
/// and a test can wait until nothing is left to do before it moves the clock.
/// </summary>
internal sealed class SimulatorLoop : TaskScheduler
{
    private readonly Lock gate = new();
    private readonly Queue<Task> work = new();
    private readonly List<TaskCompletionSource> idle = [];
    private bool draining;
    private int outside;

    public override int MaximumConcurrencyLevel => 1;

    public Task<T> RunAsync<T>(Func<T> action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    public Task RunAsync(Func<Task> action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public Task<T> RunAsync<T>(Func<Task<T>> action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Marks work in flight outside the loop (a webhook): the world is not idle until it is disposed.</summary>
    public IDisposable Outside()
    {
        lock (gate)
        {
            outside++;
        }

        return new OutsideWork(this);
    }

    /// <summary>Completes once nothing is queued and nothing is in flight; everything left waits for the clock or for input.</summary>
    public Task WhenIdleAsync()
    {
        lock (gate)
        {
            if (IsIdle)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            idle.Add(waiter);
            return waiter.Task;
        }
    }

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
        {
            return [.. work];
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (gate)
        {
            work.Enqueue(task);
            if (draining)
            {
                return;
            }

            draining = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static loop => loop.Drain(), this, preferLocal: false);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    private bool IsIdle => !draining && outside == 0;

    private void Drain()
    {
        while (Next() is { } task)
        {
            TryExecuteTask(task);
        }
    }

    private Task? Next()
    {
        lock (gate)
        {
            if (work.TryDequeue(out var task))
            {
                return task;
            }

            draining = false;
            ReleaseIfIdle();
            return null;
        }
    }

    private void ReleaseIfIdle()
    {
        if (!IsIdle)
        {
            return;
        }

        foreach (var waiter in idle)
        {
            waiter.TrySetResult();
        }

        idle.Clear();
    }

    private sealed class OutsideWork(SimulatorLoop loop) : IDisposable
    {
        private int disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) == 0)
            {
                lock (loop.gate)
                {
                    loop.outside--;
                    loop.ReleaseIfIdle();
                }
            }
        }
    }
}
