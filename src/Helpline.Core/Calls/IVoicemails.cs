namespace Helpline.Core.Calls;

/// <summary>The messages callers left, as the phone provider keeps them. Implemented in Telephony.</summary>
public interface IVoicemails
{
    /// <summary>The sound of a message (WAV); null when the provider does not have it, or not yet.</summary>
    /// <param name="recordingId">The provider's name for the message (<see cref="Call.RecordingId"/>).</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<byte[]?> FetchAsync(string recordingId, CancellationToken cancellationToken);
}
