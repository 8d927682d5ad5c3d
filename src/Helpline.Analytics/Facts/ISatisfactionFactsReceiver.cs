namespace Helpline.Analytics.Facts;

/// <summary>The door for survey answers that come after their contact closed.</summary>
public interface ISatisfactionFactsReceiver
{
    /// <summary>Holds the answers. Durable and idempotent in the same way as <see cref="IContactFactsReceiver"/>.</summary>
    /// <exception cref="ArgumentException">The facts contradict themselves.</exception>
    Task AcceptAsync(Guid deliveryId, SatisfactionFacts facts, CancellationToken cancellationToken);
}
