namespace Helpline.Core.Routing;

/// <summary>Wakes the routing loop of this process. Many wakes before it looks count as one.</summary>
public sealed class RoutingSignal() : Common.WakeSignal;
