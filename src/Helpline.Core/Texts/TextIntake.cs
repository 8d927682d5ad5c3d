using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Enquiries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Texts;

/// <summary>
/// Takes texts in. A text joins its sender's open question, or is its follow-up, or begins an enquiry; whatever it is, it is saved before it is
/// acknowledged, and the same one again changes nothing.
/// </summary>
public sealed class TextIntake(HelplineDbContext db, EnquirerKeys keys, IReplyDates replyDates, TimeProvider time, IOptions<TextOptions> options)
{
    /// <summary>Takes one in.</summary>
    public async Task<TextIntakeOutcome> ReceiveAsync(IncomingText input, CancellationToken cancellationToken)
    {
        var key = await keys.ForAsync(input.From, cancellationToken);
        return await db.SaveWithRetryAsync(() => ReceiveOnceAsync(input, key, cancellationToken), cancellationToken);
    }

    private async Task<TextIntakeOutcome> ReceiveOnceAsync(IncomingText input, string? key, CancellationToken cancellationToken)
    {
        if (await db.Texts.AnyAsync(t => t.ProviderId == input.ProviderId, cancellationToken))
        {
            return TextIntakeOutcome.Repeat;
        }

        var now = time.UtcNow();
        var number = key is null ? null : await db.TextNumberAsync(key, now, cancellationToken);
        number?.Heard(now);
        if (TextKeywords.Of(input.Body, input.OptOutType) is var keyword and not TextKeyword.None)
        {
            Follow(keyword, number, input, now);
            db.Texts.Add(TextMessage.In(input.ProviderId, key, null, TextPurposes.Keyword, now));
            return TextIntakeOutcome.Keyword;
        }

        if (key is not null && await TextSurvey.TakeAsync(db, input.Body, key, options.Value, now, cancellationToken) is { } surveyed)
        {
            db.Texts.Add(TextMessage.In(input.ProviderId, key, surveyed, TextPurposes.SurveyAnswer, now));
            return TextIntakeOutcome.Survey;
        }

        var (outcome, contact) = key is null
            ? (TextIntakeOutcome.NewEnquiry, await NewEnquiryAsync(input, null, null, now, cancellationToken))
            : await JoinAsync(input, key, now, cancellationToken) ?? await FollowUpAsync(input, key, now, cancellationToken)
                ?? (TextIntakeOutcome.NewEnquiry, await NewEnquiryAsync(input, key, number, now, cancellationToken));
        contact.NoteTextReceived(now);
        db.Texts.Add(TextMessage.In(input.ProviderId, key, contact.Id, TextPurposes.Question, now));
        return outcome;
    }

    private void Follow(TextKeyword keyword, TextNumber? number, IncomingText input, DateTime now)
    {
        switch (keyword)
        {
            case TextKeyword.Stop:
                number?.OptOut(now);
                break;
            case TextKeyword.Start:
                number?.OptIn(now);
                break;
            case TextKeyword.Help when input.OptOutType is null && UkMobile.Is(input.From) && number?.TakeAutomatic(options.Value.AutomaticPerHour, now) == true:
                var site = options.Value.PublicBaseUrl.Length > 0 ? options.Value.PublicBaseUrl : input.Origin ?? "";
                new NewText { To = input.From, NumberKey = number.NumberKey, Purpose = TextPurposes.Help, Words = TextWords.Help(options.Value.Phone, site) }.AddTo(db, now);
                break;
            case TextKeyword.Help or TextKeyword.None:
                break;
        }
    }

    /// <summary>Adds the text to a question that is not answered yet. The contact is written too, so that an answer sent at this moment and the text do not pass each other by.</summary>
    private async Task<(TextIntakeOutcome Outcome, Contact Contact)?> JoinAsync(IncomingText input, string key, DateTime now, CancellationToken cancellationToken)
    {
        var open = await (
            from e in db.Enquiries
            from m in e.Messages
            join c in db.Contacts on m.ContactId equals c.Id
            where c.EnquirerKey == key
                && (c.Status == ContactStatus.Waiting || c.Status == ContactStatus.Offered || c.Status == ContactStatus.InProgress)
                && !e.Messages.Any(a => a.ContactId == c.Id && a.Author == MessageAuthor.Adviser)
            orderby e.AskedAt descending
            select new { Enquiry = e, Contact = c }).FirstOrDefaultAsync(cancellationToken);
        if (open is null)
        {
            return null;
        }

        db.Add(open.Enquiry.Write(open.Contact.Id, WordsOf(input), now));
        return (TextIntakeOutcome.JoinedThread, open.Contact);
    }

    private async Task<(TextIntakeOutcome Outcome, Contact Contact)?> FollowUpAsync(IncomingText input, string key, DateTime now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-options.Value.FollowUpDays);
        var answered = await db.Enquiries.Include(e => e.Messages)
            .Where(e => e.FollowedUpAt == null
                && e.Messages.Any(m => m.Author == MessageAuthor.Adviser && m.SentAt >= since)
                && e.Messages.Any(m => db.Contacts.Any(c => c.Id == m.ContactId && c.EnquirerKey == key)))
            .OrderByDescending(e => e.AskedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (answered is null)
        {
            return null;
        }

        var firstId = answered.Messages.MinBy(m => m.SentAt)!.ContactId;
        var first = await db.Contacts.AsNoTracking().Include(c => c.EventDates).Include(c => c.Duties).AsSplitQuery().SingleAsync(c => c.Id == firstId, cancellationToken);
        var contact = await EnquiryService.ContactAfterAsync(first, replyDates, time, cancellationToken);
        db.Contacts.Add(contact);
        answered.FollowUp(contact.Id, WordsOf(input), now);
        return (TextIntakeOutcome.FollowUp, contact);
    }

    private async Task<Contact> NewEnquiryAsync(
        IncomingText input, string? key, TextNumber? number, DateTime now, CancellationToken cancellationToken)
    {
        var contact = Contact.ArriveByEnquiry(now, await replyDates.DueAtAsync(now, cancellationToken: cancellationToken));
        contact.Identify(name: null, input.From.Length is 0 or > Contact.IdentifierLength ? null : input.From, email: null, key);
        var enquiry = Enquiry.Ask(
            new NewEnquiry
            {
                Reference = EnquiryReference.New(),
                ContactId = contact.Id,
                Question = WordsOf(input),
                Reply = ReplyRoute.Text,
                FormTokenHash = EnquirySecret.HashOf("text:" + input.ProviderId),
                Origin = input.Origin,
            },
            now);
        db.Contacts.Add(contact);
        db.Enquiries.Add(enquiry);
        if (UkMobile.Is(input.From) && number?.TakeAutomatic(options.Value.AutomaticPerHour, now) == true)
        {
            EnquiryTexts.Received(db, enquiry, contact, now);
        }

        return contact;
    }

    private static string WordsOf(IncomingText input)
    {
        var words = string.IsNullOrWhiteSpace(input.Body) ? "" : input.Body[..Math.Min(input.Body.Length, Enquiry.QuestionLength - 100)].Trim();
        return input.Media > 0 ? $"{words}\n{TextWords.MediaCame(input.Media)}".Trim() : words.Length > 0 ? words : TextWords.Nothing;
    }
}
