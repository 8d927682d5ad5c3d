using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Enquiries;

/// <summary>Who wrote a message.</summary>
public enum MessageAuthor
{
    /// <summary>The person who asked.</summary>
    Enquirer,

    /// <summary>An adviser.</summary>
    Adviser,
}

/// <summary>One message of an enquiry's thread; never changed once sent.</summary>
public sealed class EnquiryMessage
{
    private readonly List<EnquiryCitation> citations = [];

    /// <summary>Names the message.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The enquiry.</summary>
    public EnquiryId EnquiryId { get; internal init; }

    /// <summary>The contact it belongs to.</summary>
    public ContactId ContactId { get; internal init; }

    /// <summary>Who wrote it.</summary>
    public MessageAuthor Author { get; internal init; }

    /// <summary>The adviser who wrote it, where one did.</summary>
    public AdviserId? AdviserId { get; internal init; }

    /// <summary>The text; encrypted.</summary>
    public string Body { get; internal init; } = "";

    /// <summary>When it was sent, UTC.</summary>
    public DateTime SentAt { get; internal init; }

    /// <summary>The articles an answer relies on, as they were when it was sent.</summary>
    public IReadOnlyList<EnquiryCitation> Citations => citations;

    /// <summary>Keeps the articles relied on.</summary>
    internal void Cite(IEnumerable<Citation> relied) => citations.AddRange(relied.Select(c => new EnquiryCitation
    {
        MessageId = Id,
        ArticleSlug = c.ArticleSlug,
        ArticleVersion = c.ArticleVersion,
    }));
}

/// <summary>An article an answer relies on, with the version that was current.</summary>
public sealed class EnquiryCitation
{
    /// <summary>Names the citation.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The message.</summary>
    public Guid MessageId { get; internal init; }

    /// <summary>The article's slug.</summary>
    public string ArticleSlug { get; internal init; } = "";

    /// <summary>The article's version.</summary>
    public string ArticleVersion { get; internal init; } = "";
}
