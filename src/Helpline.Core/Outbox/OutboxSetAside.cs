using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Core.Outbox;

/// <summary>
/// Sets messages aside that can never be done, so that somebody hears of it: in the log, in a metric, and in the timeline of the contact
/// it was about. The message is kept.
/// </summary>
public sealed partial class OutboxSetAside(IServiceScopeFactory scopes, OutboxMetrics metrics, TimeProvider time, ILogger<OutboxSetAside> logger)
{
    /// <summary>Sets one aside, with the entry in the timeline in the same commit. Doing it twice does it once.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="reason">Why, by a code.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task SetAsideAsync(Guid messageId, string reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        var code = reason[..Math.Min(reason.Length, OutboxMessage.CodeLength)];
        var kind = await db.SaveWithRetryAsync(
            async () =>
            {
                // The payload is not read: it may be what is wrong.
                var found = await db.Outbox.Where(m => m.Id == messageId && m.SetAsideAt == null)
                    .Select(m => new { m.Kind, m.ContactId }).SingleOrDefaultAsync(cancellationToken);
                if (found is null)
                {
                    return null;
                }

                var now = time.UtcNow();
                MarkSetAside(db, messageId, code, now);
                if (found.Kind == TextNote.Kind)
                {
                    await NoteTextAsync(db, messageId, code, now, cancellationToken);
                }
                else if (found.ContactId is { } id && await db.Contacts.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } contact)
                {
                    contact.NoteMailNotDelivered(code, now);
                }

                return found.Kind;
            },
            cancellationToken);
        if (kind is not null)
        {
            metrics.SetAside(kind, code);
            LogSetAside(messageId, kind, code);
        }
    }

    private static async Task NoteTextAsync(HelplineDbContext db, Guid messageId, string code, DateTime now, CancellationToken cancellationToken)
    {
        var text = await db.Texts.SingleOrDefaultAsync(t => t.Id == messageId, cancellationToken);
        if (text?.Report(TextState.NotDelivered, null, code, now) == true && text.ContactId is { } contactId)
        {
            (await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId, cancellationToken))?.NoteTextOver(delivered: false, code, now);
        }
    }

    private static void MarkSetAside(HelplineDbContext db, Guid messageId, string code, DateTime now)
    {
        var message = db.Entry(new OutboxMessage());
        message.Property(m => m.Id).CurrentValue = messageId;
        message.State = EntityState.Unchanged;
        message.Entity.SetAsideAt = now;
        message.Entity.SetAsideReason = code;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox message {MessageId} ({Kind}) is set aside and will not be tried again: {Reason}.")]
    private partial void LogSetAside(Guid messageId, string kind, string reason);
}
