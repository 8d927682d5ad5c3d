using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Helpline.Benchmarks.Measuring;

/// <summary>Counts the commits that write, as SQLite itself reports them, on every connection that is opened.</summary>
internal sealed class CommitCounter : DbConnectionInterceptor
{
    private readonly delegate_commit count;
    private long commits;

    public CommitCounter() => count = _ =>
    {
        Interlocked.Increment(ref commits);
        return 0;
    };

    public long Commits => Interlocked.Read(ref commits);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        raw.sqlite3_commit_hook(((SqliteConnection)connection).Handle, count, null);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
