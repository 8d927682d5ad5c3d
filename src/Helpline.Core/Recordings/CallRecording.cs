using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;

namespace Helpline.Core.Recordings;

/// <summary>
/// A recording of a conversation. It exists only because the caller said yes: the row is the consent, written before the phone provider
/// is told. Moments are UTC.
/// </summary>
public sealed class CallRecording : Entity
{
    private CallRecording()
    {
    }

    /// <summary>Names the recording.</summary>
    public RecordingId Id { get; private init; }

    /// <summary>The call.</summary>
    public CallId CallId { get; private init; }

    /// <summary>The adviser to whom the caller said yes.</summary>
    public AdviserId AskedBy { get; private init; }

    /// <summary>When the caller said yes.</summary>
    public DateTime ConsentAt { get; private init; }

    /// <summary>How it stands.</summary>
    public CallRecordingState State { get; private set; }

    /// <summary>The provider's name for it.</summary>
    public string? ProviderRecordingId { get; private set; }

    /// <summary>Its length in seconds, once known.</summary>
    public int? Seconds { get; private set; }

    /// <summary>When it is deleted by the rule.</summary>
    public DateTime KeepUntil { get; private init; }

    /// <summary>When the sound was deleted.</summary>
    public DateTime? DeletedAt { get; private set; }

    /// <summary>Whether it records, or goes on by itself or at a key.</summary>
    public bool IsOpen => State is not (CallRecordingState.Stopped or CallRecordingState.Deleted);

    /// <summary>The caller said yes.</summary>
    public static CallRecording Agreed(CallId callId, AdviserId askedBy, DateTime now, TimeSpan keepFor) => new()
    {
        Id = RecordingId.New(),
        CallId = callId,
        AskedBy = askedBy,
        ConsentAt = now,
        KeepUntil = now + keepFor,
    };

    /// <summary>The provider records. False when it is over already.</summary>
    public bool Run(string providerRecordingId)
    {
        ProviderRecordingId = providerRecordingId;
        return Move(CallRecordingState.Running, CallRecordingState.Starting);
    }

    /// <summary>The adviser pauses it. False when it does not run.</summary>
    public bool Pause() => Move(CallRecordingState.Paused, CallRecordingState.Running, CallRecordingState.PausedByHold);

    /// <summary>It is paused while the caller is on hold. False when it does not run.</summary>
    public bool PauseByHold() => Move(CallRecordingState.PausedByHold, CallRecordingState.Running);

    /// <summary>It goes on. False when it was not paused like this.</summary>
    public bool Resume(bool byHold) => Move(CallRecordingState.Running, byHold ? CallRecordingState.PausedByHold : CallRecordingState.Paused);

    /// <summary>It is finished. False when it was already.</summary>
    public bool Stop()
    {
        var was = IsOpen;
        if (was)
        {
            State = CallRecordingState.Stopped;
        }

        return was;
    }

    /// <summary>Keeps how long it is.</summary>
    public void Measure(string providerRecordingId, int seconds)
    {
        ProviderRecordingId ??= providerRecordingId;
        Seconds = seconds;
    }

    /// <summary>The sound is gone. False when it was already.</summary>
    public bool Delete(DateTime now)
    {
        if (State == CallRecordingState.Deleted)
        {
            return false;
        }

        State = CallRecordingState.Deleted;
        DeletedAt = now;
        return true;
    }

    private bool Move(CallRecordingState to, params ReadOnlySpan<CallRecordingState> from)
    {
        if (!from.Contains(State))
        {
            return false;
        }

        State = to;
        return true;
    }
}
