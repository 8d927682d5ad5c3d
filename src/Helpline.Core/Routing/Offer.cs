using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Routing;

/// <summary>
/// A contact presented to one adviser until it expires. At most one is pending for each contact and each adviser: two unique
/// filtered indexes see to it, so that two routers cannot both win. Moments are UTC.
/// </summary>
public sealed class Offer : Entity
{
    private Offer()
    {
    }

    /// <summary>Names the offer.</summary>
    public OfferId Id { get; private init; }

    /// <summary>The contact.</summary>
    public ContactId ContactId { get; private init; }

    /// <summary>The adviser.</summary>
    public AdviserId AdviserId { get; private init; }

    /// <summary>What is asked of the adviser.</summary>
    public OfferPurpose Purpose { get; private init; }

    /// <summary>How it stands.</summary>
    public OfferStatus Status { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTime MadeAt { get; private init; }

    /// <summary>When it lapses.</summary>
    public DateTime ExpiresAt { get; private init; }

    /// <summary>When it ended.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was declined: a code.</summary>
    public string? Reason { get; private set; }

    /// <summary>A new, pending offer.</summary>
    public static Offer Make(ContactId contactId, AdviserId adviserId, DateTime now, TimeSpan lifetime) => new()
    {
        Id = OfferId.New(),
        ContactId = contactId,
        AdviserId = adviserId,
        MadeAt = now,
        ExpiresAt = now + lifetime,
    };

    /// <summary>A colleague who has the contact asks the adviser in.</summary>
    public static Offer AskIn(ContactId contactId, AdviserId adviserId, DateTime now, TimeSpan lifetime) => new()
    {
        Id = OfferId.New(),
        ContactId = contactId,
        AdviserId = adviserId,
        Purpose = OfferPurpose.Consult,
        MadeAt = now,
        ExpiresAt = now + lifetime,
    };

    /// <summary>Ends the offer; throws when it has ended already.</summary>
    public void End(OfferStatus outcome, DateTime now, string? reason = null)
    {
        if (Status != OfferStatus.Pending || outcome == OfferStatus.Pending)
        {
            throw new RuleBrokenException("offer.not-pending");
        }

        Status = outcome;
        EndedAt = now;
        Reason = reason;
    }
}
