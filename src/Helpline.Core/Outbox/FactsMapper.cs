using Helpline.Analytics.Facts;
using Helpline.Core.Contacts;
using Helpline.Core.Feedback;

namespace Helpline.Core.Outbox;

/// <summary>From a contact to its facts: nothing but codes, counts and coarse times passes.</summary>
internal static class FactsMapper
{
    public static ContactFacts Of(Contact contact, SatisfactionScores? scores, TimeSpan shortAbandon)
    {
        var waited = (contact.AnsweredAt ?? contact.EndedAt ?? contact.ArrivedAt) - (contact.JoinedAt ?? contact.ArrivedAt);
        return new ContactFacts
        {
            Channel = ChannelOf(contact.Channel),
            Kind = contact.AnsweredAt is not null ? ContactKind.Answered
                // Who rings off while still in the flow never waited for anyone; today's figures keep them apart too.
                : contact.JoinedAt is null || waited < shortAbandon ? ContactKind.ShortAbandoned
                : ContactKind.Abandoned,
            ArrivedAt = contact.ArrivedAt,
            TopicIds = contact.TopicId is { } topic ? [topic] : [],
            TopicGroupIds = contact is { TopicId: not null, TopicGroupId: { } group } ? [group] : [],
            AuthorityCode = contact.RegionCode is null ? null : contact.AuthorityCode,
            RegionCode = contact.RegionCode,
            StageId = contact.StageId,
            EnquirerRoleId = contact.EnquirerRoleId,
            WaitBand = Bands.Wait(waited < TimeSpan.Zero ? TimeSpan.Zero : waited),
            // Without an enquiry there was no advice: it is counted by its outcome, not by how long it took or how content anyone was.
            HandlingBand = Bands.Handling(contact is { IsNonData: false, AnsweredAt: { } answered } ? contact.ClosedAt - answered : null),
            OutcomeCode = contact.DispositionCode,
            ReferralCodes = contact.ReferralCodes?.Split(';').Take(Codes.MaxInList).ToList() ?? [],
            SatisfactionScores = contact.IsNonData ? null : scores,
        };
    }

    public static ContactChannel ChannelOf(Channel channel) => channel switch
    {
        Channel.Voice => ContactChannel.Voice,
        Channel.Callback => ContactChannel.Callback,
        Channel.Enquiry => ContactChannel.Enquiry,
    };

    public static SatisfactionScores ScoresOf(ContactFeedback feedback) =>
        new() { First = feedback.Helped, Second = feedback.NextStepClear };
}
