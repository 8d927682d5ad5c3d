namespace Helpline.Core.Outbox;

/// <summary>Does what an outbox message asks for. May be called more than once for one message.</summary>
public interface IOutboxHandler
{
    /// <summary>The kind of message it handles.</summary>
    string Kind { get; }

    /// <summary>Does it; throwing means that it will be tried again.</summary>
    Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken);
}
