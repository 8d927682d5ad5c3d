using System.Diagnostics.Metrics;

namespace Helpline.Telephony.Signing;

/// <summary>The only trace a refused webhook leaves: a count by reason.</summary>
internal sealed class WebhookMetrics
{
    /// <summary>The meter of everything in Telephony.</summary>
    public const string MeterName = "Helpline.Telephony";

    /// <summary>The counter of refused webhooks.</summary>
    public const string RefusedName = "helpline.webhook.refused";

    private readonly Counter<long> refused;

    /// <summary>Creates the counter on this host's meter.</summary>
    public WebhookMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        refused = meter.CreateCounter<long>(RefusedName, description: "Webhooks refused before they were read.");
    }

    /// <summary>Counts one refusal.</summary>
    public void Refused(WebhookRefusal refusal) => refused.Add(1, new KeyValuePair<string, object?>("reason", Reason(refusal)));

    private static string Reason(WebhookRefusal refusal) => refusal switch
    {
        WebhookRefusal.MissingSignature => "missing-signature",
        WebhookRefusal.BadSignature => "bad-signature",
        WebhookRefusal.WrongAccount => "wrong-account",
        WebhookRefusal.UnreadableBody => "unreadable-body",
    };
}
