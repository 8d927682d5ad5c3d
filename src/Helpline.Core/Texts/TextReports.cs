using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Texts;

/// <summary>Takes news of texts that went out: from the telephone service's answer and from its reports, which come in any order.</summary>
public sealed class TextReports(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Notes where a text stands; false when there is no such text or it says nothing new.</summary>
    /// <param name="id">The text.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="providerId">The telephone service's id, where known.</param>
    /// <param name="reason">Why it was not delivered: a code of <see cref="TextReasons"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<bool> NoteAsync(Guid id, TextState state, string? providerId, string? reason, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var now = time.UtcNow();
                var text = await db.Texts.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
                if (text is null || !text.Report(state, providerId, reason, now))
                {
                    return false;
                }

                if (reason == TextReasons.OptedOut && text.NumberKey is { } key)
                {
                    (await db.TextNumberAsync(key, now, cancellationToken)).OptOut(now);
                }

                if (text.IsOver && text.ContactId is { } contactId && await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId, cancellationToken) is { } contact)
                {
                    contact.NoteTextOver(text.State == TextState.Delivered, reason ?? text.Purpose, now);
                }

                return true;
            },
            cancellationToken);
}

/// <summary>Finds what we know of a number.</summary>
internal static class TextNumbers
{
    /// <summary>What we know of it, for a change; made where nothing was known.</summary>
    public static async Task<TextNumber> TextNumberAsync(this HelplineDbContext db, string key, DateTime now, CancellationToken cancellationToken)
    {
        var number = await db.TextNumbers.SingleOrDefaultAsync(n => n.NumberKey == key, cancellationToken);
        if (number is null)
        {
            number = TextNumber.For(key, now);
            db.TextNumbers.Add(number);
        }

        return number;
    }
}
