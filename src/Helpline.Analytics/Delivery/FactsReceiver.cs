using Helpline.Analytics.Data;
using Helpline.Analytics.Facts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Analytics.Delivery;

/// <summary>Puts facts in the window, once per delivery.</summary>
internal sealed class FactsReceiver(AnalyticsDbContext db, TimeProvider clock)
    : IContactFactsReceiver, ISatisfactionFactsReceiver
{
    /// <inheritdoc />
    public Task AcceptAsync(Guid deliveryId, ContactFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts.Validate();
        var week = CoarseTime.WeekOf(facts.ArrivedAt);
        var held = new List<HeldFacts> { Hold(FactsKind.Contacts, week, facts with { SatisfactionScores = null }) };
        if (facts.SatisfactionScores is { } scores)
        {
            held.Add(Hold(FactsKind.Satisfaction, week, new SatisfactionFacts
            {
                Channel = facts.Channel,
                TopicGroupId = facts.TopicGroupIds.Count == 0 ? null : facts.TopicGroupIds[0],
                RegionCode = facts.RegionCode,
                WeekStarting = week,
                Scores = scores,
            }));
        }

        return SaveAsync(deliveryId, held, cancellationToken);
    }

    /// <inheritdoc />
    public Task AcceptAsync(Guid deliveryId, SatisfactionFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        facts.Validate();
        return SaveAsync(deliveryId, [Hold(FactsKind.Satisfaction, facts.WeekStarting, facts)], cancellationToken);
    }

    private static HeldFacts Hold(FactsKind kind, DateOnly week, object facts) =>
        new() { Id = Guid.NewGuid(), Kind = kind, Week = week, Body = FactsJson.Write(facts) };

    private async Task SaveAsync(Guid deliveryId, List<HeldFacts> held, CancellationToken cancellationToken)
    {
        if (await SeenAsync(deliveryId, cancellationToken))
        {
            return;
        }

        db.Deliveries.Add(new Data.Delivery
        {
            Id = deliveryId,
            ReceivedOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
        });
        db.HeldFacts.AddRange(held);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await SeenAsync(deliveryId, cancellationToken))
            {
                throw;
            }
        }

        db.ChangeTracker.Clear();
    }

    private Task<bool> SeenAsync(Guid deliveryId, CancellationToken cancellationToken) =>
        db.Deliveries.AnyAsync(row => row.Id == deliveryId, cancellationToken);
}
