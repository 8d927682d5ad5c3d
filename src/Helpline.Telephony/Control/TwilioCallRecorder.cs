using Helpline.Core.Calls;
using Helpline.Core.Recordings;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Control;

/// <summary>Records the caller's leg on two channels: it hears what the caller hears, so never what advisers say among themselves.</summary>
internal sealed partial class TwilioCallRecorder(TwilioRestClient rest, FlowUrls urls, ILogger<TwilioCallRecorder> logger) : ICallRecorder
{
    /// <inheritdoc/>
    public async Task<string?> StartAsync(CallRef call, RecordingId recording, CancellationToken cancellationToken)
    {
        string? made = null;
        await TriedAsync(
            "start", async () => made = (await rest.CreateRecordingAsync(call.ProviderCallId, urls.Recording(recording), cancellationToken)).Sid);
        return made;
    }

    /// <inheritdoc/>
    public Task<bool> PauseAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken) =>
        SetAsync("pause", call, providerRecordingId, RecordingState.PausedSkipped, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ResumeAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken) =>
        SetAsync("resume", call, providerRecordingId, RecordingState.InProgress, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> StopAsync(CallRef call, string providerRecordingId, CancellationToken cancellationToken) =>
        SetAsync("stop", call, providerRecordingId, RecordingState.Stopped, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string providerRecordingId, CancellationToken cancellationToken) =>
        TriedAsync("delete", () => rest.DeleteRecordingAsync(providerRecordingId, cancellationToken));

    private Task<bool> SetAsync(string what, CallRef call, string providerRecordingId, RecordingState state, CancellationToken cancellationToken) =>
        TriedAsync(what, () => rest.UpdateRecordingAsync(call.ProviderCallId, providerRecordingId, state, cancellationToken));

    private async Task<bool> TriedAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (TwilioRestException failure)
        {
            LogFailed(what, failure.Failure, failure.Code);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recording: {What} was not done by Twilio: {Failure}, {Code}.")]
    private partial void LogFailed(string what, TwilioFailure failure, int? code);
}
