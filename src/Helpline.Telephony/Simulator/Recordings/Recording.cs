using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.Recordings;

/// <summary>One recording: of a leg, a room or a message.</summary>
internal sealed class Recording(SimulatorWorld world)
{
    private TimeSpan before;
    private DateTimeOffset? runningSince;

    public string Sid { get; } = world.NewSid("RE");

    public required string? CallSid { get; init; }

    public string? ConferenceSid { get; init; }

    public required int Channels { get; init; }

    /// <summary>RecordVerb, StartCallRecordingAPI or Conference.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset Started { get; init; }

    public CallbackSettings? Callback { get; init; }

    public RecordingStatus Status { get; set; } = RecordingStatus.InProgress;

    /// <summary>The file exists; before that its address gives 404.</summary>
    public bool MediaReady { get; set; }

    public TimeSpan Duration => before + (runningSince is { } since ? world.Clock.GetUtcNow() - since : TimeSpan.Zero);

    /// <summary>Its address without an extension.</summary>
    public string MediaUrl => $"{world.ApiBase}/2010-04-01/Accounts/{world.Account.AccountSid}/Recordings/{Sid}";

    public void Run() => runningSince ??= world.Clock.GetUtcNow();

    /// <param name="keepsTime">The pause is silence in the file rather than a cut.</param>
    public void Rest(bool keepsTime)
    {
        if (!keepsTime)
        {
            before = Duration;
            runningSince = null;
        }
    }

    public void Fix(TimeSpan duration) => (before, runningSince) = (duration, null);
}

/// <summary>Life of a recording.</summary>
internal enum RecordingStatus
{
    InProgress,
    Paused,
    Stopped,
    Completed,
    Absent,
    Deleted,
}
