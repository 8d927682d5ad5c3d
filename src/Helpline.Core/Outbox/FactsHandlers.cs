using Helpline.Analytics.Facts;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Feedback;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Outbox;

/// <summary>How contacts are counted (section <c>Figures</c>).</summary>
public sealed class FiguresOptions
{
    /// <summary>An enquirer who gives up sooner than this is counted apart.</summary>
    public TimeSpan ShortAbandon { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The wait within which a call should be answered.</summary>
    public TimeSpan ServiceLevelWithin { get; set; } = TimeSpan.FromSeconds(120);
}

/// <summary>Hands the facts of a finished contact to the anonymiser: codes only (design: wall 2).</summary>
internal sealed class ContactFactsHandler(
    HelplineDbContext db, IContactFactsReceiver receiver, IOptions<FiguresOptions> options) : IOutboxHandler
{
    public string Kind => ContactFactsOutbox.Kind;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!ContactId.TryParse(message.Payload, out var id)
            || await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } contact
            || contact.Status is not (ContactStatus.Closed or ContactStatus.Abandoned) || contact.RegainedBy is not null)
        {
            // Erased, or alive again as a voicemail or in another call: its own close will report it.
            return;
        }

        // How the scores travel is decided and saved before the facts leave, so that a repeat decides the same.
        var scores = await db.SaveWithRetryAsync(() => ScoresAsync(id, cancellationToken), cancellationToken);
        await receiver.AcceptAsync(message.Id, FactsMapper.Of(contact, scores, options.Value.ShortAbandon), cancellationToken);
    }

    private async Task<SatisfactionScores?> ScoresAsync(ContactId id, CancellationToken cancellationToken)
    {
        var feedback = await db.Feedback.SingleOrDefaultAsync(f => f.ContactId == id, cancellationToken);
        if (feedback is null)
        {
            feedback = ContactFeedback.For(id);
            db.Feedback.Add(feedback);
        }

        var with = feedback.Report == FeedbackReport.Undecided ? feedback.GoWithFacts() : feedback.Report == FeedbackReport.WithFacts;
        return with ? FactsMapper.ScoresOf(feedback) : null;
    }
}

/// <summary>Hands scores that came late to the anonymiser.</summary>
internal sealed class SatisfactionFactsHandler(HelplineDbContext db, ISatisfactionFactsReceiver receiver) : IOutboxHandler
{
    public string Kind => SatisfactionOutbox.Kind;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!ContactId.TryParse(message.Payload, out var id)
            || await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { IsNonData: false } contact
            || await db.Feedback.AsNoTracking().SingleOrDefaultAsync(f => f.ContactId == id, cancellationToken) is not { } feedback)
        {
            return;
        }

        await receiver.AcceptAsync(
            message.Id,
            new SatisfactionFacts
            {
                Channel = FactsMapper.ChannelOf(contact.Channel),
                TopicGroupId = contact.TopicGroupId,
                RegionCode = contact.RegionCode,
                WeekStarting = CoarseTime.WeekOf(contact.ArrivedAt),
                Scores = FactsMapper.ScoresOf(feedback),
            },
            cancellationToken);
    }
}
