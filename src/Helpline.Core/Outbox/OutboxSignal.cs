namespace Helpline.Core.Outbox;

/// <summary>Wakes the outbox of this process.</summary>
public sealed class OutboxSignal() : Common.WakeSignal;
