using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Floor;

/// <summary>How long contacts of each topic group usually take: the mean of those closed lately, kept for five minutes as a board is read often.</summary>
public sealed class UsualHandling(IServiceScopeFactory scopes, TimeProvider time, IOptions<FloorOptions> options) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private (DateTime At, IReadOnlyDictionary<string, TimeSpan> Means)? latest;

    /// <summary>The usual time from answer to close by topic group; groups of which too few were closed are not in it.</summary>
    public async Task<IReadOnlyDictionary<string, TimeSpan>> GetAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var now = time.UtcNow();
            if (latest is not { } known || now - known.At >= Fresh)
            {
                latest = known = (now, await ReadAsync(now, cancellationToken));
            }

            return known.Means;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task<IReadOnlyDictionary<string, TimeSpan>> ReadAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var since = now.AddDays(-options.Value.UsualDays);
        var fewest = options.Value.UsualFrom;
        var closed = (int)ContactStatus.Closed;

        // The two databases subtract moments each in their own way, which is all that differs.
        var rows = await (db is SqliteHelplineDbContext
            ? db.Database.SqlQuery<Mean>(
                $"""
                SELECT "TopicGroupId" AS "Group", AVG((julianday("ClosedAt") - julianday("AnsweredAt")) * 86400.0) AS "Seconds" FROM "Contacts"
                WHERE "ArrivedAt" >= {since} AND "Status" = {closed} AND "IsLive" = 1 AND "IsNonData" = 0 AND "AnsweredAt" IS NOT NULL AND "TopicGroupId" IS NOT NULL
                GROUP BY "TopicGroupId" HAVING COUNT(*) >= {fewest}
                """)
            : db.Database.SqlQuery<Mean>(
                $"""
                SELECT [TopicGroupId] AS [Group], AVG(CAST(DATEDIFF(second, [AnsweredAt], [ClosedAt]) AS float)) AS [Seconds] FROM [Contacts]
                WHERE [ArrivedAt] >= {since} AND [Status] = {closed} AND [IsLive] = 1 AND [IsNonData] = 0 AND [AnsweredAt] IS NOT NULL AND [TopicGroupId] IS NOT NULL
                GROUP BY [TopicGroupId] HAVING COUNT(*) >= {fewest}
                """)).ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Group, r => TimeSpan.FromSeconds(r.Seconds), StringComparer.Ordinal);
    }

    private sealed record Mean(string Group, double Seconds);
}
