using System.Diagnostics.Metrics;

namespace Helpline.Core.Outbox;

/// <summary>Counts of the outbox, by kinds and codes of our own; nothing about any message.</summary>
public sealed class OutboxMetrics
{
    /// <summary>The meter.</summary>
    public const string MeterName = "Helpline.Core";

    /// <summary>Counts messages that were set aside for good, by kind and reason.</summary>
    public const string SetAsideName = "helpline.outbox.set_aside";

    private readonly Counter<long> setAside;

    /// <summary>Creates the counter on this host's meter.</summary>
    public OutboxMetrics(IMeterFactory meters) =>
        setAside = meters.Create(MeterName).CreateCounter<long>(SetAsideName, description: "Outbox messages that will not be tried again.");

    /// <summary>One message was set aside.</summary>
    public void SetAside(string kind, string reason) =>
        setAside.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("reason", reason));
}
