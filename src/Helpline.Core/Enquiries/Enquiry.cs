using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Enquiries;

/// <summary>
/// A question asked in writing, with its answer and one follow-up: a thread over one or two contacts. Who asks, and about what,
/// stands in the contacts. Moments are UTC.
/// </summary>
public sealed class Enquiry : Entity
{
    /// <summary>Longest question, in characters.</summary>
    public const int QuestionLength = 10_000;

    /// <summary>Longest answer, in characters.</summary>
    public const int AnswerLength = 20_000;

    /// <summary>Longest description of what should be done differently, in characters.</summary>
    public const int AdjustmentsLength = 1_000;

    /// <summary>Longest hash of a token or secret, and longest address of the site, in characters.</summary>
    public const int HashLength = 128;

    private readonly List<EnquiryMessage> messages = [];
    private readonly List<EnquirySecret> secrets = [];

    private Enquiry()
    {
    }

    /// <summary>Names the enquiry.</summary>
    public EnquiryId Id { get; private init; }

    /// <summary>What the enquirer calls it; see <see cref="EnquiryReference"/>.</summary>
    public string Reference { get; private init; } = "";

    /// <summary>How the answer reaches the enquirer.</summary>
    public ReplyRoute Reply { get; private init; }

    /// <summary>Hash of the token of the form it came by; the same form twice makes one enquiry.</summary>
    public string FormTokenHash { get; private init; } = "";

    /// <summary>Hash of the PIN; null when the answer goes by e-mail.</summary>
    public string? PinHash { get; private init; }

    /// <summary>The site's address as the enquirer had it, for links where no public address is configured; Development only.</summary>
    public string? Origin { get; private init; }

    /// <summary>When it was asked.</summary>
    public DateTime AskedAt { get; private init; }

    /// <summary>When the follow-up came; null while there is none. There is one for each enquiry.</summary>
    public DateTime? FollowedUpAt { get; private set; }

    /// <summary>The thread.</summary>
    public IReadOnlyList<EnquiryMessage> Messages => messages;

    /// <summary>What the links in our mails prove themselves with.</summary>
    public IReadOnlyList<EnquirySecret> Secrets => secrets;

    /// <summary>A new enquiry with its question.</summary>
    internal static Enquiry Ask(NewEnquiry with, DateTime now)
    {
        var enquiry = new Enquiry
        {
            Id = EnquiryId.New(),
            Reference = with.Reference,
            Reply = with.Reply,
            FormTokenHash = with.FormTokenHash,
            PinHash = with.PinHash,
            Origin = with.Origin,
            AskedAt = now,
        };
        enquiry.Add(with.ContactId, MessageAuthor.Enquirer, null, with.Question, now);
        return enquiry;
    }

    /// <summary>Whether a follow-up can be written: the question has been answered and none was written yet.</summary>
    public bool MayFollowUp => FollowedUpAt is null && messages.Exists(m => m.Author == MessageAuthor.Adviser);

    /// <summary>Adds the follow-up, as the question of a new contact.</summary>
    internal void FollowUp(ContactId contactId, string body, DateTime now)
    {
        if (!MayFollowUp)
        {
            throw new RuleBrokenException("enquiry.no-follow-up");
        }

        FollowedUpAt = now;
        Add(contactId, MessageAuthor.Enquirer, null, body, now);
    }

    /// <summary>Adds another text to the question of a contact that is not answered yet.</summary>
    internal EnquiryMessage Write(ContactId contactId, string body, DateTime now) => Add(contactId, MessageAuthor.Enquirer, null, body, now);

    /// <summary>Adds the answer of a contact, which has one.</summary>
    internal void Answer(ContactId contactId, AdviserId adviserId, string body, IEnumerable<Citation> citations, DateTime now)
    {
        if (messages.Exists(m => m.ContactId == contactId && m.Author == MessageAuthor.Adviser))
        {
            throw new RuleBrokenException("enquiry.answered-already");
        }

        Add(contactId, MessageAuthor.Adviser, adviserId, body, now).Cite(citations);
    }

    /// <summary>Keeps the hash of a new secret; what it opens is this enquiry.</summary>
    internal void Admit(string secretHash, DateTime now) =>
        secrets.Add(new EnquirySecret { EnquiryId = Id, Hash = secretHash, MadeAt = now });

    private EnquiryMessage Add(ContactId contactId, MessageAuthor author, AdviserId? adviserId, string body, DateTime now)
    {
        var message = new EnquiryMessage
        {
            EnquiryId = Id,
            ContactId = contactId,
            Author = author,
            AdviserId = adviserId,
            Body = body,
            SentAt = now,
        };
        messages.Add(message);
        return message;
    }
}

/// <summary>What a new enquiry is made of.</summary>
internal sealed record NewEnquiry
{
    public required string Reference { get; init; }

    public required ContactId ContactId { get; init; }

    public required string Question { get; init; }

    public required ReplyRoute Reply { get; init; }

    public required string FormTokenHash { get; init; }

    public string? PinHash { get; init; }

    public string? Origin { get; init; }
}
