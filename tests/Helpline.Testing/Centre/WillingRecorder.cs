using System.Collections.Concurrent;
using Helpline.Core.Calls;
using Helpline.Core.Recordings;

namespace Helpline.Testing.Centre;

/// <summary>A recorder that does as told, unless said otherwise, and remembers what it was asked.</summary>
public sealed class WillingRecorder : ICallRecorder
{
    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Whether it does as told.</summary>
    public bool IsWilling { get; set; } = true;

    public Task<string?> StartAsync(CallRef call, RecordingId recording, CancellationToken cancellationToken)
    {
        Asked.Enqueue("start");
        return Task.FromResult(IsWilling ? $"RE{recording.Value:n}" : null);
    }

    public Task<bool> PauseAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken) => Ask("pause");

    public Task<bool> ResumeAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken) => Ask("resume");

    public Task<bool> StopAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken) => Ask("stop");

    public Task<bool> DeleteAsync(string providerRecordingId, CancellationToken cancellationToken) => Ask("delete");

    private Task<bool> Ask(string verb)
    {
        Asked.Enqueue(verb);
        return Task.FromResult(IsWilling);
    }
}
