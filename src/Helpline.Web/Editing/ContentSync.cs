using Helpline.Core.Publishing;
using Helpline.Core.Updates;
using Helpline.Knowledge.Editing;

namespace Helpline.Web.Editing;

/// <summary>
/// Publishes what is due and takes over what any node published: at once when a notice comes over the bus, and within half a second where
/// the notice was lost, by asking for one row. What cannot be taken over is tried again with each look while the old state serves.
/// </summary>
public sealed partial class ContentSync(
    IServiceScopeFactory scopes, EditedContent edited, IContentTakeOver knowledge, ContentSignal signal, TimeProvider time, ILogger<ContentSync> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private bool failing;
    private bool behind;
    private bool started;

    /// <summary>Before the first request is served. A database that is away does not stop the start: the shipped content serves.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PublishingService>().PublishDueAsync(cancellationToken);
            var queries = scope.ServiceProvider.GetRequiredService<PublishingQueries>();
            if (!started || behind || await queries.HeadAsync(cancellationToken) != edited.Content.Head)
            {
                await TakeOverAsync(scope.ServiceProvider, queries, cancellationToken);
            }

            failing = false;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!failing)
            {
                LogFailed(e.GetType().Name);
            }

            failing = true;
        }
    }

    private async Task TakeOverAsync(IServiceProvider services, PublishingQueries queries, CancellationToken cancellationToken)
    {
        var content = await queries.ReadAsync(cancellationToken);
        if (edited.Take(content) || behind)
        {
            behind = !knowledge.TakeOver();
        }

        await services.GetRequiredService<UpdateService>().NoteArrivalsAsync(cancellationToken);
        started = true;
        LogTaken(content.Head, content.Texts.Count, content.Marks.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Edited content {Head} is taken over: {Texts} texts, {Marks} marked wrong")]
    private partial void LogTaken(long head, int texts, int marks);

    [LoggerMessage(Level = LogLevel.Error, Message = "Edited content could not be read ({Error}); what is served stays and it is tried again with each look")]
    private partial void LogFailed(string error);
}
