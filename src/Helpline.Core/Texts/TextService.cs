using System.Security.Cryptography;
using System.Text;
using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Texts;

/// <summary>A text from an adviser to the person they have a contact with.</summary>
public sealed record SendText
{
    /// <summary>The contact.</summary>
    public required ContactId ContactId { get; init; }

    /// <summary>Who sends it.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>The number, as typed and confirmed with the person.</summary>
    public required string? To { get; init; }

    /// <summary>The words exactly as they were previewed.</summary>
    public required string Body { get; init; }

    /// <summary>The mark of the preview that was confirmed: <see cref="TextService.MarkOf"/>.</summary>
    public required string? Previewed { get; init; }
}

/// <summary>What came of sending a text.</summary>
public enum TextOutcome
{
    /// <summary>It is in the outbox.</summary>
    Queued,

    /// <summary>The adviser does not have this contact.</summary>
    NotYours,

    /// <summary>The contact is not in the adviser's hands any more.</summary>
    NotNow,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It has more than <see cref="TextBody.MostSegments"/> parts.</summary>
    TooLong,

    /// <summary>The number can't receive texts.</summary>
    CannotReceive,

    /// <summary>The person has asked for no texts.</summary>
    OptedOut,

    /// <summary>What is to be sent is not what was previewed.</summary>
    NotPreviewed,
}

/// <summary>A text as the pages of staff show it.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Body">What it said.</param>
/// <param name="Segments">How many parts it had.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was not delivered.</param>
/// <param name="At">When it was written, UTC.</param>
public sealed record TextView(string Purpose, string Body, int Segments, TextState State, string? Reason, DateTime At);

/// <summary>Sends an adviser's texts and shows what became of them.</summary>
public sealed class TextService(HelplineDbContext db, EnquirerKeys keys, TimeProvider time)
{
    private static readonly TimeSpan SameTextWithin = TimeSpan.FromMinutes(10);

    /// <summary>The mark of a preview: the same number and words have the same one, others never.</summary>
    public static string MarkOf(string? to, string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{to}\n{body}")));

    /// <summary>Sends a text that was previewed. The same text to the same contact again within ten minutes is one text.</summary>
    public async Task<TextOutcome> SendAsync(SendText input, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(input.Body))
        {
            return TextOutcome.Empty;
        }

        if (!TextBody.Fits(input.Body))
        {
            return TextOutcome.TooLong;
        }

        if (!UkMobile.TryRead(input.To, out var to))
        {
            return TextOutcome.CannotReceive;
        }

        if (input.Previewed != MarkOf(to, input.Body))
        {
            return TextOutcome.NotPreviewed;
        }

        var key = await keys.ForAsync(to, cancellationToken);
        return await db.SaveWithRetryAsync(() => SendOnceAsync(input, to, key, cancellationToken), cancellationToken);
    }

    /// <summary>Whether the number's owner has asked for no texts.</summary>
    public async Task<bool> HasOptedOutAsync(string? number, CancellationToken cancellationToken)
    {
        var key = await keys.ForAsync(number, cancellationToken);
        return key is not null && await db.TextNumbers.AnyAsync(n => n.NumberKey == key && n.OptedOutAt != null, cancellationToken);
    }

    /// <summary>The texts that went out for a contact, oldest first. Ask first whether the reader has the contact.</summary>
    public async Task<IReadOnlyList<TextView>> SentAsync(ContactId contactId, CancellationToken cancellationToken) =>
        await db.Texts.AsNoTracking().Where(t => t.ContactId == contactId && t.State != TextState.Received)
            .OrderBy(t => t.At).Select(t => new TextView(t.Purpose, t.Body, t.Segments, t.State, t.Reason, t.At)).ToListAsync(cancellationToken);

    private async Task<TextOutcome> SendOnceAsync(SendText input, string to, string? key, CancellationToken cancellationToken)
    {
        var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == input.ContactId && c.AdviserId == input.AdviserId, cancellationToken);
        if (contact is null)
        {
            return TextOutcome.NotYours;
        }

        if (contact.Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
        {
            return TextOutcome.NotNow;
        }

        if (await db.TextNumbers.AnyAsync(n => n.NumberKey == key && n.OptedOutAt != null, cancellationToken))
        {
            return TextOutcome.OptedOut;
        }

        var now = time.UtcNow();
        var since = now - SameTextWithin;
        var lately = await db.Texts.AsNoTracking().Where(t => t.ContactId == contact.Id && t.NumberKey == key && t.At >= since).ToListAsync(cancellationToken);
        if (!lately.Exists(t => t.Body == input.Body))
        {
            new NewText { To = to, NumberKey = key, ContactId = contact.Id, Purpose = TextPurposes.Agreed, Words = input.Body }.AddTo(db, now);
            contact.NoteTextWritten(TextPurposes.Agreed, ProcessContext.By(input.AdviserId), now);
        }

        return TextOutcome.Queued;
    }
}
