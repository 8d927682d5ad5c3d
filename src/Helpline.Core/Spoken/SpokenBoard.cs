using System.Collections.Concurrent;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Core.Spoken;

/// <summary>
/// Keeps for this process what callers hear: for two seconds what was chosen, and the recordings for as long as they are chosen, so that a call costs no read. It
/// never fails: while the database cannot be read, what was known last goes on, and where nothing was known the built-in words are said.
/// </summary>
public sealed partial class SpokenBoard(IServiceScopeFactory scopes, TimeProvider time, ILogger<SpokenBoard> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, SpokenSound> sounds = new();
    private Known? known;

    /// <summary>What callers hear now.</summary>
    public async Task<SpokenView> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var seen = known;
        if (seen is null || now - seen.At >= Fresh || now < seen.At)
        {
            try
            {
                seen = new Known(now, await ReadAsync(cancellationToken));
                Forget(seen.View);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
            {
                LogUnread(failure.GetType().Name, failure);
                seen = new Known(now, seen?.View ?? SpokenView.BuiltIn);
            }

            known = seen;
        }

        return seen.View;
    }

    /// <summary>The file of a recording that is chosen now; null for any other, and while it cannot be read: then the text is said.</summary>
    public async Task<SpokenSound?> SoundAsync(Guid id, CancellationToken cancellationToken)
    {
        var view = await CurrentAsync(cancellationToken);
        if (view.GreetingRecording?.Id != id && view.PrivacyRecording?.Id != id)
        {
            return null;
        }

        if (sounds.TryGetValue(id, out var kept))
        {
            return kept;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
            var read = await db.SpokenRecordings.AsNoTracking().Where(r => r.Id == id).Select(r => new SpokenSound(r.Kind, r.Content)).SingleOrDefaultAsync(cancellationToken);
            return read is null ? null : sounds.GetOrAdd(id, read);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            LogUnread(failure.GetType().Name, failure);
            return null;
        }
    }

    /// <summary>Forgets what was chosen, so that the next reader sees the present.</summary>
    public void Refresh() => known = null;

    private void Forget(SpokenView view)
    {
        foreach (var id in sounds.Keys.Where(id => view.GreetingRecording?.Id != id && view.PrivacyRecording?.Id != id))
        {
            sounds.TryRemove(id, out _);
        }
    }

    private async Task<SpokenView> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        return await (
            from w in db.SpokenWords.AsNoTracking()
            select new SpokenView
            {
                Version = w.Version,
                Greeting = w.Greeting,
                Privacy = w.Privacy,
                Voice = w.Voice,
                GreetingRecording = db.SpokenRecordings.Where(r => r.Id == w.GreetingRecordingId)
                    .Select(r => new SpokenRecordingView(r.Id, r.Kind, r.Seconds, r.AddedAt)).FirstOrDefault(),
                PrivacyRecording = db.SpokenRecordings.Where(r => r.Id == w.PrivacyRecordingId)
                    .Select(r => new SpokenRecordingView(r.Id, r.Kind, r.Seconds, r.AddedAt)).FirstOrDefault(),
                ChangedAt = w.ChangedAt,
                ChangedBy = db.Users.Where(u => u.Id == w.ChangedBy).Select(u => u.DisplayName).FirstOrDefault() ?? "a colleague",
            }).SingleOrDefaultAsync(cancellationToken) ?? SpokenView.BuiltIn;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What callers hear could not be read ({Kind}); what was known goes on.")]
    private partial void LogUnread(string kind, Exception exception);

    private sealed record Known(DateTime At, SpokenView View);
}

/// <summary>A recording with its content.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">The file.</param>
public sealed record SpokenSound(SoundKind Kind, byte[] Content);
