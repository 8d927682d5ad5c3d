using System.Collections.Concurrent;
using Helpline.Analytics.Facts;

namespace Helpline.Testing.Centre;

/// <summary>Keeps what reaches the anonymiser, once for each delivery.</summary>
public sealed class RecordingFacts : IContactFactsReceiver, ISatisfactionFactsReceiver
{
    /// <summary>Facts by delivery.</summary>
    public ConcurrentDictionary<Guid, ContactFacts> Contacts { get; } = new();

    /// <summary>Late scores by delivery.</summary>
    public ConcurrentDictionary<Guid, SatisfactionFacts> Satisfaction { get; } = new();

    public Task AcceptAsync(Guid deliveryId, ContactFacts facts, CancellationToken cancellationToken)
    {
        facts.Validate();
        Contacts.TryAdd(deliveryId, facts);
        return Task.CompletedTask;
    }

    public Task AcceptAsync(Guid deliveryId, SatisfactionFacts facts, CancellationToken cancellationToken)
    {
        facts.Validate();
        Satisfaction.TryAdd(deliveryId, facts);
        return Task.CompletedTask;
    }
}
