using System.Globalization;
using Helpline.Core.Data;
using Helpline.Core.Mail;

namespace Helpline.Core.Enquiries;

/// <summary>The mails of an enquiry. They carry the reference and a secret link, never what was asked or answered.</summary>
internal static class EnquiryMails
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private const string Private = "Keep this email to yourself: anyone who has the link can read what you wrote and what we answer.";
    private const string NoReplies = "Please do not reply to this email. Nobody reads what arrives at this address.";
    private const string Danger = "If someone is in danger now, call 999.";

    /// <summary>Tells that the question has arrived.</summary>
    public static void Received(HelplineDbContext db, Enquiry enquiry, string to, DateTime dueAt, DateTime now) => Add(db, enquiry, MailPurposes.Received, now, new()
    {
        To = to,
        Subject = $"We have your question ({enquiry.Reference})",
        Before =
        [
            "Thank you for writing to the SEND Helpline. An adviser will read your question and answer it in writing.",
            $"We will reply by {Day(dueAt)}. We will send you an email when the answer is there.",
            $"Your reference is {enquiry.Reference}.",
        ],
        LinkText = "See your question",
        LinkPath = "",
        After = [Private, NoReplies, Danger],
    });

    /// <summary>Tells that the answer is there.</summary>
    public static void Answered(HelplineDbContext db, Enquiry enquiry, string to, DateTime now) => Add(db, enquiry, MailPurposes.Answered, now, new()
    {
        To = to,
        Subject = $"Your answer is ready ({enquiry.Reference})",
        Before =
        [
            "An adviser at the SEND Helpline has answered your question.",
            "To keep it private, the answer is not in this email. Use the link to read it.",
        ],
        LinkText = "Read your answer",
        LinkPath = "",
        After =
        [
            enquiry.FollowedUpAt is null
                ? "If something is still not clear, you can write to us once more on the same page. You can also tell us there whether we helped."
                : "You can tell us on the same page whether we helped.",
            Private,
            NoReplies,
            Danger,
        ],
    });

    /// <summary>Tells that the follow-up has arrived.</summary>
    public static void FollowUpReceived(HelplineDbContext db, Enquiry enquiry, string to, DateTime dueAt, DateTime now) => Add(db, enquiry, MailPurposes.FollowUpReceived, now, new()
    {
        To = to,
        Subject = $"We have your follow-up question ({enquiry.Reference})",
        Before = [$"Thank you for writing again. An adviser will answer by {Day(dueAt)}. We will send you an email when the answer is there."],
        LinkText = "See your question",
        LinkPath = "",
        After = [Private, NoReplies, Danger],
    });

    /// <summary>Each mail gets its own secret, as only hashes are kept.</summary>
    private static void Add(HelplineDbContext db, Enquiry enquiry, string purpose, DateTime now, MailNote note)
    {
        var secret = EnquirySecret.NewSecret();
        enquiry.Admit(EnquirySecret.HashOf(secret), now);

        // The message that was just added to the thread is what the mail tells of.
        var about = enquiry.Messages[^1].ContactId;
        var addressed = note with { LinkPath = $"/enquiries/{enquiry.Reference}?key={secret}", Origin = enquiry.Origin };
        db.Outbox.Add(addressed.ToOutbox(now, about, purpose));
    }

    private static string Day(DateTime dueAt) => ReplyDay.Of(dueAt).ToString("dddd d MMMM yyyy", English);
}
