namespace Helpline.Telephony.Simulator.Calls;

/// <summary>What the party on a leg does that the service can hear.</summary>
internal abstract record LegInput
{
    private LegInput()
    {
    }

    /// <summary>One key: 0-9, * or #.</summary>
    public sealed record Key(char Digit) : LegInput;

    public sealed record Speech(string Text) : LegInput;
}

/// <summary>Keys and speech of one leg. What nobody listens for is lost, as on a real line.</summary>
internal sealed class CallInputs(TimeProvider clock)
{
    private readonly Queue<LegInput> pending = new();
    private readonly List<TaskCompletionSource> listeningSignals = [];
    private TaskCompletionSource? waiter;
    private int listeners;

    /// <summary>Keep keys pressed while nothing listens.</summary>
    public bool Buffers { get; init; }

    public bool Listening => listeners > 0;

    /// <returns>Whether anything was listening.</returns>
    public bool Offer(LegInput input)
    {
        if (!Listening && !(Buffers && input is LegInput.Key))
        {
            return false;
        }

        pending.Enqueue(input);
        waiter?.TrySetResult();
        return true;
    }

    public IDisposable Listen()
    {
        listeners++;
        foreach (var signal in listeningSignals)
        {
            signal.TrySetResult();
        }

        listeningSignals.Clear();
        return new Listener(this);
    }

    /// <summary>Completes when something listens on the line (a person hears the question).</summary>
    public Task WhenListeningAsync()
    {
        if (Listening)
        {
            return Task.CompletedTask;
        }

        var signal = new TaskCompletionSource();
        listeningSignals.Add(signal);
        return signal.Task;
    }

    /// <returns>The next input, or null when <paramref name="timeout"/> passes first.</returns>
    public async Task<LegInput?> NextAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        if (pending.TryDequeue(out var ready))
        {
            return ready;
        }

        waiter = new TaskCompletionSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delay = LoopWait.DelayAsync(clock, timeout, stop.Token);
        await Task.WhenAny(waiter.Task, delay);
        stop.Cancel();
        waiter = null;
        cancellation.ThrowIfCancellationRequested();
        return pending.TryDequeue(out var input) ? input : null;
    }

    private sealed class Listener(CallInputs inputs) : IDisposable
    {
        public void Dispose()
        {
            inputs.listeners--;
            if (!inputs.Listening && !inputs.Buffers)
            {
                inputs.pending.Clear();
            }
        }
    }
}
