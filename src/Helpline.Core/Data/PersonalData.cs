using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Blocks;
using Helpline.Core.Bookings;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Feedback;
using Helpline.Core.Outbox;
using Helpline.Core.Recall;
using Helpline.Core.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helpline.Core.Data;

/// <summary>The columns that hold personal data, in one place. A test compares the list with the model.</summary>
public static class PersonalData
{
    /// <summary>Entity and property of every encrypted column.</summary>
    public static IReadOnlyList<(Type Entity, string Property)> Columns { get; } =
    [
        (typeof(OwnPhone), nameof(OwnPhone.Number)),
        (typeof(Contact), nameof(Contact.Adjustments)),
        (typeof(Contact), nameof(Contact.CallbackNumber)),
        (typeof(Contact), nameof(Contact.EnquirerName)),
        (typeof(Contact), nameof(Contact.EnquirerNumber)),
        (typeof(Contact), nameof(Contact.EnquirerEmail)),
        (typeof(Contact), nameof(Contact.Notes)),
        (typeof(ContactFeedback), nameof(ContactFeedback.Comment)),
        (typeof(EnquiryMessage), nameof(EnquiryMessage.Body)),
        (typeof(EnquiryDraft), nameof(EnquiryDraft.Body)),
        (typeof(EnquiryJourney), nameof(EnquiryJourney.State)),
        (typeof(Block), nameof(Block.Note)),
        (typeof(Booking), nameof(Booking.Number)),
        (typeof(Booking), nameof(Booking.Name)),
        (typeof(Booking), nameof(Booking.Email)),
        (typeof(Booking), nameof(Booking.Happened)),
        (typeof(Booking), nameof(Booking.Wanted)),
        (typeof(Booking), nameof(Booking.Dates)),
        (typeof(RecallEntry), nameof(RecallEntry.Note)),
        (typeof(EnquirerAdjustments), nameof(EnquirerAdjustments.Language)),
        (typeof(EnquirerAdjustments), nameof(EnquirerAdjustments.SafeHours)),
        (typeof(EnquirerAdjustments), nameof(EnquirerAdjustments.Note)),
        (typeof(TextMessage), nameof(TextMessage.Body)),
        (typeof(OutboxMessage), nameof(OutboxMessage.Payload)),
        (typeof(WebhookReply), nameof(WebhookReply.Body)),
        (typeof(InstallationSecret), nameof(InstallationSecret.Value)),
    ];

    internal static void Encrypt(ModelBuilder builder, ColumnProtector protector)
    {
        var converter = new ValueConverter<string, string>(text => protector.Protect(text), stored => protector.Unprotect(stored));
        foreach (var (entity, property) in Columns)
        {
            // The stored form is longer than the text, so the column has no length; the length of the text is the input's business.
            var column = builder.Entity(entity).Property(property);
            column.HasConversion(converter);
            column.Metadata.SetMaxLength(null);
        }
    }
}
