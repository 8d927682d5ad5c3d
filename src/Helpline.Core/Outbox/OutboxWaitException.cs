namespace Helpline.Core.Outbox;

/// <summary>A message cannot be done as things are configured. It is kept and tried again; each reason is logged once.</summary>
/// <param name="reason">Why, and what to configure; nothing personal.</param>
public sealed class OutboxWaitException(string reason) : InvalidOperationException(reason);
