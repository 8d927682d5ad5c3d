using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Texts;

namespace Helpline.Core.Enquiries;

/// <summary>The texts of an enquiry that came by text. They carry the reference and a secret link; the answer itself only where its adviser chose that.</summary>
internal static class EnquiryTexts
{
    /// <summary>Tells that the question has arrived.</summary>
    public static void Received(HelplineDbContext db, Enquiry enquiry, Contact contact, DateTime now)
    {
        Add(db, contact, TextPurposes.Received, TextWords.Received(enquiry.Reference, contact.ReplyDueAt!.Value), now);
        contact.NoteTextWritten(TextPurposes.Received, ProcessContext.System, now);
    }

    /// <summary>Tells that the answer is there, and asks later whether it helped.</summary>
    /// <param name="db">The database.</param>
    /// <param name="enquiry">The enquiry.</param>
    /// <param name="contact">The contact that was answered.</param>
    /// <param name="inText">The answer as it goes into the text itself; null for the link to it.</param>
    /// <param name="options">When to ask whether it helped.</param>
    /// <param name="by">Who answered.</param>
    /// <param name="now">The moment, UTC.</param>
    public static void Answered(HelplineDbContext db, Enquiry enquiry, Contact contact, string? inText, TextOptions options, AdviserId by, DateTime now)
    {
        if (!UkMobile.Is(contact.EnquirerNumber))
        {
            contact.NoteTextOver(delivered: false, TextReasons.CannotReceive, now);
            return;
        }

        contact.NoteTextWritten(inText is null ? TextPurposes.Answered : TextPurposes.AnswerInText, ProcessContext.By(by), now);
        TextSurvey.Ask(db, contact, options, now);
        if (inText is not null)
        {
            Add(db, contact, TextPurposes.AnswerInText, inText, now);
            return;
        }

        // Each text gets its own secret, as only hashes are kept.
        var secret = EnquirySecret.NewSecret();
        enquiry.Admit(EnquirySecret.HashOf(secret), now);
        Add(db, contact, TextPurposes.Answered, TextWords.Answered(enquiry.Reference), now, $"/enquiries/{enquiry.Reference}?key={secret}", enquiry.Origin);
    }

    private static void Add(
        HelplineDbContext db, Contact contact, string purpose, string words, DateTime now, string? linkPath = null, string? origin = null) =>
        new NewText
        {
            To = contact.EnquirerNumber!,
            NumberKey = contact.EnquirerKey,
            ContactId = contact.Id,
            Purpose = purpose,
            Words = words,
            LinkPath = linkPath,
            Origin = origin,
        }.AddTo(db, now);
}
