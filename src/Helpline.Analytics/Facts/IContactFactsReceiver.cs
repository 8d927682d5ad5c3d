namespace Helpline.Analytics.Facts;

/// <summary>The only door into analytics for contacts.</summary>
public interface IContactFactsReceiver
{
    /// <summary>
    /// Holds the facts in the anonymiser's window. Durable when the task completes, and idempotent: the same
    /// <paramref name="deliveryId"/> again is accepted and ignored. The id is a random number made for the delivery,
    /// never the contact's own; it is kept apart from the facts and only long enough to recognise repeats.
    /// </summary>
    /// <exception cref="ArgumentException">The facts contradict themselves.</exception>
    Task AcceptAsync(Guid deliveryId, ContactFacts facts, CancellationToken cancellationToken);
}
