using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Adjustments;

/// <summary>What adjustments change in the handling of a contact.</summary>
internal static class SlowerHandling
{
    /// <summary>The time allowed for wrap-up: twice as much where the enquirer speaks through a relay or an interpreter.</summary>
    public static async Task<TimeSpan> WrapUpAsync(this HelplineDbContext db, Contact contact, TimeSpan usual, CancellationToken cancellationToken) =>
        contact.EnquirerKey is { } key && await db.Adjustments.AnyAsync(a => a.EnquirerKey == key && (a.Kinds & EnquirerAdjustments.Slow) != 0, cancellationToken)
            ? 2 * usual
            : usual;
}

/// <summary>Keeps what enquirers have asked for once, and takes it away when they say so.</summary>
public sealed class AdjustmentService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Marks what the enquirer of a contact asks for; with nothing in it, what was marked is taken away.</summary>
    public Task<AdjustmentOutcome> MarkAsync(MarkAdjustments input, CancellationToken cancellationToken) =>
        TooLong(input)
            ? Task.FromResult(AdjustmentOutcome.TooLong)
            : WithEnquirerAsync(
                input.ContactId,
                input.AdviserId,
                (contact, marked) =>
                {
                    var now = time.UtcNow();
                    if (IsEmpty(input))
                    {
                        Forget(contact, marked, now);
                        return;
                    }

                    if (marked is null)
                    {
                        marked = EnquirerAdjustments.For(contact.EnquirerKey!);
                        db.Adjustments.Add(marked);
                    }

                    marked.Mark(input, now);
                    contact.NoteAdjustments(kept: true, now);
                },
                cancellationToken);

    /// <summary>Takes away what was marked: the enquirer no longer needs it, or does not want it kept.</summary>
    public Task<AdjustmentOutcome> ForgetAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        WithEnquirerAsync(contactId, adviserId, (contact, marked) => Forget(contact, marked, time.UtcNow()), cancellationToken);

    /// <summary>What the enquirer of a contact has asked for; null where nothing is known. Ask first whether the reader has the contact.</summary>
    public Task<EnquirerAdjustments?> FindAsync(ContactId contactId, CancellationToken cancellationToken) =>
        db.Adjustments.AsNoTracking()
            .SingleOrDefaultAsync(a => db.Contacts.Any(c => c.Id == contactId && c.EnquirerKey == a.EnquirerKey), cancellationToken);

    private void Forget(Contact contact, EnquirerAdjustments? marked, DateTime now)
    {
        if (marked is not null)
        {
            db.Adjustments.Remove(marked);
            contact.NoteAdjustments(kept: false, now);
        }
    }

    private Task<AdjustmentOutcome> WithEnquirerAsync(
        ContactId contactId, AdviserId adviserId, Action<Contact, EnquirerAdjustments?> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == contactId && c.AdviserId == adviserId, cancellationToken);
                if (contact is null)
                {
                    return AdjustmentOutcome.NotYours;
                }

                if (contact.Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
                {
                    return AdjustmentOutcome.NotNow;
                }

                if (contact.EnquirerKey is not { } key)
                {
                    return AdjustmentOutcome.NobodyKnown;
                }

                change(contact, await db.Adjustments.SingleOrDefaultAsync(a => a.EnquirerKey == key, cancellationToken));
                return AdjustmentOutcome.Done;
            },
            cancellationToken);

    private static bool IsEmpty(MarkAdjustments input) =>
        input.Kinds == AdjustmentKinds.None && string.IsNullOrWhiteSpace(input.Language) && string.IsNullOrWhiteSpace(input.SafeHours) && string.IsNullOrWhiteSpace(input.Note);

    private static bool TooLong(MarkAdjustments input) =>
        input.Language?.Length > EnquirerAdjustments.ShortLength || input.SafeHours?.Length > EnquirerAdjustments.ShortLength
        || input.Note?.Length > EnquirerAdjustments.NoteLength;
}
