using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge.Content;

/// <summary>Loads the content before the program serves anything, then watches the files.</summary>
internal sealed class ContentWatcher(KnowledgeBase knowledge, IOptions<KnowledgeOptions> options, TimeProvider time) : IHostedService, IDisposable
{
    private FileSystemWatcher? watcher;
    private Debounce? debounce;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Read before watching: broken content stops the start here.
        _ = knowledge.Current;
        debounce = new Debounce(time, options.Value.ReloadDelay, () => knowledge.Reload());
        watcher = new FileSystemWatcher(options.Value.Path!) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => debounce.Signal();
        watcher.Created += (_, _) => debounce.Signal();
        watcher.Deleted += (_, _) => debounce.Signal();
        watcher.Renamed += (_, _) => debounce.Signal();
        // The system lost events: read everything again to be sure.
        watcher.Error += (_, _) => debounce.Signal();
        watcher.EnableRaisingEvents = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        watcher?.Dispose();
        debounce?.Dispose();
    }
}
