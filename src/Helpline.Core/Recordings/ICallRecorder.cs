using Helpline.Core.Calls;

namespace Helpline.Core.Recordings;

/// <summary>The phone provider's recorder, as Core sees it. Implemented in Telephony; throws only when cancelled.</summary>
public interface ICallRecorder
{
    /// <summary>Records the caller's leg from now on. The provider's name for the recording; null when it refused or did not answer.</summary>
    Task<string?> StartAsync(CallRef call, RecordingId recording, CancellationToken cancellationToken);

    /// <summary>Pauses it, so that nothing is kept; false when the provider did not.</summary>
    Task<bool> PauseAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken);

    /// <summary>Goes on; false when the provider did not.</summary>
    Task<bool> ResumeAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken);

    /// <summary>Stops it for good; false when the provider did not, which it does by itself when the caller's leg ends.</summary>
    Task<bool> StopAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken);

    /// <summary>Deletes the sound; true also when there is none any more.</summary>
    Task<bool> DeleteAsync(string providerRecordingId, CancellationToken cancellationToken);
}
