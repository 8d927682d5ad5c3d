namespace Helpline.Core.Outbox;

/// <summary>A message can never be done. It is set aside at once instead of being tried again.</summary>
/// <param name="reason">Why: a code of at most <see cref="OutboxMessage.CodeLength"/> characters; nothing personal.</param>
public sealed class OutboxRefusedException(string reason) : InvalidOperationException($"The message is refused for good: {reason}.")
{
    /// <summary>The code.</summary>
    public string Reason { get; } = reason;
}
