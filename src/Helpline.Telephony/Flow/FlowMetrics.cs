using System.Diagnostics.Metrics;
using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Flow;

/// <summary>Counts of the flow, by names of our own; nothing about any call.</summary>
internal sealed class FlowMetrics
{
    private readonly Counter<long> answered;
    private readonly Counter<long> replayed;
    private readonly Counter<long> failed;
    private readonly Counter<long> corrected;

    /// <summary>Creates the counters on this host's meter.</summary>
    public FlowMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(WebhookMetrics.MeterName);
        answered = meter.CreateCounter<long>("helpline.voice.answered", description: "Voice webhooks answered with a new document.");
        replayed = meter.CreateCounter<long>("helpline.voice.replayed", description: "Voice webhooks that came twice and got the same document.");
        failed = meter.CreateCounter<long>("helpline.voice.failed", description: "Voice webhooks answered with an apology.");
        corrected = meter.CreateCounter<long>("helpline.voice.corrected", description: "Calls the reconciler put right.");
    }

    public void Answered(string path) => answered.Add(1, Step(path));

    public void Replayed(string path) => replayed.Add(1, Step(path));

    public void Failed(string path) => failed.Add(1, Step(path));

    public void Corrected(string what) => corrected.Add(1, new KeyValuePair<string, object?>("what", what));

    private static KeyValuePair<string, object?> Step(string path) => new("step", path[1..]);
}
