using System.Globalization;
using Helpline.Analytics.Data;
using Helpline.Analytics.Delivery;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Analytics.Anonymising;

/// <summary>Turns a closed window into messages: facts out, messages in and the window marked, in one transaction.</summary>
internal sealed class WindowPublisher(AnalyticsDbContext db, TimeProvider clock, IOptions<AnalyticsOptions> options)
{
    /// <summary>
    /// Windows that facts fewer than k may wait for company after their week has closed, before they are published
    /// in a total only.
    /// </summary>
    internal const int WindowsOfPatience = 4;

    /// <summary>The closed windows that hold facts, the oldest first.</summary>
    public async Task<IReadOnlyList<(FactsKind Kind, DateOnly Week)>> ClosedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var held = await db.HeldFacts
            .GroupBy(row => new { row.Kind, row.Week })
            .Select(group => new { group.Key.Kind, group.Key.Week, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. held
            .Where(window => Opened(window.Week) + options.Value.Window <= now)
            .Where(window => window.Count >= options.Value.K
                || Opened(window.Week) + ((WindowsOfPatience + 1) * options.Value.Window) <= now)
            .OrderBy(window => window.Week).ThenBy(window => window.Kind)
            .Select(window => (window.Kind, window.Week))];
    }

    /// <summary>False when another node published the window meanwhile.</summary>
    public async Task<bool> PublishAsync(FactsKind kind, DateOnly week, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var held = await db.HeldFacts.Where(row => row.Kind == kind && row.Week == week).ToListAsync(cancellationToken);
        if (held.Count == 0)
        {
            return false;
        }

        var number = 1 + await db.PublishedWindows
            .CountAsync(window => window.Kind == kind && window.Week == week, cancellationToken);
        var windowId = string.Create(
            CultureInfo.InvariantCulture, $"{EnumCodes.Of(kind)}-{week:yyyy-MM-dd}-{number}");
        var now = clock.GetUtcNow().UtcDateTime;
        db.HeldFacts.RemoveRange(held);
        db.PublishedWindows.Add(new PublishedWindow { WindowId = windowId, Kind = kind, Week = week, PublishedAt = now });
        foreach (var message in Messages(kind, week, windowId, held))
        {
            db.Outbox.Add(new OutboxMessage
            {
                Id = Guid.NewGuid(),
                Type = message.GetType().Name,
                Body = FactsJson.Write(message),
                CreatedAt = now,
                DueAt = now,
            });
        }

        return await SaveAsync(windowId, cancellationToken);
    }

    private static DateTime Opened(DateOnly week) => CoarseTime.StartOf(week);

    private object[] Messages(FactsKind kind, DateOnly week, string windowId, List<HeldFacts> held) => kind switch
    {
        FactsKind.Contacts => Contacts(week, windowId, held.ConvertAll(row => FactsJson.Read<ContactFacts>(row.Body))),
        FactsKind.Satisfaction =>
            [Satisfaction(week, windowId, held.ConvertAll(row => FactsJson.Read<SatisfactionFacts>(row.Body)))],
    };

    private object[] Contacts(DateOnly week, string windowId, List<ContactFacts> facts)
    {
        var result = Anonymiser.Anonymise(facts, options.Value.K);
        return
        [
            new ContactsPublished { WindowId = windowId, WeekStarting = week, K = options.Value.K, Cells = result.Cells },
            new TotalsPublished
            {
                WindowId = windowId,
                WeekStarting = week,
                K = options.Value.K,
                Contacts = result.Contacts,
                NotInCells = result.NotInCells,
                Tables = result.Tables,
            },
        ];
    }

    private SatisfactionPublished Satisfaction(DateOnly week, string windowId, List<SatisfactionFacts> facts) => new()
    {
        WindowId = windowId,
        WeekStarting = week,
        K = options.Value.K,
        Tables = SatisfactionAnonymiser.Anonymise(facts, options.Value.K),
    };

    // Two nodes at one window: the window's key and the rows to remove let only one of them through.
    private async Task<bool> SaveAsync(string windowId, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Rows to remove were gone: another node published them, perhaps under the number before this one.
            return false;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.PublishedWindows.AnyAsync(window => window.WindowId == windowId, cancellationToken))
            {
                return false;
            }

            throw;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
