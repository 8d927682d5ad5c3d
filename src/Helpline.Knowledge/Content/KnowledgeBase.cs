using Helpline.Knowledge.Editing;
using Helpline.Knowledge.Search;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge.Content;

/// <summary>Holds the state being served and replaces it whole. The first use loads it; a broken first load throws.</summary>
internal sealed partial class KnowledgeBase(IOptions<KnowledgeOptions> options, ILogger<KnowledgeBase> logger, IContentOverlay? overlay = null)
    : IKnowledgeBase, IContentTakeOver, IDisposable
{
    private readonly Lock loading = new();
    private readonly IndexFolder indexes = new(options.Value.IndexPath!);
    private volatile KnowledgeState? state;
    private volatile OverlaidContent? content;
    private volatile bool disposed;

    public KnowledgeSnapshot Current => (state ?? Start()).Snapshot;

    public IReadOnlyList<ContentIssue> Issues => content?.Issues ?? [];

    /// <summary>The texts on top of the folder that are served.</summary>
    public IReadOnlyDictionary<string, string> Taken => content?.Taken ?? ContentOverlay.None.Texts;

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

    /// <summary>Reads folder and overlay again. What is broken is logged and the old state keeps serving. Whether another state serves now.</summary>
    public bool Reload() => Replace() == true;

    public bool TakeOver() => Replace() is not null;

    /// <summary>Whether another state serves now; null when reading or building it failed.</summary>
    private bool? Replace()
    {
        lock (loading)
        {
            try
            {
                return !disposed && Swap(Load());
            }
            catch (ContentException broken)
            {
                foreach (var problem in broken.Problems)
                {
                    LogProblem(problem.File, problem.Line, problem.Message);
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Unreadable files, a full disk under the index: whatever it is, what served before must go on serving.
                LogUnreadable(e);
            }

            return null;
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
                Swap(Load());
            }

            return state!;
        }
    }

    private OverlaidContent Load() => OverlaidContent.Load(options.Value.Path!, overlay?.Current ?? ContentOverlay.None);

    private bool Swap(OverlaidContent loaded)
    {
        var snapshot = loaded.Snapshot;
        var old = state;
        if (old?.Snapshot.Version == snapshot.Version)
        {
            content = loaded;
            return false;
        }

        state = KnowledgeState.Build(snapshot, indexes);
        content = loaded;
        old?.Retire();
        LogLoaded(snapshot.Version, snapshot.Articles.Count, snapshot.Topics.Count, snapshot.Deadlines.Count);
        foreach (var issue in loaded.Issues)
        {
            LogLeftOut(issue.Path, issue.Line, issue.Message);
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Knowledge {Version} is being served: {Articles} articles, {Topics} topics, {Deadlines} time limits")]
    private partial void LogLoaded(string version, int articles, int topics, int deadlines);

    [LoggerMessage(Level = LogLevel.Error, Message = "Content change not taken over; the last good state keeps serving. {File}:{Line}: {Problem}")]
    private partial void LogProblem(string file, int line, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "An edited text is not served; the shipped file serves instead. {Path}:{Line}: {Problem}")]
    private partial void LogLeftOut(string path, int line, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content folder could not be read; the last good state keeps serving")]
    private partial void LogUnreadable(Exception exception);
}
