namespace Helpline.Telephony.Simulator;

/// <summary>How badly the simulated service behaves where the real one is best-effort. Rates are 0 to 1.</summary>
internal sealed class ChaosOptions
{
    /// <summary>Seed of everything random; null draws one, which is printed so that a run can be repeated.</summary>
    public int? Seed { get; set; }

    public TimeSpan CallbackDelayMin { get; set; } = TimeSpan.FromMilliseconds(20);

    public TimeSpan CallbackDelayMax { get; set; } = TimeSpan.FromMilliseconds(400);

    public double CallbackDuplicateRate { get; set; } = 0.02;

    public double CallbackDropRate { get; set; }

    public TimeSpan WebhookLatencyMax { get; set; } = TimeSpan.FromMilliseconds(40);

    /// <summary>Reply thrown away after the app did the work; sent again only where the URL's retry policy asks for it.</summary>
    public double WebhookReplyLostRate { get; set; }

    /// <summary>A forged copy goes before the webhook; anything but a refusal fails the run.</summary>
    public double ForgeryRate { get; set; }

    /// <summary>A connection nobody takes, until its connect timeout. The app's network does that, so no profile draws it.</summary>
    public double ConnectHangRate { get; set; }

    /// <summary>A queued caller's position is told too high: it may jump and rise.</summary>
    public double QueuePositionErrorRate { get; set; }

    /// <summary>A caller who hangs up before the first wait document has been read was never queued: <c>system-error</c>.</summary>
    public double EarlyHangupSystemErrorRate { get; set; }

    public double FutureFieldRate { get; set; } = 0.25;

    public double OptionalFieldRate { get; set; } = 0.5;

    /// <summary>REST effect happens, then the client sees a gateway failure.</summary>
    public double RestReplyLostRate { get; set; }

    /// <summary>REST refused with 429 before any effect; comes in bursts of <see cref="ThrottleBurst"/>.</summary>
    public double ThrottleRate { get; set; }

    public int ThrottleBurst { get; set; } = 3;

    /// <summary>REST 5xx before any effect.</summary>
    public double RestErrorRate { get; set; }

    /// <summary>How long queue members and participants may be missing from lists.</summary>
    public TimeSpan ListLagMax { get; set; }

    /// <summary>Between the 200 to a participant update and the audio really changing.</summary>
    public TimeSpan ParticipantUpdateLagMax { get; set; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan RecordingDelayMin { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan RecordingDelayMax { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>The documented worst the service may do, for tests.</summary>
    public void MakeHostile()
    {
        CallbackDelayMin = TimeSpan.FromMilliseconds(100);
        CallbackDelayMax = TimeSpan.FromSeconds(5);
        CallbackDuplicateRate = 0.15;
        CallbackDropRate = 0.03;
        WebhookLatencyMax = TimeSpan.FromMilliseconds(300);
        WebhookReplyLostRate = 0.05;
        QueuePositionErrorRate = 0.2;
        EarlyHangupSystemErrorRate = 0.5;
        FutureFieldRate = 1;
        RestReplyLostRate = 0.03;
        ThrottleRate = 0.03;
        RestErrorRate = 0.02;
        ListLagMax = TimeSpan.FromSeconds(2);
        ParticipantUpdateLagMax = TimeSpan.FromMilliseconds(800);
        RecordingDelayMin = TimeSpan.FromSeconds(1);
        RecordingDelayMax = TimeSpan.FromSeconds(60);
    }

    /// <summary>Nothing lost, late or repeated; order of fields and undocumented fields stay random.</summary>
    public void MakeFaultless()
    {
        CallbackDelayMin = CallbackDelayMax = TimeSpan.Zero;
        CallbackDuplicateRate = CallbackDropRate = WebhookReplyLostRate = RestReplyLostRate = ThrottleRate = RestErrorRate = 0;
        ForgeryRate = ConnectHangRate = QueuePositionErrorRate = EarlyHangupSystemErrorRate = 0;
        WebhookLatencyMax = ListLagMax = ParticipantUpdateLagMax = TimeSpan.Zero;
        FutureFieldRate = OptionalFieldRate = 1;
        RecordingDelayMin = RecordingDelayMax = TimeSpan.FromSeconds(1);
    }
}
