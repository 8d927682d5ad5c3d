namespace Helpline.Telephony.TwiML;

/// <summary>What a caller hears in the queue: Play, Say, Pause, Hangup, Redirect, Leave, Gather. Twilio asks again when it ends.</summary>
internal sealed class QueueWaitDocument(SpeechStyle? style = null) : MenuDocument<QueueWaitDocument>(style)
{
    /// <summary>Takes the caller out of the queue; the Enqueue's action says what comes next.</summary>
    public QueueWaitDocument Leave() => Add(Verb("Leave"), ends: true);
}
