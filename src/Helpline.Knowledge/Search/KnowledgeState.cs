namespace Helpline.Knowledge.Search;

/// <summary>A snapshot and the index built from it. The index closes when it is retired and the last reader has left.</summary>
internal sealed class KnowledgeState
{
    // One for being current, and one for each reader; at zero the index is closed and nobody can enter.
    private int holders = 1;

    private KnowledgeState(KnowledgeSnapshot snapshot) => Snapshot = snapshot;

    public KnowledgeSnapshot Snapshot { get; }

    public static KnowledgeState Build(KnowledgeSnapshot snapshot, IndexFolder folder) => new(snapshot);

    public StateLease? TryLease()
    {
        while (true)
        {
            var seen = Volatile.Read(ref holders);
            if (seen == 0)
            {
                return null;
            }

            if (Interlocked.CompareExchange(ref holders, seen + 1, seen) == seen)
            {
                return new StateLease(this);
            }
        }
    }

    /// <summary>Another state is current now.</summary>
    public void Retire() => Release();

    internal void Release() => Interlocked.Decrement(ref holders);
}

/// <summary>The right to read a state's index until disposed.</summary>
internal sealed class StateLease(KnowledgeState state) : IDisposable
{
    private int returned;

    public KnowledgeState State => state;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref returned, 1) == 0)
        {
            state.Release();
        }
    }
}
