using Helpline.Core.Contacts;
using Helpline.Core.Routing;

namespace Helpline.Web.Pages.Console.Hub;

/// <summary>What an adviser has in front of them. Ids, codes and times only; moments are UTC.</summary>
public sealed record ConsoleSnapshot
{
    public required DateTime Now { get; init; }
    public required string Presence { get; init; }
    public string? AwayReason { get; init; }
    public required string Activity { get; init; }
    public OfferMadeNotice? Offer { get; init; }
    public Guid? ContactId { get; init; }
    public Guid? ParkedContactId { get; init; }
    public required QueueChangedNotice Queue { get; init; }

    public static ConsoleSnapshot Of(AdviserDesk desk, QueueSnapshot queue, DateTime now) => new()
    {
        Now = now,
        Presence = desk.Presence.ToString(),
        AwayReason = desk.AwayReason?.ToString(),
        Activity = desk.Activity.ToString(),
        Offer = desk.Offer is not { } offer ? null : new OfferMadeNotice
        {
            OfferId = offer.OfferId.Value,
            ContactId = offer.ContactId.Value,
            AdviserId = desk.AdviserId.Value,
            Channel = offer.Channel,
            Topic = offer.TopicId ?? offer.TopicGroupId,
            Authority = offer.AuthorityCode,
            WaitedSeconds = (int)(now - offer.JoinedAt).TotalSeconds,
            ExpiresAt = offer.ExpiresAt,
        },
        ContactId = desk.ContactId?.Value,
        ParkedContactId = desk.ParkedContactId?.Value,
        Queue = QueueNotices.Of(queue),
    };
}
