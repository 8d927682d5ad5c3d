using Helpline.Analytics.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Analytics.Figures;

/// <summary>Adds a message's figures once, however often and in whatever order messages come.</summary>
internal sealed class FiguresInbox(AnalyticsDbContext db, TimeProvider clock)
{
    public async Task AddOnceAsync(Guid? messageId, Action<AnalyticsDbContext> add, CancellationToken cancellationToken)
    {
        var id = messageId ?? throw new InvalidOperationException("A figures message came without its id.");

        // A message tried again may find what its failed attempt left behind.
        db.ChangeTracker.Clear();
        if (await RecordedAsync(id, cancellationToken))
        {
            return;
        }

        db.Inbox.Add(new InboxMessage { MessageId = id, ReceivedAt = clock.GetUtcNow().UtcDateTime });
        add(db);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same message at two consumers at once: the inbox key lets one of them through.
            db.ChangeTracker.Clear();
            if (!await RecordedAsync(id, cancellationToken))
            {
                throw;
            }
        }
    }

    private Task<bool> RecordedAsync(Guid id, CancellationToken cancellationToken) =>
        db.Inbox.AnyAsync(seen => seen.MessageId == id, cancellationToken);
}
