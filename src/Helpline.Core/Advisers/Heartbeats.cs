using System.Collections.Concurrent;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Advisers;

/// <summary>
/// When the consoles of this node were last alive. A beat costs no write of its own: every few seconds one statement writes the advisers
/// who beat since. What is written is the oldest of those beats, so the database never believes a console to have been alive later than
/// it was, and with a beat every 5 seconds and a write every 2 it is at most 9 seconds behind one that lives, 14 after a lost beat.
/// A killed node loses the beats of one such pause; its consoles beat again as soon as they have connected elsewhere.
/// </summary>
public sealed class Heartbeats(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>How often a console beats.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    // SQL Server takes 2,100 parameters in one statement.
    private const int MostInOneWrite = 500;

    private readonly ConcurrentDictionary<AdviserId, DateTime> latest = new();
    private readonly ConcurrentDictionary<AdviserId, bool> unwritten = new();

    /// <summary>The console of this adviser is alive.</summary>
    public void Beat(AdviserId adviserId)
    {
        latest[adviserId] = time.UtcNow();
        unwritten[adviserId] = true;
    }

    /// <summary>The last beat, UTC: as this node heard it or as the database has it, whichever is later.</summary>
    public DateTime LatestOf(AdviserId adviserId, DateTime stored) =>
        latest.TryGetValue(adviserId, out var heard) && heard > stored ? heard : stored;

    /// <summary>Writes the beats heard since the last write. Returns how many advisers beat.</summary>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var ids in unwritten.Keys.Chunk(MostInOneWrite))
        {
            // Taken off the list first: a beat that comes meanwhile is written next time. When the write fails the next beat is soon there.
            foreach (var id in ids)
            {
                unwritten.TryRemove(id, out _);
            }

            var oldest = ids.Min(id => latest[id]);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().Advisers
                .Where(a => ids.Contains(a.Id) && a.HeartbeatAt < oldest)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.HeartbeatAt, oldest), cancellationToken);
            written += ids.Length;
        }

        return written;
    }
}
