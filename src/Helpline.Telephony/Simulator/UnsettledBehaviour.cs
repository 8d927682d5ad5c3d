namespace Helpline.Telephony.Simulator;

/// <summary>
/// Where neither documentation nor code settles what the real service does. Tests try both settings; the answers come from a
/// real account before launch.
/// </summary>
internal sealed class UnsettledBehaviour
{
    /// <summary>Dial's action is still requested when the caller hangs up in it.</summary>
    public bool DialActionOnHangup { get; set; } = true;

    /// <summary>Gather's action is still requested when the caller hangs up in it.</summary>
    public bool GatherActionOnHangup { get; set; }

    /// <summary>Only the finish key pressed: action with empty Digits (otherwise treated as no input).</summary>
    public bool FinishKeyAloneSendsEmptyDigits { get; set; } = true;

    /// <summary>Keys pressed outside Gather are kept for the next one.</summary>
    public bool BufferKeys { get; set; }

    /// <summary>On a dequeue by REST the Enqueue action's document drives the call instead of the given Url's.</summary>
    public bool DequeueActionDocumentWins { get; set; }

    /// <summary>The idempotency token is on first attempts too, where overrides are set.</summary>
    public bool TokenOnFirstAttempt { get; set; } = true;

    /// <summary>A document of nothing but Pause never answers the call.</summary>
    public bool PauseOnlyNeverAnswers { get; set; } = true;

    /// <summary>HTTP 307 and 308 are followed with the POST kept.</summary>
    public bool FollowsPreservingRedirects { get; set; }
}
