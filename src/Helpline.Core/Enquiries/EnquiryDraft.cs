using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Enquiries;

/// <summary>The answer an adviser is writing to a contact. Its <see cref="Entity.Version"/> counts the savings, from 1.</summary>
public sealed class EnquiryDraft : Entity
{
    private EnquiryDraft()
    {
    }

    /// <summary>The contact; one draft each.</summary>
    public ContactId ContactId { get; private init; }

    /// <summary>Who saved it last.</summary>
    public AdviserId AdviserId { get; private set; }

    /// <summary>The text so far; encrypted.</summary>
    public string Body { get; private set; } = "";

    /// <summary>When it was last saved, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>A first draft.</summary>
    internal static EnquiryDraft Start(ContactId contactId, AdviserId adviserId, string body, DateTime now) => new()
    {
        ContactId = contactId,
        AdviserId = adviserId,
        Body = body,
        SavedAt = now,
        Version = 1,
    };

    /// <summary>The text as it is now.</summary>
    internal void Save(AdviserId adviserId, string body, DateTime now)
    {
        AdviserId = adviserId;
        Body = body;
        SavedAt = now;
    }
}
