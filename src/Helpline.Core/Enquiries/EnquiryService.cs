using System.Buffers.Binary;
using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Core.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Enquiries;

/// <summary>Takes questions in, keeps the answer an adviser is writing, sends it, and takes the one follow-up.</summary>
public sealed partial class EnquiryService(
    HelplineDbContext db,
    EnquirerKeys keys,
    IReplyDates replyDates,
    IPasswordHasher<Enquiry> hasher,
    TimeProvider time,
    IOptions<RoutingOptions> options,
    IOptions<TextOptions> texts)
{
    /// <summary>Takes a question in: contact, enquiry and acknowledgement in one commit. The same form again gives the same enquiry.</summary>
    public async Task<SubmittedEnquiry> SubmitAsync(SubmitEnquiry input, CancellationToken cancellationToken)
    {
        RequireText(input.Question, Enquiry.QuestionLength);
        var email = input.Reply == ReplyRoute.Email ? input.Email ?? throw new RuleBrokenException("enquiry.email-missing") : null;
        var token = EnquirySecret.HashOf(input.FormToken);
        var enquirerKey = await keys.ForAsync(email, cancellationToken);
        var pin = email is null ? await PinAsync(input.FormToken, cancellationToken) : null;
        var pinHash = pin is null ? null : hasher.HashPassword(null!, pin);
        return await db.SaveWithRetryAsync(
            async () =>
            {
                if (await FindByFormAsync(token, cancellationToken) is { } known)
                {
                    return known with { Pin = pin };
                }

                var now = time.UtcNow();
                var contact = Contact.ArriveByEnquiry(now, await replyDates.DueAtAsync(now, input.Happened?.SoonestLastDay(time.LondonToday()), cancellationToken));
                contact.SetTopic(input.TopicId, input.TopicGroupId);
                contact.SetPlace(input.AuthorityCode, input.RegionCode);
                contact.SetCircumstances(input.AgeBand, input.Adjustments);
                contact.Identify(input.Name, number: null, email, enquirerKey);
                if (input.Happened is { } happened)
                {
                    contact.ArriveWithDate(happened, now);
                }

                var enquiry = Enquiry.Ask(
                    new NewEnquiry
                    {
                        Reference = EnquiryReference.New(),
                        ContactId = contact.Id,
                        Question = input.Question,
                        Reply = input.Reply,
                        FormTokenHash = token,
                        PinHash = pinHash,
                        Origin = input.Origin,
                    },
                    now);
                db.Contacts.Add(contact);
                db.Enquiries.Add(enquiry);
                if (email is not null)
                {
                    EnquiryMails.Received(db, enquiry, email, contact.ReplyDueAt!.Value, now);
                }

                return new SubmittedEnquiry(enquiry.Id, contact.Id, enquiry.Reference, pin, contact.ReplyDueAt!.Value);
            },
            cancellationToken);
    }

    /// <summary>Takes the one follow-up: a new contact in the same thread and the same queue.</summary>
    /// <param name="enquiryId">The enquiry.</param>
    /// <param name="body">What is still to be asked, at most <see cref="Enquiry.QuestionLength"/> characters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<FollowUpOutcome> FollowUpAsync(EnquiryId enquiryId, string body, CancellationToken cancellationToken)
    {
        RequireText(body, Enquiry.QuestionLength);
        return db.SaveWithRetryAsync(
            async () =>
            {
                var enquiry = await db.Enquiries.Include(e => e.Messages).SingleOrDefaultAsync(e => e.Id == enquiryId, cancellationToken);
                if (enquiry is null)
                {
                    return FollowUpOutcome.NotFound;
                }

                if (!enquiry.MayFollowUp)
                {
                    return enquiry.FollowedUpAt is null ? FollowUpOutcome.NotAnsweredYet : FollowUpOutcome.AlreadyFollowedUp;
                }

                var now = time.UtcNow();
                var firstId = enquiry.Messages.MinBy(m => m.SentAt)!.ContactId;
                var first = await db.Contacts.AsNoTracking().Include(c => c.EventDates).Include(c => c.Duties).AsSplitQuery().SingleAsync(c => c.Id == firstId, cancellationToken);
                var contact = await ContactAfterAsync(first, replyDates, time, cancellationToken);
                db.Contacts.Add(contact);
                enquiry.FollowUp(contact.Id, body, now);
                if (first.EnquirerEmail is { } email)
                {
                    EnquiryMails.FollowUpReceived(db, enquiry, email, contact.ReplyDueAt!.Value, now);
                }

                return FollowUpOutcome.Sent;
            },
            cancellationToken);
    }

    /// <summary>The contact of a follow-up: who asks and about what is taken from the first, which must have its clock loaded.</summary>
    internal static async Task<Contact> ContactAfterAsync(Contact first, IReplyDates replyDates, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var contact = Contact.ArriveByEnquiry(now, await replyDates.DueAtAsync(now, first.SoonestLastDay(time.LondonToday()), cancellationToken));
        contact.SetTopic(first.TopicId, first.TopicGroupId);
        contact.SetPlace(first.AuthorityCode, first.RegionCode);
        contact.SetCircumstances(first.AgeBand, first.Adjustments);
        contact.TakeOverClock(first, now);
        contact.Identify(first.EnquirerName, first.EnquirerNumber, first.EnquirerEmail, first.EnquirerKey);

        // Whoever answered has read the thread.
        contact.AskAgain(first.AnsweredBy);
        return contact;
    }

    private static void RequireText(string text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
        {
            throw new RuleBrokenException("enquiry.text-missing-or-too-long");
        }
    }

    private Task<SubmittedEnquiry?> FindByFormAsync(string tokenHash, CancellationToken cancellationToken) => (
        from e in db.Enquiries.AsNoTracking()
        where e.FormTokenHash == tokenHash
        from m in e.Messages
        join c in db.Contacts.AsNoTracking() on m.ContactId equals c.Id
        where m.Author == MessageAuthor.Enquirer
        orderby m.SentAt
        select new SubmittedEnquiry(e.Id, c.Id, e.Reference, null, c.ReplyDueAt!.Value)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Six digits that follow from the form's token and this installation's key: the same form shows the same PIN, though only its hash is kept.</summary>
    private async Task<string> PinAsync(string formToken, CancellationToken cancellationToken)
    {
        var keyed = Convert.FromBase64String((await keys.ForAsync("pin:" + EnquirySecret.HashOf(formToken), cancellationToken))!);
        return (BinaryPrimitives.ReadUInt64BigEndian(keyed) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
