using Helpline.Knowledge.Search;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge.Content;

/// <summary>Holds the state being served and replaces it whole. The first use loads it; a broken first load throws.</summary>
internal sealed partial class KnowledgeBase(IOptions<KnowledgeOptions> options, ILogger<KnowledgeBase> logger) : IKnowledgeBase, IDisposable
{
    private readonly Lock loading = new();
    private readonly IndexFolder indexes = new(options.Value.IndexPath!);
    private volatile KnowledgeState? state;
    private volatile bool disposed;

    public KnowledgeSnapshot Current => (state ?? Start()).Snapshot;

    /// <summary>The state with its index, which stays open until the lease is returned, whatever is swapped in meanwhile.</summary>
    public StateLease Lease()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if ((state ?? Start()).TryLease() is { } lease)
            {
                return lease;
            }
        }
    }

    /// <summary>Reads the folder again. What is broken is logged and the old state keeps serving.</summary>
    public bool Reload()
    {
        lock (loading)
        {
            try
            {
                return !disposed && Swap(ContentLoader.Load(options.Value.Path!));
            }
            catch (ContentException broken)
            {
                foreach (var problem in broken.Problems)
                {
                    LogProblem(problem.File, problem.Line, problem.Message);
                }

                return false;
            }
            catch (IOException e)
            {
                LogUnreadable(e);
                return false;
            }
            catch (UnauthorizedAccessException e)
            {
                LogUnreadable(e);
                return false;
            }
        }
    }

    public void Dispose()
    {
        lock (loading)
        {
            disposed = true;
            state?.Retire();
            indexes.Dispose();
        }
    }

    private KnowledgeState Start()
    {
        lock (loading)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (state is null)
            {
                Swap(ContentLoader.Load(options.Value.Path!));
            }

            return state!;
        }
    }

    private bool Swap(KnowledgeSnapshot snapshot)
    {
        var old = state;
        if (old?.Snapshot.Version == snapshot.Version)
        {
            return false;
        }

        state = KnowledgeState.Build(snapshot, indexes);
        old?.Retire();
        LogLoaded(snapshot.Version, snapshot.Articles.Count, snapshot.Topics.Count, snapshot.Deadlines.Count);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Knowledge {Version} is being served: {Articles} articles, {Topics} topics, {Deadlines} time limits")]
    private partial void LogLoaded(string version, int articles, int topics, int deadlines);

    [LoggerMessage(Level = LogLevel.Error, Message = "Content change not taken over; the last good state keeps serving. {File}:{Line}: {Problem}")]
    private partial void LogProblem(string file, int line, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content folder could not be read; the last good state keeps serving")]
    private partial void LogUnreadable(Exception exception);
}
