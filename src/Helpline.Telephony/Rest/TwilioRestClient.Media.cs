namespace Helpline.Telephony.Rest;

/// <summary>Recordings and text messages.</summary>
internal sealed partial class TwilioRestClient
{
    /// <summary>Starts recording a caller's leg on two channels. Only with their consent on record.</summary>
    public Task<RecordingResource> CreateRecordingAsync(
        string callSid, string statusCallback, CancellationToken cancellation = default) =>
        PostAsync<RecordingResource>(
            $"Calls/{Segment(callSid)}/Recordings.json",
            new FormFields().Add("RecordingChannels", "dual").Add("RecordingStatusCallback", statusCallback)
                .Add("RecordingStatusCallbackMethod", "POST").AddEach("RecordingStatusCallbackEvent", ["completed", "absent"]),
            cancellation);

    /// <summary>Pauses, resumes or stops a recording.</summary>
    public Task<RecordingResource> UpdateRecordingAsync(
        string callSid, string recordingSid, RecordingState state, CancellationToken cancellation = default)
    {
        var (status, pause) = state switch
        {
            RecordingState.InProgress => ("in-progress", null),
            RecordingState.PausedWithSilence => ("paused", "silence"),
            RecordingState.PausedSkipped => ("paused", "skip"),
            RecordingState.Stopped => ("stopped", (string?)null),
        };
        return PostAsync<RecordingResource>(
            $"Calls/{Segment(callSid)}/Recordings/{Segment(recordingSid)}.json",
            new FormFields().Add("Status", status).Add("PauseBehavior", pause),
            cancellation);
    }

    /// <summary>Reads a recording's facts, or null if there is none.</summary>
    public Task<RecordingResource?> FindRecordingAsync(string recordingSid, CancellationToken cancellation = default) =>
        FindAsync<RecordingResource>($"Recordings/{Segment(recordingSid)}.json", cancellation);

    /// <summary>Lists recordings made since the day of an instant, newest first.</summary>
    public IAsyncEnumerable<RecordingResource> ListRecordingsAsync(DateTime fromUtc, CancellationToken cancellation = default) =>
        ListAsync<RecordingResource>(
            "Recordings.json",
            "recordings",
            new FormFields().Add("DateCreated>", fromUtc.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            cancellation);

    /// <summary>The sound of a recording as WAV; null where it is not, or not yet, to be had.</summary>
    public Task<byte[]?> FindRecordingSoundAsync(string recordingSid, CancellationToken cancellation = default) =>
        transport.FindSoundAsync($"Recordings/{Segment(recordingSid)}.wav", cancellation);

    /// <summary>Deletes a recording; false if there was none.</summary>
    public Task<bool> DeleteRecordingAsync(string recordingSid, CancellationToken cancellation = default) =>
        DeleteAsync($"Recordings/{Segment(recordingSid)}.json", cancellation);

    /// <summary>Sends a text; someone who opted out is refused with <see cref="TwilioErrorCodes.OptedOut"/>.</summary>
    public Task<MessageResource> CreateMessageAsync(CreateMessage message, CancellationToken cancellation = default) =>
        PostAsync<MessageResource>("Messages.json", message.Fields(), cancellation);

    /// <summary>Takes the words out of a message already handled.</summary>
    public Task<MessageResource> RedactMessageAsync(string messageSid, CancellationToken cancellation = default) =>
        PostAsync<MessageResource>($"Messages/{Segment(messageSid)}.json", new FormFields().Add("Body", ""), cancellation);
}
