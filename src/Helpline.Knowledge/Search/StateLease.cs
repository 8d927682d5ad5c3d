namespace Helpline.Knowledge.Search;

/// <summary>The right to read a state's indexes until disposed.</summary>
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
